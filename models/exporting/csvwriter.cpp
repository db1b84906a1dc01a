// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/csvwriter.h"

#include <algorithm>

namespace reserve {

namespace {

bool looksLikeFormula(QStringView field)
{
    static const QString starters = QStringLiteral("=+-@\t\r");
    return !field.isEmpty() && starters.contains(field.front());
}

QStringView withoutApostrophes(QStringView field)
{
    while (field.startsWith(QLatin1Char('\'')))
        field = field.sliced(1);
    return field;
}

bool needsQuotes(const QString& field)
{
    static const QString special = QStringLiteral(",;\"\r\n\t");
    return std::any_of(field.begin(), field.end(), [](QChar c) { return special.contains(c); })
        || field.startsWith(QLatin1Char(' ')) || field.endsWith(QLatin1Char(' '));
}

} // namespace

QString guarded(const QString& field)
{
    return looksLikeFormula(withoutApostrophes(field)) ? QLatin1Char('\'') + field : field;
}

QString withoutGuard(const QString& field)
{
    const bool isGuarded = field.startsWith(QLatin1Char('\'')) && looksLikeFormula(withoutApostrophes(field));
    return isGuarded ? field.sliced(1) : field;
}

QByteArray csvLine(const QStringList& fields)
{
    QString line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QString field = guarded(fields[i]);
        if (needsQuotes(field)) {
            field.replace(QLatin1Char('"'), QLatin1String("\"\""));
            field = QLatin1Char('"') + field + QLatin1Char('"');
        }
        if (i > 0)
            line += QLatin1Char(',');
        line += field;
    }
    return QByteArray(line.toUtf8() + "\r\n");
}

} // namespace reserve
