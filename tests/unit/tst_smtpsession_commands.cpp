// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/smtptalk.h"

#include <QtTest>

using namespace reserve;

// Cases of the SMTP catalogue, group A: greeting and commands (RFC 5321).
class SmtpSessionCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case001_greetsOnceAndWaits();
    void case002_ehloListsExtensions();
    void case003_heloIsOneLine();
    void case004_ehloWithoutName();
    void case005_ehloWithAddressLiterals();
    void case006_ehloWithWindowsHostName();
    void case007_secondEhloClearsEnvelope();
    void case008_verbsInAnyCase();
    void case009_trailingBlanks();
    void case010_unknownCommand();
    void case011_expnAndTurn();
    void case012_vrfyTellsNothing();
    void case013_noopLeavesTransaction();
    void case014_help();
    void case015_rsetClearsEnvelopeOnly();
    void case016_quitEndsEverything();
    void case017_closedInData();
    void case018_closedBeforeReply();
    void case019_mailBeforeEhlo();
    void case020_rcptBeforeMail();
    void case021_dataBeforeRcpt();
    void case022_mailTwice();
    void case023_nullReversePath();
    void case024_postmaster();
    void case025_sourceRoute();
    void case026_quotedLocalParts_data();
    void case026_quotedLocalParts();
    void case027_noBrackets();
    void case028_blankAfterColon();
    void case029_unknownParameter();
    void case030_parameterTwice();
    void case031_parameterAfterHelo();
    void case032_lengthOfPaths();
    void case033_commandOf512Octets();
    void case034_commandOf5000Octets();
    void case035_megabyteWithoutLineEnd();
    void case036_hundredRecipients();
    void case037_tooManyRecipients();
    void case038_recipientTwice();
    void case039_oneRecipientRefused();
    void case040_allRecipientsRefused();
    void case041_controlCharacters_data();
    void case041_controlCharacters();
    void case042_commandEndedByLineFeed();
    void case043_bareReturnInCommand();
    void case044_headerInjection();
    void startTlsAndAuthAreNotOffered();
    void recipientsThatCannotBeToldNow();
    void refusedRecipientTellsSenderAndRecipient();
    void busyAndDiskShortRefuseMail();
    void malformedPaths_data();
    void malformedPaths();
};

namespace {

SmtpSession freshSession(const TalkPolicy& policy)
{
    return SmtpSession(policy, {}, QByteArrayLiteral("mail.rooms.example"), {QStringLiteral("127.0.0.1"), 4711});
}

} // namespace

void SmtpSessionCommandsTest::case001_greetsOnceAndWaits()
{
    const TalkPolicy policy;
    SmtpSession session = freshSession(policy);
    session.greet(false, {});
    QCOMPARE(session.takeOutput(), QByteArray("220 mail.rooms.example Simple Mail Transfer Service Ready\r\n"));
    session.timeout(MonotonicTime{} + std::chrono::minutes(4));
    QCOMPARE(session.takeOutput(), QByteArray());
    QVERIFY(!session.wantsClose());
}

void SmtpSessionCommandsTest::case002_ehloListsExtensions()
{
    SmtpTalk talk;
    const QByteArray reply = talk.say("EHLO example.org\r\n");
    QCOMPARE(reply,
             QByteArray("250-mail.rooms.example\r\n250-PIPELINING\r\n250-SIZE 37748736\r\n250-8BITMIME\r\n"
                        "250-SMTPUTF8\r\n250-CHUNKING\r\n250 ENHANCEDSTATUSCODES\r\n"));
}

void SmtpSessionCommandsTest::case003_heloIsOneLine()
{
    SmtpTalk talk;
    QCOMPARE(talk.say("HELO example.org\r\n"), QByteArray("250 mail.rooms.example\r\n"));
}

void SmtpSessionCommandsTest::case004_ehloWithoutName()
{
    SmtpTalk talk;
    QVERIFY(talk.say("EHLO\r\n").startsWith("501 5.5.4 "));
    QVERIFY(talk.say("NOOP\r\n").startsWith("250 2.0.0 "));
}

void SmtpSessionCommandsTest::case005_ehloWithAddressLiterals()
{
    SmtpTalk talk;
    QVERIFY(talk.say("EHLO [127.0.0.1]\r\n").startsWith("250-"));
    QVERIFY(talk.say("EHLO [IPv6:::1]\r\n").startsWith("250-"));
}

void SmtpSessionCommandsTest::case006_ehloWithWindowsHostName()
{
    SmtpTalk talk;
    QVERIFY(talk.say("EHLO EXCH_01\r\n").startsWith("250-"));
}

void SmtpSessionCommandsTest::case007_secondEhloClearsEnvelope()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<ann@corp.example>\r\nRCPT TO:<blue@rooms.example>\r\n");
    QVERIFY(talk.say("EHLO again.example\r\n").startsWith("250-"));
    QVERIFY(talk.say("DATA\r\n").startsWith("503 5.5.1 "));
    QVERIFY(talk.say("MAIL FROM:<bob@corp.example>\r\n").startsWith("250 2.1.0 "));
}

void SmtpSessionCommandsTest::case008_verbsInAnyCase()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("eHlO x\r\nmail From:<a@b>\r\nRcPt tO:<c@rooms.example>\r\ndAtA\r\n")),
             (QList<int>{250, 250, 250, 354}));
}

void SmtpSessionCommandsTest::case009_trailingBlanks()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b>  \r\nRCPT TO:<c@rooms.example> \r\nDATA   \r\n")),
             (QList<int>{250, 250, 354}));
}

void SmtpSessionCommandsTest::case010_unknownCommand()
{
    SmtpTalk talk;
    QVERIFY(talk.say("FOOO\r\n").startsWith("500 5.5.1 "));
    QVERIFY(talk.say("\r\n").startsWith("500 5.5.1 "));
}

void SmtpSessionCommandsTest::case011_expnAndTurn()
{
    SmtpTalk talk;
    QVERIFY(talk.say("EXPN list\r\n").startsWith("502 5.5.1 "));
    QVERIFY(talk.say("TURN\r\n").startsWith("502 5.5.1 "));
}

void SmtpSessionCommandsTest::case012_vrfyTellsNothing()
{
    SmtpTalk talk;
    const QByteArray known = talk.say("VRFY blue@rooms.example\r\n");
    QVERIFY(known.startsWith("252 2.5.0 "));
    QCOMPARE(talk.say("VRFY nobody@rooms.example\r\n"), known);
}

void SmtpSessionCommandsTest::case013_noopLeavesTransaction()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("NOOP\r\n").startsWith("250 2.0.0 "));
    QVERIFY(talk.say("NOOP some text\r\n").startsWith("250 2.0.0 "));
    QVERIFY(talk.say("RCPT TO:<c@rooms.example>\r\n").startsWith("250 2.1.5 "));
}

void SmtpSessionCommandsTest::case014_help()
{
    SmtpTalk talk;
    QVERIFY(talk.say("HELP\r\n").startsWith("502 5.5.1 "));
}

void SmtpSessionCommandsTest::case015_rsetClearsEnvelopeOnly()
{
    const TalkPolicy policy;
    SmtpSession session = freshSession(policy);
    session.greet(false, {});
    session.takeOutput();
    session.receive("RSET\r\n", {});
    QVERIFY(session.takeOutput().startsWith("250 2.0.0 "));

    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b>\r\nRSET\r\nRCPT TO:<c@rooms.example>\r\nMAIL FROM:<a@b>\r\n")),
             (QList<int>{250, 250, 503, 250}));
}

void SmtpSessionCommandsTest::case016_quitEndsEverything()
{
    SmtpTalk talk;
    const QByteArray reply = talk.say("QUIT\r\nNOOP\r\n");
    QVERIFY(reply.startsWith("221 2.0.0 "));
    QCOMPARE(SmtpTalk::codes(reply), (QList<int>{221}));
    QVERIFY(talk.session.wantsClose());
    QCOMPARE(talk.say("NOOP\r\n"), QByteArray());
}

void SmtpSessionCommandsTest::case017_closedInData()
{
    SmtpTalk talk;
    talk.openData();
    talk.say("Subject: half a mess");
    talk.session.peerClosed(talk.now);
    QVERIFY(!talk.session.takeMessage());
    QCOMPARE(talk.reasons().last(), QByteArray("smtp.aborted"));
}

void SmtpSessionCommandsTest::case018_closedBeforeReply()
{
    SmtpTalk talk;
    talk.answersMessages = false;
    talk.deliver("Subject: x\r\n\r\nbody");
    talk.session.peerClosed(talk.now);
    QVERIFY(talk.session.takeMessage());
    QVERIFY(!talk.session.takeMessage());
}

void SmtpSessionCommandsTest::case019_mailBeforeEhlo()
{
    const TalkPolicy policy;
    SmtpSession session = freshSession(policy);
    session.greet(false, {});
    session.takeOutput();
    session.receive("MAIL FROM:<a@b>\r\n", {});
    QVERIFY(session.takeOutput().startsWith("503 5.5.1 "));
}

void SmtpSessionCommandsTest::case020_rcptBeforeMail()
{
    SmtpTalk talk;
    QVERIFY(talk.say("RCPT TO:<c@rooms.example>\r\n").startsWith("503 5.5.1 "));
}

void SmtpSessionCommandsTest::case021_dataBeforeRcpt()
{
    SmtpTalk talk;
    QVERIFY(talk.say("DATA\r\n").startsWith("503 5.5.1 "));
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("DATA\r\n").startsWith("503 5.5.1 "));
}

void SmtpSessionCommandsTest::case022_mailTwice()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<first@corp.example>\r\n");
    QVERIFY(talk.say("MAIL FROM:<second@corp.example>\r\n").startsWith("503 5.5.1 "));
    talk.say("RCPT TO:<blue@rooms.example>\r\nDATA\r\n");
    talk.say("\r\n.\r\n");
    QCOMPARE(talk.messages.size(), 1);
    QCOMPARE(talk.messages.first().envelope.reversePath, QByteArray("first@corp.example"));
}

void SmtpSessionCommandsTest::case023_nullReversePath()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<>\r\n").startsWith("250 2.1.0 "));
    talk.say("RCPT TO:<blue@rooms.example>\r\nDATA\r\n");
    talk.say("x\r\n.\r\n");
    QVERIFY(talk.messages.first().envelope.hasNullReversePath());
}

void SmtpSessionCommandsTest::case024_postmaster()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("RCPT TO:<postmaster>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<PostMaster>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<PostMaster@rooms.example>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<blue>\r\n").startsWith("501 5.1.3 "));
}

void SmtpSessionCommandsTest::case025_sourceRoute()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("RCPT TO:<@one.example,@two.example:blue@rooms.example>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<@one.example>\r\n").startsWith("501 5.1.3 "));
    talk.say("DATA\r\n");
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.recipients.first().address, QByteArray("blue@rooms.example"));
}

void SmtpSessionCommandsTest::case026_quotedLocalParts_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("blank") << QByteArray(R"("john smith"@rooms.example)");
    QTest::newRow("quote") << QByteArray(R"("a\"b"@rooms.example)");
    QTest::newRow("at") << QByteArray(R"("a@b"@rooms.example)");
    QTest::newRow("bracket") << QByteArray(R"("a>b"@rooms.example)");
    QTest::newRow("dots") << QByteArray(R"(a..b.@rooms.example)");
    QTest::newRow("mixed case") << QByteArray(R"(Room.Blue@Rooms.Example)");
}

void SmtpSessionCommandsTest::case026_quotedLocalParts()
{
    QFETCH(const QByteArray, address);
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<" + address + ">\r\n").startsWith("250 2.1.0 "));
    QVERIFY(talk.say("RCPT TO:<" + address + ">\r\n").startsWith("250 2.1.5 "));
    talk.say("DATA\r\n");
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.reversePath, address);
    QCOMPARE(talk.messages.first().envelope.recipients.first().address, address);
}

void SmtpSessionCommandsTest::case027_noBrackets()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:a@b\r\n").startsWith("501 5.1.7 "));
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("RCPT TO:blue@rooms.example\r\n").startsWith("501 5.1.3 "));
}

void SmtpSessionCommandsTest::case028_blankAfterColon()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM: <a@b>\r\n").startsWith("250 2.1.0 "));
    QCOMPARE(talk.reasons(), (QList<QByteArray>{"smtp.sender-with-blank"}));
    QVERIFY(talk.say("RCPT TO: <blue@rooms.example>\r\n").startsWith("250 2.1.5 "));
}

void SmtpSessionCommandsTest::case029_unknownParameter()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> FOO=BAR\r\n").startsWith("555 5.5.4 "));
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("250 2.1.0 "));
    QVERIFY(talk.say("RCPT TO:<blue@rooms.example> NOTIFY=NEVER\r\n").startsWith("555 5.5.4 "));
}

void SmtpSessionCommandsTest::case030_parameterTwice()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> SIZE=1 SIZE=2\r\n").startsWith("501 5.5.4 "));
    QVERIFY(talk.say("MAIL FROM:<a@b> SMTPUTF8 SMTPUTF8\r\n").startsWith("501 5.5.4 "));
}

void SmtpSessionCommandsTest::case031_parameterAfterHelo()
{
    SmtpTalk talk;
    talk.say("HELO old.example\r\n");
    QVERIFY(talk.say("MAIL FROM:<a@b> SIZE=10\r\n").startsWith("555 5.5.4 "));
    talk.openData();
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.protocolWord, QByteArray("SMTP"));
    QCOMPARE(talk.messages.first().envelope.heloName, QByteArray("old.example"));
}

void SmtpSessionCommandsTest::case032_lengthOfPaths()
{
    SmtpTalk talk;
    const QByteArray local(64, 'l');
    const QByteArray domain = QByteArray(251, 'd') + ".org";
    QCOMPARE(domain.size(), 255);
    QVERIFY(talk.say("MAIL FROM:<" + local + '@' + domain + ">\r\n").startsWith("250 2.1.0 "));
    QVERIFY(talk.say("RCPT TO:<" + local + "@rooms.example>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<" + QByteArray(200, 'l') + "@rooms.example>\r\n").startsWith("250 2.1.5 "));
    QVERIFY(talk.say("RCPT TO:<" + QByteArray(250, 'l') + "@rooms.example>\r\n").startsWith("501 5.1.3 "));
    QVERIFY(talk.say("RCPT TO:<u@" + QByteArray(256, 'd') + ">\r\n").startsWith("501 5.1.3 "));
}

void SmtpSessionCommandsTest::case033_commandOf512Octets()
{
    SmtpTalk talk;
    QByteArray command = "NOOP " + QByteArray(505, 'x') + "\r\n";
    QCOMPARE(command.size(), 512);
    QVERIFY(talk.say(command).startsWith("250 2.0.0 "));
    command = "NOOP " + QByteArray(2041, 'x') + "\r\n";
    QCOMPARE(command.size(), 2048);
    QVERIFY(talk.say(command).startsWith("250 2.0.0 "));
}

void SmtpSessionCommandsTest::case034_commandOf5000Octets()
{
    SmtpTalk talk;
    const QByteArray line = "NOOP " + QByteArray(4995, 'x') + "\r\n";
    const QByteArray replies = talk.say(line + "NOOP\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{500, 250}));
    QVERIFY(replies.startsWith("500 5.5.2 "));
    QCOMPARE(SmtpTalk::codes(talk.sayByteByByte(line + "NOOP\r\n")), (QList<int>{500, 250}));
}

void SmtpSessionCommandsTest::case035_megabyteWithoutLineEnd()
{
    SmtpTalk talk;
    const QByteArray segment(16 * 1024, 'x');
    QByteArray replies;
    for (int i = 0; i < 64; ++i)
        replies += talk.say(segment);
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{500, 421}));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionCommandsTest::case036_hundredRecipients()
{
    SmtpTalk talk;
    QByteArray commands = "MAIL FROM:<a@b>\r\n";
    for (int i = 0; i < 100; ++i)
        commands += "RCPT TO:<r" + QByteArray::number(i) + "@rooms.example>\r\n";
    QCOMPARE(SmtpTalk::codes(talk.say(commands)), QList<int>(101, 250));
    talk.say("DATA\r\n");
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.recipients.size(), 100);
    QCOMPARE(talk.messages.first().envelope.recipients.at(7).address, QByteArray("r7@rooms.example"));
}

void SmtpSessionCommandsTest::case037_tooManyRecipients()
{
    SmtpLimits limits;
    limits.recipients = 3;
    SmtpTalk talk(limits);
    talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<1@rooms.example>\r\nRCPT TO:<2@rooms.example>\r\nRCPT "
             "TO:<3@rooms.example>\r\n");
    QVERIFY(talk.say("RCPT TO:<4@rooms.example>\r\n").startsWith("452 4.5.3 "));
    QVERIFY(talk.say("DATA\r\n").startsWith("354 "));
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.recipients.size(), 3);
}

void SmtpSessionCommandsTest::case038_recipientTwice()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<c@rooms.example>\r\nRCPT TO:<c@rooms.example>\r\n"
                                      "RCPT TO:<C@rooms.example>\r\nDATA\r\n")),
             (QList<int>{250, 250, 250, 250, 354}));
    talk.say("x\r\n.\r\n");
    // Another spelling is another recipient: mailboxes of spaces compare with regard to case.
    QCOMPARE(talk.messages.first().envelope.recipients.size(), 2);
}

void SmtpSessionCommandsTest::case039_oneRecipientRefused()
{
    SmtpTalk talk;
    talk.policy.verdicts["gone@rooms.example"] = RecipientVerdict::Outcome::Unknown;
    const QByteArray replies = talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<blue@rooms.example>\r\n"
                                        "RCPT TO:<gone@rooms.example>\r\nDATA\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 250, 550, 354}));
    QVERIFY(replies.contains("550 5.1.1 "));
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.recipients.size(), 1);
    QCOMPARE(talk.messages.first().envelope.recipients.first().address, QByteArray("blue@rooms.example"));
}

void SmtpSessionCommandsTest::case040_allRecipientsRefused()
{
    SmtpTalk talk;
    const QByteArray replies = talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<x@elsewhere.example>\r\nDATA\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 550, 503}));
    QVERIFY(replies.contains("550 5.7.1 "));
}

void SmtpSessionCommandsTest::case041_controlCharacters_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("nul") << QByteArray("NOOP a\0b\r\n", 10);
    QTest::newRow("nul in address") << QByteArray("MAIL FROM:<a\0@b>\r\n", 18);
    QTest::newRow("escape") << QByteArray("EHLO \x1b[31mred\r\n");
    QTest::newRow("bell") << QByteArray("VRFY \a\r\n");
    QTest::newRow("delete") << QByteArray("NOOP \x7f\r\n");
}

void SmtpSessionCommandsTest::case041_controlCharacters()
{
    QFETCH(const QByteArray, command);
    SmtpTalk talk;
    const QByteArray reply = talk.say(command);
    QVERIFY(reply.startsWith("501 5.5.2 "));
    QCOMPARE(SmtpTalk::codes(reply + talk.say("NOOP\r\n")), (QList<int>{501, 250}));
    for (const char c : reply)
        QVERIFY(c == '\r' || c == '\n' || (c >= 0x20 && c < 0x7f));
    QCOMPARE(talk.reasons().first(), QByteArray("smtp.control-character"));
}

void SmtpSessionCommandsTest::case042_commandEndedByLineFeed()
{
    SmtpTalk talk;
    QVERIFY(talk.say("NOOP\n").startsWith("500 5.5.2 "));
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b>\nMAIL FROM:<c@d>\r\n")), (QList<int>{500, 250}));
}

void SmtpSessionCommandsTest::case043_bareReturnInCommand()
{
    SmtpTalk talk;
    QVERIFY(talk.say("NOOP\rNOOP\r\n").startsWith("501 5.5.2 "));
    QVERIFY(talk.say("NOOP\r\r\n").startsWith("501 5.5.2 "));
    QVERIFY(talk.say("NOOP\r\n").startsWith("250 "));
}

void SmtpSessionCommandsTest::case044_headerInjection()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b\rX: y>\r\n").startsWith("501 "));
    const QByteArray replies = talk.say("MAIL FROM:<a@b\r\nX: y>\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{501, 500}));
}

void SmtpSessionCommandsTest::startTlsAndAuthAreNotOffered()
{
    SmtpTalk talk;
    QVERIFY(talk.say("STARTTLS\r\n").startsWith("502 5.5.1 "));
    QVERIFY(talk.say("AUTH PLAIN AGEAYg==\r\n").startsWith("502 5.5.1 "));
    for (const SmtpEvent& event : talk.session.takeEvents())
        QVERIFY(event.reason.arguments.isEmpty());
}

void SmtpSessionCommandsTest::recipientsThatCannotBeToldNow()
{
    SmtpTalk talk;
    talk.policy.verdicts["later@rooms.example"] = RecipientVerdict::Outcome::Unavailable;
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("RCPT TO:<later@rooms.example>\r\n").startsWith("451 4.3.0 "));
}

void SmtpSessionCommandsTest::refusedRecipientTellsSenderAndRecipient()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<ann@corp.example>\r\nRCPT TO:<x@elsewhere.example>\r\n");
    const QList<SmtpEvent> events = talk.session.takeEvents();
    const SmtpEvent& refused = events.last();
    QCOMPARE(refused.verb, QByteArray("RCPT"));
    QCOMPARE(refused.replyCode, 550);
    QCOMPARE(refused.reason.code, QByteArray("test.elsewhere"));
    QCOMPARE(refused.reason.arguments.value(QStringLiteral("sender")), QStringLiteral("ann@corp.example"));
    QCOMPARE(refused.reason.arguments.value(QStringLiteral("recipient")), QStringLiteral("x@elsewhere.example"));
}

void SmtpSessionCommandsTest::busyAndDiskShortRefuseMail()
{
    SmtpTalk talk;
    talk.policy.state = IntakeState::Busy;
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("451 4.3.2 "));
    talk.policy.state = IntakeState::DiskShort;
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("452 4.3.1 "));
    talk.policy.state = IntakeState::Open;
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("250 2.1.0 "));
}

void SmtpSessionCommandsTest::malformedPaths_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::newRow("nothing") << QByteArray("FROM:");
    QTest::newRow("no keyword") << QByteArray("<a@b>");
    QTest::newRow("open bracket") << QByteArray("FROM:<");
    QTest::newRow("not closed") << QByteArray("FROM:<a@b");
    QTest::newRow("no domain") << QByteArray("FROM:<ann>");
    QTest::newRow("empty domain") << QByteArray("FROM:<ann@>");
    QTest::newRow("empty local part") << QByteArray("FROM:<@b>");
    QTest::newRow("blank inside") << QByteArray("FROM:<a b@c>");
    QTest::newRow("two ats") << QByteArray("FROM:<a@b@c>");
    QTest::newRow("open quote") << QByteArray("FROM:<\"a@b>");
    QTest::newRow("open quote at end") << QByteArray("FROM:<\"a\\");
    QTest::newRow("open literal") << QByteArray("FROM:<a@[127.0.0.1>");
    QTest::newRow("empty literal") << QByteArray("FROM:<a@[]>");
    QTest::newRow("no blank before parameter") << QByteArray("FROM:<a@b>SIZE=1");
    QTest::newRow("route without mailbox") << QByteArray("FROM:<@a:>");
}

void SmtpSessionCommandsTest::malformedPaths()
{
    QFETCH(const QByteArray, argument);
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL " + argument + "\r\n").startsWith("501 5."));
}

QTEST_APPLESS_MAIN(SmtpSessionCommandsTest)
#include "tst_smtpsession_commands.moc"
