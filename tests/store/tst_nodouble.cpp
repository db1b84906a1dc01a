// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"
#include "tests/support/temporarystore.h"

#include <QProcess>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

Result<ReservationId> tryInsert(Store& store, const Reservation& reservation)
{
    return store
        .write(WritePriority::Normal,
               [reservation](WriteUnit& unit) { return unit.reservations().insert(reservation); })
        .result();
}

} // namespace

// R-NO-DOUBLE: the database itself refuses it, whatever races.
class TestNoDouble : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;
    SpaceId m_space;

    Result<ReservationId> insert(const Reservation& reservation)
    {
        return tryInsert(m_temporary->store(), reservation);
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<TemporaryStore>();
        m_space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("CR1@reserve.example.com"));
    }

    void overlapsAreRefused_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char* name, const char* start, const char* end, bool refused) {
            QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end) << refused;
        };
        row("the same", "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", true);
        row("inside", "2026-12-01T10:15:00Z", "2026-12-01T10:30:00Z", true);
        row("around", "2026-12-01T09:00:00Z", "2026-12-01T12:00:00Z", true);
        row("into its start", "2026-12-01T09:30:00Z", "2026-12-01T10:00:00.001Z", true);
        row("into its end", "2026-12-01T10:59:59.999Z", "2026-12-01T11:30:00Z", true);
        row("touching before", "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", false);
        row("touching after", "2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z", false);
        row("weeks around", "2026-11-20T00:00:00Z", "2026-12-20T00:00:00Z", true);
        row("weeks before, touching", "2026-11-20T00:00:00Z", "2026-12-01T10:00:00Z", false);
    }

    void overlapsAreRefused()
    {
        QFETCH(const QString, start);
        QFETCH(const QString, end);
        QFETCH(const bool, refused);
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        const auto second
            = insert(reservationOf(m_space, qPrintable(start), qPrintable(end), QStringLiteral("second")));
        QCOMPARE(second.has_value(), !refused);
        if (refused) {
            QCOMPARE(second.error().code(), QByteArray("reservation.overlap"));
            QCOMPARE(second.error().arguments(),
                     (Arguments{{QStringLiteral("space"), QStringLiteral("CR1")},
                                {QStringLiteral("start"), QStringLiteral("2026-12-01T10:00:00Z")},
                                {QStringLiteral("end"), QStringLiteral("2026-12-01T11:00:00Z")}}));
        }
    }

    void aLongReservationHoldsItsLastDayToo()
    {
        QVERIFY(insert(reservationOf(m_space, "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z", QStringLiteral("year"))));
        const auto late
            = insert(reservationOf(m_space, "2026-12-30T22:00:00Z", "2026-12-30T23:00:00Z", QStringLiteral("late")));
        QCOMPARE(late.error().code(), QByteArray("reservation.overlap"));
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-31T00:00:00Z", "2026-12-31T01:00:00Z", QStringLiteral("after"))));
    }

    void setUpAndClearUpAreHeldToo()
    {
        Reservation first
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"));
        first.clearupMinutes = 15;
        QVERIFY(insert(first));
        const auto second
            = insert(reservationOf(m_space, "2026-12-01T11:10:00Z", "2026-12-01T12:00:00Z", QStringLiteral("second")));
        QCOMPARE(second.error().code(), QByteArray("reservation.overlap"));
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T11:15:00Z", "2026-12-01T12:00:00Z", QStringLiteral("third"))));
    }

    void anotherSpaceIsFree()
    {
        const SpaceId other = m_temporary->addSpace(QStringLiteral("CR2"), QStringLiteral("CR2@reserve.example.com"));
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        QVERIFY(insert(reservationOf(other, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("second"))));
    }

    void onlyWhatHoldsTheSlotCounts()
    {
        Reservation cancelled
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"));
        cancelled.status = ReservationStatus::Cancelled;
        const auto id = insert(cancelled);
        QVERIFY(id.has_value());
        for (const ReservationStatus status : {ReservationStatus::Tentative, ReservationStatus::Pending}) {
            Reservation holding = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z",
                                                QStringLiteral("holding %1").arg(int(status)));
            holding.status = status;
            QCOMPARE(insert(holding).has_value(), status == ReservationStatus::Tentative);
        }
        // What held nothing cannot come back over it either.
        Reservation again = cancelled;
        again.id = *id;
        again.status = ReservationStatus::Accepted;
        const auto revived = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.reservations().update(again); });
        QCOMPARE(revived.error().code(), QByteArray("reservation.overlap"));
    }

    void rowsThatAreNotExclusiveMayOverlap()
    {
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        Reservation shared
            = reservationOf(m_space, "2026-12-01T10:30:00Z", "2026-12-01T11:30:00Z", QStringLiteral("shared"));
        shared.exclusive = false;
        const auto id = insert(shared);
        QVERIFY(id.has_value());
        shared.id = *id;
        shared.exclusive = true;
        const auto made = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.reservations().update(shared); });
        QCOMPARE(made.error().code(), QByteArray("reservation.overlap"));
    }

    void movingOntoAnotherIsRefusedAndWithinItselfIsFine()
    {
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        Reservation moved
            = reservationOf(m_space, "2026-12-01T12:00:00Z", "2026-12-01T13:00:00Z", QStringLiteral("moved"));
        moved.id = insert(moved).value();
        const auto moveTo = [&](const char* start, const char* end) {
            moved.time = {at(start), at(end)};
            return m_temporary->tryWrite([=, this](WriteUnit& unit) { return unit.reservations().update(moved); });
        };
        QVERIFY(moveTo("2026-12-01T12:30:00Z", "2026-12-01T13:30:00Z").has_value());
        QCOMPARE(moveTo("2026-12-01T10:30:00Z", "2026-12-01T11:30:00Z").error().code(),
                 QByteArray("reservation.overlap"));
        QVERIFY(moveTo("2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z").has_value());
    }

    void aRefusalHarmsNothingElseOfItsUnit()
    {
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        const auto outcome = m_temporary->write([this](WriteUnit& unit) -> Result<bool> {
            const auto first = unit.traces().append(Trace());
            const auto refused = unit.reservations().insert(
                reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("second")));
            return first.has_value() && !refused && unit.traces().find(*first)->has_value();
        });
        QVERIFY(outcome);
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.traces().count({}); }), 1);
    }

    // Below the repositories: whoever writes the rows.
    void plainSqlIsRefusedToo()
    {
        QVERIFY(
            insert(reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("first"))));
        Reservation declined
            = reservationOf(m_space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("second"));
        declined.status = ReservationStatus::Declined;
        QVERIFY(insert(declined));
        const auto connection = Connection::open(m_temporary->location().file(), Connection::Role::Plain);
        QCOMPARE(
            (*connection)->run(QStringLiteral("UPDATE reservation SET status = 'accepted', holds = 1")).error().code(),
            QByteArray("reservation.overlap"));
        // The columns that the trigger reads cannot be made to lie.
        QCOMPARE((*connection)->run(QStringLiteral("UPDATE reservation SET holds = 0 WHERE holds = 1")).error().code(),
                 QByteArray("store.sql"));
        QCOMPARE((*connection)->run(QStringLiteral("UPDATE reservation SET held_end = held_end + 1")).error().code(),
                 QByteArray("store.sql"));
    }

    // C1 within a process: two stores, one slot, many rounds: exactly one wins each.
    void ofTwoStoresThatRaceOneWins()
    {
        const std::unique_ptr<Store> other = m_temporary->openAnother();
        for (int round = 0; round < 100; ++round) {
            Reservation wanted = reservationOf(m_space, "2026-12-01T00:00:00Z", "2026-12-01T01:00:00Z", {});
            wanted.time.start += std::chrono::hours(round);
            wanted.time.end += std::chrono::hours(round);
            QList<QFuture<Result<ReservationId>>> futures;
            for (int i = 0; i < 6; ++i) {
                wanted.uid = QStringLiteral("%1-%2").arg(round).arg(i);
                Store& store = i % 2 ? m_temporary->store() : *other;
                futures.append(store.write(WritePriority::Normal,
                                           [wanted](WriteUnit& unit) { return unit.reservations().insert(wanted); }));
            }
            const auto winners = std::count_if(futures.begin(), futures.end(),
                                               [](auto& future) { return future.result().has_value(); });
            QCOMPARE(winners, 1);
        }
    }

    // C1 between processes: each hour and a half, begun every hour, by three programs at once.
    void ofThreeProcessesThatRaceOneWins()
    {
        m_temporary->close();
        std::array<QProcess, 3> processes;
        for (std::size_t i = 0; i < processes.size(); ++i)
            processes[i].start(
                QStringLiteral(STORE_WRITER_PROGRAM),
                {m_temporary->location().file(), QStringLiteral("reserve"), QString::number(i), QStringLiteral("100")});
        qsizetype won = 0;
        for (QProcess& process : processes) {
            QVERIFY(process.waitForFinished(60000));
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
            won += process.readAllStandardOutput().count("won");
        }
        m_temporary->reopen();
        const auto rows = m_temporary->read([](const ReadUnit& unit) { return unit.reservations().list({}, 1000); });
        QCOMPARE(rows.size(), won);
        QVERIFY(won >= 50);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(!rows.at(i - 1).heldTime().overlaps(rows.at(i).heldTime()));
    }
};

QTEST_GUILESS_MAIN(TestNoDouble)
#include "tst_nodouble.moc"
