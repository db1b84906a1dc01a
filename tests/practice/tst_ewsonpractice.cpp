// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsgateway.h"
#include "models/exchange/exchangeproblem.h"
#include "tests/practice/practicedesk.h"

#include <QTest>

using namespace reserve;
using test::at;
using test::otherRoom;
using test::PracticeDesk;
using test::roomAddress;

namespace {

template<typename T>
Result<T> answerOf(const QFuture<Result<T>>& future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.resultCount() > 0 ? future.result() : Result<T>(failure("test.no-answer"));
}

HttpClientOptions asAccount(PracticeDesk& desk)
{
    HttpClientOptions options;
    options.credentials
        = {HttpCredentials::Scheme::Basic, desk.exchange().account().user, {}, SecretString("practice secret")};
    return options;
}

// The EWS gateway in front of the Practice Exchange, over real sockets: neither knows the other's XML.
struct Front
{
    explicit Front(bool impersonates = true)
        : client(asAccount(desk))
        , gateway({desk.exchange().ewsUrl(), impersonates, std::chrono::seconds(20)}, client)
    {
    }

    PracticeDesk desk;
    HttpClient client;
    EwsGateway gateway;
};

RoomResponse responseTo(const QString& uid, ResponseKind kind = ResponseKind::Accept, int sequence = 0)
{
    RoomResponse response;
    response.mailbox = roomAddress;
    response.meeting.uid = uid;
    response.sequence = sequence;
    response.kind = kind;
    response.comment = QStringLiteral("From the room");
    return response;
}

ItemDraft draft()
{
    ItemDraft draft;
    draft.mark = "mark-1";
    draft.subject = QString::fromUtf8("Besprechung <äöü> & 会議");
    draft.body = QStringLiteral("Bring the figures");
    draft.location = QStringLiteral("CR1");
    draft.time = {at("2026-11-25T09:00:00Z"), at("2026-11-25T10:00:00Z")};
    draft.timeZone = "Europe/Berlin";
    return draft;
}

const TimeRange winter{at("2026-11-01T00:00:00Z"), at("2027-03-01T00:00:00Z")};

} // namespace

class TestEwsOnPractice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probesTheServerAndAMailbox()
    {
        Front front;
        const auto server = answerOf(front.gateway.probe({}));
        QVERIFY2(server, server ? "" : qPrintable(server.error().logLine()));
        const auto mailbox = answerOf(front.gateway.probe(roomAddress));
        QVERIFY2(mailbox, mailbox ? "" : qPrintable(mailbox.error().logLine()));
        QCOMPARE(mailbox->mailbox, roomAddress);
        const auto nobody = answerOf(front.gateway.probe(QStringLiteral("nobody@reserve.northgate.example")));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().code(), QByteArray("exchange.mailbox-unknown"));
    }

    void R_ANSWER_isGivenOnceAndFoundAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("impersonates");
        for (const ResponseKind kind : {ResponseKind::Accept, ResponseKind::Tentative, ResponseKind::Decline}) {
            for (const bool impersonates : {true, false})
                QTest::addRow("%d, %s", int(kind), impersonates ? "as the room" : "in its folders")
                    << int(kind) << impersonates;
        }
    }

    void R_ANSWER_isGivenOnceAndFoundAgain()
    {
        QFETCH(int, kind);
        QFETCH(bool, impersonates);
        Front front(impersonates);
        const QString uid = front.desk.invite();
        const auto first = answerOf(front.gateway.respond(responseTo(uid, ResponseKind(kind))));
        QVERIFY2(first, first ? "" : qPrintable(first.error().logLine()));
        QVERIFY(!first->wasAnswered);
        const auto again = answerOf(front.gateway.respond(responseTo(uid, ResponseKind(kind))));
        QVERIFY2(again, again ? "" : qPrintable(again.error().logLine()));
        QVERIFY(again->wasAnswered);
        QTRY_COMPARE(front.desk.mails().size(), 1);
    }

    void R_ANSWER_noMessageIsFoundWhereThereIsNone()
    {
        Front front;
        QVERIFY(front.desk.exchange().setSwitch(QStringLiteral("message-missing"), QStringLiteral("on")));
        const QString uid = front.desk.invite();
        QCOMPARE(answerOf(front.gateway.respond(responseTo(uid))).error().code(),
                 QByteArray("exchange.message-not-found"));
    }

    void R_ANSWER_anUpdateIsAnsweredAnew()
    {
        Front front;
        const QString uid = front.desk.invite();
        QVERIFY(answerOf(front.gateway.respond(responseTo(uid))));
        QCOMPARE(answerOf(front.gateway.respond(responseTo(uid, ResponseKind::Accept, 1))).error().code(),
                 QByteArray("exchange.message-not-found")); // it is on its way still
        front.desk.invite(QStringLiteral("Budget"), 1, uid, ItipMethod::Request, 14);
        const auto report = answerOf(front.gateway.respond(responseTo(uid, ResponseKind::Decline, 1)));
        QVERIFY2(report, report ? "" : qPrintable(report.error().logLine()));
        QVERIFY(!report->wasAnswered);
    }

    void keepsOneItemInTheCalendar()
    {
        Front front;
        const auto created = answerOf(front.gateway.create(roomAddress, draft()));
        QVERIFY2(created, created ? "" : qPrintable(created.error().logLine()));
        const auto repeated = answerOf(front.gateway.create(roomAddress, draft()));
        QVERIFY(repeated);
        QCOMPARE(repeated->id, created->id);
        auto items = answerOf(front.gateway.list(roomAddress, winter));
        QVERIFY2(items, items ? "" : qPrintable(items.error().logLine()));
        QCOMPARE(items->size(), 1);
        QCOMPARE(items->first().subject, draft().subject);
        QCOMPARE(items->first().mark, draft().mark);
        QCOMPARE(items->first().time, draft().time);
        ItemDraft moved = draft();
        moved.time = {at("2026-11-26T14:00:00Z"), at("2026-11-26T15:30:00Z")};
        moved.location.clear();
        const auto updated = answerOf(front.gateway.update(roomAddress, {}, moved));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().logLine()));
        items = answerOf(front.gateway.list(roomAddress, winter));
        QVERIFY(items);
        QCOMPARE(items->first().time, moved.time);
        QVERIFY(items->first().location.isEmpty());
        const auto cancelled = answerOf(front.gateway.cancel(roomAddress, "mark-1", {}, {}));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().logLine()));
        QVERIFY(answerOf(front.gateway.cancel(roomAddress, "mark-1", {}, {})));
        items = answerOf(front.gateway.list(roomAddress, winter));
        QVERIFY(items && items->isEmpty());
    }

    void keepsASeriesWithItsExceptions()
    {
        Front front;
        ItemDraft weekly = draft();
        weekly.recurrence = ItipRecurrence{*parseRecurrenceRule("FREQ=WEEKLY;BYDAY=WE;COUNT=5"),
                                           {},
                                           {},
                                           {*parseItipTime("20261209T100000", "Europe/Berlin")}};
        const auto created = answerOf(front.gateway.create(roomAddress, weekly));
        QVERIFY2(created, created ? "" : qPrintable(created.error().logLine()));
        QCOMPARE(starts(front),
                 (QStringList{QStringLiteral("2026-11-25T09:00:00Z"), QStringLiteral("2026-12-02T09:00:00Z"),
                              QStringLiteral("2026-12-16T09:00:00Z"), QStringLiteral("2026-12-23T09:00:00Z")}));
        const auto first = answerOf(front.gateway.list(roomAddress, {draft().time.start, draft().time.end}));
        QVERIFY(first && first->size() == 1);
        QCOMPARE(first->first().time, draft().time);
        ItemDraft moved = draft();
        moved.time = {at("2026-12-03T12:00:00Z"), at("2026-12-03T13:00:00Z")};
        const auto updated = answerOf(front.gateway.update(roomAddress, QStringLiteral("2026-12-02T09:00:00Z"), moved));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().logLine()));
        const auto cancelled
            = answerOf(front.gateway.cancel(roomAddress, "mark-1", QStringLiteral("2026-12-16T09:00:00Z"), {}));
        QVERIFY2(cancelled, cancelled ? "" : qPrintable(cancelled.error().logLine()));
        QCOMPARE(starts(front),
                 (QStringList{QStringLiteral("2026-11-25T09:00:00Z"), QStringLiteral("2026-12-03T12:00:00Z"),
                              QStringLiteral("2026-12-23T09:00:00Z")}));
        // What was moved is still known by the date that it had.
        moved.time = {at("2026-12-04T12:00:00Z"), at("2026-12-04T13:00:00Z")};
        QVERIFY(answerOf(front.gateway.update(roomAddress, QStringLiteral("2026-12-02T09:00:00Z"), moved)));
        QVERIFY(answerOf(front.gateway.cancel(roomAddress, "mark-1", {}, {})));
        QVERIFY(starts(front).isEmpty());
    }

    void tellsWhenRoomsAreTaken()
    {
        Front front;
        QVERIFY(answerOf(front.gateway.create(roomAddress, draft())));
        const auto times = answerOf(front.gateway.busyTimes({roomAddress, otherRoom}, winter));
        QVERIFY2(times, times ? "" : qPrintable(times.error().logLine()));
        QCOMPARE(times->size(), 1);
        QCOMPARE(times->first().mailbox, roomAddress);
        QCOMPARE(times->first().time, draft().time);
        const auto facts = answerOf(front.gateway.processing(roomAddress));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().logLine()));
        QCOMPARE(facts->mailboxName, roomAddress);
    }

    void E_whatGoesWrongIsToldAsWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("problem");
        const auto row = [](const char* name, const char* value, ExchangeProblem problem) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(name), QLatin1String(value))))
                << QString::fromLatin1(name) << QString::fromLatin1(value) << int(problem);
        };
        row("offline", "on", ExchangeProblem::Temporary);
        row("throttled", "120", ExchangeProblem::Throttled);
        row("wrong-password", "on", ExchangeProblem::Credentials);
        row("truncated", "on", ExchangeProblem::Temporary);
        row("hostile", "entities", ExchangeProblem::Temporary);
        row("hostile", "huge", ExchangeProblem::Temporary);
        row("hostile", "login-page", ExchangeProblem::Temporary);
    }

    void E_whatGoesWrongIsToldAsWhatItIs()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, problem);
        Front front;
        const auto set = front.desk.exchange().setSwitch(name, value);
        QVERIFY2(set, set ? "" : qPrintable(set.error().logLine()));
        const auto created = answerOf(front.gateway.create(roomAddress, draft()));
        QVERIFY(!created);
        QVERIFY2(int(exchangeProblemOf(created.error())) == problem, qPrintable(created.error().logLine()));
        if (name == QLatin1String("throttled"))
            QCOMPARE(serverHint(created.error()), std::optional(Milliseconds(120'000)));
    }

private:
    static QStringList starts(Front& front)
    {
        const auto items = answerOf(front.gateway.list(roomAddress, winter));
        if (!items)
            return {items.error().logLine()};
        QStringList starts;
        for (const CalendarItem& item : *items)
            starts.append(toIso(item.time.start));
        return starts;
    }
};

QTEST_GUILESS_MAIN(TestEwsOnPractice)
#include "tst_ewsonpractice.moc"
