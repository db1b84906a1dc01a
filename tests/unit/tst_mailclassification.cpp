// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/mailkind.h"
#include "models/mail/messagereader.h"
#include "tests/unit/mailsamples.h"

#include <QtTest>

using namespace reserve;
using namespace reserve::mailsamples;

// What sort of mail a message is, and what its report says.
class MailClassificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meetingMail_data();
    void meetingMail();
    void R_QUIET_marksOfExchangeDoNotSilenceARequest_data();
    void R_QUIET_marksOfExchangeDoNotSilenceARequest();
    void R_QUIET_ownMailIsKnown();
    void bounceOfPostfix();
    void bounceOfExchange();
    void bounceWithSeveralRecipients();
    void bounceOfARequestIsNoRequest();
    void bounceWithoutReportType();
    void bounceWithoutStructure();
    void receiptOfOutlook();
    void autoReplies_data();
    void autoReplies();
    void tnefOnly();
    void unreadable();
    void plainMail();
    void kindNamesAreDistinct();
};

namespace {

MessageContent read(const QByteArray& raw)
{
    const Result<MessageContent> content = readMessage(raw);
    return content ? *content : MessageContent();
}

MailKind kindOf(const QByteArray& raw, bool reversePathIsNull = false)
{
    return classify(read(raw), reversePathIsNull).kind;
}

QByteArray mailerHeader()
{
    return withCrLf("From: MAILER-DAEMON@mx.corp.example (Mail Delivery System)\nTo: reserve@rooms.example\n"
                    "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n");
}

QByteArray deliveryStatus(const QByteArray& groups)
{
    return part("Content-Type: message/delivery-status\n", withCrLf(groups));
}

QByteArray returnedHeader()
{
    return part("Content-Type: text/rfc822-headers\n",
                withCrLf("From: reserve@rooms.example\nMessage-ID: <answer-7@rooms.example>\nSubject: Accepted\n"));
}

} // namespace

void MailClassificationTest::meetingMail_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"REQUEST", "CANCEL", "REPLY", "COUNTER", "PUBLISH"})
        QTest::newRow(method) << QByteArray(method);
}

void MailClassificationTest::meetingMail()
{
    QFETCH(const QByteArray, method);
    const QByteArray raw = header() + part("Content-Type: text/calendar; method=" + method + '\n', calendar(method));
    const MailClass kind = classify(read(raw), false);
    QCOMPARE(kind.kind, MailKind::MeetingMail);
    QCOMPARE(kind.reason.code, QByteArray("mail.kind.meeting"));
    QCOMPARE(kind.reason.arguments.value(QStringLiteral("method")), QString::fromLatin1(method));
}

void MailClassificationTest::R_QUIET_marksOfExchangeDoNotSilenceARequest_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("reversePathIsNull");
    QTest::newRow("suppress") << QByteArray("X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\n") << false;
    QTest::newRow("precedence") << QByteArray("Precedence: bulk\n") << false;
    QTest::newRow("auto-submitted") << QByteArray("Auto-Submitted: auto-generated\n") << false;
    QTest::newRow("null reverse-path") << QByteArray() << true;
}

void MailClassificationTest::R_QUIET_marksOfExchangeDoNotSilenceARequest()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, reversePathIsNull);
    QCOMPARE(kindOf(meetingRequest(fields), reversePathIsNull), MailKind::MeetingMail);
}

void MailClassificationTest::R_QUIET_ownMailIsKnown()
{
    const MailClass kind = classify(read(meetingRequest("X-Reserve-Console: outbox-7\n")), false);
    QCOMPARE(kind.kind, MailKind::OwnMail);
    QCOMPARE(kind.reason.arguments.value(QStringLiteral("mark")), QStringLiteral("outbox-7"));
}

void MailClassificationTest::bounceOfPostfix()
{
    const QByteArray raw
        = mailerHeader()
        + multipart(
              "report; report-type=delivery-status", "9B095B5ADSN=.corp",
              {part("Content-Description: Notification\nContent-Type: text/plain\n", "I could not deliver it.\r\n"),
               deliveryStatus("Reporting-MTA: dns; mx.corp.example\nArrival-Date: Fri, 20 Nov 2026 09:00:00 +0000\n\n"
                              "Final-Recipient: rfc822; ann@corp.example\nOriginal-Recipient: rfc822;ann@corp.example\n"
                              "Action: failed\nStatus: 5.1.1\nRemote-MTA: dns; in.corp.example\n"
                              "Diagnostic-Code: smtp; 550 5.1.1 <ann@corp.example>: mailbox\n    not known\n"),
               part("Content-Description: Undelivered Message\nContent-Type: message/rfc822\n",
                    withCrLf("From: reserve@rooms.example\nMessage-Id: <answer-7@rooms.example>\n"
                             "X-Reserve-Console: outbox-7\nSubject: Accepted\n\nbody\n"))});
    const MessageContent content = read(raw);
    QVERIFY(content.report);
    QCOMPARE(content.report->kind, MessageReport::Kind::DeliveryStatus);
    QCOMPARE(content.report->originalMessageId, QStringLiteral("answer-7@rooms.example"));
    QCOMPARE(content.report->action, QStringLiteral("failed"));
    QCOMPARE(content.report->status, QStringLiteral("5.1.1"));
    QCOMPARE(content.report->recipient, QStringLiteral("ann@corp.example"));
    QCOMPARE(content.report->diagnostic.simplified(),
             QStringLiteral("550 5.1.1 <ann@corp.example>: mailbox not known"));
    // The mark stands in the mail that came back, not on the bounce.
    QVERIFY(content.ownMark.isEmpty());
    const MailClass kind = classify(content, true);
    QCOMPARE(kind.kind, MailKind::Bounce);
    QCOMPARE(kind.reason.arguments.value(QStringLiteral("status")), QStringLiteral("5.1.1"));
}

void MailClassificationTest::bounceOfExchange()
{
    const QByteArray alternative = multipart("alternative; differences=Content-Type", "in",
                                             {part("Content-Type: text/plain; charset=\"us-ascii\"\n", "x\r\n"),
                                              part("Content-Type: text/html\n", "<p>x</p>\r\n")});
    const QByteArray raw
        = withCrLf("From: <postmaster@corp.example>\nTo: reserve@rooms.example\nSubject: Undeliverable: Accepted\n"
                   "X-MS-Exchange-Message-Is-Ndr:\nMIME-Version: 1.0\n")
        + multipart("report; report-type=delivery-status", "out",
                    {alternative,
                     deliveryStatus("Reporting-MTA: dns;EX01.corp.example\nReceived-From-MTA: dns;rooms.example\n\n"
                                    "Final-Recipient: rfc822;gone@corp.example\nAction: failed\nStatus: 5.1.10\n"
                                    "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found\n"
                                    "X-Display-Name: Gone\n\n"),
                     part("Content-Type: message/rfc822\n", withCrLf("Message-ID: <answer-8@rooms.example>\n\n"))});
    const MessageContent content = read(raw);
    QCOMPARE(content.report->status, QStringLiteral("5.1.10"));
    QCOMPARE(content.report->recipient, QStringLiteral("gone@corp.example"));
    QVERIFY(content.report->diagnostic.contains(QLatin1String("RecipientNotFound; not found")));
    QCOMPARE(content.report->originalMessageId, QStringLiteral("answer-8@rooms.example"));
    QCOMPARE(classify(content, true).kind, MailKind::Bounce);
}

void MailClassificationTest::bounceWithSeveralRecipients()
{
    const QByteArray raw = mailerHeader()
        + multipart("report; report-type=\"delivery-status\"", "b",
                    {deliveryStatus("Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; one@x\nAction: "
                                    "delivered\nStatus: 2.0.0\n\n"
                                    "Final-Recipient: rfc822; two@x\nAction: failed\nStatus: 5.7.1 (refused)\n\n"
                                    "Final-Recipient: rfc822; three@x\nAction: failed\nStatus: 5.2.2\n"),
                     returnedHeader()});
    const MessageContent content = read(raw);
    QCOMPARE(content.report->action, QStringLiteral("failed"));
    QCOMPARE(content.report->recipient, QStringLiteral("two@x"));
    QCOMPARE(content.report->status, QStringLiteral("5.7.1"));
    QCOMPARE(content.report->originalMessageId, QStringLiteral("answer-7@rooms.example"));
}

void MailClassificationTest::bounceOfARequestIsNoRequest()
{
    const QByteArray raw = mailerHeader()
        + multipart("report; report-type=delivery-status", "b",
                    {deliveryStatus(
                         "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; one@x\nAction: failed\nStatus: 5.0.0\n"),
                     part("Content-Type: message/rfc822\n", meetingRequest())});
    const MessageContent content = read(raw);
    QVERIFY(!content.calendar);
    QVERIFY(!content.unwrapped);
    QCOMPARE(classify(content, true).kind, MailKind::Bounce);
}

void MailClassificationTest::bounceWithoutReportType()
{
    const QByteArray raw = mailerHeader()
        + multipart("report", "b",
                    {deliveryStatus("Reporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.0.0\n"), returnedHeader()});
    QCOMPARE(kindOf(raw, true), MailKind::Bounce);
}

void MailClassificationTest::bounceWithoutStructure()
{
    const QByteArray raw
        = withCrLf("From: MAILER-DAEMON@old.example\nSubject: failure notice\n\nHi. This is the mail program.\n");
    QCOMPARE(kindOf(raw, true), MailKind::Bounce);
    QCOMPARE(kindOf(raw, false), MailKind::PlainMail);
}

void MailClassificationTest::receiptOfOutlook()
{
    const QByteArray raw = header()
        + multipart("report; report-type=disposition-notification", "b",
                    {part("Content-Type: text/plain\n", "Your message was read.\r\n"),
                     part("Content-Type: message/disposition-notification\n",
                          withCrLf("Reporting-UA: corp; mail\nFinal-Recipient: rfc822;ann@corp.example\n"
                                   "Original-Message-ID: <notice-3@rooms.example>\n"
                                   "Disposition: automatic-action/MDN-sent-automatically; displayed\n"))});
    const MessageContent content = read(raw);
    QCOMPARE(content.report->kind, MessageReport::Kind::Disposition);
    QCOMPARE(content.report->action, QStringLiteral("displayed"));
    QCOMPARE(content.report->originalMessageId, QStringLiteral("notice-3@rooms.example"));
    QCOMPARE(classify(content, false).kind, MailKind::Receipt);
}

void MailClassificationTest::autoReplies_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("reversePathIsNull");
    QTest::addColumn<bool>("isAutomatic");
    QTest::newRow("auto-replied") << QByteArray("Auto-Submitted: auto-replied\n") << false << true;
    QTest::newRow("auto-generated") << QByteArray("Auto-Submitted: AUTO-GENERATED (out of office)\n") << false << true;
    QTest::newRow("bulk") << QByteArray("Precedence: bulk\n") << false << true;
    QTest::newRow("old word") << QByteArray("Precedence: auto_reply\n") << false << true;
    QTest::newRow("null reverse-path") << QByteArray() << true << false;
    QTest::newRow("no") << QByteArray("Auto-Submitted: no\n") << false << false;
    QTest::newRow("suppress alone") << QByteArray("X-Auto-Response-Suppress: All\n") << false << false;
}

void MailClassificationTest::autoReplies()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, reversePathIsNull);
    QFETCH(const bool, isAutomatic);
    const MailKind kind = kindOf(header(fields) + "\r\nI am away.\r\n", reversePathIsNull);
    QCOMPARE(kind, isAutomatic ? MailKind::AutoReply : MailKind::PlainMail);
}

void MailClassificationTest::tnefOnly()
{
    const QByteArray winmail
        = part("Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n", "eJ8+Ig==");
    const QByteArray calendarPart = part("Content-Type: text/calendar; method=REQUEST\n", calendar("REQUEST"));
    QCOMPARE(kindOf(header() + multipart("mixed", "b", {winmail})), MailKind::TnefOnly);
    QCOMPARE(kindOf(header() + multipart("mixed", "b", {winmail, calendarPart})), MailKind::MeetingMail);
}

void MailClassificationTest::unreadable()
{
    const MailClass encrypted = classify(
        read(header() + part("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n", "MIIB")), false);
    QCOMPARE(encrypted.kind, MailKind::Unreadable);
    QCOMPARE(encrypted.reason.code, QByteArray("mail.kind.encrypted"));

    const MailClass deep
        = classify(read(header() + QByteArray("Content-Type: message/rfc822\r\n\r\n").repeated(100)), false);
    QCOMPARE(deep.kind, MailKind::Unreadable);
    QCOMPARE(deep.reason.arguments.value(QStringLiteral("problem")), QStringLiteral("mail.too-deep"));
}

void MailClassificationTest::plainMail()
{
    QCOMPARE(kindOf(header() + "\r\nHello.\r\n"), MailKind::PlainMail);
    // What nobody stands behind is no reply for that.
    const MailClass nobodys = classify(read(header() + "\r\nHello.\r\n"), true);
    QCOMPARE(nobodys.kind, MailKind::PlainMail);
    QCOMPARE(nobodys.reason.code, QByteArray("mail.kind.null-sender"));
    for (const bool isNull : {false, true})
        QCOMPARE(classify(read({}), isNull).reason.code, QByteArray("mail.kind.empty"));
    const MailClass published = classify(read(header() + part("Content-Type: text/calendar\n", calendar({}))), false);
    QCOMPARE(published.kind, MailKind::PlainMail);
    QCOMPARE(published.reason.code, QByteArray("mail.kind.calendar-without-method"));
}

void MailClassificationTest::kindNamesAreDistinct()
{
    QSet<QByteArray> names;
    for (int i = 0; i <= int(MailKind::PlainMail); ++i)
        names.insert(kindName(MailKind(i)));
    QCOMPARE(names.size(), int(MailKind::PlainMail) + 1);
    QCOMPARE(kindName(MailKind::AutoReply), QByteArray("auto-reply"));
}

QTEST_APPLESS_MAIN(MailClassificationTest)
#include "tst_mailclassification.moc"
