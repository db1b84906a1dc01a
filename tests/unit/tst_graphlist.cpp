// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// How a calendar is read by Graph, and what is taken from an event.
class tst_GraphList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsInPagesAndWindows();
    void readsWhatAnEventSays();
    void readsDaysInTheirZone();
};

void tst_GraphList::listsInPagesAndWindows()
{
    GraphRig rig;
    const QString next
        = QStringLiteral("https://graph.microsoft.com/v1.0/users/x/calendarView?$skip=50&token=a%2Bb%3D%3D");
    QJsonObject page = GraphRig::listOf({graphEvent("B", {{QStringLiteral("start"), utcTime("2026-11-18T09:45:00")}})});
    page.insert(QStringLiteral("@odata.nextLink"), next);
    rig.answer("startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-05-03T00:00:00Z", page);
    rig.answerList("$skip=50", {graphEvent("A")});
    // It touches both windows.
    rig.answerList("startDateTime=2027-05-03T00:00:00Z",
                   {graphEvent("A"),
                    graphEvent("C",
                               {{QStringLiteral("start"), utcTime("2027-06-18T09:30:00")},
                                {QStringLiteral("end"), utcTime("2027-06-18T09:30:00")}})});
    rig.answerList("startDateTime=2027-11-02T00:00:00Z&endDateTime=2027-12-01T00:00:00Z", {});
    const Result<QList<CalendarItem>> items
        = settled(rig.gateway.list(room, {at("2026-11-01T00:00:00Z"), at("2027-12-01T00:00:00Z")}));
    QVERIFY2(items, codeOf(items).constData());
    QStringList ids;
    for (const CalendarItem& item : *items)
        ids.append(item.reference.id);
    QCOMPARE(ids, (QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}));
    QCOMPARE(rig.requests().at(1).url.toEncoded(), next.toLatin1()); // verbatim
    QCOMPARE(rig.server.unanswered(), 0);
    QCOMPARE(settled(rig.gateway.list(room, {at("2026-11-01T00:00:00Z"), at("2026-11-01T00:00:00Z")}))
                 .value_or(QList{CalendarItem()})
                 .size(),
             0);
}

void tst_GraphList::readsWhatAnEventSays()
{
    GraphRig rig;
    QJsonObject changes = extendedProperty(sequenceId, QStringLiteral("4"));
    changes.insert(QStringLiteral("showAs"), QStringLiteral("oof"));
    changes.insert(QStringLiteral("sensitivity"), QStringLiteral("private"));
    changes.insert(QStringLiteral("start"),
                   QJsonObject{{QStringLiteral("dateTime"), QStringLiteral("2026-11-18T10:30:00")},
                               {QStringLiteral("timeZone"), QStringLiteral("W. Europe Standard Time")}});
    rig.answerList(calendarView,
                   {graphEvent("E0", changes), ours(),
                    occurrence("O1", "2026-11-18T09:30:00Z", "2026-11-20T09:30:00", "2026-11-20T10:30:00")});
    const Result<QList<CalendarItem>> items
        = settled(rig.gateway.list(room, {at("2026-11-18T00:00:00Z"), at("2026-11-21T00:00:00Z")}));
    QVERIFY2(items && items->size() == 3, codeOf(items).constData());
    const CalendarItem& meeting = items->at(0);
    QCOMPARE(meeting.time, (TimeRange{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")}));
    QCOMPARE(meeting.uid, QStringLiteral("meeting-1@example.com"));
    QCOMPARE(meeting.subject, QStringLiteral("Budget"));
    QCOMPARE(meeting.location, QStringLiteral("Lab"));
    QCOMPARE(meeting.busy, BusyKind::OutOfOffice);
    QCOMPARE(meeting.privacy, PrivacyKind::Private);
    QCOMPARE(meeting.organizer, QStringLiteral("ann@contoso.example"));
    QCOMPARE(meeting.response, ItemResponse::NotResponded);
    QCOMPARE(meeting.sequence, 4);
    QVERIFY(meeting.isMeeting);
    QVERIFY(meeting.mark.isEmpty());
    QCOMPARE(toIso(meeting.changedAt), QStringLiteral("2026-11-17T12:00:00Z"));
    const CalendarItem& own = items->at(1);
    QCOMPARE(own.mark, QByteArray("b7a1-4711"));
    QCOMPARE(own.response, ItemResponse::Organizer);
    QVERIFY(!own.isMeeting);
    const CalendarItem& date = items->at(2);
    QCOMPARE(date.kind, ItemKind::Exception);
    QCOMPARE(date.recurrenceId, QStringLiteral("2026-11-18T09:30:00Z"));
}

// L7: a day begins where it was made, not in UTC.
void tst_GraphList::readsDaysInTheirZone()
{
    GraphRig rig;
    const auto day = [](const char* start, const char* end) {
        return graphEvent("D",
                          {{QStringLiteral("isAllDay"), true},
                           {QStringLiteral("start"), utcTime(start)},
                           {QStringLiteral("end"), utcTime(end)}});
    };
    const TimeRange whole{at("2026-11-17T23:00:00Z"), at("2026-11-18T23:00:00Z")};
    rig.answerList(calendarView, {day("2026-11-18T00:00:00.0000000", "2026-11-19T00:00:00.0000000")});
    QCOMPARE(settled(rig.gateway.list(room, whole))->first().time, whole);
    rig.answerList(calendarView, {day("2026-11-17T23:00:00.0000000", "2026-11-18T23:00:00.0000000")});
    QCOMPARE(settled(rig.gateway.list(room, whole))->first().time, whole);
}

QTEST_GUILESS_MAIN(tst_GraphList)
#include "tst_graphlist.moc"
