// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"
#include "models/mail/messagereader.h"
#include "tests/support/letter.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray berlin = "BEGIN:VTIMEZONE\r\nTZID:Berlin here\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
                          "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

Letter single()
{
    Letter letter;
    letter.recurrence.clear();
    return letter;
}

} // namespace

// P1: an answer repeats the times of its request, and invents none where it cannot read them (R-ANSWER).
class TestAnswerTimes final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    QByteArray answerTo(const Letter& letter)
    {
        send(*m_desk, letter);
        QList<OutboxEntry> entries = m_desk->outbox();
        entries.removeIf([](const OutboxEntry& entry) { return entry.kind != OutboxKind::Answer; });
        const auto mail = MailComposer(Settings(), {}, {}).compose(entries.constLast());
        QByteArray text = readMessage(mail.value().content).value().calendar.value().text;
        return text.replace("\r\n ", "");
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void aZoneThatNobodyKnowsIsRepeated()
    {
        Letter letter = single();
        letter.zone = ";TZID=Mars/Phobos";
        const QByteArray reply = answerTo(letter);
        QVERIFY(reply.contains("PARTSTAT=DECLINED"));
        QVERIFY(reply.contains("DTSTART;TZID=Mars/Phobos:20261120T160000\r\n"));
        QVERIFY(reply.contains("DTEND;TZID=Mars/Phobos:20261120T170000\r\n"));
        QVERIFY(!reply.contains("VTIMEZONE"));
    }

    void whatCanBeReadIsRepeated_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QByteArray>("recurrence");
        QTest::newRow("the end is before the start") << QByteArray("20261120T150000") << QByteArray();
        QTest::newRow("a rule that nobody can keep")
            << QByteArray("20261120T170000") << QByteArray("RRULE:FREQ=DAILY;BYMONTHDAY=99\r\n");
        QTest::newRow("every hour") << QByteArray("20261120T170000") << QByteArray("RRULE:FREQ=HOURLY;COUNT=3\r\n");
    }
    void whatCanBeReadIsRepeated()
    {
        QFETCH(QByteArray, end);
        QFETCH(QByteArray, recurrence);
        Letter letter = single();
        letter.zone = ";TZID=\"Berlin here\"";
        letter.end = end;
        letter.recurrence = recurrence;
        letter.further = berlin;
        const QByteArray reply = answerTo(letter);
        QVERIFY(reply.contains("PARTSTAT=DECLINED"));
        QVERIFY(reply.contains("DTSTART;TZID=Berlin here:20261120T160000\r\n"));
        QVERIFY(reply.contains(QByteArray("DTEND;TZID=Berlin here:" + end + "\r\n")));
        QVERIFY(reply.contains(berlin)); // its times name it
    }

    void whatIsNoTimeIsLeftOut()
    {
        Letter letter = single();
        letter.zone.clear();
        letter.start = "20270230T090000Z";
        letter.end = "20270301T100000Z";
        const QByteArray reply = answerTo(letter);
        QVERIFY(reply.contains("PARTSTAT=DECLINED"));
        QVERIFY(!reply.contains("DTSTART"));
        QVERIFY(!reply.contains("1970"));
        QVERIFY(!reply.contains("DTEND"));
    }

    void theDateOfASeriesIsRepeated()
    {
        Letter letter = ofOccurrence("20261127T160000", 1, 5);
        letter.zone = letter.occurrenceZone = ";TZID=Mars/Phobos";
        send(*m_desk, {});
        const QByteArray reply = answerTo(letter);
        QVERIFY(reply.contains("RECURRENCE-ID;TZID=Mars/Phobos:20261127T160000\r\n"));
        QCOMPARE(reply.count("RECURRENCE-ID"), 1);
        QVERIFY(reply.contains("DTSTART;TZID=Mars/Phobos:20261127T160000\r\n"));
    }

    void whatIsUnderstoodIsSaidInUtc()
    {
        const QByteArray reply = answerTo(single());
        QVERIFY(reply.contains("DTSTART:20261120T150000Z\r\n"));
        QVERIFY(!reply.contains("TZID"));
    }
};

QTEST_GUILESS_MAIN(TestAnswerTimes)
#include "tst_answertimes.moc"
