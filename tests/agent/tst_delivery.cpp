// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/messagereader.h"
#include "models/secrets/secretstore.h"
#include "tests/support/agenthost.h"
#include "tests/support/letter.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QSignalSpy>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";

} // namespace

// What leaves the outbox, over a real socket to a server that remembers.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_server = std::make_unique<RecordingSmtpServer>();
        QVERIFY(m_server->listen());
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
        m_desk->set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
        m_desk->set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
    }
    void cleanup()
    {
        m_host.reset();
        m_server.reset();
        m_desk.reset();
    }

    void ruleAnswer_acceptedIsToldOnce();
    void ruleConfirm_declinedGetsOneAnswer();
    void ruleRetry_withoutServerItWaitsVisibly();
    void ruleRetry_serverAwayAndBack();
    void ruleRetry_temporaryRefusalIsTriedAgain();
    void ruleRetry_permanentRefusalIsVisible();
    void ruleRetry_orderIsKeptPerMeeting();
    void ruleAnswer_onlyTheLastDecisionIsTold();
    void K4_whatWasCutOffAfterTheServersYesIsTheSameMailAgain_data();
    void K4_whatWasCutOffAfterTheServersYesIsTheSameMailAgain();
    void ruleRetry_refusedPasswordPauses();
    void missingSecretIsSaid();
    void whatAnAgentHeldWhenItDiedIsDelivered();
    void ruleConfirm_digestTellsWhatIsHeld();

private:
    void setServer()
    {
        m_desk->set(QStringLiteral("outgoing.port"), QString::number(m_server->port()));
        m_desk->set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
    }
    void request(const MeetingMail& mail)
    {
        SmtpDialog client(m_host->port());
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, composeMeeting(mail).bytes)), 250);
    }
    void request(const Letter& letter)
    {
        SmtpDialog client(m_host->port());
        client.open();
        QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, letter.mail())), 250);
    }
    QList<QByteArray> answeredSequences()
    {
        QList<QByteArray> sequences;
        for (const RecordedMail& recorded : m_server->mails()) {
            const auto read = readMessage(recorded.content);
            if (!read->calendar)
                continue;
            const qsizetype at = read->calendar->text.indexOf("SEQUENCE:");
            sequences.append(read->calendar->text.mid(at + 9, 1));
        }
        return sequences;
    }
    MeetingMail otherMeeting()
    {
        MeetingMail mail = m_desk->meeting();
        mail.uid = QStringLiteral("another-meeting@mycompany.com");
        return mail;
    }
    bool allIn(OutboxState state)
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return !entries.isEmpty()
            && std::all_of(entries.begin(), entries.end(), [state](const OutboxEntry& e) { return e.state == state; });
    }
    void retryNow() { m_desk->ask(CommandKind::RetryOutbox); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<RecordingSmtpServer> m_server;
    std::unique_ptr<AgentHost> m_host;
};

void TestDelivery::ruleAnswer_acceptedIsToldOnce()
{
    setServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
    // Both in one lane: the answer first.
    const RecordedMail answer = m_server->mails().at(0);
    const RecordedMail confirmation = m_server->mails().at(1);
    QCOMPARE(answer.sender, QStringLiteral("reserve@mycompany.com"));
    QCOMPARE(answer.recipients, QStringList{QString::fromLatin1(nour)});
    const auto read = readMessage(answer.content);
    QVERIFY(read.has_value());
    QCOMPARE(read->from.address, QString::fromLatin1(cr1));
    QVERIFY(read->calendar.has_value());
    QCOMPARE(read->calendar->method(), QByteArray("REPLY"));
    QVERIFY(read->calendar->text.contains("PARTSTAT=ACCEPTED"));
    QVERIFY(read->calendar->text.contains(m_desk->meeting().uid.toLatin1()));
    QCOMPARE(read->inReplyTo, QStringLiteral("request-1@mycompany.com"));
    QCOMPARE(read->autoSubmitted, QByteArray("auto-replied"));
    QVERIFY(!read->ownMark.isEmpty());

    const auto confirmed = readMessage(confirmation.content);
    QVERIFY(confirmed.has_value());
    QVERIFY(!confirmed->calendar.has_value());
    QCOMPARE(confirmed->from.address, QStringLiteral("reserve@mycompany.com"));
    QVERIFY(confirmation.content.contains("CR1 Borealis"));

    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::AnsweredByMail);
    m_host->stop();
    QVERIFY(m_host->start());
    request(otherMeeting()); // declined: one answer more
    QTRY_COMPARE(m_server->mails().size(), 3);
}

void TestDelivery::ruleConfirm_declinedGetsOneAnswer()
{
    setServer();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_server->mails().size(), 2);
    request(otherMeeting());
    QTRY_COMPARE(m_server->mails().size(), 3);
    const auto read = readMessage(m_server->mails().last().content);
    QVERIFY(read->calendar.has_value());
    QVERIFY(read->calendar->text.contains("PARTSTAT=DECLINED"));
    QVERIFY(read->subject.contains(QStringLiteral("Safety training")));
    // The nearest free rooms are offered in the text.
    QVERIFY(m_server->mails().last().content.contains("CR2 Aurora"));
}

void TestDelivery::ruleRetry_withoutServerItWaitsVisibly()
{
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_COMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("outbox.no-outgoing-server"));
    for (const OutboxEntry& entry : m_desk->outbox()) {
        QCOMPARE(entry.state, OutboxState::Waiting);
        QCOMPARE(entry.attempts, 0);
    }
    setServer();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
}

void TestDelivery::ruleRetry_serverAwayAndBack()
{
    setServer();
    m_server->close();
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(!m_desk->outbox().isEmpty() && m_desk->outbox().first().attempts == 1
                && m_desk->outbox().first().state == OutboxState::Waiting);
    const OutboxEntry waiting = m_desk->outbox().first();
    QCOMPARE(waiting.nextAttempt, m_desk->clock().now() + std::chrono::minutes(5));
    QVERIFY(!waiting.lastFailure.isEmpty());
    // Reserving goes on.
    QCOMPARE(m_desk->reservations().size(), 1);
    m_server = std::make_unique<RecordingSmtpServer>();
    QVERIFY(m_server->listen());
    setServer();
    m_desk->clock().advance(std::chrono::minutes(5));
    retryNow();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
}

void TestDelivery::ruleRetry_temporaryRefusalIsTriedAgain()
{
    setServer();
    m_server->answer("MAIL", "451 4.3.0 later");
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(!m_desk->outbox().isEmpty() && m_desk->outbox().first().attempts == 1
                && m_desk->outbox().first().state == OutboxState::Waiting);
    QVERIFY(m_desk->outbox().first().remoteText.contains(QStringLiteral("later")));
    m_server->answerAsUsual();
    m_desk->clock().advance(std::chrono::minutes(5));
    retryNow();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
}

void TestDelivery::ruleRetry_permanentRefusalIsVisible()
{
    setServer();
    m_server->answerRecipient(QString::fromLatin1(nour), "550 5.1.1 no such user");
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    QTRY_COMPARE(m_desk->outbox().first().state, OutboxState::Failed);
    QVERIFY(m_desk->outbox().first().remoteText.contains(QStringLiteral("no such user")));
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Failed);
    // It holds back only later work on the same meeting.
    QCOMPARE(m_desk->outbox().last().state, OutboxState::Waiting);
}

void TestDelivery::ruleRetry_orderIsKeptPerMeeting()
{
    QVERIFY(m_host->start());
    request(Letter());
    int sequence = 0;
    for (const char* date : {"20261211T160000", "20261120T160000", "20261204T160000", "20261127T160000"}) {
        ++sequence;
        Letter one = ofOccurrence(date, sequence, sequence);
        one.start.replace("T16", "T18");
        one.end.replace("T17", "T19");
        request(one);
    }
    QTRY_COMPARE(m_desk->outbox().size(), 10);
    setServer();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(answeredSequences(), (QList<QByteArray>{"0", "1", "2", "3", "4"}));
}

// R-ANSWER: what was decided before it could be told is told no more.
void TestDelivery::ruleAnswer_onlyTheLastDecisionIsTold()
{
    QVERIFY(m_host->start());
    MeetingMail mail = m_desk->meeting();
    request(mail);
    for (int sequence = 1; sequence <= 4; ++sequence) {
        mail.sequence = sequence;
        mail.range.start += std::chrono::hours(24);
        mail.range.end += std::chrono::hours(24);
        request(mail);
    }
    QTRY_COMPARE(m_desk->outbox().size(), 10);
    setServer();
    QTRY_COMPARE(m_server->mails().size(), 2);
    QTRY_COMPARE(m_desk->outbox().at(9).state, OutboxState::Done);
    QCOMPARE(answeredSequences(), QList<QByteArray>{"4"});
    for (const OutboxEntry& entry : m_desk->outbox().first(8)) {
        QCOMPARE(entry.state, OutboxState::GivenUp);
        QCOMPARE(entry.lastFailure.code, QByteArray("outbox.outdated"));
    }
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::AnsweredByMail);
}

void TestDelivery::K4_whatWasCutOffAfterTheServersYesIsTheSameMailAgain_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::newRow("before its answer") << QByteArray("CONTENT");
    QTest::newRow("before the message") << QByteArray("DATA");
}

// RFC 5321 4.5.4.1: who did not hear the last answer sends again. Whatever the server made of it, it can tell.
void TestDelivery::K4_whatWasCutOffAfterTheServersYesIsTheSameMailAgain()
{
    QFETCH(QByteArray, at);
    QByteArrayList offered;
    connect(m_server.get(), &RecordingSmtpServer::contentCame, this, [&] { offered.append(m_server->content()); });
    setServer();
    m_server->hangUpAt(at);
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_VERIFY(!m_desk->outbox().isEmpty() && m_desk->outbox().first().attempts == 1
                && m_desk->outbox().first().state == OutboxState::Waiting);
    QVERIFY(m_server->mails().isEmpty());
    m_server->answerAsUsual();
    m_desk->clock().advance(std::chrono::minutes(5));
    retryNow();
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
    const QByteArray answer = m_server->mails().first().content;
    QVERIFY(answer.contains(QByteArray('<' + m_desk->outbox().first().messageId.toLatin1() + '>')));
    QCOMPARE(offered.size(), at == "CONTENT" ? 3 : 2);
    QCOMPARE(offered.first(), answer); // to the byte: Message-ID, Date and all
}

void TestDelivery::ruleRetry_refusedPasswordPauses()
{
    m_server->demandCredentials(QStringLiteral("reserve"), QStringLiteral("right"));
    m_desk->set(QStringLiteral("outgoing.user"), QStringLiteral("reserve"));
    m_host->secrets().write(outgoingPasswordName, SecretString("wrong")).waitForFinished();
    QVERIFY(m_host->start());
    // Two meetings, so that neither waits for the other: both could be tried at once.
    request(m_desk->meeting());
    request(otherMeeting());
    QTRY_COMPARE(m_desk->outbox().size(), 3);
    setServer();
    QTRY_COMPARE(m_desk->outbox().last().lastFailure.code, QByteArray("outbox.paused"));
    // One refused password is one attempt, however much waits.
    QCOMPARE(m_server->commands().count(QByteArray("AUTH")), 1);
    m_host->secrets().write(outgoingPasswordName, SecretString("right")).waitForFinished();
    retryNow();
    QTRY_VERIFY(allIn(OutboxState::Done));
}

void TestDelivery::missingSecretIsSaid()
{
    m_desk->set(QStringLiteral("outgoing.user"), QStringLiteral("reserve"));
    setServer();
    QVERIFY(m_host->start());
    const auto status
        = [this] { return m_desk->store().read([](const ReadUnit& unit) { return unit.agent().status(); }); };
    QTRY_COMPARE(status().missingSecrets, QStringList{outgoingPasswordName});
    QCOMPARE(status().state, AgentState::Listening);
    m_desk->set(QStringLiteral("outgoing.user"), QString());
    QTRY_VERIFY(status().missingSecrets.isEmpty());
}

void TestDelivery::whatAnAgentHeldWhenItDiedIsDelivered()
{
    QVERIFY(m_host->start());
    request(m_desk->meeting());
    QTRY_COMPARE(m_desk->outbox().size(), 2);
    m_host->stop();
    m_desk->store().write([this](WriteUnit& unit) {
        return unit.outbox().take({{{m_desk->cr1(), OutboxWay::Exchange}, 10, 0}}, {10}, std::chrono::hours(24));
    });
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Delivering);
    setServer();
    QVERIFY(m_host->start());
    QTRY_VERIFY(allIn(OutboxState::Done));
    QCOMPARE(m_server->mails().size(), 2);
}

void TestDelivery::ruleConfirm_digestTellsWhatIsHeld()
{
    m_desk->set(QStringLiteral("notices.to"), QStringLiteral("facility@mycompany.com"));
    setServer();
    QVERIFY(m_host->start());
    SmtpDialog client(m_host->port());
    client.open();
    // Differs only in case: held.
    QCOMPARE(
        SmtpDialog::code(client.deliver(nour, {"cr1@reserve.mycompany.com"}, composeMeeting(m_desk->meeting()).bytes)),
        250);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->mails().size(), 1, 10000);
    const RecordedMail digest = m_server->mails().first();
    QCOMPARE(digest.recipients, QStringList{QStringLiteral("facility@mycompany.com")});
    QVERIFY(digest.content.contains("Safety training"));
    QTRY_COMPARE(m_desk->outbox().size(), 1);
    QCOMPARE(m_desk->outbox().first().kind, OutboxKind::Notice);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
