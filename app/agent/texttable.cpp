// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/texttable.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype widestColumn = 60;

QString onOneLine(QString field)
{
    std::replace_if(
        field.begin(), field.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, QLatin1Char(' '));
    if (field.size() > widestColumn)
        field = field.first(widestColumn - 1) + QChar(0x2026);
    return field;
}

} // namespace

TextTable::TextTable(QStringList titles)
    : m_rows{std::move(titles)}
{
}

void TextTable::add(const QStringList& fields)
{
    QStringList row;
    for (const QString& field : fields)
        row.append(onOneLine(field));
    m_rows.append(row);
}

QByteArray TextTable::text() const
{
    QList<qsizetype> widths;
    for (const QStringList& row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QString text;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text.toLocal8Bit();
}

} // namespace reserve
