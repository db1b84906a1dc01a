// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace reserve {

// A field that a spreadsheet would take for a formula (it begins with = + - @, TAB or CR) gets an apostrophe before it.
// A field that has such apostrophes of its own gets one more, so that withoutGuard(guarded(x)) is x for every x.
QString guarded(const QString& field);
QString withoutGuard(const QString& field);

// One record as RFC 4180 has it: commas, CRLF, quotes where needed, UTF-8; formulas guarded.
QByteArray csvLine(const QStringList& fields);

} // namespace reserve
