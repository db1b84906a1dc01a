// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphrecurrence.h"
#include "models/itip/recurrencerule.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace reserve;
using namespace reserve::test;

// K10: which rules Graph can say, and how; everything else is refused and never approximated.

namespace {

using Kind = GraphRecurrence::Kind;

const QString berlin = QStringLiteral("W. Europe Standard Time"); // as Windows calls its zone

// `start` on the wall of Berlin.
ItemDraft draftOf(const char* rule, const char* start = "2026-11-18T09:30:00")
{
    ItemDraft draft;
    draft.timeZone = "Europe/Berlin";
    const QDateTime wall = QDateTime::fromString(QLatin1String(start), Qt::ISODate);
    draft.time.start = fromDateTime(QDateTime(wall.date(), wall.time(), QTimeZone("Europe/Berlin")));
    draft.time.end = draft.time.start + Minutes(60);
    const Result<RecurrenceRule> parsed = parseRecurrenceRule(rule);
    draft.recurrence.emplace();
    if (parsed)
        draft.recurrence->rule = *parsed;
    return draft;
}

// "weekly interval=2 daysOfWeek=monday,friday … | endDate endDate=2027-01-01 …": in the order of the names.
QString textOf(const QJsonObject& object)
{
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList values;
        if (it->isArray()) {
            for (const QJsonValue& value : it->toArray())
                values.append(value.toString());
        } else {
            values.append(it->toVariant().toString());
        }
        parts.append(it.key() + QLatin1Char('=') + values.join(QLatin1Char(',')));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

class tst_GraphRecurrence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patterns_data();
    void patterns();
    void ranges_data();
    void ranges();
    void refused_data();
    void refused();
    void zonesByTheNamesOfWindows();
};

void tst_GraphRecurrence::patterns_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("pattern");
    const auto row = [](const char* rule, const char* start, const char* pattern) {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(start) << QString::fromLatin1(pattern);
    };
    const char* wednesday = "2026-11-18T09:30:00"; // the third one; the last is the 25th
    const char* all = "daysOfWeek=monday,tuesday,wednesday,thursday,friday,saturday,sunday ";
    row("FREQ=DAILY", wednesday, "interval=1 type=daily");
    row("FREQ=DAILY;INTERVAL=3", wednesday, "interval=3 type=daily");
    row("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", wednesday,
        "daysOfWeek=monday,tuesday,wednesday,thursday,friday firstDayOfWeek=monday interval=1 type=weekly");
    row("FREQ=WEEKLY", wednesday, "daysOfWeek=wednesday firstDayOfWeek=monday interval=1 type=weekly");
    row("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=FR,WE", wednesday,
        "daysOfWeek=wednesday,friday firstDayOfWeek=sunday interval=2 type=weekly");
    row("FREQ=WEEKLY;BYHOUR=9;BYMINUTE=30", wednesday,
        "daysOfWeek=wednesday firstDayOfWeek=monday interval=1 type=weekly");
    row("FREQ=MONTHLY", wednesday, "dayOfMonth=18 interval=1 type=absoluteMonthly");
    row("FREQ=MONTHLY;BYMONTHDAY=18;INTERVAL=6", wednesday, "dayOfMonth=18 interval=6 type=absoluteMonthly");
    row("FREQ=MONTHLY;BYDAY=3WE", wednesday, "daysOfWeek=wednesday index=third interval=1 type=relativeMonthly");
    row("FREQ=MONTHLY;BYDAY=-1WE", "2026-11-25T09:30:00",
        "daysOfWeek=wednesday index=last interval=1 type=relativeMonthly");
    row("FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3", wednesday,
        "daysOfWeek=wednesday index=third interval=1 type=relativeMonthly");
    row("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30T09:30:00",
        "daysOfWeek=monday,tuesday,wednesday,thursday,friday index=last interval=1 type=relativeMonthly");
    row("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "2026-11-01T09:30:00",
        "daysOfWeek=saturday,sunday index=first interval=1 type=relativeMonthly");
    row("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T09:30:00",
        QByteArray(all + QByteArray("index=last interval=1 type=relativeMonthly")).constData());
    row("FREQ=YEARLY", wednesday, "dayOfMonth=18 interval=1 month=11 type=absoluteYearly");
    row("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=18", wednesday, "dayOfMonth=18 interval=1 month=11 type=absoluteYearly");
    row("FREQ=YEARLY;BYMONTH=11;BYDAY=3WE", wednesday,
        "daysOfWeek=wednesday index=third interval=1 month=11 type=relativeYearly");
    row("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "2026-12-31T09:30:00",
        "dayOfMonth=31 interval=1 month=12 type=absoluteYearly");
}

void tst_GraphRecurrence::patterns()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, start);
    const Result<GraphRecurrence> recurrence = graphRecurrenceOf(draftOf(rule.constData(), start.constData()));
    QVERIFY2(recurrence, recurrence ? "" : qPrintable(recurrence.error().logLine()));
    QTEST(textOf(toJson(*recurrence, berlin).value(QStringLiteral("pattern")).toObject()), "pattern");
}

void tst_GraphRecurrence::ranges_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("range");
    const auto row = [](const char* rule, const char* range) {
        QTest::newRow(rule) << QByteArray(rule)
                            << QString::fromLatin1(range).arg(
                                   QStringLiteral("recurrenceTimeZone=W. Europe Standard Time startDate=2026-11-18"));
    };
    row("FREQ=DAILY", "%1 type=noEnd");
    row("FREQ=DAILY;COUNT=5", "numberOfOccurrences=5 %1 type=numbered");
    row("FREQ=DAILY;UNTIL=20261201", "endDate=2026-12-01 %1 type=endDate");
    row("FREQ=DAILY;UNTIL=20261201T083000Z", "endDate=2026-12-01 %1 type=endDate"); // the start of that day's meeting
    row("FREQ=DAILY;UNTIL=20261201T082959Z", "endDate=2026-11-30 %1 type=endDate");
    row("FREQ=DAILY;UNTIL=20261201T230000Z",
        "endDate=2026-12-01 %1 type=endDate"); // midnight in Berlin: the 2nd has no meeting yet
    row("FREQ=DAILY;UNTIL=20261118T083000Z", "endDate=2026-11-18 %1 type=endDate");
}

void tst_GraphRecurrence::ranges()
{
    QFETCH(QByteArray, rule);
    const Result<GraphRecurrence> recurrence = graphRecurrenceOf(draftOf(rule.constData()));
    QVERIFY2(recurrence, recurrence ? "" : qPrintable(recurrence.error().logLine()));
    QTEST(textOf(toJson(*recurrence, berlin).value(QStringLiteral("range")).toObject()), "range");
}

void tst_GraphRecurrence::refused_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* rule, const char* part, const char* start = "2026-11-18T09:30:00") {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(start) << QString::fromLatin1(part);
    };
    row("FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE", "BYDAY");
    row("FREQ=DAILY;BYMONTH=11", "BYMONTH");
    row("FREQ=WEEKLY;BYDAY=WE;BYSETPOS=1", "BYSETPOS");
    row("FREQ=WEEKLY;BYHOUR=9,14", "BYHOUR");
    row("FREQ=MONTHLY;BYMONTHDAY=1,18", "BYMONTHDAY");
    row("FREQ=MONTHLY;BYMONTHDAY=-2", "BYMONTHDAY", "2026-11-29T09:30:00");
    row("FREQ=MONTHLY;BYMONTHDAY=31", "BYMONTHDAY",
        "2026-12-31T09:30:00"); // Graph would take the 30th where there is none
    row("FREQ=MONTHLY", "BYMONTHDAY", "2026-11-30T09:30:00");
    row("FREQ=MONTHLY;BYDAY=WE", "BYDAY"); // every one
    row("FREQ=MONTHLY;BYDAY=1WE,3WE", "BYDAY");
    row("FREQ=MONTHLY;BYDAY=5WE", "BYDAY", "2026-12-30T09:30:00");
    row("FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=1", "BYSETPOS");
    row("FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=18", "BYMONTHDAY");
    row("FREQ=YEARLY;BYMONTHDAY=18", "BYMONTH"); // of every month
    row("FREQ=YEARLY;BYDAY=3WE", "BYMONTH");     // of the year
    row("FREQ=YEARLY;BYMONTH=3,11", "BYMONTH");
    row("FREQ=YEARLY", "BYMONTHDAY", "2028-02-29T09:30:00");
    row("FREQ=YEARLY;INTERVAL=9", "INTERVAL");
    row("FREQ=YEARLY;BYYEARDAY=322", "BYYEARDAY");
    row("FREQ=YEARLY;BYWEEKNO=47", "BYWEEKNO");
    row("FREQ=WEEKLY;BYDAY=MO", "DTSTART"); // a rule counts its first date all the same
    row("FREQ=MONTHLY;BYMONTHDAY=1", "DTSTART");
    row("FREQ=MONTHLY;BYDAY=2WE", "DTSTART");
    row("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=18", "DTSTART");
    row("FREQ=DAILY;UNTIL=20261117", "UNTIL");
}

void tst_GraphRecurrence::refused()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, start);
    const ItemDraft draft = draftOf(rule.constData(), start.constData());
    QVERIFY(draft.recurrence->rule); // it is a rule
    const Result<GraphRecurrence> recurrence = graphRecurrenceOf(draft);
    QVERIFY(!recurrence);
    QCOMPARE(recurrence.error().code(), QByteArray("exchange.recurrence-not-supported"));
    QTEST(recurrence.error().arguments().value(QStringLiteral("rule")), "part");
}

void tst_GraphRecurrence::zonesByTheNamesOfWindows()
{
    ItemDraft draft = draftOf("FREQ=DAILY");
    QCOMPARE(graphZoneName(draft), berlin);
    for (const auto& [zone, name] : {std::pair("UTC", "UTC"), std::pair("Asia/Kolkata", "India Standard Time"),
                                     std::pair("Antarctica/Troll", "Antarctica/Troll")}) {
        draft.timeZone = zone;
        QCOMPARE(graphZoneName(draft), QString::fromLatin1(name));
    }
    draft.timeZone.clear();
    QCOMPARE(graphRecurrenceOf(draft).error().code(), QByteArray("exchange.zone-not-supported"));
}

QTEST_APPLESS_MAIN(tst_GraphRecurrence)
#include "tst_graphrecurrence.moc"
