// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/peoplecsv.h"
#include "models/exporting/peopleimport.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray head = "control_number,first_name,last_name,email,status,time_zone\r\n";

ImportReport import(TemporaryStore& store, const QByteArray& csv)
{
    return store.write([csv](WriteUnit& unit) { return importPeople(unit, csv, QStringLiteral("tester")); });
}

QList<Person> everybody(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.people().all(); });
}

Person contactOf(TemporaryStore& store, const QString& email)
{
    return store.write(
        [email](WriteUnit& unit) { return unit.people().createExternalContact(email, QStringLiteral("tester")); });
}

ReservationId reserveFor(TemporaryStore& store, PersonId person)
{
    const SpaceId space = store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Reservation reservation
        = reservationOf(space, "2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z", QStringLiteral("meeting-1"));
    reservation.personId = person;
    reservation.attendees = {Attendee{QStringLiteral("guest@visitor.example"), {}, {}, {}}};
    return store.write([reservation](WriteUnit& unit) { return unit.reservations().insert(reservation); });
}

Reservation reservation(TemporaryStore& store, ReservationId id)
{
    return store.read([id](const ReadUnit& unit) { return unit.reservations().find(id); }).value();
}

} // namespace

class TestPeopleCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importingTwiceChangesNothing();
    void missingColumnsKeepValuesAndMissingRowsStay();
    void rowProblemsAreListedAndNothingIsSaved();
    void controlNumbersCompareAsNumbers();
    void R_EXTERNAL_importTurnsAContactIntoTheEmployee();
    void R_EXTERNAL_anEmployeeWhoIsThereTakesTheContactsReservations();
    void anExportedContactStaysAContactInAnotherStore();
};

void TestPeopleCsv::importingTwiceChangesNothing()
{
    TemporaryStore store;
    const QByteArray csv = QByteArray(head
                                      + "100317,Nour,Abbas,nour.abbas@mycompany.com,active,Europe/Berlin\r\n"
                                        "099874,Petra,Lindqvist,petra@mycompany.com,Retired,\r\n");
    QCOMPARE(import(store, csv), (ImportReport{2, 0, 0, {}}));
    QCOMPARE(import(store, csv), (ImportReport{0, 0, 2, {}}));
    const QList<Person> people = everybody(store);
    QCOMPARE(people.size(), 2);
    QCOMPARE(people[0].controlNumber.text(), QStringLiteral("099874"));
    QCOMPARE(people[0].status, PersonStatus::Retired);
    QCOMPARE(people[1].timeZone, QByteArray("Europe/Berlin"));
    QCOMPARE(import(store, peopleToCsv(people)), (ImportReport{0, 0, 2, {}}));
}

void TestPeopleCsv::missingColumnsKeepValuesAndMissingRowsStay()
{
    TemporaryStore store;
    import(store,
           QByteArray(
               head + "1,Nour,Abbas,nour@x.example,active,Europe/Berlin\r\n2,Jonas,Holm,jonas@x.example,active,\r\n"));
    QCOMPARE(import(store, "email;control_number\nnour.abbas@x.example;1\n"), (ImportReport{0, 1, 0, {}}));
    const QList<Person> people = everybody(store);
    QCOMPARE(people.size(), 2);
    QCOMPARE(people[0].email, QStringLiteral("nour.abbas@x.example"));
    QCOMPARE(people[0].firstName, QStringLiteral("Nour"));
    QCOMPARE(people[0].timeZone, QByteArray("Europe/Berlin"));
}

void TestPeopleCsv::rowProblemsAreListedAndNothingIsSaved()
{
    TemporaryStore store;
    const ImportReport report = import(store,
                                       QByteArray(head
                                                  + "1,Nour,Abbas,nour@x.example,active,\r\n"
                                                    "A7,J,H,jonas@x.example,active,\r\n"
                                                    "3,J,H,jonas,away,Mars/Base\r\n"
                                                    "01,J,H,jonas@x.example,active,\r\n"));
    QStringList found;
    for (const RowProblem& problem : report.problems)
        found.append(QStringLiteral("%1 %2").arg(problem.line).arg(QString::fromLatin1(problem.reason.code)));
    const QStringList expected{QStringLiteral("3 import.number-invalid"), QStringLiteral("4 import.email-invalid"),
                               QStringLiteral("4 import.status-unknown"), QStringLiteral("4 import.zone-unknown"),
                               QStringLiteral("5 import.number-twice")};
    QCOMPARE(found, expected);
    QVERIFY(everybody(store).isEmpty());
}

void TestPeopleCsv::controlNumbersCompareAsNumbers()
{
    TemporaryStore store;
    import(store, QByteArray(head + "007,James,B,james@x.example,active,\r\n"));
    QCOMPARE(import(store, QByteArray(head + "7,James,B,james@x.example,active,\r\n")), (ImportReport{0, 0, 1, {}}));
    QCOMPARE(everybody(store).first().controlNumber.text(), QStringLiteral("007"));
}

void TestPeopleCsv::R_EXTERNAL_importTurnsAContactIntoTheEmployee()
{
    TemporaryStore store;
    const Person contact = contactOf(store, QStringLiteral("Lina@visitor.example"));
    const ReservationId id = reserveFor(store, contact.id);

    const QByteArray csv = QByteArray(head + "100900,Lina,Berg,lina@visitor.example,active,Europe/Berlin\r\n");
    QCOMPARE(import(store, csv), (ImportReport{0, 1, 0, {}}));

    const QList<Person> people = everybody(store);
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.first().id, contact.id);
    QCOMPARE(people.first().kind, PersonKind::Employee);
    QCOMPARE(people.first().controlNumber.text(), QStringLiteral("100900"));
    QCOMPARE(people.first().displayName(), QStringLiteral("Lina Berg"));
    QCOMPARE(reservation(store, id).personId, contact.id);
    QCOMPARE(import(store, csv), (ImportReport{0, 0, 1, {}}));
    // Never reused, also after its bearer became somebody else.
    QVERIFY(contactOf(store, QStringLiteral("other@visitor.example")).controlNumber > contact.controlNumber);
}

void TestPeopleCsv::R_EXTERNAL_anEmployeeWhoIsThereTakesTheContactsReservations()
{
    TemporaryStore store;
    import(store, QByteArray(head + "100900,Lina,Berg,lina@mycompany.com,active,\r\n"));
    const PersonId employee = everybody(store).first().id;
    const Person contact = contactOf(store, QStringLiteral("lina@visitor.example"));
    const ReservationId id = reserveFor(store, contact.id);

    const QByteArray csv = QByteArray(head + "100900,Lina,Berg,lina@visitor.example,active,\r\n");
    QCOMPARE(import(store, csv), (ImportReport{0, 1, 0, {}}));
    QCOMPARE(reservation(store, id).personId, employee);
    QCOMPARE(reservation(store, id).attendees.size(), 1);
    const auto matched
        = store.read([](const ReadUnit& unit) { return unit.people().match(QStringLiteral("lina@visitor.example")); });
    QVERIFY(matched.has_value());
    QCOMPARE(matched->id, employee);
    QCOMPARE(import(store, csv), (ImportReport{0, 0, 1, {}}));
}

void TestPeopleCsv::anExportedContactStaysAContactInAnotherStore()
{
    TemporaryStore first;
    contactOf(first, QStringLiteral("lina@visitor.example"));
    TemporaryStore second;
    import(second, peopleToCsv(everybody(first)));
    QCOMPARE(everybody(second).first().kind, PersonKind::ExternalContact);
}

QTEST_GUILESS_MAIN(TestPeopleCsv)
#include "tst_peoplecsv.moc"
