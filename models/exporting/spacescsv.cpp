// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacescsv.h"

#include "models/base/address.h"
#include "models/exporting/csvreader.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/spacefields.h"

#include <QHash>

namespace reserve {

namespace {

class Planner final
{
public:
    Planner(const CsvTable& table, const QList<Space>& existing)
        : m_table(table)
    {
        for (const Space& space : existing)
            m_byMailbox.insert(addressKey(space.mailbox), space);
    }

    SpacesPlan plan()
    {
        for (const CsvRecord& record : m_table.records())
            takeRow(record);
        if (!m_plan.report.isClean())
            m_plan.toSave.clear();
        return m_plan;
    }

private:
    void note(const CsvRecord& record, const QString& column, const Error& error)
    {
        m_plan.report.problems.append({record.line, column, error.reason()});
    }

    void takeRow(const CsvRecord& record)
    {
        const QString mailbox = m_table.field(record, columnName(SpaceField::Mailbox));
        const QString key = addressKey(mailbox);
        if (!key.isEmpty() && m_lines.contains(key)) {
            note(record, columnName(SpaceField::Mailbox),
                 Error("import.mailbox-twice", {{QStringLiteral("mailbox"), mailbox},
                                                {QStringLiteral("line"), QString::number(m_lines.value(key))}}));
            return;
        }
        m_lines.insert(key, record.line);

        const Space before = m_byMailbox.value(key);
        Space space = before;
        if (!fill(space, record))
            return;
        if (space == before) {
            ++m_plan.report.unchanged;
            return;
        }
        ++(before.id ? m_plan.report.changed : m_plan.report.added);
        m_plan.toSave.append(space);
    }

    bool fill(Space& space, const CsvRecord& record)
    {
        bool good = true;
        for (const SpaceField field : spaceFields()) {
            const QString column = columnName(field);
            if (!m_table.has(column))
                continue;
            if (const auto set = setText(space, field, m_table.field(record, column)); !set) {
                note(record, column, set.error());
                good = false;
            }
        }
        if (const auto whole = checkWhole(space); good && !whole) {
            note(record, columnName(SpaceField::WorkEnd), whole.error());
            good = false;
        }
        return good;
    }

    const CsvTable& m_table;
    QHash<QString, Space> m_byMailbox;
    QHash<QString, int> m_lines;
    SpacesPlan m_plan;
};

} // namespace

QByteArray spacesToCsv(const QList<Space>& spaces)
{
    QStringList columns;
    for (const SpaceField field : spaceFields())
        columns.append(columnName(field));
    QByteArray csv = csvLine(columns);
    for (const Space& space : spaces) {
        QStringList values;
        for (const SpaceField field : spaceFields())
            values.append(textOf(space, field));
        csv += csvLine(values);
    }
    return csv;
}

SpacesPlan planSpaces(QByteArrayView csv, const QList<Space>& existing)
{
    SpacesPlan plan;
    const auto table = CsvTable::read(csv);
    if (!table) {
        plan.report.problems.append(problemOfFile(table.error()));
        return plan;
    }
    for (const SpaceField field : {SpaceField::Name, SpaceField::Mailbox}) {
        if (const QString column = columnName(field); !table->has(column))
            plan.report.problems.append(problemOfFile(Error("csv.column-missing", {{QStringLiteral("column"), column}})));
    }
    return plan.report.isClean() ? Planner(*table, existing).plan() : plan;
}

} // namespace reserve
