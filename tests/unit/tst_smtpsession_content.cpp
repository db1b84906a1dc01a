// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/receivedline.h"
#include "tests/unit/smtptalk.h"

#include <QtTest>

using namespace reserve;

// Cases of the SMTP catalogue, group B: DATA and what may stand in it (RFC 5321, 5322).
class SmtpSessionContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case045_normalMessage();
    void case046_emptyMessage();
    void case047_dotsAreUnstuffed();
    void case048_endCutAnywhere();
    void case049_nextMailBehindTheEnd();
    void case050to056_otherEndsAreNoEnd_data();
    void case050to056_otherEndsAreNoEnd();
    void case057_smuggledCommandsAreContent_data();
    void case057_smuggledCommandsAreContent();
    void case058_bareLineFeedIsKeptAndFound();
    void case059_lineOf998Octets();
    void case060_longLines();
    void case061_overLimitWithoutSize();
    void refusedContentWaitsForItsOwner();
    void case062_eightBitUndeclared();
    void case063_nulIsKept();
    void case064_oneReceivedLine();
    void case065_B1_mailLoop();
    void case067_manyHeaderLines();
    void bareReturnIsFound_data();
    void bareReturnIsFound();
    void messageIsHandedOutOnceAndInputWaits();
    void refusedMessageLeavesSessionReady();
    void answer421ClosesTheSession();
    void receivedLineTakesNothingForGranted();
    void randomCutsGiveTheSameContent();
};

void SmtpSessionContentTest::case045_normalMessage()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<ann@corp.example> SIZE=30 BODY=8BITMIME\r\n").startsWith("250 2.1.0 "));
    talk.say("RCPT TO:<blue@rooms.example>\r\n");
    QVERIFY(talk.say("DATA\r\n").startsWith("354 "));
    QCOMPARE(talk.say("Subject: x\r\n\r\nbody\r\n.\r\n"), QByteArray("250 2.0.0 Stored as m1\r\n"));
    const ReceivedMessage& message = talk.messages.first();
    QCOMPARE(message.content, QByteArray("Subject: x\r\n\r\nbody\r\n"));
    QCOMPARE(message.findings, ContentFindings());
    QCOMPARE(message.envelope.declaredSize, std::optional<qint64>(30));
    QCOMPARE(message.envelope.bodyType, BodyType::EightBitMime);
    QCOMPARE(message.envelope.protocolWord, QByteArray("ESMTP"));
    QCOMPARE(message.envelope.heloName, QByteArray("client.example"));
    QCOMPARE(message.envelope.peer.address, QStringLiteral("127.0.0.1"));
    QCOMPARE(message.envelope.recipients.first().reason.code, QByteArray("test.known"));
    QVERIFY(!message.envelope.chunked);
}

void SmtpSessionContentTest::case046_emptyMessage()
{
    SmtpTalk talk;
    talk.openData();
    QVERIFY(talk.say(".\r\n").startsWith("250 2.0.0 "));
    QCOMPARE(talk.messages.first().content, QByteArray());
}

void SmtpSessionContentTest::case047_dotsAreUnstuffed()
{
    SmtpTalk talk;
    talk.deliver("..x\r\n...\r\n.x\r\nx.\r\n..\r\n.. \r\na.b\r\n\r\n..");
    QCOMPARE(talk.messages.first().content, QByteArray(".x\r\n..\r\nx\r\nx.\r\n.\r\n. \r\na.b\r\n\r\n.\r\n"));
}

void SmtpSessionContentTest::case048_endCutAnywhere()
{
    const QByteArray wire = "a\r\n..b\r\r\n.\rc\r\n.\r\nNOOP\r\n";
    for (qsizetype cut = 0; cut <= wire.size(); ++cut) {
        SmtpTalk talk;
        talk.openData();
        QByteArray replies = talk.say(wire.first(cut));
        replies += talk.say(wire.sliced(cut));
        QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 250}));
        QCOMPARE(talk.messages.first().content, QByteArray("a\r\n.b\r\r\n\rc\r\n"));
    }
    SmtpTalk talk;
    talk.openData();
    QCOMPARE(SmtpTalk::codes(talk.sayByteByByte(wire)), (QList<int>{250, 250}));
    QCOMPARE(talk.messages.first().content, QByteArray("a\r\n.b\r\r\n\rc\r\n"));
}

void SmtpSessionContentTest::case049_nextMailBehindTheEnd()
{
    SmtpTalk talk;
    talk.openData();
    const QByteArray replies
        = talk.say("one\r\n.\r\nMAIL FROM:<b@corp.example>\r\nRCPT TO:<red@rooms.example>\r\nDATA\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 250, 250, 354}));
    talk.say("two\r\n.\r\n");
    QCOMPARE(talk.messages.size(), 2);
    QCOMPARE(talk.messages.at(1).envelope.reversePath, QByteArray("b@corp.example"));
    QCOMPARE(talk.messages.at(1).content, QByteArray("two\r\n"));
}

void SmtpSessionContentTest::case050to056_otherEndsAreNoEnd_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("kept"); // a dot that begins a line is taken away, whatever follows it
    const auto row = [](const char* name, QByteArray end, QByteArray kept) { QTest::newRow(name) << end << kept; };
    row("case050 LF.LF", "\n.\n", "\n.\n");
    row("case051 LF.CRLF", "\n.\r\n", "\n.\r\n");
    row("case052 CRLF.LF", "\r\n.\n", "\r\n\n");
    row("case053 CR.CR", "\r.\r", "\r.\r");
    row("case054 CR.CRLF", "\r.\r\n", "\r.\r\n");
    row("case055 CR.LF", "\r.\n", "\r.\n");
    row("case055 LF.CR", "\n.\r", "\n.\r");
    row("case055 CRLF.CR", "\r\n.\r", "\r\n\r");
    row("case056 CRLF NUL.CRLF", QByteArray("\r\n\0.\r\n", 6), QByteArray("\r\n\0.\r\n", 6));
    row("case056 CRLF.NUL CRLF", QByteArray("\r\n.\0\r\n", 6), QByteArray("\r\n\0\r\n", 5));
}

void SmtpSessionContentTest::case050to056_otherEndsAreNoEnd()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, kept);
    SmtpTalk talk;
    talk.openData();
    QCOMPARE(talk.say("body" + end), QByteArray());
    QCOMPARE(SmtpTalk::codes(talk.say("more\r\n.\r\n")), (QList<int>{250}));
    QCOMPARE(talk.messages.first().content, "body" + kept + "more\r\n");
}

void SmtpSessionContentTest::case057_smuggledCommandsAreContent_data()
{
    case050to056_otherEndsAreNoEnd_data();
}

void SmtpSessionContentTest::case057_smuggledCommandsAreContent()
{
    QFETCH(const QByteArray, end);
    const QByteArray wire = "one" + end
        + "MAIL FROM:<evil@corp.example>\r\nRCPT "
          "TO:<blue@rooms.example>\r\nDATA\r\nSubject: two\r\n\r\nx\r\n.\r\n";
    SmtpTalk whole;
    whole.openData();
    QCOMPARE(SmtpTalk::codes(whole.say(wire)), (QList<int>{250}));
    QCOMPARE(whole.messages.size(), 1);

    SmtpTalk steps;
    steps.openData();
    QCOMPARE(SmtpTalk::codes(steps.sayByteByByte(wire)), (QList<int>{250}));
    QCOMPARE(steps.messages.size(), 1);
    QCOMPARE(steps.messages.first().content, whole.messages.first().content);
}

void SmtpSessionContentTest::case058_bareLineFeedIsKeptAndFound()
{
    SmtpTalk talk;
    QVERIFY(talk.deliver("Subject: x\n\nbody\r\nend").startsWith("250 "));
    QCOMPARE(talk.messages.first().content, QByteArray("Subject: x\n\nbody\r\nend\r\n"));
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::BareLineFeed));
    QCOMPARE(findingCodes(talk.messages.first().findings), (QList<QByteArray>{"smtp.bare-line-feed"}));
}

void SmtpSessionContentTest::case059_lineOf998Octets()
{
    SmtpTalk talk;
    const QByteArray line(998, 'x');
    QVERIFY(talk.deliver(line).startsWith("250 "));
    QCOMPARE(talk.messages.first().content, line + "\r\n");
    QCOMPARE(talk.messages.first().findings, ContentFindings());
}

void SmtpSessionContentTest::case060_longLines()
{
    SmtpLimits limits;
    limits.contentLineOctets = 5'000;
    SmtpTalk talk(limits);
    const QByteArray line(5'000, 'x');
    QVERIFY(talk.deliver("a\r\n" + line + "\r\nb").startsWith("250 "));
    QCOMPARE(talk.messages.first().content, "a\r\n" + line + "\r\nb\r\n");
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::LongLine));

    const QByteArray longer = "a\r\n" + line + "x\r\nb";
    QVERIFY(talk.deliver(longer).startsWith("554 5.6.0 "));
    QCOMPARE(talk.messages.size(), 1);
    QCOMPARE(talk.refused.size(), 1);
    QCOMPARE(talk.refused.first().content, longer + "\r\n");
    QCOMPARE(talk.refused.first().refusal.code, QByteArray("smtp.content-line-too-long"));
    QCOMPARE(talk.refused.first().envelope.recipients.first().address, QByteArray("blue@rooms.example"));
    QVERIFY(talk.say("NOOP\r\n").startsWith("250 "));
}

void SmtpSessionContentTest::case061_overLimitWithoutSize()
{
    SmtpLimits limits;
    limits.messageOctets = 10'000;
    SmtpTalk talk(limits);
    talk.openData();
    QByteArray replies;
    for (int i = 0; i < 2'000; ++i)
        replies += talk.say("NOOP\r\nQUIT\r\n");
    QCOMPARE(replies, QByteArray());
    QVERIFY(talk.say(".\r\n").startsWith("552 5.3.4 "));
    QVERIFY(talk.messages.isEmpty());
    // Handed out as far as it was taken, and no further.
    QCOMPARE(talk.refused.size(), 1);
    QCOMPARE(talk.refused.first().content, QByteArray("NOOP\r\nQUIT\r\n").repeated(1'000).first(10'000));
    QCOMPARE(talk.refused.first().octets, 24'000);
    QCOMPARE(talk.refused.first().refusal.code, QByteArray("smtp.size-exceeded"));
    QVERIFY(talk.reasons().contains("smtp.size-exceeded"));
    QVERIFY(talk.deliver("small").startsWith("250 "));

    const QByteArray exact(9'998, 'x');
    QVERIFY(talk.deliver(exact).startsWith("250 "));
    QVERIFY(talk.deliver(exact + 'x').startsWith("552 5.3.4 "));
}

// Nothing of the next message is read before the owner has noted the refused one, and no word of his lets it in.
void SmtpSessionContentTest::refusedContentWaitsForItsOwner()
{
    SmtpLimits limits;
    limits.messageOctets = 10;
    SmtpTalk talk(limits);
    talk.answersMessages = false;
    talk.openData();
    QCOMPARE(talk.say("12345678901\r\n.\r\nNOOP\r\n"), QByteArray());
    QVERIFY(talk.session.isWaiting());
    const std::optional<ReceivedMessage> refused = talk.session.takeMessage();
    QVERIFY(refused);
    QCOMPARE(refused->content, QByteArray("1234567890"));
    QCOMPARE(refused->octets, 13);
    talk.session.finishMessage({250, QByteArrayLiteral("2.0.0"), QByteArrayLiteral("Noted")}, talk.now);
    QCOMPARE(SmtpTalk::codes(talk.session.takeOutput()), (QList<int>{552, 250}));
    QVERIFY(!talk.session.isWaiting());
}

void SmtpSessionContentTest::case062_eightBitUndeclared()
{
    const QByteArray body = "Subject: gr\xc3\xbcn\r\n\r\n\xff\xfe";
    SmtpTalk talk;
    QVERIFY(talk.deliver(body).startsWith("250 "));
    QCOMPARE(talk.messages.first().content, body + "\r\n");
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::UndeclaredEightBit));

    talk.openData(" BODY=8BITMIME");
    talk.say(body + "\r\n.\r\n");
    QCOMPARE(talk.messages.at(1).findings, ContentFindings());
}

void SmtpSessionContentTest::case063_nulIsKept()
{
    const QByteArray body("a\0b", 3);
    SmtpTalk talk;
    QVERIFY(talk.deliver(body).startsWith("250 "));
    QCOMPARE(talk.messages.first().content, body + "\r\n");
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::Nul));
}

void SmtpSessionContentTest::case064_oneReceivedLine()
{
    SmtpTalk talk;
    talk.deliver("Subject: x\r\n\r\nbody");
    const Instant at = *instantFromIso(QStringLiteral("2026-11-02T09:05:07Z"));
    QCOMPARE(receivedLine(talk.messages.first().envelope, "mail.rooms.example", "m-17", at),
             QByteArray("Received: from client.example ([127.0.0.1])\r\n"
                        "\tby mail.rooms.example with ESMTP id m-17;\r\n"
                        "\tMon, 2 Nov 2026 09:05:07 +0000\r\n"));
}

void SmtpSessionContentTest::case065_B1_mailLoop()
{
    const auto message
        = [](int hops) -> QByteArray { return QByteArray("Received: by x\r\n").repeated(hops) + "\r\nReceived: body"; };
    SmtpTalk talk;
    QVERIFY(talk.deliver(message(30)).startsWith("250 "));
    QVERIFY(talk.deliver(message(31)).startsWith("554 5.4.6 "));
    QCOMPARE(talk.messages.size(), 1);
    QCOMPARE(talk.refused.size(), 1);
    QCOMPARE(talk.refused.first().content, message(31) + "\r\n");
    QVERIFY(talk.deliver("\r\n" + message(31)).startsWith("250 "));
}

void SmtpSessionContentTest::case067_manyHeaderLines()
{
    SmtpTalk talk;
    QVERIFY(talk.deliver(QByteArray("X-Line: value\r\n").repeated(10'000) + "\r\nbody").startsWith("250 "));
    QVERIFY(talk.deliver("Subject: x\r\n" + QByteArray(" folded further and further\r\n").repeated(40'000))
                .startsWith("250 "));
}

void SmtpSessionContentTest::bareReturnIsFound_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("inside") << QByteArray("a\rb");
    QTest::newRow("before CRLF") << QByteArray("a\r\r\nb");
    QTest::newRow("first") << QByteArray("\rb");
}

void SmtpSessionContentTest::bareReturnIsFound()
{
    QFETCH(const QByteArray, body);
    SmtpTalk talk;
    QVERIFY(talk.deliver(body).startsWith("250 "));
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::BareCarriageReturn));
}

void SmtpSessionContentTest::messageIsHandedOutOnceAndInputWaits()
{
    SmtpTalk talk;
    talk.answersMessages = false;
    talk.openData();
    QCOMPARE(talk.say("one\r\n.\r\nNOOP\r\n"), QByteArray());
    QVERIFY(talk.session.isWaiting());
    QVERIFY(!talk.session.nextDeadline());
    QVERIFY(talk.session.takeMessage());
    QVERIFY(!talk.session.takeMessage());
    QCOMPARE(talk.say("NOOP\r\n"), QByteArray());
    talk.session.finishMessage({250, "2.0.0", "Stored"}, talk.now);
    QCOMPARE(SmtpTalk::codes(talk.session.takeOutput()), (QList<int>{250, 250, 250}));
    QVERIFY(!talk.session.isWaiting());
}

void SmtpSessionContentTest::refusedMessageLeavesSessionReady()
{
    SmtpTalk talk;
    talk.answersMessages = false;
    talk.deliver("one");
    talk.session.finishMessage({550, "5.7.1", "No person of this address;\nask your facility manager"}, talk.now);
    QCOMPARE(talk.session.takeOutput(),
             QByteArray("550-5.7.1 No person of this address;\r\n550 5.7.1 ask your facility manager\r\n"));
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("250 "));
}

void SmtpSessionContentTest::answer421ClosesTheSession()
{
    SmtpTalk talk;
    talk.answersMessages = false;
    talk.deliver("one");
    talk.session.finishMessage({421, "4.3.0", "Gone"}, talk.now);
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionContentTest::receivedLineTakesNothingForGranted()
{
    SmtpEnvelope envelope;
    envelope.heloName = "<b>(evil)\r\nBcc:x";
    envelope.peer.address = QStringLiteral("::1");
    envelope.protocolWord = "UTF8SMTP";
    const QByteArray line = receivedLine(envelope, "host", "id\r\nX: y", {});
    QCOMPARE(line.count('\n'), 3);
    QVERIFY(
        line.startsWith("Received: from ?b??evil???Bcc:x ([IPv6:::1])\r\n\tby host with UTF8SMTP id id??X:?y;\r\n\t"));
}

void SmtpSessionContentTest::randomCutsGiveTheSameContent()
{
    QRandomGenerator random(20261122);
    const QByteArray alphabet = "\r\n.\r\n..x";
    for (int round = 0; round < 2'000; ++round) {
        QByteArray wire;
        const int length = random.bounded(60);
        for (int i = 0; i < length; ++i)
            wire += alphabet.at(random.bounded(int(alphabet.size())));
        wire += "\r\n.\r\n";

        // The rule of RFC 5321 4.5.2 written down naively: what the session must agree with.
        QByteArray expected;
        qsizetype start = 0;
        while (true) {
            const qsizetype end = wire.indexOf("\r\n", start);
            QByteArray line = wire.sliced(start, end - start);
            start = end + 2;
            if (line == ".")
                break;
            expected += (line.startsWith('.') ? line.sliced(1) : line) + "\r\n";
        }

        SmtpTalk talk;
        talk.openData();
        for (qsizetype at = 0; at < start;) {
            const qsizetype size = qMin<qsizetype>(start - at, 1 + random.bounded(7));
            talk.say(wire.sliced(at, size));
            at += size;
        }
        QCOMPARE(talk.messages.size(), 1);
        QCOMPARE(talk.messages.first().content, expected);
    }
}

QTEST_APPLESS_MAIN(SmtpSessionContentTest)
#include "tst_smtpsession_content.moc"
