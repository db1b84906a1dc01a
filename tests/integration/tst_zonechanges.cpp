// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/zonechanges.h"
#include "tests/support/letter.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// As if Berlin had given up summer time.
std::optional<ZoneOffsets> withoutSummer(const QByteArray& zone, TimeRange years)
{
    const auto known = machineKnowledge(zone, years);
    if (!known || zone != "Europe/Berlin")
        return known;
    return ZoneOffsets::fromText(known->toText().split(' ').first(2).join(' '));
}

} // namespace

// When the zone rules of the machine change, the reservations that this concerns are listed.
class TestZoneChanges : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    int compare(const ZoneKnowledge& knowledge)
    {
        return m_desk->store().write([knowledge](WriteUnit& unit) { return noteZoneChanges(unit, knowledge); });
    }

    QList<ZoneShift> shifts()
    {
        return m_desk->store().read(
            [now = m_desk->clock().now()](const ReadUnit& unit) { return unit.zones().shifts(now); });
    }

    void reserve(const QByteArray& uid, const QByteArray& day, const QByteArray& zone)
    {
        Letter letter;
        letter.uid = uid;
        letter.recurrence.clear();
        letter.zone = ";TZID=" + zone;
        letter.start = day + "T160000";
        letter.end = day + "T170000";
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Accepted));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        reserve("winter", "20261201", "Europe/Berlin");
        reserve("summer", "20270415", "Europe/Berlin");
        reserve("elsewhere", "20270416", "Asia/Tokyo");
    }

    void nothingIsListedWhileNothingChanges()
    {
        QCOMPARE(compare(machineKnowledge), 0); // noted for the first time
        QCOMPARE(compare(machineKnowledge), 0);
        QVERIFY(shifts().isEmpty());
    }

    void T5_whatIsAtAnotherTimeOfDayIsListed()
    {
        compare(machineKnowledge);
        QCOMPARE(compare(withoutSummer), 1);
        const ZoneShift shift = shifts().constFirst();
        QCOMPARE(shift.zone, QByteArray("Europe/Berlin"));
        QCOMPARE(shift.offsetBefore, 7200);
        QCOMPARE(shift.offsetNow, 3600);
        const auto row = m_desk->store().read(
            [id = shift.reservationId](const ReadUnit& unit) { return unit.reservations().find(id); });
        QCOMPARE(row->uid, QStringLiteral("summer"));
        QCOMPARE(compare(withoutSummer), 0); // is noted, and stays listed
        QCOMPARE(shifts().size(), 1);
    }

    void whatItsOrganizerSendsAgainIsListedNoMore()
    {
        compare(machineKnowledge);
        compare(withoutSummer);
        m_desk->clock().advance(std::chrono::hours(1));
        Letter again;
        again.uid = "summer";
        again.sequence = 1;
        again.recurrence.clear();
        again.start = "20270415T150000";
        again.end = "20270415T160000";
        send(*m_desk, again);
        QVERIFY(shifts().isEmpty());
    }

    void offsetsAreKeptAsText()
    {
        const TimeRange years{at("2026-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z")};
        const QTimeZone berlin("Europe/Berlin");
        const auto read = ZoneOffsets::fromText(ZoneOffsets::of(berlin, years).toText());
        QVERIFY(read);
        for (Instant moment = years.start; moment < years.end; moment += std::chrono::hours(13))
            QCOMPARE(read->offsetAt(moment), std::optional(berlin.offsetFromUtc(toDateTime(moment))));
        QVERIFY(!read->offsetAt(years.end) && !read->offsetAt(years.start - Milliseconds(1)));
        for (const char* text : {"", "x", "1", "1 2", "1 2:", "1 x:3600"})
            QVERIFY2(!ZoneOffsets::fromText(text), text);
    }
};

QTEST_GUILESS_MAIN(TestZoneChanges)
#include "tst_zonechanges.moc"
