// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/messagereader.h"
#include "tests/unit/mailsamples.h"

#include <QtTest>

using namespace reserve;
using namespace reserve::mailsamples;

// Headers, parts and the choice of the calendar text.
class MessageReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAMeetingRequest();
    void decodesHeaderFields();
    void decodesAddresses_data();
    void decodesAddresses();
    void firstOfRepeatedFieldsCounts();
    void foldsAreTakenOut();
    void transferEncodings_data();
    void transferEncodings();
    void M2_charsets_data();
    void M2_charsets();
    void byteOrderMarkIsTaken();
    void methodParameter_data();
    void methodParameter();
    void M2_deepestCalendarWithAMethodWins();
    void calendarWithoutMethodParameterTellsItsOwn();
    void attachedFileIsTheFallback_data();
    void attachedFileIsTheFallback();
    void calendarAsTheWholeMessage();
    void journaledMessageIsUnwrapped();
    void twoForwardedMessagesAreNot();
    void outerCalendarBeatsForwardedOne();
    void M3_signedMailIsRead();
    void partListTellsNamesAndSizes();
    void parameterContinuations();
    void M2_tnefIsDecoded();
    void M3_opaqueMailIsMarked_data();
    void M3_opaqueMailIsMarked();
    void bareLineFeedsAreRead();
    void M1_boundaryThatBeginsAnother();
    void M1_missingClosingBoundary();
    void readsFromManyThreads();
};

namespace {

MessageContent read(const QByteArray& raw)
{
    const Result<MessageContent> content = readMessage(raw);
    return content ? *content : MessageContent();
}

QByteArray requestPart(const QByteArray& calendarText = calendar("REQUEST"))
{
    return part("Content-Type: text/calendar; charset=utf-8; method=REQUEST\n", calendarText);
}

QByteArray textPart()
{
    return part("Content-Type: text/plain\n", "See you there.\r\n");
}

} // namespace

void MessageReaderTest::readsAMeetingRequest()
{
    const MessageContent content = read(meetingRequest());
    QCOMPARE(content.from, (MailAddress{QStringLiteral("ann@corp.example"), QStringLiteral("Ann Lee")}));
    QVERIFY(content.sender.isEmpty());
    QCOMPARE(content.subject, QStringLiteral("Weekly planning"));
    QCOMPARE(content.messageId, QStringLiteral("m1@corp.example"));
    QCOMPARE(content.date, instantFromIso(QStringLiteral("2026-11-20T08:30:00Z")));
    QCOMPARE(content.contentType, QByteArray("multipart/alternative"));
    QCOMPARE(content.receivedCount, 4);
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
    QCOMPARE(content.calendar->mimeMethod, QByteArray("REQUEST"));
    QCOMPARE(content.calendar->bodyMethod, QByteArray("REQUEST"));
    QCOMPARE(content.calendar->where, QByteArray("1.3"));
    QCOMPARE(content.calendar->source, CalendarText::Source::TextCalendar);
    QCOMPARE(content.parts.size(), 4);
    QVERIFY(content.problems.isEmpty());
    QVERIFY(!content.report);
    QVERIFY(!content.hasTnef);
    QVERIFY(!content.unwrapped);
}

void MessageReaderTest::decodesHeaderFields()
{
    const MessageContent content
        = read(withCrLf("Return-Path: <bounces@corp.example>\nReturn-Path: <older@corp.example>\n"
                        "Sender: =?iso-8859-1?Q?B=FCro?= <office@corp.example>\n"
                        "From: =?UTF-8?B?SsO8cmcgTcO8bGxlcg==?= <juerg@corp.example>\n"
                        "Subject: =?utf-8?Q?Gr=C3=BC?= =?utf-8?Q?n?= am Morgen\n"
                        "In-Reply-To: <first@x>\nReferences: <first@x> <second@x>\n <third@x>\n"
                        "Auto-Submitted: Auto-Replied (vacation); owner=x\nPrecedence: Bulk\n"
                        "X-Auto-Response-Suppress: DR, RN\nX-Reserve-Console: outbox-12\n"
                        "Message-Id: bare-id@x\nDate: 20 Nov 2026 08:30 GMT\n\nbody\n"));
    QCOMPARE(content.returnPath, std::optional(QStringLiteral("bounces@corp.example")));
    QCOMPARE(content.sender, (MailAddress{QStringLiteral("office@corp.example"), QStringLiteral("Büro")}));
    QCOMPARE(content.from, (MailAddress{QStringLiteral("juerg@corp.example"), QStringLiteral("Jürg Müller")}));
    QCOMPARE(content.subject, QStringLiteral("Grün am Morgen"));
    QCOMPARE(content.inReplyTo, QStringLiteral("first@x"));
    QCOMPARE(content.references,
             (QList<QString>{QStringLiteral("first@x"), QStringLiteral("second@x"), QStringLiteral("third@x")}));
    QCOMPARE(content.autoSubmitted, QByteArray("auto-replied"));
    QCOMPARE(content.precedence, QByteArray("bulk"));
    QCOMPARE(content.xAutoResponseSuppress, QByteArray("DR, RN"));
    QCOMPARE(content.ownMark, QByteArray("outbox-12"));
    QCOMPARE(content.messageId, QStringLiteral("bare-id@x"));
    QCOMPARE(content.date, instantFromIso(QStringLiteral("2026-11-20T08:30:00Z")));
    QCOMPARE(read("Return-Path: <>\r\n\r\n").returnPath, std::optional(QString()));
    QCOMPARE(read("Subject: x\r\n\r\n").returnPath, std::nullopt);
}

void MessageReaderTest::decodesAddresses_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* title, const QByteArray& field, const QString& address, const QString& name = {}) {
        QTest::newRow(title) << field << address << name;
    };
    row("bare", "ann@corp.example", QStringLiteral("ann@corp.example"));
    row("brackets", "<ann@corp.example>", QStringLiteral("ann@corp.example"));
    row("quoted name", "\"Lee, Ann\" <ann@corp.example>", QStringLiteral("ann@corp.example"),
        QStringLiteral("Lee, Ann"));
    row("escaped quote", R"("Ann \"A\" Lee" <ann@corp.example>)", QStringLiteral("ann@corp.example"),
        QStringLiteral("Ann \"A\" Lee"));
    row("comment", "ann@corp.example (Ann Lee)", QStringLiteral("ann@corp.example"), QStringLiteral("Ann Lee"));
    row("first of two", "Ann <ann@corp.example>, Bob <bob@corp.example>", QStringLiteral("ann@corp.example"),
        QStringLiteral("Ann"));
    row("group", "Team: Ann <ann@corp.example>, bob@corp.example;", QStringLiteral("ann@corp.example"),
        QStringLiteral("Ann"));
    row("folded", "=?utf-8?Q?J=C3=BCrg?=\r\n =?utf-8?Q?_M=C3=BCller?=\r\n\t<j@corp.example>",
        QStringLiteral("j@corp.example"), QStringLiteral("Jürg Müller"));
    row("raw UTF-8", "J\xc3\xbcrg <j\xc3\xbcrg@corp.example>", QStringLiteral("jürg@corp.example"),
        QStringLiteral("Jürg"));
    row("nobody", "undisclosed-recipients:;", QString());
    row("controls", "=?utf-8?Q?=1B[31mred?= <r@corp.example>", QStringLiteral("r@corp.example"),
        QStringLiteral("[31mred"));
    row("case is kept", "Ann.Lee@Corp.Example", QStringLiteral("Ann.Lee@Corp.Example"));
}

void MessageReaderTest::decodesAddresses()
{
    QFETCH(const QByteArray, field);
    const MessageContent content = read("From: " + field + "\r\n\r\nbody");
    QTEST(content.from.address, "address");
    QTEST(content.from.name, "name");
}

void MessageReaderTest::firstOfRepeatedFieldsCounts()
{
    const MessageContent content
        = read("From: ann@corp.example\r\nSubject: one\r\nFrom: eve@corp.example\r\nSubject: two\r\n\r\n");
    QCOMPARE(content.from.address, QStringLiteral("ann@corp.example"));
    QCOMPARE(content.subject, QStringLiteral("one"));
    QVERIFY(content.hasProblem("mail.second-from"));
}

void MessageReaderTest::foldsAreTakenOut()
{
    const MessageContent content = read("Subject: one\r\n two\r\n\tthree\r\nFROM :\r\n ann@corp.example\r\n\r\nbody");
    QCOMPARE(content.subject, QStringLiteral("one two\tthree").replace(QLatin1Char('\t'), QLatin1Char(' ')));
    QCOMPARE(content.from.address, QStringLiteral("ann@corp.example"));
}

void MessageReaderTest::transferEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = calendar("REQUEST", "Gr\xc3\xbcne Woche = gut");
    QByteArray quoted = text;
    quoted.replace('=', "=3D").replace("\xc3\xbc", "=C3=\r\n=BC");
    QByteArray lines;
    const QByteArray base64 = text.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 76)
        lines += base64.mid(at, 76) + "\r\n";
    QTest::newRow("8bit") << QByteArray("8bit") << text;
    QTest::newRow("7bit said, 8bit sent") << QByteArray("7bit") << text;
    QTest::newRow("binary") << QByteArray("binary") << text;
    QTest::newRow("quoted-printable") << QByteArray("Quoted-Printable") << quoted;
    QTest::newRow("base64") << QByteArray("BASE64") << lines;
    QTest::newRow("base64 with noise") << QByteArray("base64") << QByteArray(" !" + lines + "\r\n--\r\n");
    QTest::newRow("unknown") << QByteArray("x-own") << text;
}

void MessageReaderTest::transferEncodings()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, body);
    const QByteArray calendarPart = part(
        "Content-Type: text/calendar; method=REQUEST; charset=UTF-8\nContent-Transfer-Encoding: " + encoding + '\n',
        body);
    const MessageContent content = read(header() + multipart("mixed", "b1", {textPart(), calendarPart}));
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->text.trimmed(), calendar("REQUEST", "Gr\xc3\xbcne Woche = gut").trimmed());
    QVERIFY(content.problems.isEmpty());
}

void MessageReaderTest::M2_charsets_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("word"); // "Grün" in that charset
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("utf-8") << QByteArray("utf-8") << QByteArray("Gr\xc3\xbcn") << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray("Gr\xc3\xbcn") << QByteArray();
    QTest::newRow("us-ascii, but utf-8") << QByteArray("us-ascii") << QByteArray("Gr\xc3\xbcn") << QByteArray();
    QTest::newRow("iso-8859-1") << QByteArray("ISO-8859-1") << QByteArray("Gr\xfcn") << QByteArray();
    QTest::newRow("windows-1252") << QByteArray("windows-1252") << QByteArray("Gr\xfcn") << QByteArray();
    QTest::newRow("utf-8, but windows-1252")
        << QByteArray("utf-8") << QByteArray("Gr\xfcn") << QByteArray("mail.charset-guessed");
    QTest::newRow("unknown") << QByteArray("x-nobody") << QByteArray("Gr\xc3\xbcn")
                             << QByteArray("mail.charset-unknown");
}

void MessageReaderTest::M2_charsets()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, word);
    QFETCH(const QByteArray, problem);
    const QByteArray parameter = charset.isEmpty() ? QByteArray() : QByteArray("; charset=" + charset);
    const MessageContent content
        = read(header() + withCrLf("Content-Type: text/calendar; method=REQUEST" + parameter + "\n\n")
               + calendar("REQUEST", word));
    QVERIFY(content.calendar);
    QVERIFY(content.calendar->text.contains("SUMMARY:Gr\xc3\xbcn\r\n"));
    QCOMPARE(content.problems.size(), problem.isEmpty() ? 0 : 1);
    QVERIFY(problem.isEmpty() || content.hasProblem(problem));
}

void MessageReaderTest::byteOrderMarkIsTaken()
{
    const QByteArray type = "Content-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: base64\n\n";
    const QByteArray marked = "\xef\xbb\xbf" + calendar("REQUEST");
    const MessageContent utf8 = read(header() + withCrLf(type) + marked.toBase64());
    QVERIFY(utf8.calendar->text.startsWith("BEGIN:VCALENDAR"));

    QByteArray utf16("\xff\xfe");
    for (const char c : calendar("REQUEST"))
        utf16.append(c).append('\0');
    const MessageContent wide = read(header() + withCrLf(type) + utf16.toBase64());
    QCOMPARE(wide.calendar->text, calendar("REQUEST"));
}

void MessageReaderTest::methodParameter_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("plain") << QByteArray("text/calendar; method=REQUEST") << QByteArray("REQUEST");
    QTest::newRow("lower case") << QByteArray("Text/Calendar; Method=request") << QByteArray("REQUEST");
    QTest::newRow("quoted") << QByteArray("text/calendar; charset=\"utf-8\";method=\"CANCEL\"") << QByteArray("CANCEL");
    QTest::newRow("one a line") << QByteArray("text/calendar;\n\tname=\"meeting.ics\";\n\tmethod=REQUEST")
                                << QByteArray("REQUEST");
    QTest::newRow("comment") << QByteArray("text/calendar (x); method=REPLY") << QByteArray("REPLY");
    QTest::newRow("extended") << QByteArray("text/calendar; method*=us-ascii'en'REQUEST") << QByteArray("REQUEST");
    QTest::newRow("none") << QByteArray("text/calendar") << QByteArray();
    QTest::newRow("empty parameters") << QByteArray("text/calendar;;; method=REQUEST;") << QByteArray("REQUEST");
}

void MessageReaderTest::methodParameter()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, method);
    const MessageContent content = read(header() + withCrLf("Content-Type: " + type + "\n\n") + calendar({}));
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->mimeMethod, method);
    QCOMPARE(content.calendar->method(), method);
}

void MessageReaderTest::M2_deepestCalendarWithAMethodWins()
{
    const QByteArray inner = multipart("alternative", "inner", {textPart(), requestPart(calendar("REQUEST", "Right"))});
    const QByteArray file = part("Content-Type: application/ics; name=\"invite.ics\"\n", calendar("REQUEST", "File"));
    const QByteArray shallow = requestPart(calendar("REQUEST", "Shallow"));
    const QByteArray withoutMethod = multipart(
        "mixed", "deep", {multipart("mixed", "deeper", {part("Content-Type: text/calendar\n", calendar({}))})});
    const MessageContent content = read(header() + multipart("mixed", "outer", {file, shallow, withoutMethod, inner}));
    QVERIFY(content.calendar->text.contains("SUMMARY:Right"));
    QCOMPARE(content.calendar->where, QByteArray("1.4.2"));
}

void MessageReaderTest::calendarWithoutMethodParameterTellsItsOwn()
{
    const MessageContent content
        = read(header() + multipart("mixed", "b", {part("Content-Type: text/calendar\n", calendar("cancel"))}));
    QCOMPARE(content.calendar->mimeMethod, QByteArray());
    QCOMPARE(content.calendar->method(), QByteArray("CANCEL"));
}

void MessageReaderTest::attachedFileIsTheFallback_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("application/ics") << QByteArray("Content-Type: application/ics\n");
    QTest::newRow("name") << QByteArray("Content-Type: application/octet-stream; name=Invite.ICS\n");
    QTest::newRow("file name") << QByteArray("Content-Type: application/octet-stream\n"
                                             "Content-Disposition: attachment; filename*=utf-8''Gr%C3%BCn.ics\n");
}

void MessageReaderTest::attachedFileIsTheFallback()
{
    QFETCH(const QByteArray, fields);
    const MessageContent content
        = read(header() + multipart("mixed", "b", {textPart(), part(fields, calendar("REQUEST"))}));
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->source, CalendarText::Source::Attachment);
    QCOMPARE(content.calendar->method(), QByteArray("REQUEST"));
}

void MessageReaderTest::calendarAsTheWholeMessage()
{
    const MessageContent content = read(header() + requestPart());
    QCOMPARE(content.calendar->where, QByteArray("1"));
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
}

void MessageReaderTest::journaledMessageIsUnwrapped()
{
    const QByteArray journal = withCrLf("From: journal@corp.example\nSubject: Journal report\nX-MS-Journal-Report:\n"
                                        "Message-ID: <outer@corp.example>\n")
        + multipart("mixed", "journal",
                    {part("Content-Type: text/plain\n", "Sender: ann@corp.example\r\n"),
                     part("Content-Type: message/rfc822\n", meetingRequest())});
    const MessageContent content = read(journal);
    QVERIFY(content.unwrapped);
    QCOMPARE(content.from.address, QStringLiteral("ann@corp.example"));
    QCOMPARE(content.messageId, QStringLiteral("m1@corp.example"));
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
    QCOMPARE(content.calendar->where, QByteArray("1.2.1.3"));

    // One level only.
    const QByteArray twice = header() + part("Content-Type: message/rfc822\n", journal);
    QVERIFY(!read(twice).calendar);
}

void MessageReaderTest::twoForwardedMessagesAreNot()
{
    const QByteArray forwarded = part("Content-Type: message/rfc822\n", meetingRequest());
    const MessageContent content = read(header() + multipart("mixed", "f", {forwarded, forwarded}));
    QVERIFY(!content.calendar);
    QVERIFY(!content.unwrapped);
}

void MessageReaderTest::outerCalendarBeatsForwardedOne()
{
    const QByteArray forwarded = part("Content-Type: message/rfc822\n", meetingRequest());
    const MessageContent content
        = read(header() + multipart("mixed", "f", {forwarded, requestPart(calendar("REQUEST", "Outer"))}));
    QVERIFY(!content.unwrapped);
    QVERIFY(content.calendar->text.contains("SUMMARY:Outer"));
}

void MessageReaderTest::M3_signedMailIsRead()
{
    const QByteArray inner = multipart("alternative", "alt", {textPart(), requestPart()});
    const QByteArray signature = part(
        "Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n", "MIIB");
    const MessageContent content
        = read(header() + multipart("signed; protocol=\"application/pkcs7-signature\"", "sig", {inner, signature}));
    QVERIFY(content.calendar);
    QVERIFY(!content.isOpaqueSmime);
}

void MessageReaderTest::partListTellsNamesAndSizes()
{
    const QByteArray file = part("Content-Type: application/pdf; name=\"=?utf-8?Q?Pl=C3=A4ne.pdf?=\"\n"
                                 "Content-Disposition: attachment; filename=\"../../etc/passwd\"\n"
                                 "Content-Transfer-Encoding: BASE64\n",
                                 "AAAA");
    const QByteArray named = part("Content-Type: application/pdf; name=\"=?utf-8?Q?Pl=C3=A4ne.pdf?=\"\n", "x");
    const MessageContent content = read(header() + multipart("mixed", "b", {textPart(), file, named}));
    QCOMPARE(content.parts.size(), 4);
    QCOMPARE(content.parts.at(0).type, QByteArray("multipart/mixed"));
    QCOMPARE(content.parts.at(1).where, QByteArray("1.1"));
    QCOMPARE(content.parts.at(1).size,
             qint64(16)); // the CRLF in front of the boundary belongs to the boundary
    QCOMPARE(content.parts.at(2).name, QStringLiteral("../../etc/passwd"));
    QCOMPARE(content.parts.at(2).encoding, QByteArray("base64"));
    QCOMPARE(content.parts.at(2).size, qint64(4));
    QCOMPARE(content.parts.at(3).name, QStringLiteral("Pläne.pdf"));
    QCOMPARE(content.parts.at(3).depth, 1);
}

void MessageReaderTest::parameterContinuations()
{
    const MessageContent content
        = read(header()
               + multipart("mixed", "b",
                           {part("Content-Type: application/octet-stream\nContent-Disposition: attachment;\n"
                                 " filename*1*=%BCn.;\n filename*0*=utf-8'de'Gr%C3;\n filename*2=\"ics\"\n",
                                 calendar("REQUEST"))}));
    QCOMPARE(content.parts.at(1).name, QStringLiteral("Grün.ics"));
    QVERIFY(content.calendar);
}

void MessageReaderTest::M2_tnefIsDecoded()
{
    const QByteArray octets("\x78\x9f\x3e\x22\x01\x00", 6);
    const QByteArray winmail = part("Content-Type: application/ms-tnef; name=\"winmail.dat\"\n"
                                    "Content-Transfer-Encoding: base64\n",
                                    octets.toBase64());
    const MessageContent content = read(header("Cc: Ann Lee <ann@corp.example>, bo@corp.example\n")
                                        + multipart("mixed", "b", {textPart(), winmail}));
    QVERIFY(content.hasTnef);
    QCOMPARE(content.tnef, octets);
    QCOMPARE(content.tnefWhere, QByteArrayLiteral("1.2"));
    // It may leave the recipients to the head.
    QCOMPARE(content.to, (QList<MailAddress>{{QStringLiteral("blue@rooms.example"), QStringLiteral("Blue")}}));
    QCOMPARE(content.cc,
             (QList<MailAddress>{{QStringLiteral("ann@corp.example"), QStringLiteral("Ann Lee")},
                                 {QStringLiteral("bo@corp.example"), QString()}}));

    const QByteArray renamed
        = part("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=WINMAIL.DAT\n"
               "Content-Transfer-Encoding: base64\n",
               octets.toBase64());
    QVERIFY(read(header() + multipart("mixed", "b", {textPart(), renamed})).hasTnef);
}

void MessageReaderTest::M3_opaqueMailIsMarked_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("enveloped") << QByteArray(
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n");
    QTest::newRow("old name") << QByteArray("Content-Type: application/x-pkcs7-mime\n");
    QTest::newRow("by name") << QByteArray("Content-Type: application/octet-stream; name=\"smime.p7m\"\n");
    QTest::newRow("PGP") << QByteArray("Content-Type: multipart/encrypted; boundary=x\n");
}

void MessageReaderTest::M3_opaqueMailIsMarked()
{
    QFETCH(const QByteArray, fields);
    QVERIFY(read(header() + part(fields, "MIIB")).isOpaqueSmime);
}

void MessageReaderTest::bareLineFeedsAreRead()
{
    QByteArray raw = meetingRequest();
    raw.replace("\r\n", "\n");
    const MessageContent content = read(raw);
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
    QCOMPARE(content.subject, QStringLiteral("Weekly planning"));
}

void MessageReaderTest::M1_boundaryThatBeginsAnother()
{
    const QByteArray inner = multipart("alternative", "mark-1", {textPart(), requestPart()});
    const MessageContent content = read(header() + multipart("mixed", "mark", {inner, textPart()}));
    QCOMPARE(content.parts.size(), 5);
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
}

void MessageReaderTest::M1_missingClosingBoundary()
{
    QByteArray raw = header() + multipart("mixed", "cut", {textPart(), requestPart()});
    raw.chop(QByteArray("\r\n--cut--\r\n").size());
    const MessageContent content = read(raw);
    QCOMPARE(content.calendar->text, calendar("REQUEST"));
}

void MessageReaderTest::readsFromManyThreads()
{
    const QByteArray raw
        = "Subject: =?iso-8859-15?Q?Gr=FCn?=\r\n" + meetingRequest("From: =?utf-8?Q?J?= <j@x.example>\n");
    QAtomicInt good;
    QList<QThread*> threads;
    for (int i = 0; i < 4; ++i) {
        threads.append(QThread::create([&] {
            for (int round = 0; round < 200; ++round) {
                const MessageContent content = read(raw);
                good += content.subject == QStringLiteral("Grün") && content.calendar ? 1 : 0;
            }
        }));
        threads.last()->start();
    }
    for (QThread* thread : threads)
        QVERIFY(thread->wait(60'000));
    qDeleteAll(threads);
    QCOMPARE(good.loadRelaxed(), 800);
}

QTEST_APPLESS_MAIN(MessageReaderTest)
#include "tst_messagereader.moc"
