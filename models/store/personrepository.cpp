// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/personrepository.h"

#include "models/base/address.h"
#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/condition.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"

#include <QTimeZone>

namespace reserve {

namespace {

QString columns()
{
    return QStringLiteral("control_number_text, first_name, last_name, email, kind, status, time_zone");
}

QString selectPerson()
{
    return QStringLiteral("SELECT id, ") + columns() + QStringLiteral(" FROM person");
}

Person readPerson(Row& row)
{
    Person person;
    QString number;
    row >> person.id >> number >> person.firstName >> person.lastName >> person.email >> person.kind >> person.status
        >> person.timeZone;
    person.controlNumber = ControlNumber::fromText(number).value_or(ControlNumber());
    return person;
}

QString searchText(const Person& person)
{
    return QStringList{person.firstName, person.lastName, person.email, person.controlNumber.text()}
        .join(QLatin1Char(' '))
        .toLower();
}

// In the order of columns(), then number, key of the e-mail, text to search.
Bindings bindingsOf(const Person& person)
{
    return {person.controlNumber.text(),
            person.firstName,
            person.lastName,
            person.email,
            person.kind,
            person.status,
            Bound::utf8(person.timeZone),
            person.controlNumber.number(),
            addressKey(person.email),
            searchText(person)};
}

QString orderTerm(const PersonFilter& filter)
{
    using Order = PersonFilter::Order;
    const auto by = [&filter](const char* terms) -> QString { // not a string builder of what is gone by then
        return QLatin1String(terms) + (filter.descending ? QStringLiteral(" DESC") : QString());
    };
    switch (filter.order) {
    case Order::Email:
        return QStringLiteral("same_email > 1 DESC, ") + by("email_key");
    case Order::Number:
        return by("control_number");
    case Order::Name:
        return by("search"); // begins with the name, in small letters
    case Order::Status:
        return by("status = 'retired'") + QStringLiteral(", ") + by("kind = 'external-contact'");
    case Order::TimeZone:
        return by("time_zone");
    case Order::Reservations:
        return by("(SELECT count(*) FROM reservation WHERE person_id = person_list.id AND holds = 1)");
    }
    Q_UNREACHABLE();
}

void addGroup(Condition& condition, PersonFilter::Group group)
{
    using Group = PersonFilter::Group;
    switch (group) {
    case Group::All:
        return;
    case Group::Active:
        return condition.add(QStringLiteral("status = 'active'"));
    case Group::SameEmailTwice:
        return condition.add(QStringLiteral("same_email > 1"));
    case Group::WithoutTimeZone:
        return condition.add(QStringLiteral("time_zone = '' AND status = 'active'"));
    case Group::ExternalContacts:
        return condition.add(QStringLiteral("kind = 'external-contact'"));
    case Group::Retired:
        return condition.add(QStringLiteral("status = 'retired'"));
    }
}

} // namespace

PersonRepository::PersonRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<std::optional<Person>> PersonRepository::match(const QString& email) const
{
    return m_connection.row(selectPerson()
                                + QStringLiteral(" WHERE email_key = ? AND status = 'active' "
                                                 "ORDER BY control_number LIMIT 1"),
                            {addressKey(email)}, readPerson);
}

Result<std::optional<Person>> PersonRepository::find(PersonId id) const
{
    return m_connection.row(selectPerson() + QStringLiteral(" WHERE id = ?"), {id}, readPerson);
}

Result<std::optional<Person>> PersonRepository::findByControlNumber(const ControlNumber& number) const
{
    return m_connection.row(selectPerson() + QStringLiteral(" WHERE control_number = ?"), {number.number()},
                            readPerson);
}

Result<QList<Person>> PersonRepository::withEmail(const QString& email) const
{
    return m_connection.rows(selectPerson() + QStringLiteral(" WHERE email_key = ? ORDER BY control_number"),
                             {addressKey(email)}, readPerson);
}

Result<QList<Person>> PersonRepository::all() const
{
    return m_connection.rows(selectPerson() + QStringLiteral(" ORDER BY control_number"), {}, readPerson);
}

Result<QList<PersonId>> PersonRepository::list(const PersonFilter& filter) const
{
    Condition condition;
    addGroup(condition, filter.group);
    condition.addContains(QStringLiteral("search"), filter.text);
    return m_connection.rows(
        QStringLiteral("SELECT id FROM (SELECT id, control_number, email_key, kind, status, time_zone, search, "
                       "count(*) OVER (PARTITION BY email_key) AS same_email FROM person) AS person_list")
            + condition.where() + QStringLiteral(" ORDER BY ") + orderTerm(filter) + QStringLiteral(", control_number"),
        condition.values(), [](Row& row) {
            PersonId id;
            row >> id;
            return id;
        });
}

Result<QList<Person>> PersonRepository::byIds(const QList<PersonId>& ids) const
{
    return m_connection
        .rows(selectPerson() + QStringLiteral(" WHERE id IN (SELECT value FROM json_each(?))"), {idsToJson(ids)},
              readPerson)
        .map([&](const QList<Person>& people) { return inOrderOf(ids, people); });
}

Result<PersonCounts> PersonRepository::counts() const
{
    return m_connection
        .row(
            QStringLiteral("SELECT count(*), ifnull(sum(status = 'active'), 0), "
                           "(SELECT count(*) FROM (SELECT 1 FROM person GROUP BY email_key HAVING count(*) > 1)), "
                           "ifnull(sum(time_zone = '' AND status = 'active'), 0), "
                           "ifnull(sum(kind = 'external-contact'), 0), ifnull(sum(status = 'retired'), 0) FROM person"),
            {},
            [](Row& row) {
                PersonCounts counts;
                row >> counts.all >> counts.active >> counts.sameEmailTwice >> counts.withoutTimeZone
                    >> counts.externalContacts >> counts.retired;
                return counts;
            })
        .map([](const std::optional<PersonCounts>& counts) { return counts.value_or(PersonCounts()); });
}

Result<QHash<PersonId, int>> PersonRepository::reservationCounts(const QList<PersonId>& ids) const
{
    QHash<PersonId, int> counts;
    const auto read = m_connection.rows(
        QStringLiteral("SELECT person_id, count(*) FROM reservation "
                       "WHERE person_id IN (SELECT value FROM json_each(?)) AND holds = 1 GROUP BY person_id"),
        {idsToJson(ids)}, [&](Row& row) {
            PersonId id;
            int count = 0;
            row >> id >> count;
            counts.insert(id, count);
            return true;
        });
    if (!read)
        return failure(read.error());
    return counts;
}

Result<void> PersonRepository::check(const Person& person) const
{
    if (person.controlNumber.text().isEmpty())
        return failure("person.control-number-invalid", {{QStringLiteral("email"), person.email}});
    if (!looksLikeAddress(person.email))
        return failure(
            "person.email-invalid",
            {{QStringLiteral("email"), person.email}, {QStringLiteral("number"), person.controlNumber.text()}});
    if (!person.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(person.timeZone))
        return failure("person.time-zone-unknown",
                       {{QStringLiteral("zone"), QString::fromUtf8(person.timeZone)},
                        {QStringLiteral("number"), person.controlNumber.text()}});
    const Result<std::optional<Person>> same = findByControlNumber(person.controlNumber);
    if (!same)
        return failure(same.error());
    if (*same && (*same)->id != person.id)
        return failure("person.control-number-taken",
                       {{QStringLiteral("number"), person.controlNumber.text()},
                        {QStringLiteral("person"), (*same)->displayName()}});
    return {};
}

Result<PersonId> PersonRepository::save(const Person& person, const QString& actor)
{
    if (const Result<void> fine = check(person); !fine)
        return failure(fine.error());
    const Result<std::optional<Person>> before = find(person.id);
    if (!before)
        return failure(before.error());
    if (person.id && !*before)
        return failure("person.missing", {{QStringLiteral("id"), QString::number(person.id.value)}});
    // Control Numbers compare as numbers; their spelling counts here.
    if (*before == person && (*before)->controlNumber.text() == person.controlNumber.text())
        return person.id;
    const Result<PersonId> written = write(person);
    if (!written)
        return written;
    m_connection.note(ChangeSubject::People, written->value);
    const Result<void> audited = AuditRepository(m_connection)
                                     .append({{},
                                              m_connection.now(),
                                              actor,
                                              "person",
                                              person.controlNumber.text(),
                                              *before ? auditJson(**before) : QByteArray(),
                                              auditJson(person)});
    if (!audited)
        return failure(audited.error());
    return *written;
}

Result<PersonId> PersonRepository::write(const Person& person)
{
    Bindings bindings = bindingsOf(person);
    if (!person.id)
        return m_connection
            .insert(QStringLiteral("INSERT INTO person (") + columns()
                        + QStringLiteral(", control_number, email_key, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    bindings)
            .map([](qint64 id) { return PersonId{id}; });
    bindings.append(person.id);
    return m_connection
        .run(QStringLiteral("UPDATE person SET (") + columns()
                 + QStringLiteral(", control_number, email_key, search) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"),
             bindings)
        .map([&](int) { return person.id; });
}

Result<ControlNumber> PersonRepository::nextExternalNumber()
{
    // An employee may have been imported with a number of this range: such a number is passed over.
    const Result<qint64> number = m_connection.number(
        QStringLiteral("WITH RECURSIVE free (number) AS (SELECT next FROM counter WHERE name = 'external-contact' "
                       "UNION ALL SELECT number + 1 FROM free "
                       "WHERE EXISTS (SELECT 1 FROM person WHERE control_number = number)) "
                       "SELECT max(number) FROM free"));
    if (!number)
        return failure(number.error());
    const Result<int> counted = m_connection.run(
        QStringLiteral("UPDATE counter SET next = ? WHERE name = 'external-contact'"), {*number + 1});
    if (!counted)
        return failure(counted.error());
    return ControlNumber::fromNumber(*number);
}

Result<Person> PersonRepository::createExternalContact(const QString& email, const QString& actor)
{
    const auto existing = m_connection.row(
        selectPerson()
            + QStringLiteral(" WHERE email_key = ? AND kind = 'external-contact' AND status = 'active' "
                             "ORDER BY control_number LIMIT 1"),
        {addressKey(email)}, readPerson);
    if (!existing)
        return failure(existing.error());
    if (*existing)
        return **existing;
    const Result<ControlNumber> number = nextExternalNumber();
    if (!number)
        return failure(number.error());
    Person contact;
    contact.controlNumber = *number;
    contact.firstName = contact.lastName = contact.email = email;
    contact.kind = PersonKind::ExternalContact;
    const Result<PersonId> id = save(contact, actor);
    if (!id)
        return failure(id.error());
    contact.id = *id;
    return contact;
}

} // namespace reserve
