// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/globalobjectid.h"
#include "tests/unit/graphmeetings.h"

#include <QJsonDocument>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

// R-ANSWER through Graph: where a request is looked for, and how it is answered.
class tst_GraphRespond final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_acceptsWhatLiesInTheCalendar();
    void R_ANSWER_wordsOfEachKind_data();
    void R_ANSWER_wordsOfEachKind();
    void R_ANSWER_commentIsLeftOutWhereNobodyIsTold();
    void R_ANSWER_repeatsQuietlyWhereNobodyAsked();
    void R_ANSWER_whatStandsSoAlreadyIsNotSaidAgain();
    void R_ANSWER_olderVersionIsNotThereYet();
    void R_ANSWER_findsByGlobalObjectIdWhatTheUidDoesNot();
    void R_ANSWER_neverTheWrongMeeting();
    void R_MEETING_anotherOrganizersMeetingIsNotAnswered();
    void R_ANSWER_aRequestWithoutAnEventIsNamed();
    void R_ANSWER_calendarInboxDeletedItems();
    void R_ANSWER_notFoundAnywhere();
    void R_ANSWER_withoutRightToReadMail();
    void R_ANSWER_declineIsKnownBySentItems();
    void K4_declineOfOneDateIsKnownBySentItems_data();
    void K4_declineOfOneDateIsKnownBySentItems();
    void K4_whatWasAskedToBeDeclinedAndIsGoneIsDeclined();
    void K4_withoutMailReadNobodyIsDeclinedTwice();
    void K4_aLostAnswerSaysThatItMayBeDone();
    void R_ANSWER_oneDateOfASeries();
    void R_ANSWER_movedDateOfASeries();
    void R_ANSWER_dateWhoseSeriesIsNotHere();
    void R_ANSWER_ownAndCancelledMeetings();
    void E6_takenAwayWhileAnswering();
};

void tst_GraphRespond::R_ANSWER_acceptsWhatLiesInTheCalendar()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.answer("POST /v1.0/users/lab@contoso.example/events/E1/accept", 202);
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QVERIFY(report);
    QCOMPARE(report->foundIn, ItemFolder::Calendar);
    QCOMPARE(report->item.id, QStringLiteral("E1"));
    QVERIFY(!report->wasAnswered);
    QCOMPARE(rig.bodyOf("/accept"),
             (QJsonObject{{QStringLiteral("sendResponse"), true},
                          {QStringLiteral("comment"), QStringLiteral("See you there")}}));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphRespond::R_ANSWER_wordsOfEachKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("accept") << static_cast<int>(ResponseKind::Accept) << QByteArray("/accept");
    QTest::newRow("tentative") << static_cast<int>(ResponseKind::Tentative) << QByteArray("/tentativelyAccept");
    QTest::newRow("decline") << static_cast<int>(ResponseKind::Decline) << QByteArray("/decline");
}

void tst_GraphRespond::R_ANSWER_wordsOfEachKind()
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
void tst_GraphRespond::R_ANSWER_commentIsLeftOutWhereNobodyIsTold()
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

void tst_GraphRespond::R_ANSWER_repeatsQuietlyWhereNobodyAsked()
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

void tst_GraphRespond::R_ANSWER_whatStandsSoAlreadyIsNotSaidAgain()
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

void tst_GraphRespond::R_ANSWER_olderVersionIsNotThereYet()
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

void tst_GraphRespond::R_ANSWER_findsByGlobalObjectIdWhatTheUidDoesNot()
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
void tst_GraphRespond::R_ANSWER_neverTheWrongMeeting()
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

void tst_GraphRespond::R_MEETING_anotherOrganizersMeetingIsNotAnswered()
{
    RoomResponse response = acceptance();
    response.organizer = QStringLiteral("bob@contoso.example");
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")}); // ann's
    rig.answerList("/mailFolders/inbox/messages?", {});
    rig.answerList("/mailFolders/deleteditems/messages?", {});
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QCOMPARE(codeOf(report), QByteArray("exchange.message-not-found"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("organizer")), QStringLiteral("ann@contoso.example"));
    QVERIFY(std::none_of(rig.lines().cbegin(), rig.lines().cend(),
                         [](const QByteArray& line) { return line.startsWith("POST"); }));

    const QJsonObject own{
        {QStringLiteral("organizer"),
         QJsonObject{{QStringLiteral("emailAddress"),
                      QJsonObject{{QStringLiteral("address"), QStringLiteral("BOB@contoso.test")}}}}}};
    GraphRig both;
    both.answerList(byUid, {graphEvent("E1"), graphEvent("E2", own)});
    both.answer("POST /v1.0/users/lab@contoso.example/events/E2/accept", 202);
    QVERIFY(settled(both.gateway.respond(response)));
}

// Graph answers events alone.
void tst_GraphRespond::R_ANSWER_aRequestWithoutAnEventIsNamed()
{
    GraphRig rig;
    rig.answerList(byUid, {});
    rig.answerList("/events?", {});
    rig.answerList("/mailFolders/inbox/messages?",
                   {QJsonObject{{QStringLiteral("id"), QStringLiteral("R1")},
                                {QStringLiteral("meetingMessageType"), QStringLiteral("meetingRequest")}}});
    rig.answer("/messages/R1?", {{QStringLiteral("id"), QStringLiteral("R1")}});
    rig.answerList("/mailFolders/deleteditems/messages?", {});
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QCOMPARE(codeOf(report), QByteArray("exchange.message-not-found"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("folder")), QStringLiteral("Inbox"));
}

void tst_GraphRespond::R_ANSWER_calendarInboxDeletedItems()
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
    rig.answerList("/mailFolders/deleteditems/messages?",
                   {message("MSG1", "meetingRequest", "2026-11-17T11:00:00Z"),
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

void tst_GraphRespond::R_ANSWER_notFoundAnywhere()
{
    GraphRig rig;
    rig.server.answerAlways("GET", response(200, "{\"value\":[]}"));
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QCOMPARE(codeOf(report), QByteArray("exchange.message-not-found"));
    QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Missing);
    QVERIFY(!rig.lines().last().contains("sentitems")); // that is asked about a decline alone
}

void tst_GraphRespond::R_ANSWER_withoutRightToReadMail()
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
void tst_GraphRespond::R_ANSWER_declineIsKnownBySentItems()
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

// The date is out of the series by then, while the series is there; or the room has no series, but this date alone.
void tst_GraphRespond::K4_declineOfOneDateIsKnownBySentItems_data()
{
    QTest::addColumn<bool>("hasSeries");
    QTest::addColumn<QByteArray>("date"); // in the response: year, month and day in hexadecimal digits
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("sequence");
    QTest::addColumn<bool>("isKnown");
    const auto row
        = [](const char* name, bool hasSeries, const char* date, const char* start, int sequence, bool known) {
              QTest::newRow(name) << hasSeries << QByteArray(date) << QByteArray(start) << sequence << known;
          };
    row("this date", true, "07EA0B13", "2026-11-19T09:30:00", 1, true);
    row("this date, moved before", true, "07EA0B13", "2027-01-20T09:30:00", 1, true);
    row("another date", true, "07EA0B12", "2026-11-18T09:30:00", 1, false);
    row("an earlier version", true, "07EA0B13", "2026-11-19T09:30:00", 0, false);
    row("the whole", true, "00000000", "2026-11-18T09:30:00", 1, false);
    row("no series, this date", false, "07EA0B13", "2026-11-19T09:30:00", 1, true);
    row("no series, another date", false, "07EA0B12", "2026-11-18T09:30:00", 1, false);
}

void tst_GraphRespond::K4_declineOfOneDateIsKnownBySentItems()
{
    QFETCH(bool, hasSeries);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, start);
    QFETCH(int, sequence);
    GraphRig rig;
    if (hasSeries)
        rig.server.answerAlways(byUid, test::response(200, QJsonDocument(GraphRig::listOf({master()})).toJson()));
    rig.server.answerAlways("GET", test::response(200, "{\"value\":[]}"));
    const QByteArray id = QByteArray::fromHex("040000008200E00074C5B7101A82E008" + date) + QByteArray(20, '\0');
    QJsonObject declined = extendedProperty(sequenceId, QString::number(sequence));
    QJsonArray properties = declined.value(QLatin1String("singleValueExtendedProperties")).toArray();
    properties.append(
        QJsonObject{{QStringLiteral("id"), QStringLiteral("Binary {6ED8DA90-450B-101B-98DA-00AA003F1305} Id 0x3")},
                    {QStringLiteral("value"), QString::fromLatin1(id.toBase64())}});
    declined.insert(QStringLiteral("singleValueExtendedProperties"), properties);
    declined.insert(QStringLiteral("meetingMessageType"), QStringLiteral("meetingDeclined"));
    declined.insert(QStringLiteral("startDateTime"), utcTime(start.constData()));
    rig.answerList("/mailFolders/sentitems/messages?", {declined});
    RoomResponse response = acceptance();
    response.kind = ResponseKind::Decline;
    response.sequence = 1;
    response.meeting.recurrenceId = QStringLiteral("2026-11-19T09:30:00Z");
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QTEST(report && report->wasAnswered, "isKnown");
    if (!report)
        QCOMPARE(codeOf(report), QByteArray("exchange.message-not-found"));
}

void tst_GraphRespond::K4_whatWasAskedToBeDeclinedAndIsGoneIsDeclined()
{
    for (const char* date : {"", "2026-11-19T09:30:00Z"}) {
        GraphRig rig;
        rig.server.answerAlways("/mailFolders/", response(403, "{\"error\":{\"code\":\"ErrorAccessDenied\"}}"));
        rig.server.answerAlways("GET", response(200, "{\"value\":[]}"));
        RoomResponse decline = acceptance();
        decline.kind = ResponseKind::Decline;
        decline.earlier = EarlierAttempt::Asked;
        decline.meeting.recurrenceId = QString::fromLatin1(date);
        const Result<ResponseReport> report = settled(rig.gateway.respond(decline));
        QVERIFY2(report && report->wasAnswered, codeOf(report).constData());
        // An acceptance takes nothing out of the calendar: what is not there was not accepted.
        decline.kind = ResponseKind::Accept;
        QCOMPARE(codeOf(settled(rig.gateway.respond(decline))), QByteArray("exchange.message-not-found"));
        // What is still there was not declined.
        if (qstrlen(date) == 0) {
            rig.answerList(byUid, {graphEvent("E1")});
            rig.answer("/events/E1/decline", 202);
            decline.kind = ResponseKind::Decline;
            const Result<ResponseReport> again = settled(rig.gateway.respond(decline));
            QVERIFY(again && !again->wasAnswered);
        }
    }
}

void tst_GraphRespond::K4_withoutMailReadNobodyIsDeclinedTwice()
{
    GraphRig rig;
    rig.server.answerAlways("/mailFolders/", response(403, "{\"error\":{\"code\":\"ErrorAccessDenied\"}}"));
    rig.server.answerAlways("GET", response(200, "{\"value\":[]}"));
    RoomResponse decline = acceptance();
    decline.kind = ResponseKind::Decline;
    decline.earlier = EarlierAttempt::Begun;
    const Result<ResponseReport> report = settled(rig.gateway.respond(decline));
    QCOMPARE(codeOf(report), QByteArray("exchange.answer-unproven"));
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Missing); // it may come yet
    QCOMPARE(report.error().arguments().value(QStringLiteral("permission")), QStringLiteral("Mail.Read"));
    // Nobody tried before: it is not there yet.
    decline.earlier = EarlierAttempt::None;
    QCOMPARE(codeOf(settled(rig.gateway.respond(decline))), QByteArray("exchange.message-not-found"));
}

void tst_GraphRespond::K4_aLostAnswerSaysThatItMayBeDone()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.server.answer("/accept", failure("http.connection-lost", {}, true));
    QVERIFY(mayBeDone(settled(rig.gateway.respond(acceptance())).error()));
    rig.server.answer(byUid, failure("http.connection-lost", {}, true));
    QVERIFY(!mayBeDone(settled(rig.gateway.respond(acceptance())).error()));
}

void tst_GraphRespond::R_ANSWER_oneDateOfASeries()
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

void tst_GraphRespond::R_ANSWER_movedDateOfASeries()
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
void tst_GraphRespond::R_ANSWER_dateWhoseSeriesIsNotHere()
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

void tst_GraphRespond::R_ANSWER_ownAndCancelledMeetings()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1", {{QStringLiteral("isOrganizer"), true}})});
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.own-item"));
    rig.answerList(byUid, {graphEvent("E1", {{QStringLiteral("isCancelled"), true}})});
    QCOMPARE(codeOf(settled(rig.gateway.respond(acceptance()))), QByteArray("exchange.item-gone"));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphRespond::E6_takenAwayWhileAnswering()
{
    GraphRig rig;
    rig.answerList(byUid, {graphEvent("E1")});
    rig.refuse("/accept", 404, "ErrorItemNotFound", "The specified object was not found in the store.");
    const Result<ResponseReport> report = settled(rig.gateway.respond(acceptance()));
    QCOMPARE(codeOf(report), QByteArray("exchange.item-changed"));
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Conflict);
}

QTEST_GUILESS_MAIN(tst_GraphRespond)
#include "tst_graphrespond.moc"
