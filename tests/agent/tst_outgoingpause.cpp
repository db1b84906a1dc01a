// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/secretstore.h"
#include "tests/support/agenthost.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace reserve;
using namespace reserve::test;

// R-RETRY: a password that the outgoing server refused is sent again where something was set otherwise, or a person
// asks for it, and by nothing else: some servers lock an account after a few refusals.
class TestOutgoingPause final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_host.reset();
        m_server.reset();
        m_desk.reset();
    }

    void ruleRetry_otherSettingsSendNoRefusedPassword();
    void ruleRetry_anotherUserIsTried();
    void ruleRetry_aPersonsRetryIsTried();
    void ruleRetry_thePasswordOfYesterdayPausesNothing();

private:
    CommandId ask(CommandKind kind)
    {
        Command command;
        command.kind = kind;
        command.actor = QStringLiteral("test");
        return m_desk->store().write([=](WriteUnit& unit) { return unit.commands().append(command); });
    }
    bool isDone(CommandId id)
    {
        const auto command = m_desk->store().read([id](const ReadUnit& unit) { return unit.commands().find(id); });
        return command.value().doneAt != Instant();
    }
    bool isAllDelivered()
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return std::all_of(entries.begin(), entries.end(),
                           [](const OutboxEntry& entry) { return entry.state == OutboxState::Done; });
    }
    void keepPassword(const char* password)
    {
        m_host->secrets().write(outgoingPasswordName, SecretString(password)).waitForFinished();
    }
    qsizetype signIns() const { return m_server->commands().count(QByteArray("AUTH")); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<RecordingSmtpServer> m_server;
    std::unique_ptr<AgentHost> m_host;
};

// Paused: one refusal, and two mails that wait.
void TestOutgoingPause::init()
{
    m_desk = std::make_unique<RequestDesk>();
    m_server = std::make_unique<RecordingSmtpServer>();
    QVERIFY(m_server->listen());
    m_server->demandCredentials(QStringLiteral("reserve"), QStringLiteral("right"));
    m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    m_desk->set(QStringLiteral("outgoing.user"), QStringLiteral("reserve"));
    m_desk->set(QStringLiteral("outgoing.port"), QString::number(m_server->port()));
    m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    m_host = std::make_unique<AgentHost>(m_desk->store().store());
    keepPassword("wrong");
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    const QByteArray request = composeMeeting(m_desk->meeting()).bytes;
    QCOMPARE(SmtpDialog::code(client.deliver("nour.abbas@mycompany.com", {"CR1@reserve.mycompany.com"}, request)), 250);
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_COMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("outbox.paused"));
    QCOMPARE(signIns(), 1);
}

void TestOutgoingPause::ruleRetry_otherSettingsSendNoRefusedPassword()
{
    for (const int days : {401, 402, 403}) {
        m_desk->set(QStringLiteral("store.keep-trace-days"), QString::number(days));
        const CommandId reload = ask(CommandKind::ReloadSettings);
        QTRY_VERIFY(isDone(reload));
    }
    QCOMPARE(signIns(), 1);
    keepPassword("right");
    ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(isAllDelivered());
    QCOMPARE(m_server->mails().size(), 2);
    // The refused one and the one that went well: whatever is tried meanwhile is tried with this entry.
    QCOMPARE(m_desk->outbox().first().attempts, 2);
}

void TestOutgoingPause::ruleRetry_anotherUserIsTried()
{
    m_desk->set(QStringLiteral("outgoing.user"), QStringLiteral("somebody-else"));
    QTRY_COMPARE(signIns(), 2);
}

void TestOutgoingPause::ruleRetry_aPersonsRetryIsTried()
{
    // The same password, which the server takes by now.
    m_server->demandCredentials(QStringLiteral("reserve"), QStringLiteral("wrong"));
    ask(CommandKind::RetryOutbox);
    QTRY_VERIFY(isAllDelivered());
    QCOMPARE(m_server->mails().size(), 2);
    QVERIFY(signIns() > 1);
}

// A new password is read while a mail is under way with the old one: what becomes of that says nothing of the new one.
void TestOutgoingPause::ruleRetry_thePasswordOfYesterdayPausesNothing()
{
    bool isMended = false;
    const auto mend = [this, &isMended] {
        if (std::exchange(isMended, true))
            return;
        keepPassword("right");
        const CommandId reload = ask(CommandKind::ReloadSettings);
        QTRY_VERIFY(isDone(reload));
        m_host->runOnItsThread([] {}); // what it heard of the secrets before
    };
    const QObject here;
    connect(m_server.get(), &RecordingSmtpServer::credentialsCame, &here, mend);
    keepPassword("of yesterday");
    ask(CommandKind::ReloadSettings);
    QTRY_VERIFY(isAllDelivered());
    QCOMPARE(m_server->mails().size(), 2);
    // Refused at the start, refused with the old password, and then well, without waiting for anything.
    QCOMPARE(m_desk->outbox().first().attempts, 3);
}

QTEST_GUILESS_MAIN(TestOutgoingPause)
#include "tst_outgoingpause.moc"
