// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/connection.h"
#include "tests/support/agenthost.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

// What the store refuses while the agent starts, as on a full disk, is done once it takes it: nobody starts anew for
// it.
class TestStoreRefuses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
    }
    void cleanup()
    {
        m_host.reset();
        m_desk.reset();
    }

    void whatAnAgentHeldWhenItDiedIsDelivered();
    void commandsAreCarriedOut();

private:
    bool runInStore(const char* sql)
    {
        const auto connection = Connection::open(m_desk->store().location().file(), Connection::Role::Plain);
        return connection && (*connection)->run(QString::fromLatin1(sql)).has_value();
    }
    bool endRefusal() { return runInStore("DROP TRIGGER refusal"); }
    // Comes after whatever the agent wrote before: the writer keeps the order.
    void waitForTheWriter() { m_desk->set(QStringLiteral("store.keep-trace-days"), QStringLiteral("401")); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
};

void TestStoreRefuses::whatAnAgentHeldWhenItDiedIsDelivered()
{
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    const QByteArray request = composeMeeting(m_desk->meeting()).bytes;
    QCOMPARE(SmtpDialog::code(client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"}, request)), 250);
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QVERIFY(m_host->stop());
    const OutboxShare share{{m_desk->cr1(), OutboxWay::Exchange}, 10, 0};
    m_desk->store().write(
        [share](WriteUnit& unit) { return unit.outbox().take({share}, {10}, std::chrono::hours(24)); });
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Delivering);
    RecordingSmtpServer server;
    QVERIFY(server.listen());
    m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    m_desk->set(QStringLiteral("outgoing.port"), QString::number(server.port()));
    m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));

    QVERIFY(runInStore("CREATE TRIGGER refusal BEFORE UPDATE ON outbox WHEN OLD.state = 'delivering' "
                       "BEGIN SELECT RAISE(ABORT, 'store.refused'); END"));
    QVERIFY(m_host->start());
    waitForTheWriter();
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Delivering);
    QVERIFY(server.mails().isEmpty());
    QVERIFY(endRefusal());
    QTRY_COMPARE(server.mails().size(), 2);
    QTRY_COMPARE(m_desk->outbox().last().state, OutboxState::Done);
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Done);
}

void TestStoreRefuses::commandsAreCarriedOut()
{
    Command command;
    command.kind = CommandKind::ReloadSettings;
    command.actor = QStringLiteral("test");
    const CommandId id = m_desk->store().write([command](WriteUnit& unit) { return unit.commands().append(command); });
    const auto stored = [this, id] {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.commands().find(id); }).value();
    };
    QVERIFY(runInStore("CREATE TRIGGER refusal BEFORE UPDATE ON command "
                       "BEGIN SELECT RAISE(ABORT, 'store.refused'); END"));
    QVERIFY(m_host->start());
    waitForTheWriter();
    QCOMPARE(stored().takenAt, Instant());
    QVERIFY(endRefusal());
    QTRY_VERIFY(stored().doneAt != Instant());
    QVERIFY(stored().outcome.isEmpty());
}

QTEST_GUILESS_MAIN(TestStoreRefuses)
#include "tst_storerefuses.moc"
