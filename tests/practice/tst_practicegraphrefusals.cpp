// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/practice/practicedesk.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("/users/") + roomAddress;
const QString events = room + QStringLiteral("/events");
const QString window
    = QStringLiteral("/calendarView?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z");

QJsonObject time(const QString& wall)
{
    return {{QStringLiteral("dateTime"), wall}, {QStringLiteral("timeZone"), QStringLiteral("UTC")}};
}

QJsonObject times(const QString& day)
{
    return {{QStringLiteral("start"), time(day + QStringLiteral("T14:00:00"))},
            {QStringLiteral("end"), time(day + QStringLiteral("T15:00:00"))}};
}

// On a Tuesday.
QJsonObject ownEvent()
{
    QJsonObject event = times(QStringLiteral("2026-11-24"));
    event.insert(QStringLiteral("subject"), QStringLiteral("Own"));
    return event;
}

QJsonObject weekly(const QString& day, const QJsonObject& range)
{
    QJsonObject event = ownEvent();
    const QJsonObject pattern{{QStringLiteral("type"), QStringLiteral("weekly")},
                              {QStringLiteral("interval"), 1},
                              {QStringLiteral("daysOfWeek"), QJsonArray{day}}};
    event.insert(QStringLiteral("recurrence"),
                 QJsonObject{{QStringLiteral("pattern"), pattern}, {QStringLiteral("range"), range}});
    return event;
}

QJsonObject fourTimes()
{
    return {{QStringLiteral("type"), QStringLiteral("numbered")},
            {QStringLiteral("startDate"), QStringLiteral("2026-11-24")},
            {QStringLiteral("numberOfOccurrences"), 4}};
}

QJsonObject untilTheDay(const QString& first, const QString& last)
{
    return {{QStringLiteral("type"), QStringLiteral("endDate")},
            {QStringLiteral("startDate"), first},
            {QStringLiteral("endDate"), last}};
}

QString errorOf(const WebReply& reply)
{
    const QString code = reply.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
    return QStringLiteral("%1 %2").arg(reply.status).arg(code);
}

QJsonArray valueOf(const WebReply& reply)
{
    return reply.json().value(QLatin1String("value")).toArray();
}

QString idOf(const QJsonValue& object)
{
    return object.toObject().value(QLatin1String("id")).toString();
}

} // namespace

// What Graph refuses is refused here too, so that a rehearsal shows a client that asks for it.
class tst_PracticeGraphRefusals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }

    void deletedEventIsGone_data();
    void deletedEventIsGone();
    void eventOfAnotherMailboxIsNotFound();
    void ownEventIsNotAnswered();
    void recurrenceThatCannotBe_data();
    void recurrenceThatCannotBe();
    void staleEtagIsRefused();
    void unknownPropertiesAreRefused_data();
    void unknownPropertiesAreRefused();
    void unknownParametersAreRefused_data();
    void unknownParametersAreRefused();
    void queryOptionsThatCannotBe_data();
    void queryOptionsThatCannotBe();
    void unknownZoneIsRefused();
    void dateStaysBetweenItsNeighbours_data();
    void dateStaysBetweenItsNeighbours();

private:
    QString made(const QJsonObject& event = ownEvent());

    std::unique_ptr<PracticeDesk> m_desk;
};

QString tst_PracticeGraphRefusals::made(const QJsonObject& event)
{
    const WebReply reply = m_desk->graph("POST", events, event);
    if (reply.status != 201)
        qWarning("%s", reply.body.constData());
    return events + QLatin1Char('/') + idOf(reply.json());
}

void tst_PracticeGraphRefusals::deletedEventIsGone_data()
{
    QTest::addColumn<bool>("byDeclining");
    QTest::newRow("deleted") << false;
    QTest::newRow("declined") << true;
}

void tst_PracticeGraphRefusals::deletedEventIsGone()
{
    QFETCH(bool, byDeclining);
    QString event;
    if (byDeclining) {
        m_desk->invite();
        event = events + QLatin1Char('/') + idOf(valueOf(m_desk->graph("GET", events)).first());
        QCOMPARE(m_desk->graph("POST", event + QStringLiteral("/decline")).status, 202);
    } else {
        event = made();
        QCOMPARE(m_desk->graph("DELETE", event).status, 204);
    }
    const QString gone = QStringLiteral("404 ErrorItemNotFound");
    QCOMPARE(errorOf(m_desk->graph("GET", event)), gone);
    QCOMPARE(errorOf(m_desk->graph("PATCH", event, {{QStringLiteral("subject"), QStringLiteral("New")}})), gone);
    QCOMPARE(errorOf(m_desk->graph("DELETE", event)), gone);
    for (const char* action : {"/accept", "/tentativelyAccept", "/decline", "/cancel"})
        QCOMPARE(errorOf(m_desk->graph("POST", event + QLatin1String(action))), gone);
    if (!byDeclining)
        return;
    // The request, which lies in Deleted Items too, leads to no event.
    const QJsonArray messages
        = valueOf(m_desk->graph("GET", room + QStringLiteral("/mailFolders/deleteditems/messages")));
    QCOMPARE(messages.size(), 1);
    const QString message = room + QStringLiteral("/messages/") + idOf(messages.first());
    QCOMPARE(errorOf(m_desk->graph("GET", message + QStringLiteral("/event"))), gone);
    const QJsonObject expanded
        = m_desk->graph("GET", message + QStringLiteral("?$expand=microsoft.graph.eventMessage/event")).json();
    QVERIFY(!expanded.isEmpty() && !expanded.contains(QLatin1String("event")));
}

void tst_PracticeGraphRefusals::eventOfAnotherMailboxIsNotFound()
{
    m_desk->invite();
    const QString id = idOf(valueOf(m_desk->graph("GET", events)).first());
    const QString elsewhere = QStringLiteral("/users/") + otherRoom + QStringLiteral("/events/") + id;
    const QString missing = QStringLiteral("404 ErrorItemNotFound");
    QCOMPARE(errorOf(m_desk->graph("POST", elsewhere + QStringLiteral("/accept"))), missing);
    QCOMPARE(errorOf(m_desk->graph("PATCH", elsewhere, {{QStringLiteral("subject"), QString()}})), missing);
    QCOMPARE(errorOf(m_desk->graph("DELETE", elsewhere)), missing);
    QVERIFY(m_desk->mails().isEmpty());
}

void tst_PracticeGraphRefusals::ownEventIsNotAnswered()
{
    const QString event = made();
    for (const char* action : {"/accept", "/tentativelyAccept", "/decline"})
        QCOMPARE(errorOf(m_desk->graph("POST", event + QLatin1String(action))),
                 QStringLiteral("400 ErrorInvalidRequest"));
}

void tst_PracticeGraphRefusals::recurrenceThatCannotBe_data()
{
    QTest::addColumn<QJsonObject>("event");
    QTest::addColumn<QString>("error");
    const QString monday = QStringLiteral("monday");
    const QString tuesday = QStringLiteral("tuesday");
    const QString first = QStringLiteral("2026-11-24");
    const QString invalid = QStringLiteral("400 ErrorPropertyValidationFailure");
    QTest::newRow("no date") << weekly(monday, untilTheDay(first, QStringLiteral("2026-11-26")))
                             << QStringLiteral("400 ErrorRecurrenceHasNoOccurrence");
    QJsonObject range = fourTimes();
    range.remove(QStringLiteral("startDate"));
    QTest::newRow("no start") << weekly(tuesday, range) << invalid;
    range.insert(QStringLiteral("startDate"), QStringLiteral("2026-12-01"));
    QTest::newRow("another start than the event's") << weekly(tuesday, range) << invalid;
}

void tst_PracticeGraphRefusals::recurrenceThatCannotBe()
{
    QFETCH(QJsonObject, event);
    QFETCH(QString, error);
    QCOMPARE(errorOf(m_desk->graph("POST", events, event)), error);
    QVERIFY(valueOf(m_desk->graph("GET", events)).isEmpty());
    event.remove(QStringLiteral("subject"));
    QCOMPARE(errorOf(m_desk->graph("PATCH", made(), event)), error);
}

void tst_PracticeGraphRefusals::staleEtagIsRefused()
{
    const QString event = made();
    const QByteArray etag = m_desk->graph("GET", event).json().value(QLatin1String("@odata.etag")).toString().toUtf8();
    const QJsonObject change{{QStringLiteral("subject"), QStringLiteral("New")}};
    QCOMPARE(m_desk->graph("PATCH", event, change, etag).status, 200);
    const QString conflict = QStringLiteral("412 ErrorIrresolvableConflict");
    QCOMPARE(errorOf(m_desk->graph("PATCH", event, change, etag)), conflict);
    QCOMPARE(errorOf(m_desk->graph("DELETE", event, {}, etag)), conflict);
}

void tst_PracticeGraphRefusals::unknownPropertiesAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("events") << QStringLiteral("/events?$select=subject,colour") << true;
    QTest::newRow("view") << window + QStringLiteral("&$select=colour") << true;
    QTest::newRow("messages") << QStringLiteral("/messages?$select=colour") << true;
    QTest::newRow("folder") << QStringLiteral("/mailFolders/inbox/messages?$select=iCalUId") << true;
    QTest::newRow("what meetings alone have") << QStringLiteral("/messages?$select=meetingMessageType") << true;
    QTest::newRow("with its type") << QStringLiteral(
        "/messages?$select=subject,microsoft.graph.eventMessage/meetingMessageType")
                                   << false;
    QTest::newRow("known ones") << QStringLiteral("/events?$select=id,%20webLink,Subject,originalStart") << false;
    QTest::newRow("filter") << QStringLiteral("/events?$filter=colour%20eq%20'x'") << true;
    QTest::newRow("expand") << QStringLiteral("/events?$expand=colour") << true;
    QTest::newRow("expand everything") << QStringLiteral("/events?$expand=singleValueExtendedProperties") << true;
}

void tst_PracticeGraphRefusals::unknownPropertiesAreRefused()
{
    QFETCH(QString, path);
    QFETCH(bool, isRefused);
    m_desk->invite();
    const WebReply reply = m_desk->graph("GET", room + path);
    QCOMPARE(reply.status, isRefused ? 400 : 200);
    QCOMPARE(valueOf(reply).isEmpty(), isRefused);
}

void tst_PracticeGraphRefusals::unknownParametersAreRefused_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("body");
    const QJsonObject colour{{QStringLiteral("colour"), QStringLiteral("red")}};
    for (const char* action : {"/accept", "/tentativelyAccept", "/decline"})
        QTest::newRow(action) << QString::fromLatin1(action) << colour;
    QTest::newRow("proposal with a yes") << QStringLiteral(
        "/accept") << QJsonObject{{QStringLiteral("proposedNewTime"), times(QStringLiteral("2026-11-25"))}};
}

void tst_PracticeGraphRefusals::unknownParametersAreRefused()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, body);
    m_desk->invite();
    const QString event = events + QLatin1Char('/') + idOf(valueOf(m_desk->graph("GET", events)).first());
    const QString refused = QStringLiteral("400 RequestBodyRead");
    QCOMPARE(errorOf(m_desk->graph("POST", event + action, body)), refused);
    QVERIFY(m_desk->mails().isEmpty());
    QCOMPARE(errorOf(m_desk->graph("PATCH", event, {{QStringLiteral("colour"), QStringLiteral("red")}})), refused);
    QJsonObject own = ownEvent();
    own.insert(QStringLiteral("colour"), QStringLiteral("red"));
    QCOMPARE(errorOf(m_desk->graph("POST", events, own)), refused);
    QCOMPARE(valueOf(m_desk->graph("GET", events)).size(), 1);
}

void tst_PracticeGraphRefusals::queryOptionsThatCannotBe_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("too many") << QStringLiteral("$top=1001");
    QTest::newRow("none") << QStringLiteral("$top=0");
    QTest::newRow("no number") << QStringLiteral("$top=all");
    QTest::newRow("backwards") << QStringLiteral("$skip=-1");
}

void tst_PracticeGraphRefusals::queryOptionsThatCannotBe()
{
    QFETCH(QString, options);
    QCOMPARE(errorOf(m_desk->graph("GET", events + QLatin1Char('?') + options)), QStringLiteral("400 BadRequest"));
    QCOMPARE(m_desk->graph("GET", events + QStringLiteral("?$top=1000&$skip=0")).status, 200);
}

void tst_PracticeGraphRefusals::unknownZoneIsRefused()
{
    const QByteArray token = m_desk->token().json().value(QLatin1String("access_token")).toString().toUtf8();
    const auto asked = [this, &token](const QByteArray& zone) {
        return m_desk->send("GET", QUrl(m_desk->exchange().graphUrl().toString() + room + window), {},
                            {{"Authorization", "Bearer " + token}, {"Prefer", "outlook.timezone=\"" + zone + '"'}});
    };
    QCOMPARE(errorOf(asked("Nowhere")), QStringLiteral("400 TimeZoneNotSupportedException"));
    QCOMPARE(asked("W. Europe Standard Time").status, 200);
}

void tst_PracticeGraphRefusals::dateStaysBetweenItsNeighbours_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("on the day of the one before") << QStringLiteral("2026-11-24") << true;
    QTest::newRow("the day behind the one before") << QStringLiteral("2026-11-25") << false;
    QTest::newRow("the day before the next") << QStringLiteral("2026-12-07") << false;
    QTest::newRow("behind the next") << QStringLiteral("2026-12-10") << true;
}

void tst_PracticeGraphRefusals::dateStaysBetweenItsNeighbours()
{
    QFETCH(QString, day);
    QFETCH(bool, isRefused);
    made(weekly(QStringLiteral("tuesday"), fourTimes()));
    const QJsonArray dates = valueOf(m_desk->graph("GET", room + window));
    QCOMPARE(dates.size(), 4);
    const WebReply reply = m_desk->graph("PATCH", events + QLatin1Char('/') + idOf(dates.at(1)), times(day));
    if (isRefused)
        QCOMPARE(errorOf(reply), QStringLiteral("400 ErrorOccurrenceCrossingBoundary"));
    else
        QCOMPARE(reply.status, 200);
}

QTEST_GUILESS_MAIN(tst_PracticeGraphRefusals)
#include "tst_practicegraphrefusals.moc"
