// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"
#include "models/composing/noticesamples.h"
#include "models/entities/approval.h"
#include "models/itip/itipreader.h"
#include "models/mail/messagereader.h"
#include "models/wording/languages.h"
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");

Settings speaking(const char* language)
{
    return Settings({{QStringLiteral("notices.language"), QString::fromLatin1(language)},
                     {QStringLiteral("outgoing.from"), QStringLiteral("rooms@mycompany.com")},
                     {QStringLiteral("console.site-name"), QStringLiteral("Northgate Campus")}});
}

OutboxEntry confirmationOf(const Announcement& announcement)
{
    OutboxEntry entry;
    entry.kind = OutboxKind::Confirmation;
    entry.messageId = QStringLiteral("m@reserve.mycompany.com");
    entry.payload = toJson(announcement);
    return entry;
}

MessageContent readBack(const MailToSend& mail)
{
    return readMessage(mail.content).value();
}

// The text part, decoded (RFC 2045 6.7).
QString textOf(const MailToSend& mail)
{
    const QByteArray start = "quoted-printable\r\n\r\n";
    const qsizetype from = mail.content.indexOf(start) + start.size();
    const qsizetype to = mail.content.indexOf("\r\n--=_", from);
    QByteArray coded = mail.content.mid(from, to < 0 ? -1 : to - from);
    coded.replace("=\r\n", "");
    QByteArray text;
    for (qsizetype i = 0; i < coded.size(); ++i) {
        const bool isCoded = coded.at(i) == '=';
        text += isCoded ? QByteArray::fromHex(coded.mid(i + 1, 2)) : coded.mid(i, 1);
        i += isCoded ? 2 : 0;
    }
    return QString::fromUtf8(text).replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

QByteArray headOf(const MailToSend& mail)
{
    return mail.content.left(mail.content.indexOf("\r\n\r\n"));
}

} // namespace

// From what the outbox keeps to the mail that goes out, in the words that were chosen (R-CONFIRM).
class TestNoticeMails final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    MailToSend composed(const OutboxEntry& entry, const Settings& settings, const NoticeBook& book = {})
    {
        return MailComposer(settings, {}, book).compose(entry).value();
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_CONFIRM_speaksTheLanguageOfTheSetting()
    {
        m_desk->send(m_desk->meeting());
        const OutboxEntry confirmation = m_desk->outbox().last();
        const MailToSend english = composed(confirmation, speaking("en"));
        QVERIFY(headOf(english).contains("Content-Language: en"));
        QCOMPARE(readBack(english).subject, QStringLiteral("Reserved: CR1 Borealis, Safety training"));
        QVERIFY(textOf(english).contains(u"CR1 Borealis is reserved for you."));
        const MailToSend german = composed(confirmation, speaking("de"));
        QVERIFY(headOf(german).contains("Content-Language: de"));
        QVERIFY(textOf(german).contains(u"Freitag"));
        QVERIFY(textOf(german).contains(u"(Europe/Berlin)"));
        // A language that the product does not have: this machine's.
        QVERIFY(headOf(composed(confirmation, speaking("fr")))
                    .contains(QByteArray("Content-Language: " + languageOfThisMachine().toLatin1())));
    }

    void R_CONFIRM_usesTheTextsThatWereWritten()
    {
        m_desk->send(m_desk->meeting());
        NoticeBook book;
        book.set({NoticeKind::Accepted, QStringLiteral("en"), NoticePart::Subject}, QStringLiteral("{site}: {space}"));
        book.set({NoticeKind::Accepted, QStringLiteral("en"), NoticePart::Body},
                 QStringLiteral("Dear {person},\n{space} awaits you: {start}\n{building}"));
        const MailToSend mail = composed(m_desk->outbox().last(), speaking("en"), book);
        QCOMPARE(readBack(mail).subject, QStringLiteral("Northgate Campus: CR1 Borealis"));
        QVERIFY2(textOf(mail).contains(u"awaits you: Friday"), qPrintable(textOf(mail)));
        // Another language has its own.
        QVERIFY(!textOf(composed(m_desk->outbox().last(), speaking("de"), book)).contains(u"awaits"));
    }

    // One answer that carries the reason and the nearest free times and rooms; no second mail.
    void R_CONFIRM_aDeclineSaysWhyAndWhatIsFree()
    {
        m_desk->send(m_desk->meeting());
        MeetingMail other = m_desk->meeting();
        other.uid = QStringLiteral("other");
        m_desk->send(other);
        QCOMPARE(m_desk->outbox().size(), 3);
        const OutboxEntry answer = m_desk->outbox().last();
        QCOMPARE(answer.kind, OutboxKind::Answer);
        const MailToSend mail = composed(answer, speaking("en"));
        const MessageContent content = readBack(mail);
        QCOMPARE(content.subject, QStringLiteral("Declined: Safety training"));
        QVERIFY2(textOf(mail).contains(u"CR1 Borealis is not reserved."), qPrintable(textOf(mail)));
        QVERIFY2(textOf(mail).contains(u"CR1 Borealis is taken by"), qPrintable(textOf(mail)));
        QVERIFY2(textOf(mail).contains(u"Free instead:\nCR"), qPrintable(textOf(mail)));
        QVERIFY(content.calendar && content.calendar->method() == "REPLY");
    }

    // A reservation of the console: the mail brings a file that is read back as what it is.
    void R_CONFIRM_consoleReservationsBringACalendarFile_data()
    {
        QTest::addColumn<NoticeKind>("kind");
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("made") << NoticeKind::Accepted << QByteArray("CONFIRMED");
        QTest::newRow("moved") << NoticeKind::Moved << QByteArray("CONFIRMED");
        QTest::newRow("changed") << NoticeKind::Changed << QByteArray("CONFIRMED");
        QTest::newRow("cancelled") << NoticeKind::Cancelled << QByteArray("CANCELLED");
    }
    void R_CONFIRM_consoleReservationsBringACalendarFile()
    {
        QFETCH(NoticeKind, kind);
        QFETCH(QByteArray, status);
        Announcement a = sampleAnnouncement(kind, "Europe/Berlin");
        a.byConsole = true;
        a.sequence = kind == NoticeKind::Accepted ? 0 : 3;
        const MailToSend mail = composed(confirmationOf(a), speaking("en"));
        QCOMPARE(mail.recipients, QStringList{a.requester});
        QVERIFY(!headOf(mail).contains("In-Reply-To"));
        const MessageContent content = readBack(mail);
        QVERIFY(content.calendar);
        QCOMPARE(content.calendar->method(), QByteArray("PUBLISH"));
        ItipReader reader;
        const auto message = reader.read(content.calendar->text, {"Europe/Berlin", m_desk->clock().now(), {}});
        QVERIFY(message);
        QCOMPARE(message->events.first().status, status);
        QCOMPARE(message->events.first().sequence, a.sequence);
        QCOMPARE(message->events.first().organizer.address, a.roomAddress);
        QVERIFY2(textOf(mail).contains(u"attached file"), qPrintable(textOf(mail)));
        // By mail the meeting is in the requester's calendar already.
        a.byConsole = false;
        QVERIFY(!readBack(composed(confirmationOf(a), speaking("en"))).calendar);
    }

    // What was asked for in the console and went to an approver.
    void R_CONFIRM_anApproversWordOnAConsoleReservation()
    {
        Announcement a = sampleAnnouncement(NoticeKind::Declined, "Europe/Berlin");
        a.byConsole = true;
        const MailToSend declined = composed(confirmationOf(a), speaking("en"));
        QCOMPARE(readBack(declined).subject, QStringLiteral("Declined: Product review"));
        QVERIFY(!readBack(declined).calendar); // nobody has had a file that it would take back
        a = sampleAnnouncement(NoticeKind::Accepted, "Europe/Berlin");
        a.byConsole = true;
        a.status = ReservationStatus::Tentative;
        const MailToSend tentative = composed(confirmationOf(a), speaking("en"));
        QCOMPARE(readBack(tentative).subject, QStringLiteral("Tentative: Product review"));
        QVERIFY(textOf(tentative).contains(u"CR2 Aurora is held, but not yet confirmed."));
        QVERIFY(readBack(tentative).calendar && readBack(tentative).calendar->text.contains("STATUS:TENTATIVE"));
    }

    void approvalsKeepTheirTokenWhateverTheSubject()
    {
        ApprovalRequest request;
        request.about = sampleAnnouncement(NoticeKind::ApprovalAsked, "Europe/Berlin");
        request.token = QStringLiteral("RC-12");
        request.replyTo = room;
        OutboxEntry entry = confirmationOf(request.about);
        entry.kind = OutboxKind::ApprovalRequest;
        entry.recipient = QStringLiteral("boss@mycompany.com");
        entry.payload = toJson(request);
        NoticeBook book;
        book.set({NoticeKind::ApprovalAsked, QStringLiteral("en"), NoticePart::Subject},
                 QStringLiteral("May they? {space}"));
        QCOMPARE(readBack(composed(entry, speaking("en"), book)).subject,
                 QStringLiteral("May they? CR2 Aurora [RC-12]"));
    }

    // B3: a text of ours with facts of theirs stays one header line and one text part.
    void B3_noFactBeginsAHeader()
    {
        Announcement a = sampleAnnouncement(NoticeKind::Accepted, "Europe/Berlin");
        const QString evil = QStringLiteral("x\r\nBcc: evil@example.org\r\n\r\nbody") + QChar(0) + QChar(0x2028)
            + QStringLiteral("Cc: y@z");
        a.subject = evil;
        a.spaceName = evil;
        a.organizerName = evil;
        NoticeBook book;
        book.set({NoticeKind::Accepted, QStringLiteral("en"), NoticePart::Subject},
                 QStringLiteral("{subject} {space} {organizer}"));
        const MailToSend mail = composed(confirmationOf(a), speaking("en"), book);
        const QByteArray head = headOf(mail);
        QVERIFY(!head.contains("\nBcc") && !head.contains("\nCc") && !head.contains('\0'));
        QCOMPARE(head.count("\r\nSubject:") + int(head.startsWith("Subject:")), 1);
    }
};

QTEST_GUILESS_MAIN(TestNoticeMails)
#include "tst_noticemails.moc"
