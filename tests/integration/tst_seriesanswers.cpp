// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"
#include "models/composing/noticefacts.h"
#include "models/mail/messagereader.h"
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

// What is answered to series, and what the trace says of the zone in which they were sent.
class TestSeriesAnswers final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    OutboxEntry answer()
    {
        const QList<OutboxEntry> entries = m_desk->outbox();
        const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                        [](const OutboxEntry& entry) { return entry.kind == OutboxKind::Answer; });
        if (found == entries.rend())
            qFatal("no answer");
        return *found;
    }
    // The calendar part of the mail that answers.
    QByteArray reply()
    {
        const auto mail = MailComposer(Settings(), {}, {}).compose(answer());
        if (!mail)
            qFatal("%s", qPrintable(mail.error().logLine()));
        return readMessage(mail->content).value().calendar->text;
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void R_ANSWER_repeatsTheSeriesOwnStart()
    {
        Letter letter;
        letter.start = "20261106T160000"; // two weeks before the first date that is told of
        letter.end = "20261106T170000";
        letter.recurrence = "RRULE:FREQ=WEEKLY;COUNT=6\r\n";
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Accepted));
        QVERIFY2(reply().contains("DTSTART:20261106T150000Z\r\nDTEND:20261106T160000Z\r\n"), reply().constData());
        QCOMPARE(m_desk->announced(answer()).time.start, at("2026-11-20T15:00:00Z"));
    }

    void R_ANSWER_repeatsTheFirstDayOfWholeDays()
    {
        Letter letter;
        letter.zone = ";VALUE=DATE";
        letter.start = "20261106";
        letter.end = "20261107";
        letter.recurrence = "RRULE:FREQ=WEEKLY;COUNT=6\r\n";
        send(*m_desk, letter);
        QVERIFY2(reply().contains("DTSTART;VALUE=DATE:20261106\r\n"), reply().constData());
    }

    // Only the booking window is counted.
    void datesBehindTheWindowAreNotSaidToBeNone_data()
    {
        QTest::addColumn<bool>("isDeclined");
        QTest::newRow("reserved as far as it can be") << false;
        QTest::newRow("declined for going on") << true;
    }
    void datesBehindTheWindowAreNotSaidToBeNone()
    {
        QFETCH(const bool, isDeclined);
        if (!isDeclined)
            m_desk->setPolicy(PolicyScope::ofSpace(m_desk->cr1()), "EnforceSchedulingHorizon", "false");
        Letter letter;
        letter.recurrence = "RRULE:FREQ=MONTHLY;COUNT=20\r\n";
        send(*m_desk, letter);
        const Announcement told = m_desk->announced(answer());
        QCOMPARE(told.status == ReservationStatus::Declined, isDeclined);
        QVERIFY(told.occurrences > 0 && told.occurrences < 20);
        QCOMPARE(told.until.has_value(), !isDeclined);
        const QString lines = seriesLines(told, readerOf(told, QStringLiteral("en"))).join(QLatin1Char('\n'));
        QVERIFY2(!lines.contains(QLatin1String("The series has")), qPrintable(lines));
        QVERIFY2(lines.contains(QLatin1String("it goes on")), qPrintable(lines));
    }

    void R_TIMEZONE_aContradictionIsAStep()
    {
        QByteArray mail = Letter().mail();
        mail.replace("BEGIN:VEVENT",
                     "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                     "TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT");
        const Trace trace = m_desk
                                ->send(mail, QStringLiteral("nour.abbas@mycompany.com"),
                                       {QStringLiteral("CR1@reserve.mycompany.com")})
                                .first();
        QCOMPARE(std::count_if(trace.steps.begin(), trace.steps.end(),
                               [](const TraceStep& step) {
                                   return step.rule == "R-TIMEZONE" && step.reason.code == "itip.zone-contradicts-name";
                               }),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestSeriesAnswers)

#include "tst_seriesanswers.moc"
