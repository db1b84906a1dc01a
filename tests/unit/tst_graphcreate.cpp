// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// How a reservation becomes an event by Graph, once.
class tst_GraphCreate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void K4_createLooksForTheMarkFirst();
    void K4_createKnowsItsOwnRepeat_data() { statusesOfARepeat(); }
    void K4_createKnowsItsOwnRepeat();
    void K4_repeatThatNobodyFindsYet_data() { statusesOfARepeat(); }
    void K4_repeatThatNobodyFindsYet();
    void createsWhatTheDraftSays();
    void createsDaysInTheirZone();
    void K10_series();
    void K10_datesLeftOut();
    void E9_datesLeftOutAreTakenAwayByARepeat();
    void K10_whatNoPatternSaysIsRefused();

private:
    static void statusesOfARepeat();
};

// Microsoft documents none; Graph has been seen to answer with either.
void tst_GraphCreate::statusesOfARepeat()
{
    QTest::addColumn<int>("status");
    QTest::newRow("as a conflict") << 409;
    QTest::newRow("as a bad request") << 400;
}

void tst_GraphCreate::K4_createLooksForTheMarkFirst()
{
    GraphRig rig;
    rig.answerList(byMark, {ours()});
    const Result<ItemReference> item = settled(rig.gateway.create(room, draft()));
    QVERIFY(item);
    QCOMPARE(item->id, QStringLiteral("E1"));
    QCOMPARE(rig.requests().size(), 1);
    QVERIFY(rig.lines().first().contains("ep/value eq 'b7a1-4711'"));

    // Found by its transactionId too, where a server keeps no properties.
    rig.answerList(byMark, {graphEvent("E2", {{QStringLiteral("transactionId"), QStringLiteral("b7a1-4711")}})});
    QCOMPARE(settled(rig.gateway.create(room, draft())).value_or(ItemReference()).id, QStringLiteral("E2"));
}

// The search does not show it yet, but Graph knows the transactionId.
void tst_GraphCreate::K4_createKnowsItsOwnRepeat()
{
    QFETCH(int, status);
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.refuse("POST", status, "ErrorDuplicateTransactionId", "The transaction ID is already used.");
    rig.answerList(byMark, {ours()});
    QCOMPARE(settled(rig.gateway.create(room, draft())).value_or(ItemReference()).id, QStringLiteral("E1"));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphCreate::K4_repeatThatNobodyFindsYet()
{
    QFETCH(int, status);
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.refuse("POST", status, "ErrorDuplicateTransactionId");
    rig.answerList(byMark, {});
    const Result<ItemReference> item = settled(rig.gateway.create(room, draft()));
    QCOMPARE(codeOf(item), QByteArray("exchange.item-changed"));
    QCOMPARE(rig.requests().size(), 3); // never a second POST
}

void tst_GraphCreate::createsWhatTheDraftSays()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.answer("POST /v1.0/users/lab@contoso.example/calendar/events", ours(), 201);
    ItemDraft private_ = draft();
    private_.privacy = PrivacyKind::Private;
    private_.invited = {QStringLiteral("ann@contoso.example")};
    const Result<ItemReference> item = settled(rig.gateway.create(room, private_));
    QVERIFY(item);
    QCOMPARE(*item, (ItemReference{QStringLiteral("E1"), QStringLiteral("W/\"1\"")}));
    const QJsonObject body = rig.bodyOf("POST");
    QCOMPARE(body.value(QStringLiteral("transactionId")).toString(), QStringLiteral("b7a1-4711"));
    QCOMPARE(body.value(QStringLiteral("subject")).toString(), QStringLiteral("Fire drill"));
    QCOMPARE(body.value(QStringLiteral("body")).toObject(),
             (QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text")},
                          {QStringLiteral("content"), QStringLiteral("Leave the room")}}));
    QCOMPARE(body.value(QStringLiteral("start")).toObject(), utcTime("2026-11-18T09:30:00"));
    QCOMPARE(body.value(QStringLiteral("end")).toObject(), utcTime("2026-11-18T10:30:00"));
    QCOMPARE(body.value(QStringLiteral("showAs")).toString(), QStringLiteral("busy"));
    QCOMPARE(body.value(QStringLiteral("sensitivity")).toString(), QStringLiteral("private"));
    QCOMPARE(body.value(QStringLiteral("isReminderOn")), QJsonValue(false));
    QCOMPARE(body.value(QStringLiteral("attendees")).toArray().size(), 1);
    QVERIFY(!body.contains(QStringLiteral("recurrence")));
    const QJsonObject mark = body.value(QStringLiteral("singleValueExtendedProperties")).toArray().first().toObject();
    QCOMPARE(mark.value(QStringLiteral("value")).toString(), QStringLiteral("b7a1-4711"));
}

void tst_GraphCreate::createsDaysInTheirZone()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.answer("POST", ours(), 201);
    ItemDraft day = draft();
    day.allDay = true;
    day.time = {at("2026-11-17T23:00:00Z"), at("2026-11-18T23:00:00Z")};
    QVERIFY(settled(rig.gateway.create(room, day)));
    const QJsonObject body = rig.bodyOf("POST");
    QCOMPARE(body.value(QStringLiteral("start")).toObject(),
             (QJsonObject{{QStringLiteral("dateTime"), QStringLiteral("2026-11-18T00:00:00")},
                          {QStringLiteral("timeZone"), QStringLiteral("W. Europe Standard Time")}}));
    QCOMPARE(body.value(QStringLiteral("isAllDay")), QJsonValue(true));

    for (const char* zone : {"Nowhere/Land", ""}) {
        day.timeZone = zone;
        QCOMPARE(codeOf(settled(rig.gateway.create(room, day))), QByteArray("exchange.zone-not-supported"));
    }
}

void tst_GraphCreate::K10_series()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.answer("POST", ours(), 201);
    QVERIFY(settled(rig.gateway.create(room, weekly())));
    const QJsonObject body = rig.bodyOf("POST");
    QCOMPARE(body.value(QStringLiteral("start")).toObject(),
             (QJsonObject{{QStringLiteral("dateTime"), QStringLiteral("2026-11-18T10:30:00")},
                          {QStringLiteral("timeZone"), QStringLiteral("W. Europe Standard Time")}}));
    const QJsonObject recurrence = body.value(QStringLiteral("recurrence")).toObject();
    QCOMPARE(recurrence.value(QStringLiteral("pattern")).toObject(),
             (QJsonObject{{QStringLiteral("type"), QStringLiteral("weekly")},
                          {QStringLiteral("interval"), 1},
                          {QStringLiteral("daysOfWeek"), QJsonArray{QStringLiteral("wednesday")}},
                          {QStringLiteral("firstDayOfWeek"), QStringLiteral("monday")}}));
    QCOMPARE(recurrence.value(QStringLiteral("range")).toObject(),
             (QJsonObject{{QStringLiteral("type"), QStringLiteral("numbered")},
                          {QStringLiteral("numberOfOccurrences"), 10},
                          {QStringLiteral("startDate"), QStringLiteral("2026-11-18")},
                          {QStringLiteral("recurrenceTimeZone"), QStringLiteral("W. Europe Standard Time")}}));
}

void tst_GraphCreate::K10_datesLeftOut()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.answer("POST", graphEvent("M1"), 201);
    rig.answerList(calendarView,
                   {occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00")});
    rig.answer("DELETE /v1.0/users/lab@contoso.example/events/O2", 204);
    ItemDraft series = weekly();
    series.recurrence->exceptions.append(dateOf(2026, 11, 25));
    QCOMPARE(settled(rig.gateway.create(room, series)).value_or(ItemReference()).id, QStringLiteral("M1"));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphCreate::E9_datesLeftOutAreTakenAwayByARepeat()
{
    GraphRig rig;
    ItemDraft series = weekly();
    series.recurrence->exceptions = {dateOf(2026, 11, 25), dateOf(2026, 12, 2)};
    const QJsonObject first = occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00");
    const QJsonObject second = occurrence("O3", "2026-12-02T09:30:00Z", "2026-12-02T09:30:00", "2026-12-02T10:30:00");
    rig.answerList(byMark, {});
    rig.answer("POST", graphEvent("M1"), 201);
    rig.answerList(calendarView, {first});
    rig.answer("DELETE", 204);
    rig.answerList(calendarView, {second});
    rig.answer("DELETE", 503);
    QCOMPARE(codeOf(settled(rig.gateway.create(room, series))), QByteArray("exchange.server-error"));

    QJsonObject made = extendedProperty(markId, QStringLiteral("b7a1-4711"));
    made.insert(QStringLiteral("type"), QStringLiteral("seriesMaster"));
    rig.answerList(byMark, {graphEvent("M1", made)});
    for (int i = 0; i < 3; ++i)
        rig.answerList(calendarView, {}); // the first is gone
    rig.answerList(calendarView, {second});
    rig.refuse("DELETE", 404, "ErrorItemNotFound"); // or was it gone after all
    QVERIFY(settled(rig.gateway.create(room, series)));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphCreate::K10_whatNoPatternSaysIsRefused()
{
    GraphRig rig;
    ItemDraft series = weekly();
    series.recurrence->dates.append(dateOf(2026, 11, 25));
    const Result<ItemReference> item = settled(rig.gateway.create(room, series));
    QCOMPARE(codeOf(item), QByteArray("exchange.recurrence-not-supported"));
    QCOMPARE(item.error().arguments().value(QStringLiteral("rule")), QStringLiteral("RDATE"));
    QCOMPARE(exchangeProblemOf(item.error()), ExchangeProblem::Permanent);
    series = weekly();
    series.recurrence->exceptions.append(
        {ItipTime::Kind::Zoned, QDateTime(QDate(2026, 11, 25), QTime(9, 30), Qt::UTC), "Customized"});
    QCOMPARE(codeOf(settled(rig.gateway.create(room, series))), QByteArray("exchange.recurrence-not-supported"));
    QCOMPARE(rig.server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(tst_GraphCreate)
#include "tst_graphcreate.moc"
