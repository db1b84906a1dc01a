// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/reservation.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("test");

Person person(const char* number, const char* email, PersonStatus status = PersonStatus::Active)
{
    Person result;
    result.controlNumber = *ControlNumber::fromText(QString::fromLatin1(number));
    result.firstName = QStringLiteral("Änne");
    result.lastName = QStringLiteral("No %1").arg(QString::fromLatin1(number));
    result.email = QString::fromLatin1(email);
    result.status = status;
    result.timeZone = "Europe/Berlin";
    return result;
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    Result<PersonId> save(const Person& someone)
    {
        return m_temporary->tryWrite([=](WriteUnit& unit) { return unit.people().save(someone, actor); });
    }
    std::optional<Person> match(const QString& email)
    {
        return m_temporary->read([=](const ReadUnit& unit) { return unit.people().match(email); });
    }
    QStringList list(const PersonFilter& filter)
    {
        return m_temporary->read([=](const ReadUnit& unit) -> Result<QStringList> {
            QStringList numbers;
            const auto people = unit.people().byIds(unit.people().list(filter).value()).value();
            for (const Person& someone : people)
                numbers.append(someone.controlNumber.text());
            return numbers;
        });
    }
    Person contactFor(const QString& email)
    {
        return m_temporary->write([=](WriteUnit& unit) { return unit.people().createExternalContact(email, actor); });
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void keepEveryField()
    {
        Person someone = person("007", "James@Example.com");
        someone.id = save(someone).value();
        const auto stored = m_temporary->read([&](const ReadUnit& unit) { return unit.people().find(someone.id); });
        QCOMPARE(stored, someone);
        QCOMPARE(stored->controlNumber.text(), QStringLiteral("007"));
    }

    // R-MATCH, R-LOWEST-ID, R-RETIRED
    void R_LOWEST_ID_theSmallestNumberWinsComparedAsANumber()
    {
        QVERIFY(save(person("100", "anna@example.com")).has_value());
        QVERIFY(save(person("20", "Anna@Example.com")).has_value());
        QVERIFY(save(person("3", "anna@example.com", PersonStatus::Retired)).has_value());
        QCOMPARE(match(QStringLiteral("ANNA@example.com"))->controlNumber.text(), QStringLiteral("20"));
    }

    void R_RETIRED_nobodyRetiredMatches()
    {
        QVERIFY(save(person("1", "anna@example.com", PersonStatus::Retired)).has_value());
        QVERIFY(!match(QStringLiteral("anna@example.com")));
        const auto all = m_temporary->read(
            [](const ReadUnit& unit) { return unit.people().withEmail(QStringLiteral("anna@example.com")); });
        QCOMPARE(all.size(), 1);
    }

    void aControlNumberStandsForOnePerson()
    {
        QVERIFY(save(person("7", "anna@example.com")).has_value());
        const auto refused = save(person("007", "bert@example.com"));
        QCOMPARE(refused.error().code(), QByteArray("person.control-number-taken"));
        QCOMPARE(refused.error().arguments().value(QStringLiteral("number")), QStringLiteral("007"));
    }

    void whatIsWrongIsNamed()
    {
        QCOMPARE(save(person("7", "no address")).error().code(), QByteArray("person.email-invalid"));
        Person someone = person("7", "anna@example.com");
        someone.timeZone = "Mars/Olympus";
        QCOMPARE(save(someone).error().code(), QByteArray("person.time-zone-unknown"));
        someone = person("7", "anna@example.com");
        someone.controlNumber = {};
        QCOMPARE(save(someone).error().code(), QByteArray("person.control-number-invalid"));
        someone = person("7", "anna@example.com");
        someone.id = PersonId{99};
        QCOMPARE(save(someone).error().code(), QByteArray("person.missing"));
    }

    // R-EXTERNAL
    void R_EXTERNAL_oneContactForOneAddress()
    {
        const Person first = contactFor(QStringLiteral("guest@elsewhere.example"));
        QCOMPARE(first.controlNumber.text(), QStringLiteral("900000001"));
        QCOMPARE(first.kind, PersonKind::ExternalContact);
        QCOMPARE(first.firstName, QStringLiteral("guest@elsewhere.example"));
        QCOMPARE(first.lastName, first.firstName);
        QCOMPARE(contactFor(QStringLiteral("GUEST@elsewhere.example")), first);
        QCOMPARE(match(QStringLiteral("Guest@Elsewhere.example")), first);
        QCOMPARE(contactFor(QStringLiteral("other@elsewhere.example")).controlNumber.number(), 900000002);
    }

    void R_EXTERNAL_numbersAreNeverReused()
    {
        Person contact = contactFor(QStringLiteral("guest@elsewhere.example"));
        // An import turns the contact into an employee with a number of his own.
        contact.kind = PersonKind::Employee;
        contact.controlNumber = ControlNumber::fromNumber(12);
        QCOMPARE(save(contact).value(), contact.id);
        QCOMPARE(contactFor(QStringLiteral("next@elsewhere.example")).controlNumber.number(), 900000002);
        QVERIFY(save(person("900000003", "employee@example.com")).has_value());
        QCOMPARE(contactFor(QStringLiteral("third@elsewhere.example")).controlNumber.number(), 900000004);
    }

    void R_EXTERNAL_twoRequestsThatRaceMakeOneContact()
    {
        const std::unique_ptr<Store> other = m_temporary->openAnother();
        for (int round = 0; round < 20; ++round) {
            QList<QFuture<Result<Person>>> futures;
            for (int i = 0; i < 6; ++i) {
                Store& store = i % 2 ? m_temporary->store() : *other;
                futures.append(store.write(WritePriority::Normal, [round](WriteUnit& unit) {
                    return unit.people().createExternalContact(QStringLiteral("guest%1@example.com").arg(round), actor);
                }));
            }
            QSet<PersonId> ids;
            for (auto& future : futures)
                ids.insert(future.result().value().id);
            QCOMPARE(ids.size(), 1);
        }
    }

    void standWithDoubledAddressesFirst()
    {
        for (const Person& someone :
             {person("5", "zoe@example.com"), person("4", "carl@example.com"), person("12", "anna@example.com"),
              person("9", "Zoe@example.com"), person("2", "bert@example.com", PersonStatus::Retired)})
            QVERIFY(save(someone).has_value());
        QCOMPARE(list({}),
                 (QStringList{QStringLiteral("5"), QStringLiteral("9"), QStringLiteral("12"), QStringLiteral("2"),
                              QStringLiteral("4")}));
        using Group = PersonFilter::Group;
        QCOMPARE(list({Group::SameEmailTwice, {}}), (QStringList{QStringLiteral("5"), QStringLiteral("9")}));
        QCOMPARE(list({Group::Retired, {}}), QStringList{QStringLiteral("2")});
        QCOMPARE(list({Group::Active, QStringLiteral("NO 12")}), QStringList{QStringLiteral("12")});
        QCOMPARE(list({Group::All, QStringLiteral("ÄNNE no 4")}), QStringList{QStringLiteral("4")});
        // Text that looks like a pattern is only text.
        QCOMPARE(list({Group::All, QStringLiteral("%")}), QStringList());
    }

    void areCounted()
    {
        QVERIFY(save(person("5", "zoe@example.com")).has_value());
        QVERIFY(save(person("9", "Zoe@example.com")).has_value());
        QVERIFY(save(person("2", "bert@example.com", PersonStatus::Retired)).has_value());
        const Person guest = contactFor(QStringLiteral("guest@example.com"));
        const PersonCounts counts = m_temporary->read([](const ReadUnit& unit) { return unit.people().counts(); });
        QCOMPARE(counts.all, 4);
        QCOMPARE(counts.active, 3);
        QCOMPARE(counts.sameEmailTwice, 1);
        QCOMPARE(counts.withoutTimeZone, 1);
        QCOMPARE(counts.externalContacts, 1);
        QCOMPARE(counts.retired, 1);

        const SpaceId space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@example.com"));
        m_temporary->write([&](WriteUnit& unit) {
            Reservation reservation
                = reservationOf(space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("uid"));
            reservation.personId = guest.id;
            return unit.reservations().insert(reservation);
        });
        const auto reservations = m_temporary->read([&](const ReadUnit& unit) {
            return unit.people().reservationCounts({guest.id, PersonId{1}});
        });
        QCOMPARE(reservations, (QHash<PersonId, int>{{guest.id, 1}}));
    }

    void leaveTheirTrailInTheAudit()
    {
        Person someone = person("5", "zoe@example.com");
        someone.id = save(someone).value();
        QVERIFY(save(someone).has_value());
        someone.status = PersonStatus::Retired;
        QVERIFY(save(someone).has_value());
        const auto rows = m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 10); });
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.first().before.contains("\"active\"") && rows.first().after.contains("\"retired\""));
        QCOMPARE(rows.first().key, QStringLiteral("5"));
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
