// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace reserve {

// Whether the file is a bare calendar (.ics) and not a mail: its first line opens a VCALENDAR.
bool isCalendarFile(QByteArrayView content);

// The mail that would have brought this calendar (RFC 6047): From `sender`, else whoever may speak for its
// organizer.
QByteArray mailAround(const QByteArray& calendar, const QString& sender);

} // namespace reserve
