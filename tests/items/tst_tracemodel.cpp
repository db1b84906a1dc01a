// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/tracedetail.h"
#include "models/items/tracemodel.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

Trace traceOf(const QString& subject)
{
    Trace trace;
    trace.receivedAt = at("2026-11-18T08:00:00Z");
    trace.sender = QStringLiteral("nour.abbas@mycompany.com");
    trace.requester = trace.sender;
    trace.recipient = QStringLiteral("CR1@reserve.mycompany.com");
    trace.subject = subject;
    return trace;
}

TraceId append(TemporaryStore& store, const Trace& trace)
{
    return store.write([trace](WriteUnit& unit) { return unit.traces().append(trace); });
}

void appendMany(TemporaryStore& store, int count)
{
    store.write([count](WriteUnit& unit) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (const auto id = unit.traces().append(traceOf(QStringLiteral("Meeting %1").arg(i))); !id)
                return failure(id.error());
        }
        return {};
    });
}

QString shown(const TraceModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestTraceModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestStandFirstAndOlderComeByScrolling();
    void arrivalsComeInAtTheTopWithoutAReset();
    void aDecisionChangesItsRowInPlace();
    void whatNoLongerFitsTheFilterLeaves();
    void anEarlierFilterNeverWins();
    void pausedHoldsBackAndCounts();
    void aBurstLosesNothing();
    void readAnewItKeepsItsDepth();
    void rowsBeyondTheCacheAreReadAgain();
    void changesOfAnotherProcessArrive();
    void sortedOtherwiseTheStoreSorts();
    void sortedArrivalsComeInWhereTheyBelong();
    void sortedDecisionMovesItsRow();
    void sortingKeepsTheFilter();
    void sortedBurstLosesNothing();
    void backToNewestFirstItFollowsAgain();
    void privateOnesDoNotShowTheirSubject();
    void withoutASubjectItSaysSo();
    void theWayShowsWhereItWasRefused_data();
    void theWayShowsWhereItWasRefused();
};

void TestTraceModel::theWayShowsWhereItWasRefused_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<Station>("failed");
    QTest::newRow("recipient") << QByteArray("rcpt.unknown") << Station::Session;
    QTest::newRow("content") << QByteArray("smtp.mail-loop") << Station::Session;
    QTest::newRow("gate") << QByteArray("gate.domain-not-accepted") << Station::Matched;
}

void TestTraceModel::theWayShowsWhereItWasRefused()
{
    QFETCH(const QByteArray, code);
    TraceDetail detail;
    detail.row.trace.verdict = Verdict::Rejected;
    detail.row.trace.reason = {code, {}};
    QList<Station> failed;
    for (const TraceStation& station : wayOf(detail)) {
        if (station.state == TraceStation::State::Failed)
            failed.append(station.station);
    }
    QCOMPARE(failed.size(), 1);
    QTEST(failed.first(), "failed");
}

void TestTraceModel::privateOnesDoNotShowTheirSubject()
{
    TemporaryStore store;
    Trace held = traceOf(QStringLiteral("Secret merger"));
    held.state = TraceState::Held;
    held.verdict = Verdict::Held;
    held.isPrivate = true;
    append(store, held);
    TraceModel model(store.store());
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Private"));
}

void TestTraceModel::withoutASubjectItSaysSo()
{
    TemporaryStore store;
    Trace refused = traceOf({});
    refused.verdict = Verdict::Rejected;
    append(store, refused);
    append(store, traceOf({}));
    TraceModel model(store.store());
    QTRY_COMPARE(model.rowCount(), 2);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("No subject"));
    QTRY_COMPARE(shown(model, 1, TraceModel::SubjectColumn), QStringLiteral("–"));
}

void TestTraceModel::newestStandFirstAndOlderComeByScrolling()
{
    TemporaryStore store;
    appendMany(store, 450);
    store.reopen(); // nothing of what was just added is told again
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    QTRY_VERIFY(model.rowCount() >= 200);
    QCOMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Meeting 449"));
    QCOMPARE(model.total(), 450);
    // The tester fetches as well, and news may begin the list anew: asked until all is there.
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 450 && !model.canFetchMore({})));
    QCOMPARE(model.rowCount(), 450);
    QVERIFY(!model.canFetchMore({}));
    QTRY_COMPARE(shown(model, 449, TraceModel::SubjectColumn), QStringLiteral("Meeting 0"));
}

void TestTraceModel::arrivalsComeInAtTheTopWithoutAReset()
{
    TemporaryStore store;
    appendMany(store, 5);
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    const QPersistentModelIndex kept = model.index(2, 0);
    const qint64 keptId = model.idAt(2);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const TraceId id = append(store, traceOf(QStringLiteral("Fresh")));
    QTRY_COMPARE(model.rowCount(), 6);
    QCOMPARE(model.traceAt(0), id);
    QCOMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Fresh"));
    QCOMPARE(kept.row(), 3);
    QCOMPARE(model.idAt(kept.row()), keptId);
    QCOMPARE(model.total(), 6);
    QCOMPARE(resets.count(), 0);
}

void TestTraceModel::aDecisionChangesItsRowInPlace()
{
    TemporaryStore store;
    const SpaceId space = store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    Trace trace = traceOf(QStringLiteral("Review"));
    trace.id = append(store, trace);
    TraceModel model(store.store());
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(shown(model, 0, TraceModel::AnswerColumn), QStringLiteral("Waiting"));
    QCOMPARE(shown(model, 0, TraceModel::ExchangeColumn), QStringLiteral("Not told"));

    store.write([&](WriteUnit& unit) -> Result<void> {
        Reservation reservation
            = reservationOf(space, "2026-11-20T09:00:00Z", "2026-11-20T10:00:00Z", QStringLiteral("uid"));
        reservation.status = ReservationStatus::Tentative;
        reservation.exchangeState = ExchangeState::Queued;
        const auto id = unit.reservations().insert(reservation);
        if (!id)
            return failure(id.error());
        trace.state = TraceState::Done;
        trace.verdict = Verdict::Accepted;
        trace.spaceId = space;
        trace.reservationId = *id;
        return unit.traces().update(trace);
    });
    QTRY_COMPARE(shown(model, 0, TraceModel::AnswerColumn), QStringLiteral("Tentative"));
    QCOMPARE(shown(model, 0, TraceModel::SpaceColumn), QStringLiteral("CR1 Borealis"));
    QCOMPARE(model.rowCount(), 1);

    const ReservationId id = model.rowAt(0)->trace.reservationId;
    store.write(
        [id](WriteUnit& unit) { return unit.reservations().setExchangeState(id, ExchangeState::InExchange, {}); });
    QTRY_COMPARE(shown(model, 0, TraceModel::ExchangeColumn), QStringLiteral("In Exchange"));
}

void TestTraceModel::whatNoLongerFitsTheFilterLeaves()
{
    TemporaryStore store;
    Trace held = traceOf(QStringLiteral("Held"));
    held.state = TraceState::Held;
    held.verdict = Verdict::Held;
    held.id = append(store, held);
    append(store, traceOf(QStringLiteral("Waiting")));
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TraceFilter filter;
    filter.state = TraceState::Held;
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.traceAt(0), held.id);

    held.state = TraceState::Done;
    store.write([held](WriteUnit& unit) { return unit.traces().update(held); });
    QTRY_COMPARE(model.rowCount(), 0);
    held.state = TraceState::Held;
    store.write([held](WriteUnit& unit) { return unit.traces().update(held); });
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(model.total(), 1);
}

void TestTraceModel::anEarlierFilterNeverWins()
{
    TemporaryStore store;
    appendMany(store, 300);
    TraceModel model(store.store());
    for (int i = 0; i < 20; ++i) {
        TraceFilter filter;
        filter.text = QStringLiteral("Meeting %1").arg(280 + i);
        model.setFilter(filter);
    }
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Meeting 299"));
}

void TestTraceModel::pausedHoldsBackAndCounts()
{
    TemporaryStore store;
    appendMany(store, 3);
    TraceModel model(store.store());
    QTRY_VERIFY(model.isLoaded());
    model.setPaused(true);
    appendMany(store, 2);
    QTRY_COMPARE(model.heldBack(), 2);
    QCOMPARE(model.rowCount(), 3);
    model.setPaused(false);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(model.heldBack(), 0);
}

void TestTraceModel::aBurstLosesNothing()
{
    TemporaryStore store;
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    for (int i = 0; i < 20; ++i)
        appendMany(store, 50);
    QTRY_COMPARE(model.rowCount(), 1000);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.idAt(row) < model.idAt(row - 1));
    QCOMPARE(model.total(), 1000);
}

// More than is worth naming came: the list is read again, and who has scrolled down stays there.
void TestTraceModel::readAnewItKeepsItsDepth()
{
    TemporaryStore store;
    appendMany(store, 700);
    store.reopen(); // nothing of what was just added is told again
    TraceModel model(store.store());
    QTRY_VERIFY(model.isLoaded());
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 700));
    QVERIFY(model.rowAt(650));
    const QPersistentModelIndex kept = model.index(650, 0);
    const qint64 keptId = model.idAt(650);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy loaded(&model, &IdTableModel::loaded);
    appendMany(store, 3000);
    QTRY_COMPARE(model.total(), 3700);
    QTRY_VERIFY(model.rowCount() >= 3700 || !model.canFetchMore({}));
    QCOMPARE(model.rowCount(), 3700);
    QCOMPARE(resets.count(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(model.idAt(kept.row()), keptId);
    QVERIFY(model.rowAt(kept.row())); // and needs not be read again
    QVERIFY(loaded.count() >= 1);
}

void TestTraceModel::rowsBeyondTheCacheAreReadAgain()
{
    TemporaryStore store;
    appendMany(store, 4600);
    store.reopen(); // nothing of what was just added is told again
    TraceModel model(store.store());
    QTRY_VERIFY(model.isLoaded());
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 4600));
    QVERIFY(!model.rowAt(0)); // pushed out by those after it
    QTRY_VERIFY(model.rowAt(0));
    QCOMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Meeting 4599"));
}

void TestTraceModel::changesOfAnotherProcessArrive()
{
    TemporaryStore store;
    TraceModel model(store.store());
    QTRY_VERIFY(model.isLoaded());
    const auto other = store.openAnother();
    const auto written = other->write(WritePriority::Normal, [](WriteUnit& unit) {
        return unit.traces().append(traceOf(QStringLiteral("From elsewhere")));
    });
    QVERIFY(written.result().has_value());
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("From elsewhere"));
}

void TestTraceModel::sortedOtherwiseTheStoreSorts()
{
    TemporaryStore store;
    appendMany(store, 450);
    store.reopen();
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    model.sort(TraceModel::SubjectColumn, Qt::AscendingOrder);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("Meeting 0"));
    QVERIFY(!model.isNewestFirst());
    QVERIFY(!model.headerData(TraceModel::SubjectColumn, Qt::Horizontal, Qt::AccessibleDescriptionRole)
                 .toString()
                 .isEmpty());
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 450 && !model.canFetchMore({})));
    QTRY_COMPARE(shown(model, 449, TraceModel::SubjectColumn), QStringLiteral("Meeting 99"));
    const auto allSubjects = [&model] {
        QStringList subjects;
        for (int row = 0; row < model.rowCount(); ++row)
            subjects.append(shown(model, row, TraceModel::SubjectColumn));
        return subjects;
    };
    QTRY_VERIFY(!allSubjects().contains(QString())); // a row is read when it is looked at
    const QStringList subjects = allSubjects();
    QVERIFY(std::is_sorted(subjects.begin(), subjects.end()));
    QCOMPARE(QSet<QString>(subjects.begin(), subjects.end()).size(), 450);
    model.sort(TraceModel::TimeColumn, Qt::AscendingOrder);
    QTRY_COMPARE(model.traceAt(0), TraceId{1});
}

void TestTraceModel::sortedArrivalsComeInWhereTheyBelong()
{
    TemporaryStore store;
    for (const char* subject : {"b", "d", "f"})
        append(store, traceOf(QString::fromLatin1(subject)));
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.sort(TraceModel::SubjectColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("f"));
    const QPersistentModelIndex kept = model.index(1, TraceModel::SubjectColumn);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    append(store, traceOf(QStringLiteral("E")));
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(shown(model, 1, TraceModel::SubjectColumn), QStringLiteral("E"));
    QCOMPARE(kept.row(), 2);
    QCOMPARE(kept.data().toString(), QStringLiteral("d"));
    QCOMPARE(model.total(), 4);
    QVERIFY(resets.isEmpty());
}

void TestTraceModel::sortedDecisionMovesItsRow()
{
    TemporaryStore store;
    const TraceId first = append(store, traceOf(QStringLiteral("one")));
    append(store, traceOf(QStringLiteral("two")));
    TraceModel model(store.store());
    model.sort(TraceModel::AnswerColumn, Qt::AscendingOrder);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(first.value), 1); // both wait: newest first
    store.write([first](WriteUnit& unit) -> Result<void> {
        Trace trace = unit.traces().find(first).value().value();
        trace.subject = QStringLiteral("one");
        trace.state = TraceState::Done;
        trace.verdict = Verdict::Accepted;
        return unit.traces().update(trace);
    });
    model.sort(TraceModel::AnswerColumn, Qt::DescendingOrder);
    QTRY_COMPARE(model.rowOf(first.value), 0);
    store.write([first](WriteUnit& unit) -> Result<void> {
        Trace trace = unit.traces().find(first).value().value();
        trace.state = TraceState::Waiting;
        trace.verdict.reset();
        return unit.traces().update(trace);
    });
    QTRY_COMPARE(model.rowOf(first.value), 1);
}

void TestTraceModel::sortingKeepsTheFilter()
{
    TemporaryStore store;
    for (const char* subject : {"apple 2", "pear", "apple 1"})
        append(store, traceOf(QString::fromLatin1(subject)));
    TraceModel model(store.store());
    TraceFilter filter;
    filter.text = QStringLiteral("apple");
    model.setFilter(filter);
    model.sort(TraceModel::SubjectColumn, Qt::AscendingOrder);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("apple 1"));
    QCOMPARE(model.rowCount(), 2);
    filter.text = QStringLiteral("p");
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(shown(model, 2, TraceModel::SubjectColumn), QStringLiteral("pear"));
}

void TestTraceModel::sortedBurstLosesNothing()
{
    TemporaryStore store;
    TraceModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.sort(TraceModel::SubjectColumn, Qt::AscendingOrder);
    QTRY_VERIFY(model.isLoaded());
    for (int batch = 0; batch < 20; ++batch) {
        appendMany(store, 40);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(model.total(), 800);
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 800));
    QStringList subjects;
    for (int row = 0; row < 800; ++row)
        QTRY_VERIFY(!shown(model, row, TraceModel::SubjectColumn).isEmpty());
    for (int row = 0; row < 800; ++row)
        subjects.append(shown(model, row, TraceModel::SubjectColumn));
    QVERIFY(std::is_sorted(subjects.begin(), subjects.end()));
}

void TestTraceModel::backToNewestFirstItFollowsAgain()
{
    TemporaryStore store;
    append(store, traceOf(QStringLiteral("b")));
    append(store, traceOf(QStringLiteral("a")));
    TraceModel model(store.store());
    model.sort(TraceModel::SubjectColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("b"));
    model.sort(TraceModel::TimeColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("a"));
    QVERIFY(model.isNewestFirst());
    append(store, traceOf(QStringLiteral("c")));
    QTRY_COMPARE(shown(model, 0, TraceModel::SubjectColumn), QStringLiteral("c"));
}

QTEST_GUILESS_MAIN(TestTraceModel)
#include "tst_tracemodel.moc"
