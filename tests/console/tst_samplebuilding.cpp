// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/samplebuilding.h"
#include "models/items/requestsimulation.h"
#include "models/settings/settings.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr int spacesInFile = 14;
constexpr int peopleInFile = 24;

QList<Reservation> reservations(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.reservations().list({}, 1000); });
}

} // namespace

class TestSampleBuilding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsSpacesPeopleAndDecidedMeetings();
    void tellsNobody();
    void showsWhatThePagesExplain();
    void leavesMeetingsThatAreOverOut();
    void isAllOrNothing();
};

void TestSampleBuilding::bringsSpacesPeopleAndDecidedMeetings()
{
    TemporaryStore store;
    QVERIFY(loadSampleBuilding(store.store(), "Europe/Berlin").result().has_value());
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).size(), spacesInFile);
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.people().counts(); }).all, peopleInFile);
    const Settings settings(store.read([](const ReadUnit& unit) { return unit.settings().all(); }));
    QVERIFY(settings.consoleStarted());
    QCOMPARE(settings.timeZone(), QByteArray("Europe/Berlin"));
    const QList<Reservation> all = reservations(store);
    QVERIFY(!all.isEmpty());
    for (const Reservation& reservation : all) {
        QVERIFY(reservation.status == ReservationStatus::Accepted || reservation.status == ReservationStatus::Declined);
        QVERIFY(reservation.personId);
    }
}

void TestSampleBuilding::tellsNobody()
{
    TemporaryStore store;
    QVERIFY(loadSampleBuilding(store.store(), "Europe/Berlin").result().has_value());
    QVERIFY(store.read([](const ReadUnit& unit) { return unit.outbox().page({}, {}, 10); }).isEmpty());
}

// "Two people share an e-mail, one has no time zone", says the first start.
void TestSampleBuilding::showsWhatThePagesExplain()
{
    TemporaryStore store;
    QVERIFY(loadSampleBuilding(store.store(), "Europe/Berlin").result().has_value());
    const PersonCounts counts = store.read([](const ReadUnit& unit) { return unit.people().counts(); });
    QVERIFY(counts.sameEmailTwice > 0);
    QVERIFY(counts.withoutTimeZone > 0);
    const RequestSimulation unknown = store.read(
        [](const ReadUnit& unit) { return simulateRequest(unit, QStringLiteral("somebody@northgate.example")); });
    QVERIFY(!unknown.facts.requesterMatch);
    QVERIFY(unknown.facts.defaultUser);
}

void TestSampleBuilding::leavesMeetingsThatAreOverOut()
{
    TemporaryStore store; // its clock stands on a Wednesday morning
    QVERIFY(loadSampleBuilding(store.store(), "UTC").result().has_value());
    for (const Reservation& reservation : reservations(store))
        QVERIFY(reservation.time.end > store.clock().now());
}

void TestSampleBuilding::isAllOrNothing()
{
    TemporaryStore store;
    store.addPerson(100002, QStringLiteral("somebody.else@mycompany.com"));
    store.addSpace(QStringLiteral("Hall"), QStringLiteral("cr1@reserve.northgate.example"));
    const auto done = loadSampleBuilding(store.store(), "Europe/Berlin").result();
    const auto spaces = store.read([](const ReadUnit& unit) { return unit.spaces().all(); });
    QCOMPARE(spaces.size(), done ? spacesInFile : 1);
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.people().counts(); }).all, done ? peopleInFile : 1);
}

QTEST_GUILESS_MAIN(TestSampleBuilding)
#include "tst_samplebuilding.moc"
