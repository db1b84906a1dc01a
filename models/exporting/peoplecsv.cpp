// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/peoplecsv.h"

#include "models/base/address.h"
#include "models/entities/enumtext.h"
#include "models/exporting/csvcolumns.h"
#include "models/exporting/csvreader.h"
#include "models/exporting/csvwriter.h"

#include <QHash>
#include <QTimeZone>

namespace reserve {

namespace {

QString numberColumn()
{
    return QStringLiteral("control_number");
}
QString firstNameColumn()
{
    return QStringLiteral("first_name");
}
QString lastNameColumn()
{
    return QStringLiteral("last_name");
}
QString emailColumn()
{
    return QStringLiteral("email");
}
QString statusColumn()
{
    return QStringLiteral("status");
}
QString zoneColumn()
{
    return QStringLiteral("time_zone");
}

Error refusedValue(const char* code, const QString& value)
{
    return Error(code, {{QStringLiteral("value"), value}});
}

// A file that was exported may hold the external contacts of another store: they stay what they were.
bool isExportedContact(const Person& person)
{
    return person.controlNumber.number() >= firstExternalContactNumber && person.firstName == person.email
        && person.lastName == person.email;
}

class Planner final
{
public:
    Planner(const CsvTable& table, const QList<Person>& existing)
        : m_table(table)
    {
        for (const Person& person : existing) {
            m_byNumber.insert(person.controlNumber.number(), person);
            if (person.kind == PersonKind::ExternalContact && person.status == PersonStatus::Active)
                m_contacts.insert(addressKey(person.email), person);
        }
    }

    PeoplePlan plan()
    {
        for (const CsvRecord& record : m_table.records())
            takeRow(record);
        if (!m_plan.report.isClean()) {
            m_plan.toSave.clear();
            m_plan.handovers.clear();
        }
        return m_plan;
    }

private:
    void note(const CsvRecord& record, const QString& column, const Error& error)
    {
        m_plan.report.problems.append({record.line, column, error.reason()});
    }

    void takeRow(const CsvRecord& record)
    {
        const QString text = m_table.field(record, numberColumn());
        const auto number = ControlNumber::fromText(text);
        if (!number) {
            note(record, numberColumn(), refusedValue("import.number-invalid", text));
            return;
        }
        if (m_lines.contains(number->number())) {
            note(record, numberColumn(),
                 Error("import.number-twice",
                       {{QStringLiteral("number"), number->text()},
                        {QStringLiteral("line"), QString::number(m_lines.value(number->number()))}}));
            return;
        }
        m_lines.insert(number->number(), record.line);

        const Person before = m_byNumber.value(number->number());
        Person person = before;
        if (!before.id)
            person.controlNumber = *number;
        if (!fill(person, record))
            return;
        if (!before.id && isExportedContact(person))
            person.kind = PersonKind::ExternalContact;
        const bool tookOver = person.kind == PersonKind::Employee && takeOverContact(person);
        keep(before, person, tookOver);
    }

    void keep(const Person& before, const Person& person, bool tookOver)
    {
        if (person == before) {
            ++(tookOver ? m_plan.report.changed : m_plan.report.unchanged);
            return;
        }
        ++(before.id || tookOver ? m_plan.report.changed : m_plan.report.added);
        m_plan.toSave.append(person);
    }

    // R-EXTERNAL: the first employee of the file with a contact's e-mail is that contact from now on.
    bool takeOverContact(Person& person)
    {
        const Person contact = m_contacts.take(addressKey(person.email));
        if (!contact.id)
            return false;
        if (person.id) {
            m_plan.handovers.append({contact.id, person.id});
            return true;
        }
        person.id = contact.id;
        if (!m_table.has(zoneColumn()))
            person.timeZone = contact.timeZone;
        return true;
    }

    bool fill(Person& person, const CsvRecord& record)
    {
        if (m_table.has(firstNameColumn()))
            person.firstName = m_table.field(record, firstNameColumn());
        if (m_table.has(lastNameColumn()))
            person.lastName = m_table.field(record, lastNameColumn());
        const bool email = fillEmail(person, record);
        const bool status = fillStatus(person, record);
        const bool zone = fillZone(person, record);
        return email && status && zone;
    }

    bool fillEmail(Person& person, const CsvRecord& record)
    {
        person.email = m_table.field(record, emailColumn());
        if (looksLikeAddress(person.email))
            return true;
        note(record, emailColumn(), refusedValue("import.email-invalid", person.email));
        return false;
    }

    bool fillStatus(Person& person, const CsvRecord& record)
    {
        const QString text = m_table.field(record, statusColumn());
        if (text.isEmpty())
            return true;
        const auto status = fromText<PersonStatus>(text.toLower().toUtf8());
        if (!status) {
            note(record, statusColumn(), refusedValue("import.status-unknown", text));
            return false;
        }
        person.status = *status;
        return true;
    }

    bool fillZone(Person& person, const CsvRecord& record)
    {
        if (!m_table.has(zoneColumn()))
            return true;
        person.timeZone = m_table.field(record, zoneColumn()).toUtf8();
        if (person.timeZone.isEmpty() || QTimeZone::isTimeZoneIdAvailable(person.timeZone))
            return true;
        note(record, zoneColumn(), refusedValue("import.zone-unknown", QString::fromUtf8(person.timeZone)));
        return false;
    }

    const CsvTable& m_table;
    QHash<qint64, Person> m_byNumber;
    QHash<QString, Person> m_contacts;
    QHash<qint64, int> m_lines;
    PeoplePlan m_plan;
};

QStringList allColumns()
{
    return {numberColumn(), firstNameColumn(), lastNameColumn(), emailColumn(), statusColumn(), zoneColumn()};
}

} // namespace

QByteArray peopleToCsv(const QList<Person>& people)
{
    QByteArray csv = csvLine(allColumns());
    for (const Person& person : people) {
        csv += csvLine({person.controlNumber.text(), person.firstName, person.lastName, person.email,
                        QString::fromLatin1(toText(person.status)), QString::fromUtf8(person.timeZone)});
    }
    return csv;
}

PeoplePlan planPeople(QByteArrayView csv, const QList<Person>& existing)
{
    PeoplePlan plan;
    const auto table = CsvTable::read(csv);
    if (!table) {
        plan.report.problems.append(problemOfFile(table.error()));
        return plan;
    }
    plan.report.remarks = unknownColumns(table->columns(), allColumns());
    for (const QString& column : {numberColumn(), emailColumn()}) {
        if (!table->has(column))
            plan.report.problems.append(
                problemOfFile(Error("csv.column-missing", {{QStringLiteral("column"), column}})));
    }
    if (!plan.report.isClean())
        return plan;
    PeoplePlan planned = Planner(*table, existing).plan();
    planned.report.remarks = plan.report.remarks;
    return planned;
}

} // namespace reserve
