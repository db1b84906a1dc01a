// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

// The draft as Graph tells it.
QJsonObject asDrafted(const QJsonObject& more = {})
{
    QJsonObject changes{{QStringLiteral("subject"), QStringLiteral("Fire drill")},
                        {QStringLiteral("showAs"), QStringLiteral("busy")}};
    for (auto it = more.begin(); it != more.end(); ++it)
        changes.insert(it.key(), *it);
    return ours(changes);
}

QJsonObject text(const char* content)
{
    return {{QStringLiteral("body"),
             QJsonObject{{QStringLiteral("contentType"), QStringLiteral("text")},
                         {QStringLiteral("content"), QLatin1String(content)}}}};
}

// weekly() with all that Graph says of a pattern.
QJsonObject pattern(int count)
{
    const QJsonObject pattern{{QStringLiteral("type"), QStringLiteral("weekly")},
                              {QStringLiteral("interval"), 1},
                              {QStringLiteral("month"), 0},
                              {QStringLiteral("dayOfMonth"), 0},
                              {QStringLiteral("daysOfWeek"), QJsonArray{QStringLiteral("wednesday")}},
                              {QStringLiteral("firstDayOfWeek"), QStringLiteral("monday")},
                              {QStringLiteral("index"), QStringLiteral("first")}};
    const QJsonObject range{{QStringLiteral("type"), QStringLiteral("numbered")},
                            {QStringLiteral("startDate"), QStringLiteral("2026-11-18")},
                            {QStringLiteral("endDate"), QStringLiteral("0001-01-01")},
                            {QStringLiteral("recurrenceTimeZone"), QStringLiteral("W. Europe Standard Time")},
                            {QStringLiteral("numberOfOccurrences"), count}};
    return {{QStringLiteral("recurrence"),
             QJsonObject{{QStringLiteral("pattern"), pattern}, {QStringLiteral("range"), range}}}};
}

} // namespace

// How an event of ours is changed by Graph, whole or one date of it.
class tst_GraphUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updates();
    void updatesOneDate();
    void R_CONFIRM_whatStandsSoIsLeftAlone();
    void R_CONFIRM_aSeriesThatStandsSoIsLeftAlone();
    void R_CONFIRM_aDateThatStandsSoIsLeftAlone();
    void E6_updateOfWhatIsGone();
};

void tst_GraphUpdate::updates()
{
    GraphRig rig;
    rig.answerList(byMark, {ours()});
    rig.answer("PATCH /v1.0/users/lab@contoso.example/events/E1",
               ours({{QStringLiteral("@odata.etag"), QStringLiteral("W/\"2\"")}}));
    const Result<ItemReference> item = settled(rig.gateway.update(room, {}, draft()));
    QVERIFY(item);
    QCOMPARE(item->changeKey, QStringLiteral("W/\"2\""));
    QCOMPARE(rig.bodyOf("PATCH").value(QStringLiteral("subject")).toString(), QStringLiteral("Fire drill"));
    QVERIFY(!rig.bodyOf("PATCH").contains(QStringLiteral("transactionId"))); // it never changes
    QVERIFY(!rig.bodyOf("PATCH").contains(QStringLiteral("recurrence")));

    // A series that becomes a single meeting.
    rig.answerList(byMark, {ours({{QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    rig.answer("PATCH", ours());
    QVERIFY(settled(rig.gateway.update(room, {}, draft())));
    QVERIFY(rig.bodyOf("PATCH").value(QStringLiteral("recurrence")).isNull());
}

void tst_GraphUpdate::updatesOneDate()
{
    GraphRig rig;
    rig.answerList(byMark,
                   {ours({{QStringLiteral("id"), QStringLiteral("M1")},
                          {QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    rig.answerList(calendarView,
                   {occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00")});
    rig.answer("PATCH /v1.0/users/lab@contoso.example/events/O2", graphEvent("O2"));
    QVERIFY(settled(rig.gateway.update(room, QStringLiteral("2026-11-25T09:30:00Z"), weekly())));
    const QJsonObject body = rig.bodyOf("PATCH");
    QVERIFY(!body.contains(QStringLiteral("recurrence")));
    QVERIFY(!body.contains(QStringLiteral("singleValueExtendedProperties")));
    QCOMPARE(body.value(QStringLiteral("start")).toObject(), utcTime("2026-11-18T09:30:00"));
}

// A PATCH is mailed to all who are invited, whatever it says.
void tst_GraphUpdate::R_CONFIRM_whatStandsSoIsLeftAlone()
{
    GraphRig rig;
    rig.answerList(byMark, {asDrafted()});
    rig.answer("GET /v1.0/users/lab@contoso.example/events/E1", text("Leave the\r\nroom\r\n"));
    const Result<ItemReference> item = settled(rig.gateway.update(room, {}, draft()));
    QVERIFY(item);
    QCOMPARE(item->id, QStringLiteral("E1"));
    QCOMPARE(rig.requests().size(), 2);

    rig.answerList(byMark, {asDrafted()});
    rig.answer("GET /v1.0/users/lab@contoso.example/events/E1", text("Stay in the room"));
    rig.answer("PATCH", ours());
    QVERIFY(settled(rig.gateway.update(room, {}, draft())));
    QCOMPARE(rig.requests().last().method, QByteArray("PATCH"));
}

void tst_GraphUpdate::R_CONFIRM_aSeriesThatStandsSoIsLeftAlone()
{
    GraphRig rig;
    const QJsonObject series{{QStringLiteral("type"), QStringLiteral("seriesMaster")}};
    QJsonObject whole = text("Leave the room");
    whole.insert(QStringLiteral("recurrence"), pattern(10).value(QStringLiteral("recurrence")));
    rig.answerList(byMark, {asDrafted(series)});
    rig.answer("GET /v1.0/users/lab@contoso.example/events/E1", whole);
    QVERIFY(settled(rig.gateway.update(room, {}, weekly())));
    QCOMPARE(rig.requests().size(), 2);

    whole.insert(QStringLiteral("recurrence"), pattern(9).value(QStringLiteral("recurrence")));
    rig.answerList(byMark, {asDrafted(series)});
    rig.answer("GET /v1.0/users/lab@contoso.example/events/E1", whole);
    rig.answer("PATCH", ours(series));
    QVERIFY(settled(rig.gateway.update(room, {}, weekly())));
    QVERIFY(rig.bodyOf("PATCH").contains(QStringLiteral("recurrence")));
}

void tst_GraphUpdate::R_CONFIRM_aDateThatStandsSoIsLeftAlone()
{
    GraphRig rig;
    rig.answerList(byMark,
                   {ours({{QStringLiteral("id"), QStringLiteral("M1")},
                          {QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    QJsonObject date = occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T11:30:00", "2026-11-25T12:30:00");
    const QJsonObject told = asDrafted();
    for (const char* key : {"subject", "showAs", "attendees"})
        date.insert(QLatin1String(key), told.value(QLatin1String(key)));
    rig.answerList(calendarView, {date});
    rig.answer("GET /v1.0/users/lab@contoso.example/events/O2", text("Leave the room"));
    ItemDraft moved = weekly();
    moved.time = {at("2026-11-25T11:30:00Z"), at("2026-11-25T12:30:00Z")};
    QVERIFY(settled(rig.gateway.update(room, QStringLiteral("2026-11-25T09:30:00Z"), moved)));
    QCOMPARE(rig.requests().size(), 3);
}

void tst_GraphUpdate::E6_updateOfWhatIsGone()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-gone"));
    rig.answerList(byMark, {ours()});
    rig.refuse("PATCH", 404, "ErrorItemNotFound");
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-gone"));
    rig.answerList(byMark, {ours()});
    rig.refuse("PATCH", 412, "ErrorIrresolvableConflict");
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-changed"));
}

QTEST_GUILESS_MAIN(tst_GraphUpdate)
#include "tst_graphupdate.moc"
