// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/person.h"

#include <QHash>
#include <QList>

#include <optional>

namespace reserve {

class Connection;

// Which people a list shows, and in which order. Group and text narrow; text looks in name, e-mail and Control Number.
// Only by e-mail do those who share one come first.
struct PersonFilter
{
    enum class Group { All, Active, SameEmailTwice, WithoutTimeZone, ExternalContacts, Retired };
    enum class Order { Email, Number, Name, Status, TimeZone, Reservations };

    Group group = Group::All;
    QString text;
    Order order = Order::Email;
    bool descending = false;
};

struct PersonCounts
{
    int all = 0;
    int active = 0;
    int sameEmailTwice = 0; // e-mails that more than one person has
    int withoutTimeZone = 0;
    int externalContacts = 0;
    int retired = 0;
};

class PersonRepository final
{
public:
    explicit PersonRepository(Connection& connection);

    // R-MATCH, R-RETIRED, R-LOWEST-ID in one look-up: the active person with this e-mail (no regard to case) whose
    // Control Number is smallest as a number.
    Result<std::optional<Person>> match(const QString& email) const;
    Result<std::optional<Person>> find(PersonId id) const;
    Result<std::optional<Person>> findByControlNumber(const ControlNumber& number) const;
    Result<QList<Person>> withEmail(const QString& email) const; // all, retired too, smallest number first
    Result<QList<Person>> all() const;                           // by Control Number

    // Ids; those that are alike in the order asked for, by number.
    Result<QList<PersonId>> list(const PersonFilter& filter) const;
    Result<QList<Person>> byIds(const QList<PersonId>& ids) const; // in the order asked, missing ones left out
    Result<PersonCounts> counts() const;
    // Those that hold a space, past and to come.
    Result<QHash<PersonId, int>> reservationCounts(const QList<PersonId>& ids) const;

    // Inserts when id is none; writes nothing when nothing differs. Errors: person.control-number-invalid (email),
    // person.control-number-taken (number, person), person.email-invalid (email, number), person.time-zone-unknown
    // (zone, number), person.missing (id).
    Result<PersonId> save(const Person& person, const QString& actor);
    // R-EXTERNAL: next number from 900000001 on, never reused; e-mail = first name = last name. Answers the existing
    // contact when another request was faster.
    Result<Person> createExternalContact(const QString& email, const QString& actor);

private:
    Result<void> check(const Person& person) const;
    Result<PersonId> write(const Person& person);
    Result<ControlNumber> nextExternalNumber();

    Connection& m_connection;
};

} // namespace reserve
