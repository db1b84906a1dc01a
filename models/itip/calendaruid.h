// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace reserve {

// A UID as meetings are known by it, from the value of its line. Exchange's own (MS-OXCICAL: a GlobalObjectId in
// hexadecimal digits) mean the same in either case and come from some programs in lower case: they are read as Exchange
// writes them. Any other UID stays as it is (RFC 5545 3.8.4.7: case-sensitive).
QString calendarUid(QByteArrayView value);

} // namespace reserve
