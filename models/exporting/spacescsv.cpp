// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacescsv.h"

#include "models/base/address.h"
#include "models/booking/spaceaddresses.h"
#include "models/exporting/csvcolumns.h"
#include "models/exporting/csvreader.h"
#include "models/exporting/csvwriter.h"
#include "models/exporting/spacefields.h"

#include <QHash>

#include <algorithm>
#include <utility>

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
        findClashes();
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
                 Error("import.mailbox-twice",
                       {{QStringLiteral("mailbox"), mailbox},
                        {QStringLiteral("line"), QString::number(m_lines.value(key))}}));
            return;
        }
        m_lines.insert(key, record.line);

        const Space before = m_byMailbox.value(key);
        Space space = before;
        if (!fill(space, record))
            return;
        m_rows.append({record.line, space});
        if (space == before) {
            ++m_plan.report.unchanged;
            return;
        }
        ++(before.id ? m_plan.report.changed : m_plan.report.added);
        m_plan.toSave.append(space);
    }

    // Of two rows that want the same address the later one is to be mended.
    void findClashes()
    {
        SpaceAddresses addresses;
        for (auto known = m_byMailbox.cbegin(); known != m_byMailbox.cend(); ++known) {
            if (!m_lines.contains(known.key()))
                addresses.add(known.value());
        }
        qint64 newId = 0;
        for (auto [line, space] : std::as_const(m_rows)) {
            if (!space.id)
                space.id = SpaceId{--newId};
            if (const auto clash = addresses.clashOfMailbox(space))
                m_plan.report.problems.append({line, columnName(SpaceField::Mailbox), *clash});
            if (const auto clash = addresses.clashOfContact(space))
                m_plan.report.problems.append({line, columnName(SpaceField::DelegateContact), *clash});
            addresses.add(space);
        }
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
    QList<std::pair<int, Space>> m_rows; // by line
    SpacesPlan m_plan;
};

// The columns that scripts rely on are always there; the later ones where a space has something to say in them.
QList<SpaceField> exportedFields(const QList<Space>& spaces)
{
    QList<SpaceField> fields;
    for (const SpaceField field : spaceFields()) {
        const bool isLater = field == SpaceField::SetupMinutes || field == SpaceField::ClearupMinutes;
        const bool isUsed = std::any_of(spaces.begin(), spaces.end(),
                                        [](const Space& s) { return s.setupMinutes > 0 || s.clearupMinutes > 0; });
        if (!isLater || isUsed)
            fields.append(field);
    }
    return fields;
}

} // namespace

QByteArray spacesToCsv(const QList<Space>& spaces)
{
    const QList<SpaceField> fields = exportedFields(spaces);
    QStringList columns;
    for (const SpaceField field : fields)
        columns.append(columnName(field));
    QByteArray csv = csvLine(columns);
    for (const Space& space : spaces) {
        QStringList values;
        for (const SpaceField field : fields)
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
    QStringList known;
    for (const SpaceField field : spaceFields())
        known.append(columnName(field));
    plan.report.remarks = unknownColumns(table->columns(), known);
    for (const SpaceField field : {SpaceField::Name, SpaceField::Mailbox}) {
        if (const QString column = columnName(field); !table->has(column))
            plan.report.problems.append(
                problemOfFile(Error("csv.column-missing", {{QStringLiteral("column"), column}})));
    }
    if (!plan.report.isClean())
        return plan;
    SpacesPlan planned = Planner(*table, existing).plan();
    planned.report.remarks = plan.report.remarks;
    return planned;
}

} // namespace reserve
