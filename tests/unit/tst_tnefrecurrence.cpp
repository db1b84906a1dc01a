// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefrecurrence.h"
#include "tests/unit/tnefsamples.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr quint32 daily = 0x200A;
constexpr quint32 weekly = 0x200B;
constexpr quint32 monthly = 0x200C;
constexpr quint32 yearly = 0x200D;
constexpr quint16 byDay = 0;
constexpr quint16 byWeek = 1;
constexpr quint16 byMonth = 2;
constexpr quint16 byNth = 3;
constexpr quint16 byMonthEnd = 4;

TnefSampleRule ruleOf(quint32 frequency, quint16 pattern, quint32 period, QList<quint32> specifics, QDate start)
{
    TnefSampleRule rule;
    rule.frequency = quint16(frequency);
    rule.pattern = pattern;
    rule.period = period;
    rule.specifics = std::move(specifics);
    rule.start = start;
    rule.startMinute = 600;
    rule.endMinute = 660;
    return rule;
}

QDateTime wall(const char* text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QByteArray codeOf(const TnefSampleRule& rule)
{
    const auto read = readTnefRecurrence(rule.encoded(), {});
    return read ? QByteArray() : read.error().code();
}

} // namespace

class tst_TnefRecurrence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void ends();
    void beginsWhereTheRuleDoes();
    void exceptions_data();
    void exceptions();
    void otherCalendarsAreRefused();
    void nonsenseIsRefused();
    void truncatedAtEveryOctet();
};

void tst_TnefRecurrence::rules_data()
{
    QTest::addColumn<QByteArray>("blob");
    QTest::addColumn<QByteArray>("expected");
    const QDate friday(2026, 11, 20);
    const auto add = [](const char* name, const TnefSampleRule& rule, const char* expected) {
        QTest::newRow(name) << rule.encoded() << QByteArray(expected);
    };
    add("daily", ruleOf(daily, byDay, 1440, {}, friday), "FREQ=DAILY;INTERVAL=1");
    add("every third day", ruleOf(daily, byDay, 3 * 1440, {}, friday), "FREQ=DAILY;INTERVAL=3");
    add("workdays", ruleOf(daily, byWeek, 1, {0x3E}, friday), "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;WKST=MO");
    add("weekly", ruleOf(weekly, byWeek, 2, {0x21}, friday), "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,FR;WKST=MO");
    add("monthly", ruleOf(monthly, byMonth, 1, {20}, friday), "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=20");
    add("the 30th, or February's last", ruleOf(monthly, byMonth, 1, {30}, QDate(2026, 11, 30)),
        "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1");
    add("the 31st is the last", ruleOf(monthly, byMonth, 1, {31}, QDate(2026, 12, 31)),
        "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1");
    add("month end", ruleOf(monthly, byMonthEnd, 2, {31}, QDate(2026, 11, 30)),
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1");
    add("third Friday", ruleOf(monthly, byNth, 1, {0x20, 3}, friday), "FREQ=MONTHLY;INTERVAL=1;BYDAY=3FR");
    add("last Friday", ruleOf(monthly, byNth, 1, {0x20, 5}, QDate(2026, 11, 27)), "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR");
    add("first workday", ruleOf(monthly, byNth, 3, {0x3E, 1}, QDate(2026, 12, 1)),
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1");
    add("yearly", ruleOf(yearly, byMonth, 12, {20}, friday), "FREQ=YEARLY;INTERVAL=1;BYMONTH=11;BYMONTHDAY=20");
    add("29 February", ruleOf(yearly, byMonth, 12, {29}, QDate(2028, 2, 29)),
        "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1");
    add("every other year", ruleOf(yearly, byNth, 24, {0x20, 3}, friday),
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=3FR");
}

void tst_TnefRecurrence::rules()
{
    QFETCH(QByteArray, blob);
    QFETCH(QByteArray, expected);
    const auto read = readTnefRecurrence(blob, {});
    QVERIFY(read);
    const QDate first = read->firstFrom(read->startDate);
    QCOMPARE(first, read->startDate);
    QCOMPARE(read->rule(first, {}), expected);
    QCOMPARE(read->startMinute, 600);
    QCOMPARE(read->endMinute, 660);
}

void tst_TnefRecurrence::ends()
{
    TnefSampleRule rule = ruleOf(daily, byDay, 1440, {}, QDate(2026, 11, 20));
    rule.endType = 0x2022;
    rule.count = 12;
    QCOMPARE(readTnefRecurrence(rule.encoded(), {})->rule(rule.start, {}),
             QByteArrayLiteral("FREQ=DAILY;INTERVAL=1;COUNT=12"));
    rule.endType = 0x2021;
    rule.last = QDate(2026, 12, 24);
    const auto dated = readTnefRecurrence(rule.encoded(), {});
    QCOMPARE(dated->lastDate, QDate(2026, 12, 24));
    QCOMPARE(dated->rule(rule.start, "20261224T090000Z"),
             QByteArrayLiteral("FREQ=DAILY;INTERVAL=1;UNTIL=20261224T090000Z"));
    rule.endType = 0xFFFFFFFF;
    QCOMPARE(readTnefRecurrence(rule.encoded(), {})->rule(rule.start, {}), QByteArrayLiteral("FREQ=DAILY;INTERVAL=1"));
}

void tst_TnefRecurrence::beginsWhereTheRuleDoes()
{
    // Every other week on Mondays; the beginning is a Wednesday, and the week of 30 November counts.
    TnefSampleRule rule = ruleOf(weekly, byWeek, 2, {0x02}, QDate(2026, 11, 18));
    rule.firstDateTime = quint32(QDate(1601, 1, 1).daysTo(QDate(2026, 11, 30)) % 14) * 1440;
    const auto read = readTnefRecurrence(rule.encoded(), {});
    QCOMPARE(read->firstFrom(rule.start), QDate(2026, 11, 30));
    QCOMPARE(read->firstFrom(QDate(2026, 12, 1)), QDate(2026, 12, 14));
    // The last Friday, every third month.
    rule = ruleOf(monthly, byNth, 3, {0x20, 5}, QDate(2026, 11, 28));
    rule.firstDateTime = quint32(QDate(1601, 1, 1).daysTo(QDate(1601, 3, 1))) * 1440; // March
    QCOMPARE(readTnefRecurrence(rule.encoded(), {})->firstFrom(rule.start), QDate(2026, 12, 25));
}

void tst_TnefRecurrence::exceptions_data()
{
    QTest::addColumn<quint32>("writer");
    QTest::newRow("Outlook 2003") << 0x3008u;
    QTest::newRow("Outlook 2007 and later") << 0x3009u;
}

void tst_TnefRecurrence::exceptions()
{
    QFETCH(quint32, writer);
    TnefSampleRule rule = ruleOf(daily, byDay, 1440, {}, QDate(2026, 11, 20));
    rule.writerVersion = writer;
    rule.deleted = {QDate(2026, 11, 22)};
    rule.exceptions = {
        {wall("2026-11-21T10:00:00"), wall("2026-11-21T14:30:00"), wall("2026-11-21T15:30:00"), {}, {}},
        {wall("2026-11-23T10:00:00"),
         wall("2026-11-24T08:00:00"),
         wall("2026-11-24T09:00:00"),
         QStringLiteral("Prüfung \u6771"),
         {}},
        {wall("2026-11-25T10:00:00"), wall("2026-11-25T10:00:00"), wall("2026-11-25T11:00:00"), QStringLiteral("Neu"),
         QStringLiteral("CR2 Auröra")},
    };
    const auto read = readTnefRecurrence(rule.encoded(), {});
    QVERIFY(read);
    QCOMPARE(read->deleted, QList<QDate>{QDate(2026, 11, 22)});
    QCOMPARE(read->exceptions.size(), 3);
    QCOMPARE(read->exceptions[0].original, wall("2026-11-21T10:00:00"));
    QCOMPARE(read->exceptions[0].start, wall("2026-11-21T14:30:00"));
    QVERIFY(!read->exceptions[0].subject);
    QCOMPARE(read->exceptions[1].end, wall("2026-11-24T09:00:00"));
    QCOMPARE(read->exceptions[1].subject, std::optional(QStringLiteral("Prüfung \u6771")));
    QCOMPARE(read->exceptions[2].location, std::optional(QStringLiteral("CR2 Auröra")));
}

void tst_TnefRecurrence::otherCalendarsAreRefused()
{
    TnefSampleRule rule = ruleOf(monthly, byMonth, 1, {20}, QDate(2026, 11, 20));
    rule.calendar = 6; // Hijri
    const auto refused = readTnefRecurrence(rule.encoded(), {});
    QCOMPARE(refused.error().code(), QByteArrayLiteral("tnef.calendar-not-gregorian"));
    QCOMPARE(refused.error().arguments().value(QStringLiteral("calendar")), QStringLiteral("6"));
    rule.calendar = 0;
    rule.pattern = 0xA; // HjMonth
    QCOMPARE(codeOf(rule), QByteArrayLiteral("tnef.calendar-not-gregorian"));
    // Days and weeks are the same in every calendar.
    rule = ruleOf(weekly, byWeek, 1, {0x20}, QDate(2026, 11, 20));
    rule.calendar = 8;
    QCOMPARE(codeOf(rule), QByteArray());
}

void tst_TnefRecurrence::nonsenseIsRefused()
{
    const QDate friday(2026, 11, 20);
    const QByteArray unreadable = QByteArrayLiteral("tnef.recurrence-unreadable");
    QCOMPARE(codeOf(ruleOf(0x2009, byDay, 1440, {}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(daily, byDay, 0, {}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(daily, byDay, 1000, {}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(weekly, byWeek, 0xFFFFFFFF, {1}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(weekly, byWeek, 1, {0}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(monthly, byMonth, 1, {32}, friday)), unreadable);
    QCOMPARE(codeOf(ruleOf(monthly, byNth, 1, {0x20, 6}, friday)), unreadable);
    TnefSampleRule rule = ruleOf(daily, byDay, 1440, {}, friday);
    rule.endMinute = 500;
    QCOMPARE(codeOf(rule), unreadable);
    rule = ruleOf(daily, byDay, 1440, {}, friday);
    rule.endType = 0x2021;
    rule.last = friday.addDays(-1);
    QCOMPARE(codeOf(rule), unreadable);
    rule.endType = 7;
    QCOMPARE(codeOf(rule), unreadable);
    rule = ruleOf(daily, byDay, 1440, {}, friday);
    rule.deleted = QList<QDate>(mostTnefDeletedDates + 1, friday);
    QCOMPARE(codeOf(rule), QByteArrayLiteral("tnef.too-many-exceptions"));
}

void tst_TnefRecurrence::truncatedAtEveryOctet()
{
    TnefSampleRule rule = ruleOf(weekly, byWeek, 1, {0x20}, QDate(2026, 11, 20));
    rule.exceptions = {{wall("2026-11-27T10:00:00"),
                        wall("2026-11-26T10:00:00"),
                        wall("2026-11-26T11:00:00"),
                        QStringLiteral("Neu"),
                        {}}};
    const QByteArray blob = rule.encoded();
    for (qsizetype size = 0; size < blob.size(); ++size) {
        const auto read = readTnefRecurrence(QByteArrayView(blob).first(size), {});
        if (!read)
            QCOMPARE(read.error().code(), QByteArrayLiteral("tnef.recurrence-unreadable"));
        else // only what repeats the texts is missing
            QCOMPARE(read->exceptions.value(0).subject, std::optional(QStringLiteral("Neu")));
    }
}

QTEST_APPLESS_MAIN(tst_TnefRecurrence)
#include "tst_tnefrecurrence.moc"
