// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/answermail.h"
#include "models/composing/confirmationmail.h"
#include "models/composing/meetingmail.h"
#include "models/composing/mimewriter.h"
#include "models/composing/noticemail.h"
#include "models/itip/itipreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace reserve;

namespace {

Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

MailIdentity identity()
{
    return {QStringLiteral("<one@rooms.example.org>"), at("2026-11-05T08:09:10Z")};
}

AnswerMail answer()
{
    AnswerMail mail;
    mail.identity = identity();
    mail.thread = {QStringLiteral("<request@example.org>"), {QStringLiteral("<older@example.org>")}};
    mail.reply.uid = QStringLiteral("uid-1");
    mail.reply.sequence = 2;
    mail.reply.organizerLine = "ORGANIZER;CN=Ada:mailto:Ada@example.org";
    mail.reply.attendeeLine = "ATTENDEE;RSVP=TRUE:MAILTO:ALPINE@rooms.example.org";
    mail.reply.mailbox = QStringLiteral("alpine@rooms.example.org");
    mail.reply.spaceName = QStringLiteral("Room Älpine");
    mail.reply.range = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    mail.reply.stamp = at("2026-11-05T08:09:10Z");
    mail.organizer = {QStringLiteral("Ada@example.org"), QStringLiteral("Ada")};
    mail.subject = QStringLiteral("Accepted: Größe – ") + QStringLiteral("viel Text ").repeated(20);
    mail.text
        = QStringLiteral("Room Älpine is reserved.\n.a line that begins with a dot\nFrom here on = ends with a blank ");
    return mail;
}

// The header's value as it stands, folds joined.
QByteArray header(const QByteArray& mail, const QByteArray& name)
{
    const QByteArray head = mail.left(mail.indexOf("\r\n\r\n")).replace("\r\n ", " ");
    for (const QByteArray& line : head.split('\n')) {
        if (line.startsWith(QByteArray(name + ": ")))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}

QString mailFault(const QByteArray& mail)
{
    if (QByteArray(mail).replace("\r\n", "").contains('\n') || QByteArray(mail).replace("\r\n", "").contains('\r'))
        return QStringLiteral("a line end that is not CRLF");
    for (const QByteArray& line : mail.split('\n')) {
        if (line.size() > 79)
            return QStringLiteral("too long: ") + QString::fromUtf8(line);
    }
    return {};
}

// Python's mail package reads the mail: an implementation that is not ours.
QJsonObject readByPython(const QByteArray& mail)
{
    static const QString program = QStringLiteral(
        "import sys, json, email, email.policy\n"
        "m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)\n"
        "parts = [{'type': p.get_content_type(), 'method': p.get_param('method'), 'text': p.get_content()}\n"
        "         for p in m.walk() if not p.is_multipart()]\n"
        "print(json.dumps({'headers': {k.lower(): str(v) for k, v in m.items()}, 'names': [k for k in "
        "m.keys()],\n"
        "    'to': [a.addr_spec for a in m['To'].addresses] if m['To'] else [], 'from': "
        "m['From'].addresses[0].addr_spec,\n"
        "    'fromName': m['From'].addresses[0].display_name, 'defects': [str(d) for d in m.defects], "
        "'parts': parts}))\n");
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-c"), program});
    python.write(mail);
    python.closeWriteChannel();
    if (!python.waitForFinished(30000) || python.exitCode() != 0)
        return {{QStringLiteral("failure"), QString::fromUtf8(python.readAllStandardError())}};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

bool hasPython()
{
    return !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty();
}

} // namespace

class TestComposing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_mailIsFromTheRoomToTheOrganizer()
    {
        const ComposedMail mail = composeAnswer(answer());
        QCOMPARE(mailFault(mail.bytes), QString());
        QCOMPARE(mail.from, QStringLiteral("ALPINE@rooms.example.org"));
        QCOMPARE(mail.recipients, QStringList{QStringLiteral("Ada@example.org")});
        QCOMPARE(mail.messageId, QStringLiteral("<one@rooms.example.org>"));
        QVERIFY(header(mail.bytes, "From").endsWith("<ALPINE@rooms.example.org>"));
        QCOMPARE(header(mail.bytes, "To"), QByteArray("\"Ada\" <Ada@example.org>"));
        QCOMPARE(header(mail.bytes, "Message-ID"), QByteArray("<one@rooms.example.org>"));
        QCOMPARE(header(mail.bytes, "In-Reply-To"), QByteArray("<request@example.org>"));
        QCOMPARE(header(mail.bytes, "References"), QByteArray("<older@example.org> <request@example.org>"));
        QCOMPARE(header(mail.bytes, "Date"), QByteArray("Thu, 05 Nov 2026 08:09:10 +0000"));
        QVERIFY(header(mail.bytes, "Cc").isEmpty());
    }

    void R_QUIET_everyMailOfOursIsMarked()
    {
        ConfirmationMail confirmation;
        confirmation.identity = identity();
        confirmation.from = {QStringLiteral("reserve@example.org"), {}};
        confirmation.requester = {QStringLiteral("ada@example.org"), {}};
        NoticeMail notice;
        notice.identity = identity();
        notice.from = confirmation.from;
        notice.to = {QStringLiteral("desk@example.org")};
        const QList<std::pair<QByteArray, QByteArray>> mails{{composeAnswer(answer()).bytes, "answer"},
                                                             {composeConfirmation(confirmation).bytes, "confirmation"},
                                                             {composeNotice(notice).bytes, "notice"}};
        for (const auto& [bytes, kind] : mails) {
            QCOMPARE(header(bytes, "X-Reserve-Console"), kind);
            QCOMPARE(header(bytes, "X-Auto-Response-Suppress"), QByteArray("All"));
            QCOMPARE(header(bytes, "Auto-Submitted"),
                     kind == "answer" ? QByteArray("auto-replied") : QByteArray("auto-generated"));
        }
    }

    void R_ANSWER_isReadByAnotherImplementation()
    {
        if (!hasPython())
            QSKIP("python3 is not installed: the mails are not read by another implementation");
        const AnswerMail wanted = answer();
        const QJsonObject read = readByPython(composeAnswer(wanted).bytes);
        QCOMPARE(read.value(u"failure").toString(), QString());
        QVERIFY(read.value(u"defects").toArray().isEmpty());
        QCOMPARE(read.value(u"from").toString(), QStringLiteral("ALPINE@rooms.example.org"));
        QCOMPARE(read.value(u"fromName").toString(), QStringLiteral("Room Älpine"));
        QCOMPARE(read.value(u"headers").toObject().value(u"subject").toString(), wanted.subject.simplified());
        const QJsonArray parts = read.value(u"parts").toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].toObject().value(u"text").toString().trimmed(), wanted.text.trimmed());
        QCOMPARE(parts[1].toObject().value(u"type").toString(), QStringLiteral("text/calendar"));
        QCOMPARE(parts[1].toObject().value(u"method").toString(), QStringLiteral("REPLY"));
        const auto message = ItipReader().read(parts[1].toObject().value(u"text").toString().toUtf8(), {});
        QVERIFY(message);
        QCOMPARE(message->method, ItipMethod::Reply);
        QCOMPARE(message->events[0].uid, QStringLiteral("uid-1"));
        QCOMPARE(message->events[0].attendees[0].participation, QStringLiteral("ACCEPTED"));
    }

    void R_CONFIRM_copiesTheDelegateOnce()
    {
        ConfirmationMail confirmation;
        confirmation.identity = identity();
        confirmation.from = {QStringLiteral("reserve@example.org"), QStringLiteral("Reserve")};
        confirmation.requester = {QStringLiteral("ada@example.org"), {}};
        confirmation.sentBy = QStringLiteral("help@example.org");
        confirmation.subject = QStringLiteral("Reserved: Budget");
        confirmation.text = QStringLiteral("The room is yours.\n\nRoom: Alpine\n\nEnjoy.");
        const ComposedMail mail = composeConfirmation(confirmation);
        QCOMPARE(header(mail.bytes, "Cc"), QByteArray("help@example.org"));
        QCOMPARE(mail.recipients, (QStringList{QStringLiteral("ada@example.org"), QStringLiteral("help@example.org")}));
        QVERIFY(mail.bytes.endsWith("\r\n\r\nThe room is yours.\r\n\r\nRoom: Alpine\r\n\r\nEnjoy.\r\n"));
        confirmation.sentBy = QStringLiteral("ADA@example.org");
        QVERIFY(header(composeConfirmation(confirmation).bytes, "Cc").isEmpty());
    }

    void writesADigest()
    {
        NoticeMail notice;
        notice.identity = identity();
        notice.from = {QStringLiteral("reserve@example.org"), {}};
        notice.to = {QStringLiteral("a@example.org"), QStringLiteral("b@example.org")};
        notice.subject = QStringLiteral("2 items wait");
        notice.text = QStringLiteral("These wait:\n\nOne\n    first\nTwo\n    second");
        const ComposedMail mail = composeNotice(notice);
        QCOMPARE(header(mail.bytes, "To"), QByteArray("a@example.org, b@example.org"));
        QVERIFY(mail.bytes.endsWith("These wait:\r\n\r\nOne\r\n    first\r\nTwo\r\n    second\r\n"));
    }

    void composesMeetings_data()
    {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<int>("method");
        for (const MeetingDialect dialect : {MeetingDialect::Exchange, MeetingDialect::Plain}) {
            for (const ItipMethod method : {ItipMethod::Request, ItipMethod::Cancel}) {
                QTest::addRow("%s %s", dialect == MeetingDialect::Exchange ? "exchange" : "plain",
                              methodName(method).constData())
                    << int(dialect) << int(method);
            }
        }
    }
    void composesMeetings()
    {
        if (!hasPython())
            QSKIP("python3 is not installed: the mails are not read by another implementation");
        QFETCH(int, dialect);
        QFETCH(int, method);
        MeetingMail meeting;
        meeting.identity = identity();
        meeting.dialect = MeetingDialect(dialect);
        meeting.method = ItipMethod(method);
        meeting.organizer = {QStringLiteral("ada@example.org"), QStringLiteral("Ada")};
        meeting.sentBy = QStringLiteral("help@example.org");
        meeting.rooms = {{QStringLiteral("alpine@rooms.example.org"), QStringLiteral("Alpine")}};
        meeting.attendees = {{QStringLiteral("charles@example.org"), {}}};
        meeting.uid = newMeetingUid(identity().date);
        meeting.sequence = 3;
        meeting.range = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
        meeting.zone = "Europe/Berlin";
        meeting.subject = QStringLiteral("Größe <b>");
        meeting.text = QStringLiteral("Zeile 1\nZeile 2 <ü>");
        const ComposedMail mail = composeMeeting(meeting);
        QCOMPARE(mailFault(mail.bytes), QString());
        QVERIFY(header(mail.bytes, "X-Reserve-Console").isEmpty());
        const QJsonObject read = readByPython(mail.bytes);
        QCOMPARE(read.value(u"failure").toString(), QString());
        QCOMPARE(read.value(u"from").toString(), QStringLiteral("help@example.org"));
        const QJsonObject part = read.value(u"parts").toArray().last().toObject();
        QCOMPARE(part.value(u"method").toString().toLatin1(), methodName(meeting.method));
        const auto message = ItipReader().read(part.value(u"text").toString().toUtf8(), {});
        QVERIFY(message);
        const ItipEvent& event = message->events[0];
        QVERIFY(event.obstacle.isEmpty());
        QCOMPARE(message->method, meeting.method);
        QCOMPARE(event.uid, meeting.uid);
        QCOMPARE(event.sequence, 3);
        QCOMPARE(event.range, std::optional(meeting.range));
        QCOMPARE(event.summary, meeting.subject);
        QCOMPARE(event.organizer.sentBy, meeting.sentBy);
        QVERIFY(event.attendee(u"alpine@rooms.example.org"));
    }

    void makesUidsAsExchangeDoes()
    {
        const QString uid = newMeetingUid(at("2026-11-05T08:09:10Z"));
        QCOMPARE(uid.size(), 112);
        QVERIFY(uid.startsWith(QStringLiteral("040000008200E00074C5B7101A82E00800000000")));
        QCOMPARE(uid.mid(56, 24), QStringLiteral("000000000000000010000000"));
        QVERIFY(uid != newMeetingUid(at("2026-11-05T08:09:10Z")));
    }

    void noHeaderCanBeInjected_data()
    {
        QTest::addColumn<QString>("evil");
        QTest::newRow("crlf") << QStringLiteral("x\r\nBcc: evil@example.org");
        QTest::newRow("lf") << QStringLiteral("x\nBcc: evil@example.org");
        QTest::newRow("cr") << QStringLiteral("x\rBcc: evil@example.org");
        QTest::newRow("body") << QStringLiteral("x\r\n\r\nevil body");
        QTest::newRow("nul") << QStringLiteral("x") + QChar(0) + QStringLiteral("\nBcc: evil@example.org");
        QTest::newRow("next line") << QStringLiteral("x") + QChar(0x85) + QStringLiteral("Bcc: evil@example.org");
        QTest::newRow("line separator") << QStringLiteral("x") + QChar(0x2028)
                + QStringLiteral("Bcc: evil@example.org");
        QTest::newRow("brackets") << QStringLiteral("a@x.org>, <evil@example.org");
        QTest::newRow("encoded word") << QStringLiteral("=?utf-8?q?x=0D=0ABcc:_evil@example.org?=");
        QTest::newRow("boundary") << QStringLiteral("--=_reserve_\r\n--");
        QTest::newRow("endless word") << QStringLiteral("x").repeated(5000);
        QTest::newRow("emoji") << QString::fromUtf8("\xF0\x9F\x98\x80").repeated(100);
    }
    void noHeaderCanBeInjected()
    {
        QFETCH(QString, evil);
        AnswerMail mail = answer();
        mail.subject = evil;
        mail.reply.spaceName = evil;
        mail.reply.uid = evil;
        mail.reply.attendeeLine.clear();
        mail.reply.organizerLine = "ORGANIZER:" + evil.toUtf8();
        mail.organizer.name = evil;
        mail.thread = {evil, {evil, evil}};
        mail.text = evil;
        const QByteArray bytes = composeAnswer(mail).bytes;
        const QByteArray head = bytes.left(bytes.indexOf("\r\n\r\n"));
        QVERIFY(!head.contains("\nBcc"));
        QVERIFY(!head.contains('\0'));
        QVERIFY(QByteArray(head).replace("\r\n", "").count('\n') == 0);
        QList<QByteArray> names;
        for (const QByteArray& line : head.split('\n')) {
            if (!line.startsWith(' '))
                names.append(line.left(line.indexOf(':')));
        }
        for (const QByteArray& name : names) {
            QVERIFY2(QByteArrayList({"From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References",
                                     "Auto-Submitted", "X-Auto-Response-Suppress", "X-Reserve-Console", "MIME-Version",
                                     "Content-Type"})
                         .contains(name),
                     name.constData());
        }
        mail.organizer.address = evil;
        const QByteArray readdressed = composeAnswer(mail).bytes;
        QVERIFY(!readdressed.left(readdressed.indexOf("\r\n\r\n")).contains("\nBcc"));
    }

    void endsEncodedWordsBetweenCharacters()
    {
        if (!hasPython())
            QSKIP("python3 is not installed: the headers are not read by another implementation");
        MimeWriter writer;
        const QString subject = QString::fromUtf8("a\xF0\x9F\x98\x80\xC3\xA4").repeated(40);
        writer.addPeople("From", {{QStringLiteral("a@example.org"), {}}});
        writer.addText("Subject", subject);
        const QJsonObject read = readByPython(writer.write({{"text/plain", MimePart::Encoding::EightBit, "x"}}));
        QCOMPARE(read.value(u"headers").toObject().value(u"subject").toString(), subject);
    }

    void makesMessageIds()
    {
        const QString id = newMessageId(QStringLiteral("rooms.example.org"));
        QVERIFY(id.startsWith(u'<') && id.endsWith(u"@rooms.example.org>"));
        QVERIFY(id != newMessageId(QStringLiteral("rooms.example.org")));
        QVERIFY(newMessageId(QStringLiteral("a b\r\n<evil>")).endsWith(u"@abevil>"));
        QVERIFY(newMessageId({}).endsWith(u"@localhost>"));
    }
};

QTEST_GUILESS_MAIN(TestComposing)
#include "tst_composing.moc"
