// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/smtptalk.h"

#include <QtTest>

using namespace reserve;

// Cases of the SMTP catalogue, groups D (SIZE), E (PIPELINING), G (8BITMIME, SMTPUTF8), H (CHUNKING) and I
// (121).
class SmtpSessionExtensionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case079_sizeIsListed();
    void case080_sizeOverLimit();
    void case081_malformedSize_data();
    void case081_malformedSize();
    void case082_sizeSmallerThanBody();
    void case083_sizeZero();
    void case084_pipelinedGroup();
    void case085_byteByByte();
    void case086_repliesAreBatched();
    void case087_pipelinedAfterRefusedMail();
    void case088_pipelinedDataWithoutRecipient();
    void case089_earlyTalker();
    void case090_commandsBehindEhlo();
    void case091_bodyBehindData();
    void case091_bodyBehindRefusedDataIsNeverRun();
    void case102_bodyTypes();
    void case103_smtpUtf8TogetherWith8BitMime();
    void case104_utf8Addresses();
    void case105_utf8WithoutSmtpUtf8();
    void case106_smtpUtf8HasNoValue();
    void case107_invalidUtf8_data();
    void case107_invalidUtf8();
    void case108_protocolWord();
    void case109_oneChunk();
    void case110_threeChunks();
    void case111_bdatWithoutTransaction();
    void case112_malformedBdat_data();
    void case112_malformedBdat();
    void case113_chunksOverLimit();
    void case114_dataAfterChunk();
    void case115_commandsBetweenChunks();
    void case116_binaryMimeIsNotOffered();
    void case117_bareLineFeedInChunk();
    void case118_commandsInsideChunk();
    void case119_pipelinedChunks();
    void case120_closedInsideChunk();
    void case121_enhancedCodesOfTheSameClass();
};

namespace {

const QByteArray openTransaction = "MAIL FROM:<ann@corp.example>\r\nRCPT TO:<blue@rooms.example>\r\n";

} // namespace

void SmtpSessionExtensionsTest::case079_sizeIsListed()
{
    SmtpLimits limits;
    limits.messageOctets = 12'345;
    SmtpTalk talk(limits);
    QVERIFY(talk.say("EHLO x\r\n").contains("250-SIZE 12345\r\n"));
}

void SmtpSessionExtensionsTest::case080_sizeOverLimit()
{
    SmtpLimits limits;
    limits.messageOctets = 1'000;
    SmtpTalk talk(limits);
    QVERIFY(talk.say("MAIL FROM:<a@b> SIZE=1001\r\n").startsWith("552 5.3.4 "));
    QVERIFY(talk.say("MAIL FROM:<a@b> SIZE=1000\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case081_malformedSize_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("letters") << QByteArray("SIZE=abc") << QByteArray("501 5.5.4 ");
    QTest::newRow("empty") << QByteArray("SIZE=") << QByteArray("501 5.5.4 ");
    QTest::newRow("no value") << QByteArray("SIZE") << QByteArray("501 5.5.4 ");
    QTest::newRow("negative") << QByteArray("SIZE=-1") << QByteArray("501 5.5.4 ");
    QTest::newRow("plus") << QByteArray("SIZE=+1") << QByteArray("501 5.5.4 ");
    QTest::newRow("21 digits") << QByteArray("SIZE=100000000000000000000") << QByteArray("501 5.5.4 ");
    QTest::newRow("20 digits") << QByteArray("SIZE=99999999999999999999") << QByteArray("552 5.3.4 ");
}

void SmtpSessionExtensionsTest::case081_malformedSize()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, reply);
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> " + parameter + "\r\n").startsWith(reply));
}

void SmtpSessionExtensionsTest::case082_sizeSmallerThanBody()
{
    SmtpTalk talk;
    talk.openData(" SIZE=1");
    QVERIFY(talk.say("much more than one octet\r\n.\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case083_sizeZero()
{
    SmtpTalk talk;
    talk.openData(" SIZE=0");
    QVERIFY(talk.say("x\r\n.\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case084_pipelinedGroup()
{
    SmtpTalk talk;
    QByteArray group = "MAIL FROM:<a@b>\r\n";
    for (int i = 0; i < 20; ++i)
        group += "RCPT TO:<r" + QByteArray::number(i) + (i == 7 ? "@elsewhere.example>\r\n" : "@rooms.example>\r\n");
    QList<int> expected(21, 250);
    expected[8] = 550;
    expected.append(354);
    QCOMPARE(SmtpTalk::codes(talk.say(group + "DATA\r\n")), expected);
    QVERIFY(talk.say("x\r\n.\r\n").startsWith("250 "));
    QCOMPARE(talk.messages.first().envelope.recipients.size(), 19);
}

void SmtpSessionExtensionsTest::case085_byteByByte()
{
    SmtpTalk talk;
    QByteArray group = "MAIL FROM:<a@b>\r\n";
    for (int i = 0; i < 20; ++i)
        group += "RCPT TO:<r" + QByteArray::number(i) + "@rooms.example>\r\n";
    QList<int> expected(21, 250);
    expected += {354, 250};
    QCOMPARE(SmtpTalk::codes(talk.sayByteByByte(group + "DATA\r\nx\r\n.\r\n")), expected);
    QCOMPARE(talk.messages.first().content, QByteArray("x\r\n"));
}

void SmtpSessionExtensionsTest::case086_repliesAreBatched()
{
    SmtpTalk talk;
    talk.session.receive("MAIL FROM:<a@b>\r\nRCPT TO:<c@rooms.example>\r\nNO", talk.now);
    QCOMPARE(SmtpTalk::codes(talk.session.takeOutput()), (QList<int>{250, 250}));
    QCOMPARE(talk.session.takeOutput(), QByteArray());
    talk.session.receive("OP\r\n", talk.now);
    QCOMPARE(SmtpTalk::codes(talk.session.takeOutput()), (QList<int>{250}));
}

void SmtpSessionExtensionsTest::case087_pipelinedAfterRefusedMail()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b> FOO=1\r\nRCPT TO:<c@rooms.example>\r\nDATA\r\n")),
             (QList<int>{555, 503, 503}));
}

void SmtpSessionExtensionsTest::case088_pipelinedDataWithoutRecipient()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<c@elsewhere.example>\r\nDATA\r\n")),
             (QList<int>{250, 550, 503}));
    QVERIFY(talk.say("RSET\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case089_earlyTalker()
{
    const TalkPolicy policy;
    SmtpSession session(policy, {}, QByteArrayLiteral("mail.rooms.example"), {});
    session.greet(true, {});
    QVERIFY(session.takeOutput().startsWith("554 5.5.0 "));
    QVERIFY(session.wantsClose());
    session.receive("EHLO x\r\n", {});
    QCOMPARE(session.takeOutput(), QByteArray());
    QCOMPARE(session.takeEvents().first().reason.code, QByteArray("smtp.early-talker"));
}

void SmtpSessionExtensionsTest::case090_commandsBehindEhlo()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say("EHLO x\r\n" + openTransaction)), (QList<int>{250, 250, 250}));
}

void SmtpSessionExtensionsTest::case091_bodyBehindData()
{
    SmtpTalk talk;
    QCOMPARE(SmtpTalk::codes(talk.say(openTransaction + "DATA\r\nRSET\r\nQUIT\r\n.\r\n")),
             (QList<int>{250, 250, 354, 250}));
    QCOMPARE(talk.messages.first().content, QByteArray("RSET\r\nQUIT\r\n"));
}

void SmtpSessionExtensionsTest::case091_bodyBehindRefusedDataIsNeverRun()
{
    SmtpTalk talk;
    const QByteArray replies = talk.say("MAIL FROM:<a@b>\r\nRCPT TO:<c@elsewhere.example>\r\nDATA\r\n"
                                        "RSET\r\nMAIL FROM:<evil@b>\r\n.\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 550, 503, 554}));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionExtensionsTest::case102_bodyTypes()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> BODY=FOO\r\n").startsWith("501 5.5.4 "));
    QVERIFY(talk.say("MAIL FROM:<a@b> BODY=7BIT\r\n").startsWith("250 "));
    talk.say("RSET\r\n");
    QVERIFY(talk.say("MAIL FROM:<a@b> body=8bitmime\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case103_smtpUtf8TogetherWith8BitMime()
{
    SmtpTalk talk;
    const QByteArray reply = talk.say("EHLO x\r\n");
    QVERIFY(reply.contains("250-8BITMIME\r\n"));
    QVERIFY(reply.contains("250-SMTPUTF8\r\n"));
}

void SmtpSessionExtensionsTest::case104_utf8Addresses()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<j\xc3\xbcrg@example.ch> SMTPUTF8\r\n").startsWith("250 2.1.0 "));
    QVERIFY(talk.say("RCPT TO:<gr\xc3\xbcn@rooms.example>\r\n").startsWith("250 2.1.5 "));
    talk.say("DATA\r\n");
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.reversePath, QByteArray("j\xc3\xbcrg@example.ch"));
    QCOMPARE(talk.messages.first().envelope.recipients.first().address, QByteArray("gr\xc3\xbcn@rooms.example"));
}

void SmtpSessionExtensionsTest::case105_utf8WithoutSmtpUtf8()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<j\xc3\xbcrg@example.ch>\r\n").startsWith("553 5.6.7 "));
    talk.say("MAIL FROM:<a@b>\r\n");
    QVERIFY(talk.say("RCPT TO:<gr\xc3\xbcn@rooms.example>\r\n").startsWith("553 5.6.7 "));
}

void SmtpSessionExtensionsTest::case106_smtpUtf8HasNoValue()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> SMTPUTF8=1\r\n").startsWith("501 5.5.4 "));
}

void SmtpSessionExtensionsTest::case107_invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("truncated") << QByteArray("\xe2\x82");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("control") << QByteArray("\xc2\x9b");
}

void SmtpSessionExtensionsTest::case107_invalidUtf8()
{
    QFETCH(const QByteArray, octets);
    SmtpTalk talk;
    const QByteArray reply = talk.say("MAIL FROM:<a" + octets + "b@corp.example> SMTPUTF8\r\n");
    QVERIFY(reply.startsWith("501 5.1.7 "));
    QVERIFY(!reply.contains(octets));
    talk.say("MAIL FROM:<a@b> SMTPUTF8\r\n");
    QVERIFY(talk.say("RCPT TO:<a" + octets + "@rooms.example>\r\n").startsWith("501 5.1.3 "));
}

void SmtpSessionExtensionsTest::case108_protocolWord()
{
    SmtpTalk talk;
    talk.openData(" SMTPUTF8");
    talk.say("x\r\n.\r\n");
    QCOMPARE(talk.messages.first().envelope.protocolWord, QByteArray("UTF8SMTP"));
    QVERIFY(talk.messages.first().envelope.smtpUtf8);
}

void SmtpSessionExtensionsTest::case109_oneChunk()
{
    SmtpTalk talk;
    talk.say(openTransaction);
    QCOMPARE(talk.say("BDAT 5 LAST\r\n.\r\n.x"), QByteArray("250 2.0.0 Stored as m1\r\n"));
    QCOMPARE(talk.messages.first().content, QByteArray(".\r\n.x"));
    QVERIFY(talk.messages.first().envelope.chunked);
}

void SmtpSessionExtensionsTest::case110_threeChunks()
{
    SmtpTalk talk;
    talk.say(openTransaction);
    QVERIFY(talk.say("BDAT 3\r\nabc").startsWith("250 2.0.0 3 octets"));
    QVERIFY(talk.say("bdat 4\r\nd\r\ne").startsWith("250 2.0.0 4 octets"));
    QVERIFY(talk.say("BDAT 1\r\n").isEmpty());
    QVERIFY(talk.say("f").startsWith("250 2.0.0 "));
    QVERIFY(talk.say("BDAT 0 LAST\r\n").startsWith("250 2.0.0 "));
    QCOMPARE(talk.messages.first().content, QByteArray("abcd\r\nef"));
    QVERIFY(talk.say("MAIL FROM:<next@b>\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case111_bdatWithoutTransaction()
{
    SmtpTalk talk;
    QCOMPARE(talk.say("BDAT 6 LAST\r\nQUIT"), QByteArray());
    QVERIFY(talk.say("\r\n").startsWith("503 5.5.1 "));
    QVERIFY(talk.say("NOOP\r\n").startsWith("250 "));
    talk.say("MAIL FROM:<a@b>\r\n");
    QCOMPARE(SmtpTalk::codes(talk.say("BDAT 6\r\nQUIT\r\nNOOP\r\n")), (QList<int>{503, 250}));
    QVERIFY(talk.messages.isEmpty());
    QVERIFY(talk.say("RCPT TO:<blue@rooms.example>\r\n").startsWith("250 "));
}

void SmtpSessionExtensionsTest::case112_malformedBdat_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("no size") << QByteArray("BDAT");
    QTest::newRow("negative") << QByteArray("BDAT -1 LAST");
    QTest::newRow("too large") << QByteArray("BDAT 99999999999999999999");
    QTest::newRow("word") << QByteArray("BDAT 5 FIRST");
    QTest::newRow("more") << QByteArray("BDAT 5 LAST LAST");
}

void SmtpSessionExtensionsTest::case112_malformedBdat()
{
    QFETCH(const QByteArray, command);
    SmtpTalk talk;
    talk.say(openTransaction);
    QVERIFY(talk.say(command + "\r\nNOOP\r\n").startsWith("501 5.5.4 "));
    QVERIFY(talk.session.wantsClose());
}

void SmtpSessionExtensionsTest::case113_chunksOverLimit()
{
    SmtpLimits limits;
    limits.messageOctets = 10;
    SmtpTalk talk(limits);
    talk.say(openTransaction);
    QVERIFY(talk.say("BDAT 8\r\n12345678").startsWith("250 "));
    const QByteArray replies = talk.say("BDAT 6\r\nNOOP\r\nBDAT 6 LAST\r\nQUIT\r\nNOOP\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{552, 503, 250}));
    QVERIFY(replies.startsWith("552 5.3.4 "));
    QCOMPARE(talk.refused.size(), 1);
    QCOMPARE(talk.refused.first().content, QByteArray("12345678NO"));
    QCOMPARE(talk.refused.first().octets, 14);

    talk.say(openTransaction);
    QVERIFY(talk.say("BDAT 11 LAST\r\n12345678901").startsWith("552 5.3.4 "));
    QCOMPARE(talk.refused.size(), 2);
    talk.say(openTransaction);
    QVERIFY(talk.say("BDAT 10 LAST\r\n1234567890").startsWith("250 "));
    QCOMPARE(talk.messages.size(), 1);
}

void SmtpSessionExtensionsTest::case114_dataAfterChunk()
{
    SmtpTalk talk;
    talk.say(openTransaction + "BDAT 1\r\nx");
    QVERIFY(talk.say("DATA\r\n").startsWith("503 5.5.1 "));
    talk.say("RSET\r\n");
    QCOMPARE(SmtpTalk::codes(talk.say(openTransaction + "DATA\r\n")), (QList<int>{250, 250, 354}));
}

void SmtpSessionExtensionsTest::case115_commandsBetweenChunks()
{
    SmtpTalk talk;
    talk.say(openTransaction + "BDAT 3\r\nold");
    QVERIFY(talk.say("MAIL FROM:<a@b>\r\n").startsWith("503 5.5.1 "));
    QVERIFY(talk.say("RCPT TO:<red@rooms.example>\r\n").startsWith("503 5.5.1 "));
    QVERIFY(talk.say("RSET\r\n").startsWith("250 "));
    talk.say(openTransaction + "BDAT 3 LAST\r\nnew");
    QCOMPARE(talk.messages.first().content, QByteArray("new"));
}

void SmtpSessionExtensionsTest::case116_binaryMimeIsNotOffered()
{
    SmtpTalk talk;
    QVERIFY(talk.say("MAIL FROM:<a@b> BODY=BINARYMIME\r\n").startsWith("501 5.5.4 "));
}

void SmtpSessionExtensionsTest::case117_bareLineFeedInChunk()
{
    SmtpTalk talk;
    talk.say(openTransaction);
    QVERIFY(talk.say("BDAT 4 LAST\r\na\nb\n").startsWith("250 "));
    QCOMPARE(talk.messages.first().content, QByteArray("a\nb\n"));
    QCOMPARE(talk.messages.first().findings, ContentFindings(ContentFinding::BareLineFeed));
}

void SmtpSessionExtensionsTest::case118_commandsInsideChunk()
{
    SmtpTalk talk;
    const QByteArray content = "QUIT\r\n\r\n.\r\nBDAT 5\r\n";
    const QByteArray wire = openTransaction + "BDAT " + QByteArray::number(content.size()) + " LAST\r\n" + content;
    QCOMPARE(SmtpTalk::codes(talk.sayByteByByte(wire)), (QList<int>{250, 250, 250}));
    QCOMPARE(talk.messages.first().content, content);
}

void SmtpSessionExtensionsTest::case119_pipelinedChunks()
{
    SmtpTalk talk;
    const QByteArray replies = talk.say(openTransaction + "BDAT 2\r\nabBDAT 3\r\ncdeBDAT 1 LAST\r\nfNOOP\r\n");
    QCOMPARE(SmtpTalk::codes(replies), (QList<int>{250, 250, 250, 250, 250, 250}));
    QCOMPARE(talk.messages.first().content, QByteArray("abcdef"));
}

void SmtpSessionExtensionsTest::case120_closedInsideChunk()
{
    SmtpTalk talk;
    talk.say(openTransaction + "BDAT 100 LAST\r\nhalf");
    talk.session.peerClosed(talk.now);
    QVERIFY(!talk.session.takeMessage());
    QCOMPARE(talk.reasons().last(), QByteArray("smtp.aborted"));
}

void SmtpSessionExtensionsTest::case121_enhancedCodesOfTheSameClass()
{
    SmtpTalk talk;
    talk.policy.verdicts["later@rooms.example"] = RecipientVerdict::Outcome::Unavailable;
    QByteArray replies
        = talk.say("NOOP\r\nFOO\r\nVRFY x\r\nHELP\r\nAUTH\r\nMAIL x\r\nRCPT x\r\nMAIL FROM:<a@b> SIZE=x\r\n"
                   "MAIL FROM:<a@b> X=y\r\nMAIL FROM:<a@b>\r\nRCPT TO:<x@elsewhere.example>\r\n"
                   "RCPT TO:<later@rooms.example>\r\nRCPT TO:<blue@rooms.example>\r\nBDAT 1\r\nxBDAT 1 LAST\r\ny"
                   "BDAT 1\r\nxNOOP\nQUIT\r\n");
    QVERIFY(SmtpTalk::codes(replies).size() > 15);
    for (const QByteArray& line : replies.split('\n')) {
        if (line.isEmpty() || line.startsWith("354"))
            continue;
        QCOMPARE(line.at(4), line.at(0));
        QCOMPARE(line.at(5), '.');
    }
    const SmtpReply several(550, "5.7.1", "one\ntwo");
    QCOMPARE(several.toWire(), QByteArray("550-5.7.1 one\r\n550 5.7.1 two\r\n"));
}

QTEST_APPLESS_MAIN(SmtpSessionExtensionsTest)
#include "tst_smtpsession_extensions.moc"
