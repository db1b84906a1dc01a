// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/repeatchoice.h"

#include <QTest>

using namespace reserve;

using Every = RepeatChoice::Every;

// How a form's words become a rule, and a rule the form's words again.
class tst_RepeatChoice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeARule_data()
    {
        QTest::addColumn<int>("every");
        QTest::addColumn<int>("interval");
        QTest::addColumn<QDate>("until");
        QTest::addColumn<QByteArray>("rule");
        const QDate never;
        QTest::newRow("never") << int(Every::Never) << 1 << never << QByteArray();
        QTest::newRow("day") << int(Every::Day) << 1 << never << QByteArray("FREQ=DAILY;COUNT=10");
        QTest::newRow("every third day") << int(Every::Day) << 3 << never
                                         << QByteArray("FREQ=DAILY;INTERVAL=3;COUNT=10");
        QTest::newRow("work day") << int(Every::WorkDay) << 1 << never
                                  << QByteArray("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=10");
        QTest::newRow("week") << int(Every::Week) << 1 << never << QByteArray("FREQ=WEEKLY;BYDAY=FR;COUNT=10");
        QTest::newRow("month") << int(Every::Month) << 2 << QDate(2027, 3, 31)
                               << QByteArray("FREQ=MONTHLY;BYMONTHDAY=20;INTERVAL=2;UNTIL=20270331");
    }
    void wordsBecomeARule()
    {
        QFETCH(const int, every);
        QFETCH(const int, interval);
        QFETCH(const QDate, until);
        QFETCH(const QByteArray, rule);
        const QDate friday(2026, 11, 20);
        RepeatChoice choice;
        choice.every = Every(every);
        choice.interval = interval;
        choice.until = until;
        QCOMPARE(ruleOf(choice, friday), rule);
        const RepeatChoice read = choiceOf(rule, friday);
        QCOMPARE(int(read.every), every);
        QCOMPARE(read.interval, interval);
        QCOMPARE(read.until, until);
        QCOMPARE(ruleOf(read, friday), rule);
    }

    void ruleWithoutWordsStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("second Friday") << QByteArray("FREQ=MONTHLY;BYDAY=2FR;COUNT=6");
        QTest::newRow("two days") << QByteArray("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6");
        QTest::newRow("another day than the first") << QByteArray("FREQ=WEEKLY;BYDAY=MO;COUNT=6");
        QTest::newRow("until a moment") << QByteArray("FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101T090000Z");
        QTest::newRow("endless") << QByteArray("FREQ=WEEKLY;BYDAY=FR");
    }
    void ruleWithoutWordsStaysAsItIs()
    {
        QFETCH(const QByteArray, rule);
        const RepeatChoice read = choiceOf(rule, QDate(2026, 11, 20));
        QCOMPARE(int(read.every), int(Every::Other));
        QCOMPARE(ruleOf(read, QDate(2026, 11, 27)), rule);
    }

    void everyWeekFollowsItsFirstDay()
    {
        RepeatChoice choice = choiceOf("FREQ=WEEKLY;BYDAY=FR;COUNT=4", QDate(2026, 11, 20));
        QCOMPARE(ruleOf(choice, QDate(2026, 11, 19)), QByteArray("FREQ=WEEKLY;BYDAY=TH;COUNT=4"));
    }
};

QTEST_GUILESS_MAIN(tst_RepeatChoice)

#include "tst_repeatchoice.moc"
