// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/sessionmodel.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

SessionEvent said(qint64 number, qint64 session, const char* verb, int reply)
{
    SessionEvent one;
    one.number = number;
    one.sessionId = SessionId{session};
    one.at = at("2026-11-18T08:00:00Z") + std::chrono::seconds(number);
    one.peer = QStringLiteral("127.0.0.1:4%1").arg(session);
    one.verb = verb;
    one.argument = QByteArray(verb) == "EHLO" ? QStringLiteral("mail.mycompany.com") : QString();
    one.replyCode = reply;
    return one;
}

void append(TemporaryStore& store, const QList<SessionEvent>& events)
{
    store.write([events](WriteUnit& unit) { return unit.sessionEvents().append(events); });
}

void appendSessions(TemporaryStore& store, int count)
{
    QList<SessionEvent> events;
    for (int session = 1; session <= count; ++session) {
        events.append(said(2 * session - 1, session, "CONNECT", 220));
        events.append(said(2 * session, session, "EHLO", 250));
    }
    append(store, events);
}

QString shown(const SessionModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestSessionModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionGrowsInItsRow();
    void newestStandFirstAndOlderComeByScrolling();
    void numbersAreEndAligned();
    void retentionTakesRowsAway();
};

void TestSessionModel::aSessionGrowsInItsRow()
{
    TemporaryStore store;
    SessionModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    append(store, {said(1, 1, "CONNECT", 220), said(2, 1, "EHLO", 250)});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.sessionAt(0), SessionId{1});
    QCOMPARE(shown(model, 0, SessionModel::NameColumn), QStringLiteral("mail.mycompany.com"));
    QCOMPARE(shown(model, 0, SessionModel::LinesColumn), QStringLiteral("2"));
    QCOMPARE(shown(model, 0, SessionModel::EndColumn), QStringLiteral("Open"));

    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    append(store, {said(3, 1, "DATA", 354), said(4, 1, "MESSAGE", 250), said(5, 1, "QUIT", 221)});
    QTRY_COMPARE(shown(model, 0, SessionModel::LinesColumn), QStringLiteral("5"));
    QCOMPARE(shown(model, 0, SessionModel::MessagesColumn), QStringLiteral("1"));
    QCOMPARE(shown(model, 0, SessionModel::ReplyColumn), QStringLiteral("221"));
    QVERIFY(shown(model, 0, SessionModel::EndColumn) != QStringLiteral("Open"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(resets.count(), 0);
}

void TestSessionModel::newestStandFirstAndOlderComeByScrolling()
{
    TemporaryStore store;
    appendSessions(store, 450);
    store.reopen();
    SessionModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.sessionAt(0), SessionId{450});
    QCOMPARE(model.total(), 450);
    QTRY_VERIFY((model.fetchMore({}), model.rowCount() == 450));
    QCOMPARE(model.sessionAt(449), SessionId{1});
    QTRY_COMPARE(shown(model, 449, SessionModel::PeerColumn), QStringLiteral("127.0.0.1:41"));
}

void TestSessionModel::numbersAreEndAligned()
{
    TemporaryStore store;
    appendSessions(store, 1);
    SessionModel model(store.store());
    QTRY_COMPARE(model.rowCount(), 1);
    for (int column = 0; column < SessionModel::ColumnCount; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        const bool isNumber = column >= SessionModel::MessagesColumn && column <= SessionModel::ReplyColumn;
        const auto alignment = model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        QCOMPARE(alignment.testFlag(Qt::AlignTrailing), isNumber);
        const auto headAlignment
            = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
        QCOMPARE(headAlignment.testFlag(Qt::AlignTrailing), isNumber);
    }
}

void TestSessionModel::retentionTakesRowsAway()
{
    TemporaryStore store;
    appendSessions(store, 3);
    SessionModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(model.rowCount(), 3);
    store.write([](WriteUnit& unit) {
        return unit.sessionEvents().removeBefore(at("2026-11-18T08:00:04Z"), 100).map([](int) {});
    });
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.sessionAt(0), SessionId{3});
    QTRY_COMPARE(model.total(), 1);
}

QTEST_GUILESS_MAIN(TestSessionModel)
#include "tst_sessionmodel.moc"
