// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencewalk.h"
#include "tests/unit/dateutil.h"
#include "tests/unit/plainrecurrence.h"
#include "tests/unit/randomrule.h"

#include <QTest>

using namespace reserve;
using test::RandomRule;

namespace {

QDateTime wall(const QByteArray& text)
{
    return parseItipTime(text, {})->wall;
}

QStringList walked(const QByteArray& rule, const QDateTime& start, int most,
                   qint64 steps = RecurrenceWalk::defaultSteps)
{
    const auto parsed = parseRecurrenceRule(rule);
    if (!parsed)
        return {parsed.error().logLine()};
    RecurrenceWalk walk(*parsed, wallTime(start), steps);
    QStringList found;
    while (found.size() < most) {
        const auto next = walk.next();
        if (!next)
            break;
        found.append(
            QDateTime::fromSecsSinceEpoch(next->time_since_epoch().count(), Qt::UTC).toString(u"yyyyMMddTHHmm"));
    }
    return found;
}

QStringList texts(const QList<QDateTime>& times)
{
    QStringList texts;
    for (const QDateTime& time : times)
        texts.append(time.toString(u"yyyyMMddTHHmm"));
    return texts;
}

} // namespace

class TestRecurrenceRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void I1x_refusesWhatNoRoomCanBeBookedBy_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("code");
        const QByteArray unreadable = "itip.rule-unreadable";
        const QByteArray frequent = "itip.rule-too-frequent";
        QTest::newRow("empty") << QByteArray() << unreadable;
        QTest::newRow("no FREQ") << QByteArray("INTERVAL=2") << unreadable;
        QTest::newRow("unknown FREQ") << QByteArray("FREQ=FORTNIGHTLY") << unreadable;
        QTest::newRow("hourly") << QByteArray("FREQ=HOURLY") << frequent;
        QTest::newRow("secondly for ever") << QByteArray("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30") << frequent;
        QTest::newRow("INTERVAL 0") << QByteArray("FREQ=DAILY;INTERVAL=0") << unreadable;
        QTest::newRow("COUNT 0") << QByteArray("FREQ=DAILY;COUNT=0") << unreadable;
        QTest::newRow("COUNT 2^31") << QByteArray("FREQ=DAILY;COUNT=2147483648") << unreadable;
        QTest::newRow("COUNT and UNTIL") << QByteArray("FREQ=DAILY;COUNT=2;UNTIL=20270101") << unreadable;
        QTest::newRow("month 13") << QByteArray("FREQ=YEARLY;BYMONTH=13") << unreadable;
        QTest::newRow("month day 0") << QByteArray("FREQ=MONTHLY;BYMONTHDAY=0") << unreadable;
        QTest::newRow("weekday") << QByteArray("FREQ=WEEKLY;BYDAY=XX") << unreadable;
        QTest::newRow("weekday 0") << QByteArray("FREQ=MONTHLY;BYDAY=0MO") << unreadable;
        QTest::newRow("every minute of an hour")
            << QByteArray("FREQ=DAILY;BYMINUTE=0,20,40;BYHOUR=9,10,11") << frequent;
        QTest::newRow("every second") << QByteArray("FREQ=DAILY;BYSECOND=0,1,2") << unreadable;
        QTest::newRow("leap months") << QByteArray("RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L") << unreadable;
        QTest::newRow("moved leap days") << QByteArray("RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD") << unreadable;
        QTest::newRow("UNTIL no time") << QByteArray("FREQ=DAILY;UNTIL=tomorrow") << unreadable;
        QTest::newRow("longer than a rule")
            << QByteArray("FREQ=DAILY;BYHOUR=") + QByteArray("1,").repeated(4000) << unreadable;
    }

    void I1x_refusesWhatNoRoomCanBeBookedBy()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, code);
        const auto parsed = parseRecurrenceRule(rule);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code(), code);
        QVERIFY(!parsed.error().arguments().value(QStringLiteral("detail")).isEmpty() || rule.isEmpty());
    }

    // What Outlook writes, and what the examples of RFC 5545 3.8.5.3 come to.
    void walks_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* rule, const char* start, const char* expected) {
            QTest::newRow(rule) << QByteArray(rule) << QByteArray(start) << QByteArray(expected);
        };
        row("FREQ=DAILY;COUNT=3", "20261118T0930", "20261118 20261119 20261120");
        row("FREQ=DAILY;INTERVAL=10;COUNT=3", "20261118T0930", "20261118 20261128 20261208");
        row("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=4", "20261118T0930", "20261118 20261120 20261123 20261125");
        row("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805T0900",
            "19970805 19970810 19970819 19970824");
        row("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805T0900",
            "19970805 19970817 19970819 19970831");
        row("FREQ=MONTHLY;COUNT=6;INTERVAL=1;BYDAY=2MO", "20261109T1000",
            "20261109 20261214 20270111 20270208 20270308 20270412");
        row("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20261127T1000", "20261127 20261225 20270129");
        row("FREQ=MONTHLY;COUNT=4", "20270131T1000", "20270131 20270331 20270531 20270731");
        row("FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "19970928T0900", "19970928 19971029 19971128");
        row("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "19970902T0900", "19980213 19980313 19981113");
        row("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "19970929T0900", "19970929 19971030 19971127");
        row("FREQ=YEARLY;COUNT=3", "20240229T0900", "20240229 20280229 20320229");
        row("FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200;COUNT=5", "19970101T0900",
            "19970101 19970410 19970719 20000101 20000409");
        row("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519T0900", "19970519 19980518 19990517");
        row("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "19970512T0900", "19970512 19980511 19990517");
        row("FREQ=YEARLY;BYMONTH=6,7;COUNT=4", "19970610T0900", "19970610 19970710 19980610 19980710");
        row("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "19970313T0900", "19970313 19970320 19970327 19980305");
        // DTSTART that its own rule does not have is none of the occurrences.
        row("FREQ=WEEKLY;BYDAY=FR;COUNT=2", "20261118T0930", "20261120 20261127");
        // RFC 7529, where it says what holds anyway.
        row("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=3", "20270131T1000", "20270131 20270331 20270531");
        // Week 1 of 2020 begins in December 2019.
        row("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=2", "20190101T0900", "20191230 20210104");
    }

    void walks()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, expected);
        QStringList days;
        for (const QString& time : walked(rule, wall(start + "00"), 12))
            days.append(time.left(8));
        QCOMPARE(days, QString::fromLatin1(expected).split(QLatin1Char(' ')));
    }

    void givesEveryTimeOfADay()
    {
        QCOMPARE(walked("FREQ=DAILY;BYHOUR=15,9;BYMINUTE=30,0;COUNT=6", wall("20261118T091500"), 9),
                 QStringLiteral("20261118T0930 20261118T1500 20261118T1530 20261119T0900 20261119T0930 20261119T1500")
                     .split(QLatin1Char(' ')));
    }

    void agreesWithAPlainLookAtEveryDay()
    {
        for (quint32 seed = 1; seed <= 400; ++seed) {
            RandomRule random(seed);
            const QByteArray rule = random.text();
            const QDateTime start = random.start();
            const auto parsed = parseRecurrenceRule(rule);
            QVERIFY2(parsed, rule.constData());
            const QDate last = start.date().addYears(3);
            const QStringList expected = texts(test::plainRecurrence(*parsed, start, last));
            const QStringList found = walked(rule, start, int(expected.size()));
            const QByteArray where
                = rule + " from " + start.toString(Qt::ISODate).toLatin1() + ", seed " + QByteArray::number(seed);
            QVERIFY2(found == expected, where.constData());
        }
    }

    void agreesWithDateutil()
    {
        const test::Dateutil dateutil;
        if (!dateutil.isThere())
            QSKIP(test::Dateutil::missing);
        QList<test::Dateutil::Question> questions;
        for (quint32 seed = 1; seed <= 400; ++seed) {
            RandomRule random(seed);
            const QByteArray rule = random.text();
            const QDateTime start = random.start();
            const QDateTime last = start.addYears(3);
            // Dateutil counts the positions of the first week from DTSTART on, not from the beginning of that week.
            if (rule.contains("FREQ=WEEKLY") && rule.contains("BYSETPOS"))
                continue;
            // Dateutil looks for a date that never comes up to the year 9999, which takes it minutes.
            if (!test::plainRecurrence(*parseRecurrenceRule(rule), start, last.date()).isEmpty())
                questions.append({rule, start, last});
        }
        QVERIFY(questions.size() > 300);
        const auto answers = dateutil.answers(questions);
        QCOMPARE(answers.size(), questions.size());
        for (qsizetype i = 0; i < questions.size(); ++i) {
            const auto& [rule, start, last] = questions.at(i);
            const QByteArray where
                = rule + " from " + start.toString(Qt::ISODate).toLatin1() + ' ' + answers.at(i).refusal;
            QVERIFY2(answers.at(i).refusal.isEmpty(), where.constData());
            const QStringList expected = texts(answers.at(i).times);
            QVERIFY2(walked(rule, start, int(expected.size())) == expected, where.constData());
        }
    }

    void skippingLeavesNothingOut()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            RandomRule random(seed);
            const QByteArray text = random.text();
            const QDateTime start = random.start();
            auto rule = parseRecurrenceRule(text);
            QVERIFY(rule);
            rule->count.reset();
            const QDateTime from = start.addDays(int(seed) * 7);
            const QDate last = from.date().addDays(400);
            QStringList expected = texts(test::plainRecurrence(*rule, start, last));
            expected.removeIf([&](const QString& time) { return time < from.toString(u"yyyyMMddTHHmm"); });
            RecurrenceWalk walk(*rule, wallTime(start));
            walk.skipTo(wallTime(from));
            QStringList found;
            while (const auto next = walk.next()) {
                const QDateTime time = QDateTime::fromSecsSinceEpoch(next->time_since_epoch().count(), Qt::UTC);
                if (time.date() > last)
                    break;
                if (time >= from)
                    found.append(time.toString(u"yyyyMMddTHHmm"));
            }
            QVERIFY2(found == expected, QByteArray(text + ", seed " + QByteArray::number(seed)).constData());
        }
    }

    void I1x_impossibleRulesEndWithTheirSteps_data()
    {
        QTest::addColumn<QByteArray>("rule");
        for (const char* rule : {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
                                 "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2",
                                 "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
                                 "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=4"})
            QTest::newRow(rule) << QByteArray(rule);
    }

    void I1x_impossibleRulesEndWithTheirSteps()
    {
        QFETCH(QByteArray, rule);
        const auto parsed = parseRecurrenceRule(rule);
        QVERIFY(parsed);
        RecurrenceWalk walk(*parsed, wallTime(wall("20260202T090000")), 40'000);
        QVERIFY(!walk.next());
        QVERIFY(walk.gaveUp());
    }

    void endsWithTheCalendar()
    {
        const auto rule = parseRecurrenceRule("FREQ=YEARLY;INTERVAL=9999");
        RecurrenceWalk walk(*rule, wallTime(wall("20260202T090000")));
        QVERIFY(walk.next());
        QVERIFY(!walk.next());
        QVERIFY(!walk.gaveUp());
    }
};

QTEST_APPLESS_MAIN(TestRecurrenceRule)
#include "tst_recurrencerule.moc"
