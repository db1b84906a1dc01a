// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/outboxmodel.h"
#include "models/items/shellstatuswatcher.h"
#include "tests/support/temporarystore.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

OutboxId append(TemporaryStore& store, const QString& recipient)
{
    OutboxEntry entry;
    entry.recipient = recipient;
    entry.createdAt = at("2026-11-18T08:00:00Z");
    entry.nextAttempt = at("2026-11-18T08:05:00Z");
    entry.payload = "mail";
    return store.write([entry](WriteUnit& unit) { return unit.outbox().append(entry); });
}

} // namespace

class TestOutboxModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWaitsAndHowItEnds();
    void aStateNarrowsTheList();
    void statusCountsFollow();
};

void TestOutboxModel::showsWhatWaitsAndHowItEnds()
{
    TemporaryStore store;
    OutboxModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(model.isLoaded());
    const OutboxId id = append(store, QStringLiteral("nour.abbas@mycompany.com"));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0), id);
    QCOMPARE(model.index(0, OutboxModel::StateColumn).data().toString(), QStringLiteral("Waiting"));
    QVERIFY(!model.index(0, OutboxModel::NextTryColumn).data().toString().isEmpty());

    store.write([id](WriteUnit& unit) {
        return unit.outbox().markFailed(id, {"mail.refused", {}}, QStringLiteral("550 no such user"));
    });
    QTRY_COMPARE(model.index(0, OutboxModel::StateColumn).data().toString(), QStringLiteral("Failed"));
    QVERIFY(model.index(0, OutboxModel::FailureColumn).data().toString().contains(QLatin1String("550 no such user")));
    QVERIFY(model.index(0, OutboxModel::NextTryColumn).data().toString().isEmpty());
}

void TestOutboxModel::aStateNarrowsTheList()
{
    TemporaryStore store;
    const OutboxId first = append(store, QStringLiteral("a@x.example"));
    append(store, QStringLiteral("b@x.example"));
    OutboxModel model(store.store());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setState(OutboxState::Waiting);
    QTRY_COMPARE(model.rowCount(), 2);
    store.write([first](WriteUnit& unit) { return unit.outbox().markDone(first); });
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.total(), 1);
    model.setState(std::nullopt);
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestOutboxModel::statusCountsFollow()
{
    TemporaryStore store;
    ShellStatusWatcher watcher(store.store());
    QCOMPARE(watcher.agentState(), AgentState::Stopped);
    append(store, QStringLiteral("a@x.example"));
    QTRY_COMPARE(watcher.figures().outbox.waiting, 1);
    QVERIFY(!watcher.figures().hasOutgoingServer);
    store.write([](WriteUnit& unit) {
        return unit.settings().set(QStringLiteral("outgoing.host"), QStringLiteral("mail.x.example"),
                                   QStringLiteral("t"));
    });
    QTRY_VERIFY(watcher.figures().hasOutgoingServer);

    store.write([&store](WriteUnit& unit) -> Result<void> {
        const auto lease = unit.agent().acquire(QStringLiteral("here"), store.clock().now(), std::chrono::seconds(30));
        if (!lease)
            return failure(lease.error());
        AgentStatus status;
        status.state = AgentState::Listening;
        status.address = QStringLiteral("127.0.0.1:8025");
        return unit.agent().say(status);
    });
    QTRY_COMPARE(watcher.agentState(), AgentState::Listening);
    // The lease ends by time alone: nobody says so.
    store.clock().advance(std::chrono::minutes(1));
    QTRY_COMPARE_WITH_TIMEOUT(watcher.agentState(), AgentState::Stopped, 10000);
}

QTEST_GUILESS_MAIN(TestOutboxModel)
#include "tst_outboxmodel.moc"
