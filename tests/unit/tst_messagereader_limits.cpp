// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/messagereader.h"
#include "tests/unit/mailsamples.h"

#include <QtTest>

using namespace reserve;
using namespace reserve::mailsamples;

// Malformed and hostile messages: each is read to an end, and what was not read is told.
class MessageReaderLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyMessages_data();
    void emptyMessages();
    void case066_messagesWithoutSoundHeader();
    void case067_tenThousandFields();
    void case067_megabyteOfOneField();
    void headersBeyondTheLimit();
    void M1_case068_thousandNestedMultiparts();
    void M1_case068_nestedMessages();
    void M1_case068_hundredThousandParts();
    void M1_case068_boundaryLoops();
    void M1_partsWithoutOctets();
    void M2_bombsInTransferEncodings();
    void M2_bombsInEncodedWords();
    void boundaryLinesWithoutEnd();
    void calendarBeyondTheLimit();
    void nulOctetsInFields();
    void brokenEncodedWords();
    void cutAnywhereReadsOn();
    void randomOctetsReadOn();
    void corpusReadsOn();
};

namespace {

MessageContent read(const QByteArray& raw)
{
    const Result<MessageContent> content = readMessage(raw);
    return content ? *content : MessageContent();
}

} // namespace

void MessageReaderLimitsTest::emptyMessages_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("line end") << QByteArray("\r\n");
    QTest::newRow("blanks") << QByteArray(" \r\n\t\r\n");
}

void MessageReaderLimitsTest::emptyMessages()
{
    QFETCH(const QByteArray, raw);
    const Result<MessageContent> content = readMessage(raw);
    QVERIFY(!content);
    QCOMPARE(content.error().code(), QByteArray("mail.empty"));
}

void MessageReaderLimitsTest::case066_messagesWithoutSoundHeader()
{
    QVERIFY(readMessage("just some words\r\nwithout any header\r\n"));
    QVERIFY(readMessage("\r\nbody only\r\n"));
    const MessageContent odd = read("Subject: x\r\nthis line is no field\r\nFrom: ann@corp.example\r\n\r\nbody");
    QCOMPARE(odd.subject, QStringLiteral("x"));
    QCOMPARE(odd.from.address, QStringLiteral("ann@corp.example"));
    QVERIFY(odd.hasProblem("mail.header-malformed"));
    QCOMPARE(read("From ann Fri Nov 20 08:30:00 2026\r\nSubject: mbox\r\n\r\n").subject, QStringLiteral("mbox"));
    QCOMPARE(read("Subject: no body").subject, QStringLiteral("no body"));
}

void MessageReaderLimitsTest::case067_tenThousandFields()
{
    const MessageContent content = read(QByteArray("X-Field: some value\r\n").repeated(10'000) + meetingRequest());
    QVERIFY(content.calendar);
    QVERIFY(content.problems.isEmpty());
}

void MessageReaderLimitsTest::case067_megabyteOfOneField()
{
    const QByteArray words = QByteArray("=?utf-8?Q?word?=\r\n ").repeated(50'000);
    const MessageContent content = read("Subject: " + words + "\r\n" + meetingRequest());
    QVERIFY(content.subject.startsWith(QLatin1String("wordword")));
    QVERIFY(content.hasProblem("mail.field-too-long"));
    QVERIFY(content.calendar);
}

void MessageReaderLimitsTest::headersBeyondTheLimit()
{
    const MessageContent content = read(QByteArray("X-Field: some value\r\n").repeated(200'000) + meetingRequest());
    QVERIFY(content.hasProblem("mail.headers-too-large"));
    QVERIFY(!content.calendar);
}

void MessageReaderLimitsTest::M1_case068_thousandNestedMultiparts()
{
    QByteArray raw = header();
    for (int i = 0; i < 1'000; ++i) {
        const QByteArray name = "b" + QByteArray::number(i);
        raw += "Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" + name + "\r\n";
    }
    raw += "Content-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar("REQUEST");
    const MessageContent content = read(raw);
    QVERIFY(content.hasProblem("mail.too-deep"));
    QCOMPARE(content.parts.size(), 64);
    QVERIFY(!content.calendar);
}

void MessageReaderLimitsTest::M1_case068_nestedMessages()
{
    const MessageContent content = read(header() + QByteArray("Content-Type: message/rfc822\r\n\r\n").repeated(20'000));
    QVERIFY(content.hasProblem("mail.too-deep"));
    QCOMPARE(content.parts.size(), 64);
}

void MessageReaderLimitsTest::M1_case068_hundredThousandParts()
{
    QByteArray raw = header() + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: text/calendar; method=REQUEST\r\n\r\n" + calendar("REQUEST");
    raw += QByteArray("\r\n--b\r\nContent-Type: text/plain\r\n\r\nx").repeated(100'000) + "\r\n--b--\r\n";
    const MessageContent content = read(raw);
    QVERIFY(content.hasProblem("mail.too-many-parts"));
    QCOMPARE(content.parts.size(), 1'000);
    QVERIFY(content.calendar);
}

void MessageReaderLimitsTest::M1_case068_boundaryLoops()
{
    // Each multipart uses the boundary of the one around it.
    QByteArray raw = header();
    raw += QByteArray("Content-Type: multipart/mixed; boundary=same\r\n\r\n--same\r\n").repeated(500);
    raw += QByteArray("--same--\r\n").repeated(500);
    const MessageContent content = read(raw);
    QVERIFY(content.hasProblem("mail.too-deep"));
    for (const MessagePart& part : content.parts)
        QVERIFY(part.depth < 64);
}

void MessageReaderLimitsTest::M1_partsWithoutOctets()
{
    const QByteArray raw = header()
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b\r\n\r\n--b\r\nContent-Type: text/calendar; "
          "method=REQUEST\r\n\r\n"
        + calendar("REQUEST") + "\r\n--b\r\n--b--\r\n";
    const MessageContent content = read(raw);
    QVERIFY(content.calendar);
    QCOMPARE(content.calendar->method(), QByteArray("REQUEST"));
    QCOMPARE(content.parts.size(), 5);
}

void MessageReaderLimitsTest::M2_bombsInTransferEncodings()
{
    // Nothing grows while it is decoded: what comes out is never more than came in.
    const QByteArray field = "Content-Type: text/calendar; method=REQUEST\r\nContent-Transfer-Encoding: ";
    const QByteArray filler = "X-FILLER:" + QByteArray(1'000'000, 'x') + "\r\n";
    const QByteArray text = calendar("REQUEST").replace("END:VCALENDAR", QByteArray(filler + "END:VCALENDAR"));
    const QByteArrayList bodies{"base64\r\n\r\n" + text.toBase64(),
                                "quoted-printable\r\n\r\n" + QByteArray("=\r\n").repeated(300'000)
                                    + calendar("REQUEST"),
                                "base64\r\n\r\n" + QByteArray("=").repeated(1'000'000),
                                "x-uuencode\r\n\r\nbegin 644 x\r\n" + QByteArray("M").repeated(100'000)};
    for (const QByteArray& body : bodies) {
        const QByteArray raw = header() + field + body;
        const MessageContent content = read(raw);
        QVERIFY(!content.parts.isEmpty());
        QVERIFY(!content.calendar || content.calendar->text.size() <= raw.size());
    }
}

void MessageReaderLimitsTest::M2_bombsInEncodedWords()
{
    const MessageContent content = read("Subject: " + QByteArray("=?utf-8?B?4oCu?= ").repeated(100'000)
                                        + "\r\nFrom: =?utf-8?Q?=0D=0ABcc:_x?= <a@corp.example>\r\n\r\nx");
    QVERIFY(content.subject.size() <= qsizetype(ReaderLimits().fieldOctets));
    QVERIFY(!content.from.name.contains(QLatin1Char('\n')) && !content.from.name.contains(QLatin1Char('\r')));
    QCOMPARE(content.from.address, QStringLiteral("a@corp.example"));
}

void MessageReaderLimitsTest::boundaryLinesWithoutEnd()
{
    ReaderLimits limits;
    limits.boundaryTests = 10'000;
    const QByteArray raw
        = header() + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + QByteArray("\n--").repeated(20'000);
    const Result<MessageContent> content = readMessage(raw, limits);
    QVERIFY(content);
    QVERIFY(content->hasProblem("mail.too-many-boundary-lines"));
    QVERIFY(!read(raw).hasProblem("mail.too-many-boundary-lines"));
}

void MessageReaderLimitsTest::calendarBeyondTheLimit()
{
    ReaderLimits limits;
    limits.calendarOctets = 100;
    const Result<MessageContent> content = readMessage(meetingRequest(), limits);
    QVERIFY(content);
    QVERIFY(!content->calendar);
    QVERIFY(content->hasProblem("mail.calendar-too-large"));
}

void MessageReaderLimitsTest::nulOctetsInFields()
{
    const QByteArray raw
        = QByteArray("Subject: a\0b\r\nFrom: A\0 <ann@corp.example>\r\nContent-Type: text/ca\0lendar\r\n\r\n", 76);
    const MessageContent content = read(raw);
    QCOMPARE(content.subject, QStringLiteral("a b"));
    QCOMPARE(content.from.address, QStringLiteral("ann@corp.example"));
}

void MessageReaderLimitsTest::brokenEncodedWords()
{
    for (const QByteArray word : {"=?", "=?utf-8?", "=?utf-8?Q?", "=?utf-8?Q?=", "=?utf-8?B?!!!?=", "=?x-none?Q?abc?=",
                                  "=?utf-8?X?abc?=", "\xff\xfe\xfd", "=?utf-8?Q?=ff=fe?="}) {
        const QByteArray raw = "Subject: " + word + "\r\nFrom: " + word + " <a@b>\r\n\r\nx";
        QVERIFY(readMessage(raw));
    }
}

void MessageReaderLimitsTest::cutAnywhereReadsOn()
{
    const QByteArray raw = meetingRequest();
    for (qsizetype size = 1; size < raw.size(); size += 3)
        QVERIFY(readMessage(raw.first(size)));
}

void MessageReaderLimitsTest::randomOctetsReadOn()
{
    QRandomGenerator random(20261122);
    const QByteArray original = header()
        + multipart("mixed", "o",
                    {part("Content-Type: message/rfc822\n", meetingRequest()),
                     part("Content-Type: text/calendar; method*0*=utf-8''RE;method*1=QUEST; charset=utf-7\n"
                          "Content-Transfer-Encoding: quoted-printable\n",
                          calendar("REQUEST"))});
    const QByteArray pieces[]
        = {"\r\n", "--o", "--", "\"", "=?utf-8?Q?", "<", ">", ";", "*0*=", "\n ", "Content-Type:"};
    for (int round = 0; round < 3'000; ++round) {
        QByteArray raw = original;
        for (int change = 0; change < 8; ++change) {
            const qsizetype at = random.bounded(int(raw.size()));
            if (random.bounded(2))
                raw[at] = char(random.bounded(256));
            else
                raw.insert(at, pieces[random.bounded(int(std::size(pieces)))]);
        }
        QVERIFY(readMessage(raw));
    }
}

void MessageReaderLimitsTest::corpusReadsOn()
{
    const QString corpus = qEnvironmentVariable("RESERVE_CORPUS");
    if (corpus.isEmpty())
        QSKIP("RESERVE_CORPUS is not set: the mails of the corpus are not read");
    QDirIterator files(corpus, {QStringLiteral("*.eml")}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<MessageContent> content = readMessage(file.readAll());
        QVERIFY2(content, qPrintable(file.fileName()));
        QVERIFY(!content->parts.isEmpty());
        ++count;
    }
    QVERIFY(count > 0);
}

QTEST_APPLESS_MAIN(MessageReaderLimitsTest)
#include "tst_messagereader_limits.moc"
