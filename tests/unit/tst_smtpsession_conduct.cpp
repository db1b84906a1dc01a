// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/smtptalk.h"

#include <QtTest>

using namespace reserve;
using namespace std::chrono_literals;

// Cases of the SMTP catalogue, group K: what a peer may cost (those that need no socket).
class SmtpSessionConductTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case135_idle();
    void case135_tricklingCommandIsIdle();
    void case136_slowContent();
    void case136_slowChunk();
    void case136_totalTimeOfContent();
    void case136_fastEnoughContentGoesOn();
    void case137_outputStaysSmall();
    void case138_twentyErrors();
    void case138_hundredIdleCommands();
    void case138_refusedRecipientsHaveTheirOwnCount();
    void case138_messagesTakenForgive();
    void case139_foreignProtocols_data();
    void case139_foreignProtocols();
    void case141_shutDownWhenIdle();
    void case141_shutDownWhileAMessageIsOut();
    void case143_markupInEhloIsKeptAsText();
    void timeoutBeforeItsTimeDoesNothing();
    void repliesHoldNothingUnprintable();
    void longReplyTextIsBroken();
};

void SmtpSessionConductTest::case135_idle()
{
    SmtpTalk talk;
    talk.now += 1min;
    talk.say("NOOP\r\n");
    QCOMPARE(*talk.session.nextDeadline(), talk.now + 5min);
    talk.session.timeout(talk.now + 5min);
    QVERIFY(talk.session.takeOutput().startsWith("421 4.4.2 "));
    QVERIFY(talk.session.wantsClose());
    QVERIFY(!talk.session.nextDeadline());
    QCOMPARE(talk.reasons().last(), QByteArray("smtp.idle"));
}

void SmtpSessionConductTest::case135_tricklingCommandIsIdle()
{
    SmtpTalk talk;
    talk.say("NOOP\r\n");
    const MonotonicTime deadline = *talk.session.nextDeadline();
    for (int i = 0; i < 20; ++i) {
        talk.now += 10s;
        talk.say("N");
    }
    QCOMPARE(*talk.session.nextDeadline(), deadline);
}

void SmtpSessionConductTest::case136_slowContent()
{
    SmtpTalk talk;
    talk.openData();
    int octets = 0;
    while (!talk.session.wantsClose() && octets < 1'000) {
        talk.now += 10s;
        talk.session.timeout(talk.now);
        talk.say("x");
        ++octets;
    }
    QCOMPARE(octets, 31); // five minutes of grace and nothing earned since
    QCOMPARE(talk.reasons().last(), QByteArray("smtp.too-slow"));
    QVERIFY(talk.messages.isEmpty());
}

void SmtpSessionConductTest::case136_slowChunk()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<blue@rooms.example>\r\nBDAT 100000 LAST\r\n");
    for (int i = 0; i < 31; ++i) {
        talk.now += 10s;
        talk.session.timeout(talk.now);
        talk.say("x");
    }
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case136_totalTimeOfContent()
{
    SmtpLimits limits;
    limits.contentTotal = 10min;
    SmtpTalk talk(limits);
    talk.openData();
    const MonotonicTime start = talk.now;
    const QByteArray plenty = QByteArray(998, 'x') + "\r\n";
    while (talk.now < start + 10min && !talk.session.wantsClose()) {
        talk.say(plenty);
        talk.now += 1s;
        talk.session.timeout(talk.now);
    }
    QCOMPARE(talk.now, start + 10min);
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case136_fastEnoughContentGoesOn()
{
    SmtpTalk talk;
    talk.openData();
    const QByteArray line = QByteArray(598, 'x') + "\r\n";
    for (int i = 0; i < 1'800; ++i) { // half an hour at 600 octets a second
        talk.now += 1s;
        talk.session.timeout(talk.now);
        talk.say(line);
    }
    QVERIFY(talk.say(".\r\n").startsWith("250 "));
}

void SmtpSessionConductTest::case137_outputStaysSmall()
{
    // However much is pipelined, a session ends by its own counts before its replies grow large.
    SmtpTalk talk;
    talk.session.receive(QByteArray("NOOP\r\n").repeated(100'000), talk.now);
    QVERIFY(talk.session.takeOutput().size() < 8 * 1024);
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case138_twentyErrors()
{
    SmtpTalk talk;
    for (int i = 0; i < 19; ++i)
        QCOMPARE(SmtpTalk::codes(talk.say("FOO\r\n")), (QList<int>{500}));
    const QByteArray reply = talk.say("FOO\r\n");
    QCOMPARE(SmtpTalk::codes(reply), (QList<int>{500, 421}));
    QVERIFY(reply.contains("421 4.7.0 "));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case138_hundredIdleCommands()
{
    SmtpLimits limits;
    SmtpTalk talk(limits); // its EHLO was the first
    for (int i = 0; i < 98; ++i)
        QCOMPARE(SmtpTalk::codes(talk.say(i % 2 ? "NOOP\r\n" : "RSET\r\n")), (QList<int>{250}));
    QVERIFY(talk.say("NOOP\r\n").startsWith("421 4.7.0 "));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case138_refusedRecipientsHaveTheirOwnCount()
{
    SmtpTalk talk;
    talk.say("MAIL FROM:<a@b>\r\n");
    for (int i = 0; i < 99; ++i)
        QCOMPARE(SmtpTalk::codes(talk.say("RCPT TO:<x@elsewhere.example>\r\n")), (QList<int>{550}));
    QCOMPARE(SmtpTalk::codes(talk.say("RCPT TO:<x@elsewhere.example>\r\n")), (QList<int>{550, 421}));
}

void SmtpSessionConductTest::case138_messagesTakenForgive()
{
    SmtpTalk talk;
    for (int i = 0; i < 10; ++i) {
        talk.say(QByteArray("FOO\r\n").repeated(15));
        QVERIFY(talk.deliver("x").startsWith("250 "));
    }
    for (int i = 0; i < 300; ++i) {
        QVERIFY(talk.say("RSET\r\n").startsWith("250 "));
        QVERIFY(talk.deliver("x").startsWith("250 "));
    }
}

void SmtpSessionConductTest::case139_foreignProtocols_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("GET") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\nEHLO x\r\nMAIL FROM:<a@b>\r\n");
    QTest::newRow("POST") << QByteArray("POST / HTTP/1.1\r\n\r\nEHLO x\r\n");
    QTest::newRow("CONNECT") << QByteArray("CONNECT x:25 HTTP/1.1\r\n\r\n");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    QTest::newRow("TLS, first octet alone") << QByteArray("\x16");
}

void SmtpSessionConductTest::case139_foreignProtocols()
{
    QFETCH(const QByteArray, octets);
    SmtpTalk talk;
    const QByteArray reply = talk.say(octets);
    QCOMPARE(SmtpTalk::codes(reply), (QList<int>{421}));
    QVERIFY(talk.session.wantsClose());
    QCOMPARE(talk.reasons().last(), QByteArray("smtp.foreign-protocol"));
}

void SmtpSessionConductTest::case141_shutDownWhenIdle()
{
    SmtpTalk talk;
    talk.session.shutDown(talk.now);
    QVERIFY(talk.session.takeOutput().startsWith("421 4.3.2 "));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case141_shutDownWhileAMessageIsOut()
{
    SmtpTalk talk;
    talk.answersMessages = false;
    talk.deliver("x");
    talk.session.shutDown(talk.now);
    QCOMPARE(talk.session.takeOutput(), QByteArray());
    QVERIFY(!talk.session.wantsClose());
    talk.say("MAIL FROM:<next@b>\r\n");
    talk.session.finishMessage({250, "2.0.0", "Stored"}, talk.now);
    QCOMPARE(SmtpTalk::codes(talk.session.takeOutput()), (QList<int>{250, 421}));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionConductTest::case143_markupInEhloIsKeptAsText()
{
    SmtpTalk talk;
    QVERIFY(talk.say("EHLO <b>bold</b>\r\n").startsWith("250-"));
    const QList<SmtpEvent> events = talk.session.takeEvents();
    QCOMPARE(events.last().reason.arguments.value(QStringLiteral("name")), QStringLiteral("<b>bold</b>"));
    QVERIFY(talk.say("EHLO \x1b]0;title\a\r\n").startsWith("501 "));
}

void SmtpSessionConductTest::timeoutBeforeItsTimeDoesNothing()
{
    SmtpTalk talk;
    talk.session.timeout(talk.now + 299s);
    QCOMPARE(talk.session.takeOutput(), QByteArray());
    QVERIFY(!talk.session.wantsClose());
}

void SmtpSessionConductTest::repliesHoldNothingUnprintable()
{
    QCOMPARE(SmtpReply(550, "5.7.1", "a\rb\tc\xc3\xbc").toWire(), QByteArray("550 5.7.1 a?b?c??\r\n"));
}

void SmtpSessionConductTest::longReplyTextIsBroken()
{
    const QByteArray wire = SmtpReply(550, "5.7.1", QByteArray(1'000, 'x')).toWire();
    QCOMPARE(wire.count('\n'), 3);
    QCOMPARE(wire.count('x'), 1'000);
    for (const QByteArray& line : wire.split('\n'))
        QVERIFY(line.size() <= 511);
}

QTEST_APPLESS_MAIN(SmtpSessionConductTest)
#include "tst_smtpsession_conduct.moc"
