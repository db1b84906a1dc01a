// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/smtpdialogue.h"

#include <QTest>

using namespace reserve;

class TestSmtpDialogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsALongReply();
    void keepsOneReplyARecipient();
    void keepsNoCredentials();
    void ignoresWhatFollowsQuit();
    void boundsHostileText();
    void ignoresWhatIsNoReply();
};

void TestSmtpDialogue::joinsALongReply()
{
    SmtpDialogue dialogue;
    dialogue.received("550-5.7.1 Not here\r\n");
    QCOMPARE(dialogue.lastReply().code, 0);
    dialogue.received("550 5.7.1 and not now\r\n");
    QCOMPARE(dialogue.lastReply().code, 550);
    QCOMPARE(dialogue.lastReply().text, QStringLiteral("550 5.7.1 Not here 5.7.1 and not now"));
}

void TestSmtpDialogue::keepsOneReplyARecipient()
{
    SmtpDialogue dialogue;
    dialogue.received("220 x\r\n");
    dialogue.sent("EHLO me\r\n");
    dialogue.received("250 x\r\n");
    dialogue.sent("MAIL FROM:<a@x>\r\n");
    dialogue.received("250 x\r\n");
    for (const char* reply : {"250 one\r\n", "450 two\r\n", "550 three\r\n"}) {
        dialogue.sent("RCPT TO:<b@x>\r\n");
        dialogue.received(reply);
    }
    dialogue.sent("DATA\r\n");
    dialogue.received("354 go\r\n");
    QCOMPARE(dialogue.recipientReplies().size(), 3);
    QCOMPARE(dialogue.recipientReplies().at(1).code, 450);
    QCOMPARE(dialogue.lastVerb(), QByteArray("DATA"));
    QCOMPARE(dialogue.lastReply().code, 354);
}

void TestSmtpDialogue::keepsNoCredentials()
{
    SmtpDialogue dialogue;
    dialogue.sent("AUTH LOGIN\r\n");
    dialogue.received("334 VXNlcm5hbWU6\r\n");
    dialogue.sent("c2VjcmV0\r\n");
    dialogue.received("535 5.7.8 No\r\n");
    QCOMPARE(dialogue.lastVerb(), QByteArray("AUTH"));
    QCOMPARE(dialogue.lastReply().text, QStringLiteral("535 5.7.8 No"));
}

void TestSmtpDialogue::ignoresWhatFollowsQuit()
{
    SmtpDialogue dialogue;
    dialogue.sent("DATA\r\n");
    dialogue.received("554 No\r\n");
    dialogue.sent("QUIT\r\n");
    dialogue.received("221 Bye\r\n");
    QCOMPARE(dialogue.lastReply().code, 554);
    QCOMPARE(dialogue.lastVerb(), QByteArray("DATA"));
}

void TestSmtpDialogue::boundsHostileText()
{
    SmtpDialogue dialogue;
    for (int i = 0; i < 1000; ++i)
        dialogue.received(QByteArray("550-" + QByteArray(1000, 'x') + "\r\n"));
    dialogue.received("550 end\r\n");
    QCOMPARE(dialogue.lastReply().code, 550);
    QVERIFY(dialogue.lastReply().text.size() <= 1000);
}

void TestSmtpDialogue::ignoresWhatIsNoReply()
{
    SmtpDialogue dialogue;
    for (const char* line : {"", "\r\n", "25", "abc hello\r\n", "999 x\r\n", "-12 x\r\n"})
        dialogue.received(line);
    QCOMPARE(dialogue.lastReply().code, 0);
    QVERIFY(dialogue.recipientReplies().isEmpty());
}

QTEST_GUILESS_MAIN(TestSmtpDialogue)
#include "tst_smtpdialogue.moc"
