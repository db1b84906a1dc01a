// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"
#include "tests/support/letter.h"
#include "tests/support/requestdesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString nour = QStringLiteral("nour.abbas@mycompany.com");
const QByteArray head = "From: nour.abbas@mycompany.com\r\nTo: CR1@reserve.mycompany.com\r\nSubject: Re: Accepted\r\n"
                        "Message-ID: <x@mycompany.com>\r\n";

// What a mail system in between may take away: the mark of ours and RFC 3834's.
QByteArray unmarked(const QByteArray& mail)
{
    QByteArray kept;
    for (const QByteArray& line : mail.split('\n')) {
        const bool isMark = line.startsWith("X-Reserve-Console:") || line.startsWith("Auto-Submitted:")
            || line.startsWith("X-Auto-Response-Suppress:");
        if (!isMark)
            kept += line + '\n';
    }
    kept.chop(1);
    return kept;
}

} // namespace

// B1: mail that answers mail. Nothing that a machine wrote is answered; a request always is.
class TestLoopGuards final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    QByteArray composed(const OutboxEntry& entry) { return MailComposer(Settings()).compose(entry).value().content; }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    // RFC 3834 section 5, and what Exchange looks at (MS-OXCMAIL 2.2.3.2.14).
    void B1_everyMailOfOursAsksForNoAnswer()
    {
        m_desk->send(m_desk->meeting());
        const QList<OutboxEntry> rows = m_desk->outbox();
        QCOMPARE(rows.size(), 2);
        for (const OutboxEntry& row : rows) {
            const QByteArray mail = composed(row);
            const bool answers = row.kind == OutboxKind::Answer;
            QVERIFY(mail.contains(answers ? "\r\nAuto-Submitted: auto-replied\r\n"
                                          : "\r\nAuto-Submitted: auto-generated\r\n"));
            QVERIFY(mail.contains("\r\nX-Auto-Response-Suppress: All\r\n"));
            QVERIFY(mail.contains("\r\nX-Reserve-Console: "));
            QVERIFY(mail.contains("\r\nIn-Reply-To: <request-1@mycompany.com>\r\n"));
        }
    }

    void B1_whatAMachineWroteIsNeverAnswered_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("nullPath");
        const auto row = [](const char* name, const char* headers, bool nullPath = false) {
            QTest::newRow(name) << QByteArray(headers) << nullPath;
        };
        row("auto-replied", "Auto-Submitted: auto-replied\r\n");
        row("auto-generated", "Auto-Submitted: auto-generated\r\n");
        row("auto-notified", "Auto-Submitted: auto-notified; owner-email=\"x@y.z\"\r\n");
        row("with a comment", "Auto-Submitted: (away) auto-replied\r\n");
        row("out of office", "X-Auto-Response-Suppress: All\r\nAuto-Submitted: auto-generated\r\n", true);
        row("precedence bulk", "Precedence: bulk\r\n");
        row("precedence junk", "Precedence: junk\r\n");
        row("precedence list", "Precedence: list\r\n");
        row("list", "List-Id: <staff.mycompany.com>\r\nList-Unsubscribe: <mailto:x@mycompany.com>\r\n");
        row("null return path", "", true);
        row("our own", "X-Reserve-Console: confirmation\r\n");
        row("receipt", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n", true);
        row("bounce", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", true);
    }
    void B1_whatAMachineWroteIsNeverAnswered()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, nullPath);
        const QByteArray raw = head + headers + "\r\nI am away.\r\n";
        const QList<Trace> traces = m_desk->send(raw, nullPath ? QString() : nour, {room});
        QCOMPARE(traces.size(), 1);
        QCOMPARE(traces.first().verdict, std::optional(Verdict::Ignored));
        QVERIFY(m_desk->outbox().isEmpty());
    }

    // Each mail of ours sent back by a mailbox that forwards, as it is and without its marks.
    void B1_ourOwnMailsComeBackAndNothingHappens_data()
    {
        QTest::addColumn<bool>("marks");
        QTest::newRow("marked") << true;
        QTest::newRow("marks taken away") << false;
    }
    void B1_ourOwnMailsComeBackAndNothingHappens()
    {
        QFETCH(bool, marks);
        MeetingMail other = m_desk->meeting();
        m_desk->send(other);
        other.uid = QStringLiteral("declined");
        m_desk->send(other);
        Announcement console = m_desk->announced(m_desk->outbox().at(1));
        console.byConsole = true;
        OutboxEntry published = m_desk->outbox().at(1);
        published.payload = toJson(console);
        QList<OutboxEntry> rows = m_desk->outbox();
        QCOMPARE(rows.size(), 3); // answer, confirmation, answer that declines
        rows.append(published);
        const QList<Reservation> before = m_desk->reservations();
        for (const OutboxEntry& row : std::as_const(rows)) {
            const QByteArray mail = marks ? composed(row) : unmarked(composed(row));
            const QList<Trace> traces = m_desk->send(mail, nour, {room});
            for (const Trace& trace : traces)
                QVERIFY2(trace.verdict != Verdict::Accepted && trace.verdict != Verdict::Cancelled, mail.constData());
        }
        QCOMPARE(m_desk->outbox().size(), 3);
        QCOMPARE(m_desk->reservations(), before);
    }

    // R-QUIET: Exchange Online sets such headers on real requests, and lists send invitations on.
    void B1_aRequestIsAnsweredWhateverItsHeadersSay_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("suppress") << QByteArray("X-Auto-Response-Suppress: All\r\n");
        QTest::newRow("bulk") << QByteArray("Precedence: bulk\r\n");
        QTest::newRow("list") << QByteArray("Precedence: list\r\nList-Id: <staff.mycompany.com>\r\n");
        QTest::newRow("automatic") << QByteArray("Auto-Submitted: auto-generated\r\n");
    }
    void B1_aRequestIsAnsweredWhateverItsHeadersSay()
    {
        QFETCH(QByteArray, headers);
        const Trace trace = m_desk->send(headers + composeMeeting(m_desk->meeting()).bytes, QString(), {room}).first();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->outbox().size(), 2);
    }

    // Who mends nothing when told does not hear it again and again: one mail in ten minutes, an hour of them
    // at most.
    void B1_oneOrganizerIsAskedOnceInTenMinutes()
    {
        const auto addition = [this](int number) {
            Letter letter;
            letter.uid = "unknown-" + QByteArray::number(number);
            letter.method = "ADD";
            letter.sequence = 1;
            letter.recurrence.clear();
            return m_desk->send(letter.mail(), nour, {room}).first();
        };
        const auto asked = [this] {
            QList<OutboxEntry> rows = m_desk->outbox();
            rows.removeIf([](const OutboxEntry& row) { return row.kind != OutboxKind::Refresh; });
            return rows;
        };
        const Instant now = m_desk->clock().now();
        for (int i = 0; i < 3; ++i)
            addition(i);
        QCOMPARE(asked().size(), 3);
        QCOMPARE(asked().at(0).nextAttempt, now);
        QCOMPARE(asked().at(1).nextAttempt, now + Minutes(10));
        QCOMPARE(asked().at(2).nextAttempt, now + Minutes(20));
        for (int i = 3; i < 30; ++i)
            addition(i);
        QCOMPARE(asked().size(), 6);
        const Trace last = addition(30);
        QCOMPARE(last.verdict, std::optional(Verdict::Held));
        QCOMPARE(last.steps.last().reason.code, QByteArray("refresh.paced"));
        // Later it may be asked again.
        m_desk->clock().advance(std::chrono::hours(2));
        addition(31);
        QCOMPARE(asked().size(), 7);
        QCOMPARE(asked().last().nextAttempt, m_desk->clock().now());
    }

    // What is told to managers is no answer to anybody, and that it failed is no news for the next digest.
    void B1_aDigestIsMarkedToo()
    {
        OutboxEntry entry;
        entry.kind = OutboxKind::Notice;
        entry.messageId = QStringLiteral("n@reserve.invalid");
        entry.payload
            = R"({"until":0,"total":1,"items":[{"what":{"code":"mail.notice.item-delivery","args":{}},"why":{}}]})";
        const Settings settings({{QStringLiteral("notices.to"), QStringLiteral("desk@mycompany.com")}});
        const auto mail = MailComposer(settings).compose(entry);
        QVERIFY(mail);
        QVERIFY(mail->content.contains("Auto-Submitted: auto-generated\r\n"));
        QVERIFY(mail->content.contains("X-Auto-Response-Suppress: All\r\n"));
    }

    // B2: whoever forges an organizer hears nothing, and nobody hears for them.
    void B2_aForgedOrganizerIsHeldAndNobodyIsAnswered()
    {
        QByteArray raw = composeMeeting(m_desk->meeting()).bytes;
        raw.replace("From: \"Nour Abbas\" <nour.abbas@mycompany.com>", "From: evil@elsewhere.example");
        const Trace trace = m_desk->send(raw, QStringLiteral("evil@elsewhere.example"), {room}).first();
        QCOMPARE(trace.verdict, std::optional(Verdict::Held));
        QVERIFY(m_desk->outbox().isEmpty());
    }

    void B2_aForgedCancellationRemovesNothing()
    {
        m_desk->send(m_desk->meeting());
        MeetingMail cancel = m_desk->meeting();
        cancel.method = ItipMethod::Cancel;
        cancel.sequence = 1;
        QByteArray raw = composeMeeting(cancel).bytes;
        raw.replace("From: \"Nour Abbas\" <nour.abbas@mycompany.com>", "From: evil@elsewhere.example");
        m_desk->send(raw, QStringLiteral("evil@elsewhere.example"), {room});
        QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Accepted);
        QCOMPARE(m_desk->outbox().size(), 2);
    }

    // B3, B4: what a stranger writes reaches the mails of others as text.
    void B3_B4_aHostileSubjectIsOneLineOfText()
    {
        MeetingMail mail = m_desk->meeting();
        mail.subject = QStringLiteral("<img src=file:///etc/passwd>{person}") + QChar(0x2028)
            + QStringLiteral("Bcc: evil@example.org");
        m_desk->send(mail);
        for (const OutboxEntry& row : m_desk->outbox()) {
            const QByteArray bytes = composed(row);
            const QByteArray top = bytes.left(bytes.indexOf("\r\n\r\n"));
            QVERIFY(!top.contains("\nBcc:"));
            QVERIFY(!bytes.contains("text/html"));
        }
    }
};

QTEST_GUILESS_MAIN(TestLoopGuards)
#include "tst_loopguards.moc"
