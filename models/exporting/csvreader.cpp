// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/csvreader.h"

#include "models/exporting/csvwriter.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

Failure atLine(const char* code, int line)
{
    return failure(code, {{QStringLiteral("line"), QString::number(line)}});
}

QChar separatorOf(const QString& text)
{
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const QStringView head = QStringView(text).first(end < 0 ? text.size() : end);
    constexpr std::array candidates{QLatin1Char(','), QLatin1Char(';'), QLatin1Char('\t')};
    return *std::max_element(candidates.begin(), candidates.end(), [head](QLatin1Char left, QLatin1Char right) {
        return head.count(left) < head.count(right);
    });
}

// Walks the text once; the line number is kept for those who mend the file.
class Parser final
{
public:
    Parser(const QString& text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    Result<CsvRecord> record()
    {
        CsvRecord record{m_line, {}};
        for (;;) {
            const auto field = isAt(QLatin1Char('"')) ? quoted() : plain();
            if (!field)
                return failure(field.error());
            record.fields.append(withoutGuard(*field));
            if (!isAt(m_separator))
                break;
            ++m_at;
        }
        skipLineBreak();
        return record;
    }

private:
    bool isAt(QChar c) const { return !atEnd() && m_text[m_at] == c; }
    bool isAtLineBreak() const { return isAt(QLatin1Char('\n')) || isAt(QLatin1Char('\r')); }

    void skipLineBreak()
    {
        if (!isAtLineBreak())
            return;
        if (isAt(QLatin1Char('\r')) && m_at + 1 < m_text.size() && m_text[m_at + 1] == QLatin1Char('\n'))
            ++m_at;
        ++m_at;
        ++m_line;
    }

    Result<QString> plain()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !isAt(m_separator) && !isAtLineBreak())
            ++m_at;
        return m_text.sliced(start, m_at - start).trimmed();
    }

    Result<QString> quoted()
    {
        const int opened = m_line;
        QString field;
        for (++m_at; !atEnd(); ++m_at) {
            if (isAt(QLatin1Char('"'))) {
                if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != QLatin1Char('"'))
                    return closed(field);
                ++m_at;
            }
            m_line += isAt(QLatin1Char('\n'));
            field.append(m_text[m_at]);
        }
        return atLine("csv.unclosed-quote", opened);
    }

    Result<QString> closed(const QString& field)
    {
        ++m_at;
        while (isAt(QLatin1Char(' ')))
            ++m_at;
        if (!atEnd() && !isAt(m_separator) && !isAtLineBreak())
            return atLine("csv.text-after-quote", m_line);
        return field;
    }

    const QString& m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isBlank(const CsvRecord& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](const QString& field) { return field.isEmpty(); });
}

Result<QStringList> columnsOf(const CsvRecord& head)
{
    QStringList columns;
    for (const QString& field : head.fields) {
        const QString column = field.trimmed().toLower();
        if (!column.isEmpty() && columns.contains(column))
            return failure("csv.column-twice", {{QStringLiteral("column"), column}});
        columns.append(column);
    }
    return columns;
}

} // namespace

Result<CsvTable> CsvTable::read(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(0)))
        return failure("csv.not-utf8");
    CsvTable table;
    Parser parser(text, separatorOf(text));
    bool hasHead = false;
    while (!parser.atEnd()) {
        const auto record = parser.record();
        if (!record)
            return failure(record.error());
        if (isBlank(*record))
            continue;
        if (!hasHead) {
            const auto columns = columnsOf(*record);
            if (!columns)
                return failure(columns.error());
            table.m_columns = *columns;
            hasHead = true;
        } else if (record->fields.size() != table.m_columns.size()) {
            return failure("csv.wrong-field-count",
                           {{QStringLiteral("line"), QString::number(record->line)},
                            {QStringLiteral("fields"), QString::number(record->fields.size())},
                            {QStringLiteral("columns"), QString::number(table.m_columns.size())}});
        } else {
            table.m_records.append(*record);
        }
    }
    if (!hasHead)
        return failure("csv.empty");
    return table;
}

QString CsvTable::field(const CsvRecord& record, const QString& column) const
{
    const qsizetype at = m_columns.indexOf(column);
    return at < 0 ? QString() : record.fields[at].trimmed();
}

} // namespace reserve
