// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/globalobjectid.h"
#include "tests/unit/graphrig.h"

#include <QJsonDocument>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

// Which requests a gateway to Graph makes for each operation, and what it takes from the answers. What goes wrong on
// the way is in tst_graphresponses.

namespace {

constexpr const char* byUid = "iCalUId eq ";
constexpr const char* byMeetingId = "Id 0x23' and ep/value eq ";
constexpr const char* byMark = "ReserveConsoleMark' and ep/value eq ";
constexpr const char* calendarView = "/calendar/calendarView?";
constexpr const char* markId = "String {00020329-0000-0000-C000-000000000046} Name ReserveConsoleMark";
constexpr const char* sequenceId = "Integer {00062002-0000-0000-C000-000000000046} Id 0x8201";

RoomResponse acceptance()
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = QStringLiteral("meeting-1@example.com");
    response.comment = QStringLiteral("See you there");
    return response;
}

ItemDraft draft()
{
    ItemDraft draft;
    draft.mark = "b7a1-4711";
    draft.subject = QStringLiteral("Fire drill");
    draft.body = QStringLiteral("Leave the room");
    draft.location = QStringLiteral("Lab");
    draft.time = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    draft.timeZone = "Europe/Berlin";
    return draft;
}

ItipTime dateOf(int year, int month, int day)
{
    return {ItipTime::Kind::Date, QDateTime(QDate(year, month, day), QTime(0, 0), Qt::UTC), {}};
}

ItemDraft weekly()
{
    ItemDraft weekly = draft();
    RecurrenceRule rule;
    rule.frequency = RecurrenceRule::Frequency::Weekly;
    rule.count = 10;
    weekly.recurrence = ItipRecurrence{rule, {}, {}, {}};
    return weekly;
}

QJsonObject ours(const QJsonObject& more = {})
{
    QJsonObject changes = extendedProperty(markId, QStringLiteral("b7a1-4711"));
    changes.insert(QStringLiteral("isOrganizer"), true);
    changes.insert(QStringLiteral("attendees"), QJsonArray());
    for (auto it = more.begin(); it != more.end(); ++it)
        changes.insert(it.key(), *it);
    return graphEvent("E1", changes);
}

QJsonObject occurrence(const char* id, const char* originalStart, const char* start, const char* end)
{
    return graphEvent(id, {{QStringLiteral("type"), QStringLiteral("exception")},
                           {QStringLiteral("seriesMasterId"), QStringLiteral("M1")},
                           {QStringLiteral("originalStart"), QLatin1String(originalStart)},
                           {QStringLiteral("start"), utcTime(start)},
                           {QStringLiteral("end"), utcTime(end)}});
}

QJsonObject master()
{
    return graphEvent("M1", {{QStringLiteral("type"), QStringLiteral("seriesMaster")}});
}

QByteArray codeOf(const auto& result)
{
    return result ? QByteArray() : result.error().code();
}

} // namespace

class tst_GraphGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsNameRoomTokenAndPreferences();
    void rootIsTheProfiles_data();
    void rootIsTheProfiles();

    void R_ANSWER_acceptsWhatLiesInTheCalendar();
    void R_ANSWER_wordsOfEachKind_data();
    void R_ANSWER_wordsOfEachKind();
    void R_ANSWER_commentIsLeftOutWhereNobodyIsTold();
    void R_ANSWER_repeatsQuietlyWhereNobodyAsked();
    void R_ANSWER_whatStandsSoAlreadyIsNotSaidAgain();
    void R_ANSWER_olderVersionIsNotThereYet();
    void R_ANSWER_findsByGlobalObjectIdWhatTheUidDoesNot();
    void R_ANSWER_neverTheWrongMeeting();
    void R_ANSWER_calendarInboxDeletedItems();
    void R_ANSWER_notFoundAnywhere();
    void R_ANSWER_withoutRightToReadMail();
    void R_ANSWER_declineIsKnownBySentItems();
    void R_ANSWER_oneDateOfASeries();
    void R_ANSWER_movedDateOfASeries();
    void R_ANSWER_dateWhoseSeriesIsNotHere();
    void R_ANSWER_ownAndCancelledMeetings();
    void E6_takenAwayWhileAnswering();

    void K4_createLooksForTheMarkFirst();
    void K4_createKnowsItsOwnRepeat();
    void K4_repeatThatNobodyFindsYet();
    void createsWhatTheDraftSays();
    void createsDaysInTheirZone();
    void K10_series();
    void K10_datesLeftOut();
    void E9_datesLeftOutAreTakenAwayByARepeat();
    void K10_whatNoPatternSaysIsRefused();

    void updates();
    void updatesOneDate();
    void E6_updateOfWhatIsGone();
    void cancelsQuietlyWhereNobodyWasInvited();
    void cancelTellsWhoWasInvited();
    void cancelsOneDate();
    void whatIsNotThereIsCancelled();

    void listsInPagesAndWindows();
    void readsWhatAnEventSays();
    void readsDaysInTheirZone();
    void busyTimesInPieces();
    void busyTimesOfAMailboxThatIsNone();
    void busyTimesOfTooManyItems();
    void processingSaysWhatGraphTells();
    void sendsWholeMessages();
    void probes();
};

void tst_GraphGateway::requestsNameRoomTokenAndPreferences()
{
    GraphRig rig;
    rig.answerList(calendarView, {});
    QVERIFY(settled(rig.gateway.list(QStringLiteral("o'neil/+lab@contoso.example"),
                                     {at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")})));
    const HttpRequest request = rig.requests().first();
    QCOMPARE(
        request.url.toEncoded().left(86),
        QByteArray("https://graph.microsoft.com/v1.0/users/o%27neil%2F%2Blab@contoso.example/calendar/calendarView?")
            .left(86));
    QCOMPARE(request.bearer.reveal().toByteArray(), QByteArray("t1"));
    const auto header = [&request](const char* name) {
        for (const auto& [key, value] : request.headers) {
            if (key == name)
                return value;
        }
        return QByteArray();
    };
    QVERIFY(header("Prefer").contains("IdType=\"ImmutableId\""));
    QVERIFY(header("Prefer").contains("outlook.timezone=\"UTC\""));
    QVERIFY(!header("client-request-id").isEmpty());
    QVERIFY(!request.url.toString().contains(QStringLiteral("t1")));
}

void tst_GraphGateway::rootIsTheProfiles_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("root"); // empty: refused
    const auto row = [](const char* url, const char* root) {
        QTest::newRow(*url ? url : "usual") << QString::fromLatin1(url) << QByteArray(root);
    };
    row("", "https://graph.microsoft.com/v1.0/users/");
    row("https://graph.microsoft.us", "https://graph.microsoft.us/v1.0/users/");
    row("https://microsoftgraph.chinacloudapi.cn/v1.0/", "https://microsoftgraph.chinacloudapi.cn/v1.0/users/");
    row("http://127.0.0.1:8443/graph/v1.0", "http://127.0.0.1:8443/graph/v1.0/users/");
    row("http://graph.microsoft.com/v1.0", "");
    row("graph.microsoft.com", "");
    row("https://a:b@graph.microsoft.com", "");
}

void tst_GraphGateway::rootIsTheProfiles()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, root);
    GraphRig rig(url);
    rig.answer("/calendar?", QJsonObject());
    const Result<ServerFacts> facts = settled(rig.gateway.probe(room));
    QCOMPARE(codeOf(facts), root.isEmpty() ? QByteArray("exchange.graph-address") : QByteArray());
    QCOMPARE(rig.requests().size(), root.isEmpty() ? 0 : 1);
    QCOMPARE(rig.issuer.requests().size(), root.isEmpty() ? 0 : 1); // nor is a token asked for
    if (!root.isEmpty())
        QVERIFY(rig.requests().first().url.toEncoded().startsWith(root));
}

void tst_GraphGateway::R_ANSWER_acceptsWhatLiesInTheCalendar()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.answer("POST /v1.0/users/lab@contoso.example/events/E1/accept", 202);
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QVERIFY(report);
    QCOMPARE(report->foundIn, ItemFolder::Calendar);
    QCOMPARE(report->item.id, QStringLiteral("E1"));
    QVERIFY(!report->wasAnswered);
    QCOMPARE(rig.bodyOf("/accept"), (QJsonObject{{QStringLiteral("sendResponse"), true},
                                                 {QStringLiteral("comment"), QStringLiteral("See you there")}}));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphGateway::R_ANSWER_wordsOfEachKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("accept") << static_cast<int>(ResponseKind::Accept) << QByteArray("/accept");
    QTest::newRow("tentative") << static_cast<int>(ResponseKind::Tentative) << QByteArray("/tentativelyAccept");
    QTest::newRow("decline") << static_cast<int>(ResponseKind::Decline) << QByteArray("/decline");
}

void tst_GraphGateway::R_ANSWER_wordsOfEachKind()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, action);
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.answer("POST", 202);
    RoomResponse response = acceptance();
    response.kind = static_cast<ResponseKind>(kind);
    QVERIFY(settled(rig.gateway.respond(response)));
    QVERIFY(rig.lines().last().endsWith(QByteArray("/events/E1" + action)));
}

// GR4: Graph refuses a comment that nobody is sent.
void tst_GraphGateway::R_ANSWER_commentIsLeftOutWhereNobodyIsTold()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.answer("POST", 202);
    RoomResponse response = acceptance();
    response.tells = false;
    QVERIFY(settled(rig.gateway.respond(response)));
    QCOMPARE(rig.bodyOf("/accept"), (QJsonObject{{QStringLiteral("sendResponse"), false}}));

    GraphRig unasked;
    unasked.answerList(byUid, {graphEvent("E1", {{QStringLiteral("responseRequested"), false}})});
    unasked.answer("POST", 202);
    QVERIFY(settled(unasked.gateway.respond(acceptance())));
    QCOMPARE(unasked.bodyOf("/accept"), (QJsonObject{{QStringLiteral("sendResponse"), false}}));
}

void tst_GraphGateway::R_ANSWER_repeatsQuietlyWhereNobodyAsked()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.refuse("POST", 400, "ErrorInvalidRequest",
               "Your request can't be completed. The meeting organizer hasn't requested a response.");
    rig.answer("POST", 202);
    QVERIFY(settled(rig.gateway.respond(acceptance())));
    QCOMPARE(rig.bodyOf("/accept"), (QJsonObject{{QStringLiteral("sendResponse"), false}}));

    // Once, not for ever.
    GraphRig stubborn;
    stubborn.answerList(byUid, {graphEvent("E1")});
    stubborn.refuse("POST", 400, "ErrorInvalidRequest", "The meeting organizer hasn't requested a response.");
    stubborn.refuse("POST", 400, "ErrorInvalidRequest", "The meeting organizer hasn't requested a response.");
    QCOMPARE(codeOf(settled(stubborn.gateway.respond(acceptance()))), QByteArray("exchange.refused"));
    QCOMPARE(stubborn.requests().size(), 3);
}

void tst_GraphGateway::R_ANSWER_whatStandsSoAlreadyIsNotSaidAgain()
{
    GraphRig rig;
    QJsonObject changes = extendedProperty(sequenceId, QStringLiteral("3"));
    changes.insert(QStringLiteral("responseStatus"),
                   QJsonObject{{QStringLiteral("response"), QStringLiteral("accepted")}});
    rig.answerList(byUid, {graphEvent("E1", changes)});
    RoomResponse response = acceptance();
    response.sequence = 3;
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QVERIFY(report && report->wasAnswered);
    QCOMPARE(rig.requests().size(), 1);

    // Another answer is another matter.
    rig.answerList(byUid, {graphEvent("E1", changes)});
    rig.answer("/decline", 202);
    response.kind = ResponseKind::Decline;
    const Result<ResponseReport> changed = settled(rig.gateway.respond(response));
    QVERIFY(changed && !changed->wasAnswered);
}

void tst_GraphGateway::R_ANSWER_olderVersionIsNotThereYet()
{
    GraphRig rig;
    QJsonObject changes = extendedProperty(sequenceId, QStringLiteral("2"));
    changes.insert(QStringLiteral("responseStatus"),
                   QJsonObject{{QStringLiteral("response"), QStringLiteral("accepted")}});
    rig.answerList(byUid, {graphEvent("E1", changes)});
    RoomResponse response = acceptance();
    response.sequence = 3;
    QCOMPARE(codeOf(settled(rig.gateway.respond(response))), QByteArray("exchange.message-not-found"));
    QCOMPARE(rig.requests().size(), 1);
}

void tst_GraphGateway::R_ANSWER_findsByGlobalObjectIdWhatTheUidDoesNot()
{
    GraphRig rig;
    rig.answerList(byUid, {});
    const QByteArray id = cleanGlobalObjectIds(acceptance().meeting.uid).first();
    const QByteArray request = QByteArray(byMeetingId) + '\'' + id.toBase64() + '\'';
    rig.answerList(request.constData(),
                   {graphEvent("E1", {{QStringLiteral("iCalUId"), QString::fromLatin1(id.toHex().toUpper())}})});
    rig.answer("/events/E1/accept", 202);
    QVERIFY(settled(rig.gateway.respond(acceptance())));
    QVERIFY(rig.lines().at(1).contains("Binary {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x23"));
}

// A server that takes no notice of $filter.
void tst_GraphGateway::R_ANSWER_neverTheWrongMeeting()
{
    GraphRig rig;
    const QJsonObject other = graphEvent("X", {{QStringLiteral("iCalUId"), QStringLiteral("other@example.com")}});
    rig.server.answerAlways("/events?", response(200, QJsonDocument(GraphRig::listOf({other})).toJson()));
    rig.server.answerAlways("/messages?", response(200, QJsonDocument(GraphRig::listOf({})).toJson()));
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.message-not-found"));
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {})));
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-gone"));
    for (const QByteArray& line : rig.lines())
        QVERIFY2(line.startsWith("GET "), line.constData());
}

void tst_GraphGateway::R_ANSWER_calendarInboxDeletedItems()
{
    GraphRig rig;
    rig.answerList(byUid, {});
    rig.answerList("/events?", {});
    const auto message = [](const char* id, const char* type, const char* received) {
        return QJsonObject{{QStringLiteral("id"), QLatin1String(id)},
                           {QStringLiteral("meetingMessageType"), QLatin1String(type)},
                           {QStringLiteral("receivedDateTime"), QLatin1String(received)}};
    };
    rig.answerList("/mailFolders/inbox/messages?", {message("MSG0", "meetingCancelled", "2026-11-17T13:00:00Z")});
    rig.answerList("/mailFolders/deleteditems/messages?", {message("MSG1", "meetingRequest", "2026-11-17T11:00:00Z"),
                                                           message("MSG2", "meetingRequest", "2026-11-17T12:00:00Z")});
    rig.answer("/messages/MSG2?", {{QStringLiteral("id"), QStringLiteral("MSG2")}}); // its event is gone
    rig.answer("/messages/MSG1?",
               {{QStringLiteral("event"), QJsonObject{{QStringLiteral("id"), QStringLiteral("E7")}}}});
    rig.answer("/events/E7?", graphEvent("E7"));
    rig.answer("/events/E7/accept", 202);
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QVERIFY2(report, codeOf(report).constData());
    QCOMPARE(report->foundIn, ItemFolder::DeletedItems);
    QCOMPARE(rig.server.unanswered(), 0);
    const QList<QByteArray> lines = rig.lines();
    QVERIFY(lines.at(0).contains(byUid));
    QVERIFY(lines.at(2).contains("/inbox/"));
    QVERIFY(lines.at(3).contains("/deleteditems/"));
    QVERIFY(lines.at(4).contains("/MSG2?")); // the newest first
}

void tst_GraphGateway::R_ANSWER_notFoundAnywhere()
{
    GraphRig rig;
    rig.server.answerAlways("GET", response(200, "{\"value\":[]}"));
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QCOMPARE(codeOf(report), QByteArray("exchange.message-not-found"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Missing);
    QVERIFY(!rig.lines().last().contains("sentitems")); // that is asked about a decline alone
}

void tst_GraphGateway::R_ANSWER_withoutRightToReadMail()
{
    GraphRig rig;
    rig.server.answerAlways("/events?", response(200, "{\"value\":[]}"));
    rig.refuse("/inbox/", 403, "ErrorAccessDenied", "Access is denied.");
    rig.refuse("/deleteditems/", 403, "ErrorAccessDenied", "Access is denied.");
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.message-not-found"));
    // A server that is away is no missing message.
    rig.answer("/inbox/", 503);
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.server-error"));
}

// E9: the decline was said, the answer to us was lost; the event is out of the calendar by then.
void tst_GraphGateway::R_ANSWER_declineIsKnownBySentItems()
{
    GraphRig rig;
    rig.server.answerAlways("GET", response(200, "{\"value\":[]}"));
    QJsonObject declined = extendedProperty(sequenceId, QStringLiteral("1"));
    declined.insert(QStringLiteral("meetingMessageType"), QStringLiteral("meetingDeclined"));
    rig.answerList("/mailFolders/sentitems/messages?", {declined});
    rig.answerList("/mailFolders/sentitems/messages?", {declined});
    RoomResponse response = acceptance();
    response.kind = ResponseKind::Decline;
    response.sequence = 1;
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QVERIFY(report && report->wasAnswered);
    // A decline of an earlier version is no answer to this one.
    response.sequence = 2;
    QCOMPARE(codeOf(settled(rig.gateway.respond(response))), QByteArray("exchange.message-not-found"));
}

void tst_GraphGateway::R_ANSWER_oneDateOfASeries()
{
    GraphRig rig;
    rig.answerList(byUid, {master()});
    rig.answerList(calendarView,
                   {graphEvent("OTHER"),
                    occurrence("O1", "2026-11-18T09:30:00Z", "2026-11-18T09:30:00", "2026-11-18T10:30:00"),
                    occurrence("O2", "2026-11-19T09:30:00Z", "2026-11-19T09:30:00", "2026-11-19T10:30:00")});
    rig.answer("/events/O2/accept", 202);
    RoomResponse response = acceptance();
    response.meeting.recurrenceId = QStringLiteral("2026-11-19T09:30:00Z");
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QVERIFY2(report, codeOf(report).constData());
    QCOMPARE(report->item.id, QStringLiteral("O2"));
    QVERIFY(rig.lines().at(1).contains("startDateTime=2026-11-18T09:30:00Z&endDateTime=2026-11-21T09:30:00Z"));
}

void tst_GraphGateway::R_ANSWER_movedDateOfASeries()
{
    GraphRig rig;
    rig.answerList(byUid, {master()});
    rig.answerList(calendarView, {});
    rig.answerList(calendarView, {});
    rig.answerList(calendarView,
                   {occurrence("O2", "2026-11-19T09:30:00Z", "2027-01-20T09:30:00", "2027-01-20T10:30:00")});
    rig.answer("/events/O2/accept", 202);
    RoomResponse response = acceptance();
    response.meeting.recurrenceId = QStringLiteral("2026-11-19T09:30:00Z");
    QCOMPARE(settled(rig.gateway.respond(response)).value_or(ResponseReport()).item.id, QStringLiteral("O2"));
}

// The room was invited to one date alone: its iCalUId has the date inside.
void tst_GraphGateway::R_ANSWER_dateWhoseSeriesIsNotHere()
{
    const QString uid
        = QStringLiteral("040000008200E00074C5B7101A82E00800000000E040C9C12685C4010000000000000000100000000BF0ED4B6E4E"
                         "E94E9E39E3867B378EF3");
    QString dated = uid;
    dated.replace(32, 8, QStringLiteral("07EA0B13")); // 19 November 2026
    GraphRig rig;
    const auto answerBoth = [&] {
        rig.answerList(byUid, {});
        rig.answerList(byMeetingId, {graphEvent("O2", {{QStringLiteral("iCalUId"), dated}})});
    };
    answerBoth();
    rig.answer("/events/O2/accept", 202);
    RoomResponse response = acceptance();
    response.meeting = {uid.toLower(), QStringLiteral("2026-11-19T09:30:00Z")};
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QVERIFY2(report, codeOf(report).constData());
    QCOMPARE(report->item.id, QStringLiteral("O2"));

    // Neither another date nor the series is meant by it.
    rig.server.answerAlways("GET", test::response(200, "{\"value\":[]}"));
    answerBoth();
    response.meeting.recurrenceId = QStringLiteral("2026-11-20T09:30:00Z");
    QCOMPARE(codeOf(settled(rig.gateway.respond(response))), QByteArray("exchange.message-not-found"));
    answerBoth();
    response.meeting.recurrenceId.clear();
    QCOMPARE(codeOf(settled(rig.gateway.respond(response))), QByteArray("exchange.message-not-found"));
}

void tst_GraphGateway::R_ANSWER_ownAndCancelledMeetings()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1", {{QStringLiteral("isOrganizer"), true}})});
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.own-item"));
    rig.answerList(byUid, {graphEvent("E1", {{QStringLiteral("isCancelled"), true}})});
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.item-gone"));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphGateway::E6_takenAwayWhileAnswering()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.refuse("/accept", 404, "ErrorItemNotFound", "The specified object was not found in the store.");
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QCOMPARE(codeOf(report), QByteArray("exchange.item-changed"));
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Conflict);
}

void tst_GraphGateway::K4_createLooksForTheMarkFirst()
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
void tst_GraphGateway::K4_createKnowsItsOwnRepeat()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.refuse("POST", 409, "ErrorDuplicateTransactionId", "The transaction ID is already used.");
    rig.answerList(byMark, {ours()});
    QCOMPARE(settled(rig.gateway.create(room, draft())).value_or(ItemReference()).id, QStringLiteral("E1"));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphGateway::K4_repeatThatNobodyFindsYet()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    rig.refuse("POST", 409, "ErrorDuplicateTransactionId");
    rig.answerList(byMark, {});
    const Result<ItemReference> item = settled(rig.gateway.create(room, draft()));
    QCOMPARE(codeOf(item), QByteArray("exchange.item-changed"));
    QCOMPARE(rig.requests().size(), 3); // never a second POST
}

void tst_GraphGateway::createsWhatTheDraftSays()
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

void tst_GraphGateway::createsDaysInTheirZone()
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

void tst_GraphGateway::K10_series()
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

void tst_GraphGateway::K10_datesLeftOut()
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

void tst_GraphGateway::E9_datesLeftOutAreTakenAwayByARepeat()
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

void tst_GraphGateway::K10_whatNoPatternSaysIsRefused()
{
    GraphRig rig;
    ItemDraft series = weekly();
    series.recurrence->dates.append(dateOf(2026, 11, 25));
    const Result<ItemReference> item = settled(rig.gateway.create(room, series));
    QCOMPARE(codeOf(item), QByteArray("exchange.recurrence-not-supported"));
    QCOMPARE(item.error().arguments().value(QStringLiteral("rule")), QStringLiteral("RDATE"));
    QCOMPARE(exchangeProblemOf(item.error()), ExchangeProblem::Permanent);
    series = weekly();
    series.recurrence->exceptions.append({ItipTime::Kind::Zoned, QDateTime(QDate(2026, 11, 25), QTime(9, 30), Qt::UTC), "Customized"});
    QCOMPARE(codeOf(settled(rig.gateway.create(room, series))), QByteArray("exchange.recurrence-not-supported"));
    QCOMPARE(rig.server.requests().size(), 0);
}

void tst_GraphGateway::updates()
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

void tst_GraphGateway::updatesOneDate()
{
    GraphRig rig;
    rig.answerList(byMark, {ours({{QStringLiteral("id"), QStringLiteral("M1")},
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

void tst_GraphGateway::E6_updateOfWhatIsGone()
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

void tst_GraphGateway::cancelsQuietlyWhereNobodyWasInvited()
{
    GraphRig rig;
    rig.answerList(byMark, {ours()});
    rig.answer("DELETE /v1.0/users/lab@contoso.example/events/E1", 204);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, QStringLiteral("Flooded"))));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphGateway::cancelTellsWhoWasInvited()
{
    GraphRig rig;
    rig.answerList(byMark, {ours({{QStringLiteral("attendees"), QJsonArray{QJsonObject()}}})});
    rig.answer("POST /v1.0/users/lab@contoso.example/events/E1/cancel", 202);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, QStringLiteral("Flooded"))));
    QCOMPARE(rig.bodyOf("/cancel"), (QJsonObject{{QStringLiteral("comment"), QStringLiteral("Flooded")}}));
}

void tst_GraphGateway::cancelsOneDate()
{
    GraphRig rig;
    rig.answerList(byMark, {ours({{QStringLiteral("id"), QStringLiteral("M1")},
                                  {QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    QJsonObject date = occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00");
    date.remove(QStringLiteral("attendees"));
    rig.answerList(calendarView, {date});
    rig.answer("DELETE /v1.0/users/lab@contoso.example/events/O2", 204);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", QStringLiteral("2026-11-25T09:30:00Z"), {})));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphGateway::whatIsNotThereIsCancelled()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {})));
    rig.answerList(byMark, {ours()});
    rig.refuse("DELETE", 404, "ErrorItemNotFound");
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {})));
    rig.answerList(byMark, {ours()});
    rig.answer("DELETE", 503);
    QCOMPARE(codeOf(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {}))), QByteArray("exchange.server-error"));
}

void tst_GraphGateway::listsInPagesAndWindows()
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
                   {graphEvent("A"), graphEvent("C", {{QStringLiteral("start"), utcTime("2027-06-18T09:30:00")},
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

void tst_GraphGateway::readsWhatAnEventSays()
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
void tst_GraphGateway::readsDaysInTheirZone()
{
    GraphRig rig;
    const auto day = [](const char* start, const char* end) {
        return graphEvent("D", {{QStringLiteral("isAllDay"), true},
                                {QStringLiteral("start"), utcTime(start)},
                                {QStringLiteral("end"), utcTime(end)}});
    };
    const TimeRange whole{at("2026-11-17T23:00:00Z"), at("2026-11-18T23:00:00Z")};
    rig.answerList(calendarView, {day("2026-11-18T00:00:00.0000000", "2026-11-19T00:00:00.0000000")});
    QCOMPARE(settled(rig.gateway.list(room, whole))->first().time, whole);
    rig.answerList(calendarView, {day("2026-11-17T23:00:00.0000000", "2026-11-18T23:00:00.0000000")});
    QCOMPARE(settled(rig.gateway.list(room, whole))->first().time, whole);
}

void tst_GraphGateway::busyTimesInPieces()
{
    GraphRig rig;
    QStringList rooms;
    for (int i = 0; i < 21; ++i)
        rooms.append(QStringLiteral("Room%1@contoso.example").arg(i));
    const auto schedule = [](const QString& mailbox, const QList<QJsonObject>& items) {
        QJsonArray array;
        for (const QJsonObject& item : items)
            array.append(item);
        return QJsonObject{{QStringLiteral("scheduleId"), mailbox}, {QStringLiteral("scheduleItems"), array}};
    };
    const QJsonObject busy{{QStringLiteral("status"), QStringLiteral("tentative")},
                           {QStringLiteral("start"), utcTime("2026-12-31T23:00:00")},
                           {QStringLiteral("end"), utcTime("2027-01-02T01:00:00")}};
    for (int window = 0; window < 2; ++window) {
        QList<QJsonObject> twenty;
        for (int i = 19; i >= 0; --i) // in an order of its own
            twenty.append(schedule(rooms.at(i).toLower(), i == 3 ? QList{busy} : QList<QJsonObject>()));
        rig.answerList("POST /v1.0/users/Room0@contoso.example/calendar/getSchedule", twenty);
        rig.answerList("POST /v1.0/users/Room20@contoso.example/calendar/getSchedule", {schedule(rooms.at(20), {})});
    }
    const Result<QList<BusyTime>> times
        = settled(rig.gateway.busyTimes(rooms, {at("2026-11-01T00:00:00Z"), at("2027-02-01T00:00:00Z")}));
    QVERIFY2(times, codeOf(times).constData());
    QCOMPARE(times->size(), 1); // though it came with both windows
    QCOMPARE(times->first().mailbox, rooms.at(3));
    QCOMPARE(times->first().busy, BusyKind::Tentative);
    QCOMPARE(times->first().time, (TimeRange{at("2026-12-31T23:00:00Z"), at("2027-01-02T01:00:00Z")}));
    QCOMPARE(rig.requests().size(), 4);
    const QJsonObject last = rig.bodyOf("Room20");
    QCOMPARE(last.value(QStringLiteral("startTime")).toObject(), utcTime("2027-01-02T00:00:00"));
    QCOMPARE(last.value(QStringLiteral("endTime")).toObject(), utcTime("2027-02-01T00:00:00"));
    QCOMPARE(rig.server.unanswered(), 0);
}

// E9: one that cannot be told of must not pass for a free one.
void tst_GraphGateway::busyTimesOfAMailboxThatIsNone()
{
    GraphRig rig;
    rig.answerList(
        "getSchedule",
        {QJsonObject{{QStringLiteral("scheduleId"), room},
                     {QStringLiteral("error"),
                      QJsonObject{{QStringLiteral("responseCode"), QStringLiteral("ErrorMailRecipientNotFound")},
                                  {QStringLiteral("message"), QStringLiteral("Unable to resolve")}}}}});
    const TimeRange day{at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")};
    const Result<QList<BusyTime>> times = settled(rig.gateway.busyTimes({room}, day));
    QCOMPARE(codeOf(times), QByteArray("exchange.mailbox-unknown"));
    QCOMPARE(times.error().arguments().value(QStringLiteral("mailbox")), room);
    rig.answerList("getSchedule", {});
    QCOMPARE(codeOf(settled(rig.gateway.busyTimes({room}, day))), QByteArray("exchange.response-unreadable"));
}

void tst_GraphGateway::busyTimesOfTooManyItems()
{
    GraphRig rig;
    const QJsonObject tooMany{
        {QStringLiteral("scheduleId"), room},
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("responseCode"), QStringLiteral("5006")}}}};
    const QJsonObject fine{{QStringLiteral("scheduleId"), room}, {QStringLiteral("scheduleItems"), QJsonArray()}};
    rig.answerList("getSchedule", {tooMany});
    rig.answerList("getSchedule", {fine});
    rig.answerList("getSchedule", {fine});
    QVERIFY(settled(rig.gateway.busyTimes({room}, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")})));
    QCOMPARE(rig.bodyOf("getSchedule").value(QStringLiteral("startTime")).toObject(), utcTime("2026-11-16T00:00:00"));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphGateway::processingSaysWhatGraphTells()
{
    GraphRig rig;
    rig.answer("/calendar?", {{QStringLiteral("owner"),
                               QJsonObject{{QStringLiteral("address"), QStringLiteral("Lab@contoso.example")}}}});
    const Result<ProcessingFacts> facts = settled(rig.gateway.processing(room));
    QVERIFY(facts);
    QCOMPARE(facts->mailboxName, QStringLiteral("Lab@contoso.example"));
    QVERIFY(!facts->answersByItself);
    QCOMPARE(facts->signs.value(0).code, QByteArray("exchange.processing-not-told"));
}

void tst_GraphGateway::sendsWholeMessages()
{
    GraphRig rig;
    rig.answer("POST /v1.0/users/lab@contoso.example/sendMail", 202);
    MailToSend mail;
    mail.content = "From: lab@contoso.example\nSubject: Gr\xc3\xbc\xc3\x9f"
                   "e\r\n\r\nText\n";
    QVERIFY(settled(rig.gateway.sendMail(room, mail)));
    const HttpRequest request = rig.requests().first();
    QVERIFY(request.headers.contains({QByteArray("Content-Type"), QByteArray("text/plain")}));
    QCOMPARE(QByteArray::fromBase64(request.body), QByteArray("From: lab@contoso.example\r\nSubject: Gr\xc3\xbc\xc3\x9f"
                                                              "e\r\n\r\nText\r\n"));
}

void tst_GraphGateway::probes()
{
    GraphRig rig;
    rig.answer("GET /v1.0", QJsonObject());
    const Result<ServerFacts> server = settled(rig.gateway.probe({}));
    QVERIFY2(server, codeOf(server).constData());
    QCOMPARE(server->version, QStringLiteral("Microsoft Graph v1.0"));
    QVERIFY(server->mailbox.isEmpty());
    rig.refuse("/calendar?", 404, "ErrorInvalidUser", "The requested user 'lab@contoso.example' is invalid.");
    QCOMPARE(codeOf(settled(rig.gateway.probe(room))), QByteArray("exchange.mailbox-unknown"));
}

QTEST_GUILESS_MAIN(tst_GraphGateway)
#include "tst_graphgateway.moc"
