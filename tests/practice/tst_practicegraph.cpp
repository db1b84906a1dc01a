// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/clientassertion.h"
#include "tests/practice/practicedesk.h"
#include "tests/support/testcertificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("/users/") + roomAddress;
const QString mark = QStringLiteral("String {00020329-0000-0000-c000-000000000046} Name mark");

QJsonObject time(const char* wall, const char* zone = "UTC")
{
    return {{QStringLiteral("dateTime"), QString::fromLatin1(wall)},
            {QStringLiteral("timeZone"), QString::fromLatin1(zone)}};
}

QJsonObject ownEvent()
{
    return {{QStringLiteral("subject"), QStringLiteral("Own")},
            {QStringLiteral("start"), time("2026-11-23T10:00:00", "W. Europe Standard Time")},
            {QStringLiteral("end"), time("2026-11-23T11:00:00", "W. Europe Standard Time")},
            {QStringLiteral("transactionId"), QStringLiteral("t-1")},
            {QStringLiteral("singleValueExtendedProperties"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), mark}, {QStringLiteral("value"), QStringLiteral("42")}}}}};
}

QJsonObject weekly()
{
    QJsonObject event = ownEvent();
    event.insert(QStringLiteral("recurrence"),
                 QJsonObject{{QStringLiteral("pattern"),
                              QJsonObject{{QStringLiteral("type"), QStringLiteral("weekly")},
                                          {QStringLiteral("interval"), 1},
                                          {QStringLiteral("daysOfWeek"),
                                           QJsonArray{QStringLiteral("monday"), QStringLiteral("tuesday")}}}},
                             {QStringLiteral("range"),
                              QJsonObject{{QStringLiteral("type"), QStringLiteral("endDate")},
                                          {QStringLiteral("startDate"), QStringLiteral("2026-11-23")},
                                          {QStringLiteral("endDate"), QStringLiteral("2026-12-08")}}}});
    return event;
}

QString filterBy(const QString& property, const QString& value)
{
    return QStringLiteral("singleValueExtendedProperties/Any(ep: ep/id eq '%1' and ep/value eq '%2')")
        .arg(property, value);
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString errorOf(const WebReply& reply)
{
    return reply.json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
}

QJsonArray valueOf(const WebReply& reply)
{
    return reply.json().value(QLatin1String("value")).toArray();
}

QString text(const QJsonValue& object, const char* key)
{
    return object.toObject().value(QLatin1String(key)).toString();
}

QByteArray base64Url(const QByteArray& octets)
{
    return octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Signed by the openssl program, which no code of the product shares.
QByteArray assertionBy(const TestCertificate& certificate, const QJsonObject& claims)
{
    const QJsonObject header{
        {QStringLiteral("alg"), QStringLiteral("RS256")},
        {QStringLiteral("x5t"),
         QString::fromLatin1(base64Url(certificate.certificate().digest(QCryptographicHash::Sha1)))}};
    const QByteArray signedPart = base64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    QTemporaryDir folder;
    QFile key(folder.filePath(QStringLiteral("key.pem")));
    if (!key.open(QIODevice::WriteOnly))
        return {};
    key.write(certificate.key().toPem());
    key.close();
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-sign"), key.fileName()});
    openssl.write(signedPart);
    openssl.closeWriteChannel();
    openssl.waitForFinished();
    return signedPart + '.' + base64Url(openssl.readAllStandardOutput());
}

} // namespace

// The Graph and token end points over real sockets.
class tst_PracticeGraph final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }

    void tokensByClientSecret();
    void assertionsOfAClient();
    void requestsNeedAToken();
    void requestIsFoundByUidAndGlobalId();
    void answers_data();
    void answers();
    void commentNeedsAResponse();
    void createdOnceByTransaction();
    void seriesInViewAndInstances();
    void patchHonoursTheEtag();
    void occurrenceIsChangedAndRemoved();
    void cancelIsTheOrganizersAlone();
    void viewComesInPages();
    void schedules();
    void messagesAndTheirEvent();
    void sendsMail();
    void whatIsNotThere();

private:
    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeGraph::tokensByClientSecret()
{
    const WebReply good = m_desk->token();
    QCOMPARE(good.status, 200);
    QCOMPARE(good.json().value(QLatin1String("token_type")).toString(), QStringLiteral("Bearer"));
    QVERIFY(good.json().value(QLatin1String("expires_in")).toInt() > 0);
    const WebReply bad = m_desk->token("wrong");
    QCOMPARE(bad.status, 401);
    QVERIFY(bad.has("AADSTS7000215"));
    QUrl url = m_desk->exchange().authority();
    url.setPath(QStringLiteral("/elsewhere/oauth2/v2.0/token"));
    QVERIFY(m_desk->send("POST", url, "grant_type=client_credentials", {}).has("AADSTS90002"));
    url.setPath(QStringLiteral("/practice/oauth2/v2.0/token"));
    QVERIFY(m_desk->send("POST", url, "grant_type=password", {}).has("unsupported_grant_type"));
    QVERIFY(m_desk->send("POST", url, "grant_type=client_credentials&client_id=x", {}).has("AADSTS700016"));
}

void tst_PracticeGraph::assertionsOfAClient()
{
    const TestCertificate certificate;
    const TestCertificate other;
    if (!certificate.isValid())
        QSKIP("the openssl program is missing: client assertions were not tried");
    const Instant now = at("2026-11-18T08:00:00Z");
    const practice::AssertionCheck check{QStringLiteral("practice"), QStringLiteral("client"),
                                         certificate.certificate().toPem(), now};
    const double seconds = double(toEpochMilliseconds(now) / 1000);
    const QJsonObject claims{{QStringLiteral("aud"), QStringLiteral("http://127.0.0.1:1/practice/oauth2/v2.0/token")},
                             {QStringLiteral("iss"), QStringLiteral("client")},
                             {QStringLiteral("sub"), QStringLiteral("client")},
                             {QStringLiteral("jti"), QStringLiteral("id-1")},
                             {QStringLiteral("nbf"), seconds},
                             {QStringLiteral("exp"), seconds + 600}};
    QCOMPARE(practice::checkAssertion(assertionBy(certificate, claims), check), QStringLiteral("id-1"));
    QVERIFY(!practice::checkAssertion(assertionBy(other, claims), check));
    const auto without = [&claims](const char* name, const QJsonValue& value) {
        QJsonObject changed = claims;
        changed.insert(QLatin1String(name), value);
        return changed;
    };
    QVERIFY(!practice::checkAssertion(assertionBy(certificate, without("exp", seconds - 3600)), check));
    QVERIFY(
        !practice::checkAssertion(assertionBy(certificate, without("aud", QStringLiteral("http://x/token"))), check));
    QVERIFY(!practice::checkAssertion(assertionBy(certificate, without("iss", QStringLiteral("other"))), check));
    QByteArray forged = assertionBy(certificate, claims);
    forged[forged.size() - 5] = forged.at(forged.size() - 5) == 'A' ? 'B' : 'A';
    QVERIFY(!practice::checkAssertion(forged, check));
    QVERIFY(!practice::checkAssertion("a.b.c", check));
}

void tst_PracticeGraph::requestsNeedAToken()
{
    const QUrl url(m_desk->exchange().graphUrl().toString() + room + QStringLiteral("/events"));
    for (const QByteArray& authorization : {QByteArray(), m_desk->basic(), QByteArray("Bearer nonsense")}) {
        const WebReply reply = m_desk->send("GET", url, {}, {{"Authorization", authorization}});
        QCOMPARE(reply.status, 401);
        QCOMPARE(errorOf(reply), QStringLiteral("InvalidAuthenticationToken"));
    }
    QCOMPARE(m_desk->graph("GET", room + QStringLiteral("/events")).status, 200);
    m_desk->clock().advance(std::chrono::hours(2));
    QCOMPARE(m_desk->graph("GET", room + QStringLiteral("/events")).status, 401);
}

void tst_PracticeGraph::requestIsFoundByUidAndGlobalId()
{
    const QString uid = m_desk->invite(QStringLiteral("O'Hara's budget"));
    const WebReply byUid
        = m_desk->graph("GET", room + QStringLiteral("/events?$filter=") + encoded(u"iCalUId eq '" + uid + u'\''));
    QCOMPARE(valueOf(byUid).size(), 1);
    const QJsonObject event = valueOf(byUid).first().toObject();
    QCOMPARE(text(event, "subject"), QStringLiteral("O'Hara's budget"));
    QCOMPARE(text(event, "showAs"), QStringLiteral("tentative"));
    QCOMPARE(text(event.value(QLatin1String("responseStatus")), "response"), QStringLiteral("notResponded"));
    QCOMPARE(text(event.value(QLatin1String("start")), "dateTime"), QStringLiteral("2026-11-19T10:00:00.0000000"));
    const QString id = QString::fromLatin1(QByteArray::fromHex(uid.toLatin1()).toBase64());
    const QString goid = QStringLiteral("Binary {6ED8DA90-450B-101B-98DA-00AA003F1305} Id 0x23");
    const WebReply byId
        = m_desk->graph("GET", room + QStringLiteral("/events?$select=id&$filter=") + encoded(filterBy(goid, id)));
    QCOMPARE(valueOf(byId).size(), 1);
    QVERIFY(!valueOf(byId).first().toObject().contains(QLatin1String("subject")));
    const WebReply quoted = m_desk->graph(
        "GET", room + QStringLiteral("/events?$filter=") + encoded(QStringLiteral("subject eq 'O''Hara''s budget'")));
    QCOMPARE(valueOf(quoted).size(), 1);
    const WebReply bad
        = m_desk->graph("GET", room + QStringLiteral("/events?$filter=") + encoded(QStringLiteral("start gt 1")));
    QCOMPARE(bad.status, 400);
    QCOMPARE(errorOf(bad), QStringLiteral("ErrorInvalidUrlQueryFilter"));
}

void tst_PracticeGraph::answers_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("response");
    QTest::addColumn<QString>("folder");
    QTest::newRow("accept") << QStringLiteral("accept") << QStringLiteral("accept") << QStringLiteral("calendar");
    QTest::newRow("tentative") << QStringLiteral("tentativelyAccept") << QStringLiteral("tentative")
                               << QStringLiteral("calendar");
    QTest::newRow("decline") << QStringLiteral("decline") << QStringLiteral("decline")
                             << QStringLiteral("deleted-items");
}

void tst_PracticeGraph::answers()
{
    QFETCH(QString, action);
    QFETCH(QString, response);
    QFETCH(QString, folder);
    m_desk->invite();
    const QString id = text(valueOf(m_desk->graph("GET", room + QStringLiteral("/events"))).first(), "id");
    const WebReply reply = m_desk->graph(
        "POST", room + QStringLiteral("/events/") + id + u'/' + action,
        {{QStringLiteral("comment"), QStringLiteral("Welcome")}, {QStringLiteral("sendResponse"), true}});
    QCOMPARE(reply.status, 202);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(text(PracticeDesk::one(m_desk->mailbox(roomAddress), folder, QStringLiteral("appointment")), "response"),
             response);
    QCOMPARE(m_desk->mails().size(), 1);
    QCOMPARE(text(m_desk->mails().first(), "response"), response);
}

void tst_PracticeGraph::commentNeedsAResponse()
{
    m_desk->invite();
    const QString id = text(valueOf(m_desk->graph("GET", room + QStringLiteral("/events"))).first(), "id");
    const QString accept = room + QStringLiteral("/events/") + id + QStringLiteral("/accept");
    QCOMPARE(
        m_desk->graph("POST", accept, {{QStringLiteral("comment"), QString()}, {QStringLiteral("sendResponse"), false}})
            .status,
        400);
    QCOMPARE(m_desk->graph("POST", accept, {{QStringLiteral("sendResponse"), false}}).status, 202);
    QVERIFY(m_desk->mails().isEmpty());
}

void tst_PracticeGraph::createdOnceByTransaction()
{
    const WebReply made = m_desk->graph("POST", room + QStringLiteral("/events"), ownEvent());
    QCOMPARE(made.status, 201);
    QCOMPARE(text(made.json().value(QLatin1String("start")), "dateTime"),
             QStringLiteral("2026-11-23T09:00:00.0000000"));
    const WebReply again = m_desk->graph("POST", room + QStringLiteral("/events"), ownEvent());
    QCOMPARE(again.status, 201);
    QCOMPARE(text(again.json(), "id"), text(made.json(), "id"));
    QJsonObject different = ownEvent();
    different.insert(QStringLiteral("subject"), QStringLiteral("Another"));
    const WebReply refused = m_desk->graph("POST", room + QStringLiteral("/events"), different);
    QCOMPARE(refused.status, 400);
    QCOMPARE(errorOf(refused), QStringLiteral("ErrorDuplicateTransactionId"));
    const QString expand = QStringLiteral("singleValueExtendedProperties($filter=id eq '%1')").arg(mark);
    const WebReply found = m_desk->graph("GET",
                                         room + QStringLiteral("/calendar/events?$filter=")
                                             + encoded(filterBy(mark, QStringLiteral("42")))
                                             + QStringLiteral("&$expand=") + encoded(expand));
    QCOMPARE(valueOf(found).size(), 1);
    const QJsonArray properties
        = valueOf(found).first().toObject().value(QLatin1String("singleValueExtendedProperties")).toArray();
    QCOMPARE(text(properties.first(), "value"), QStringLiteral("42"));
    QJsonObject backwards = ownEvent();
    backwards.remove(QStringLiteral("transactionId"));
    backwards.insert(QStringLiteral("end"), time("2026-11-22T11:00:00"));
    QCOMPARE(errorOf(m_desk->graph("POST", room + QStringLiteral("/events"), backwards)),
             QStringLiteral("ErrorPropertyValidationFailure"));
    backwards.insert(QStringLiteral("end"), time("2026-11-24T11:00:00", "Nowhere"));
    QCOMPARE(errorOf(m_desk->graph("POST", room + QStringLiteral("/events"), backwards)),
             QStringLiteral("TimeZoneNotSupportedException"));
}

void tst_PracticeGraph::seriesInViewAndInstances()
{
    const WebReply made = m_desk->graph("POST", room + QStringLiteral("/events"), weekly());
    QCOMPARE(made.status, 201);
    QCOMPARE(text(made.json(), "type"), QStringLiteral("seriesMaster"));
    const QString range
        = QStringLiteral("?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$top=50");
    const QJsonArray view = valueOf(m_desk->graph("GET", room + QStringLiteral("/calendar/calendarView") + range));
    QCOMPARE(view.size(), 6);
    QCOMPARE(text(view.first(), "type"), QStringLiteral("occurrence"));
    QCOMPARE(text(view.first(), "seriesMasterId"), text(made.json(), "id"));
    QVERIFY(text(view.at(0), "iCalUId") != text(view.at(1), "iCalUId"));
    QCOMPARE(text(view.at(0), "uid"), text(view.at(1), "uid"));
    const WebReply instances = m_desk->graph(
        "GET", room + QStringLiteral("/events/") + text(made.json(), "id") + QStringLiteral("/instances") + range);
    QCOMPARE(valueOf(instances).size(), 6);
    // Berlin keeps its wall time.
    QCOMPARE(text(view.last().toObject().value(QLatin1String("start")), "dateTime"),
             QStringLiteral("2026-12-08T09:00:00.0000000"));
    const QJsonObject pattern
        = made.json().value(QLatin1String("recurrence")).toObject().value(QLatin1String("pattern")).toObject();
    QCOMPARE(pattern.value(QLatin1String("daysOfWeek")).toArray().size(), 2);
}

void tst_PracticeGraph::patchHonoursTheEtag()
{
    const WebReply made = m_desk->graph("POST", room + QStringLiteral("/events"), ownEvent());
    const QString path = room + QStringLiteral("/events/") + text(made.json(), "id");
    const QByteArray etag = text(made.json(), "@odata.etag").toUtf8();
    const QJsonObject longer{{QStringLiteral("end"), time("2026-11-23T12:00:00")}};
    const WebReply changed = m_desk->graph("PATCH", path, longer, etag);
    QCOMPARE(changed.status, 200);
    QCOMPARE(text(changed.json().value(QLatin1String("end")), "dateTime"),
             QStringLiteral("2026-11-23T12:00:00.0000000"));
    QCOMPARE(text(changed.json(), "subject"), QStringLiteral("Own"));
    const WebReply stale = m_desk->graph("PATCH", path, longer, etag);
    QCOMPARE(stale.status, 412);
    QCOMPARE(errorOf(stale), QStringLiteral("ErrorIrresolvableConflict"));
    QCOMPARE(m_desk->graph("DELETE", path).status, 204);
    QVERIFY(valueOf(m_desk->graph("GET", room + QStringLiteral("/events"))).isEmpty());
}

void tst_PracticeGraph::occurrenceIsChangedAndRemoved()
{
    m_desk->graph("POST", room + QStringLiteral("/events"), weekly());
    const QString range
        = QStringLiteral("/calendarView?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z");
    const QJsonArray view = valueOf(m_desk->graph("GET", room + range));
    const QString second = room + QStringLiteral("/events/") + text(view.at(1), "id");
    const WebReply moved = m_desk->graph(
        "PATCH", second,
        {{QStringLiteral("start"), time("2026-11-24T14:00:00")}, {QStringLiteral("end"), time("2026-11-24T15:00:00")}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(text(moved.json(), "type"), QStringLiteral("exception"));
    QCOMPARE(text(moved.json(), "originalStart"), QStringLiteral("2026-11-24T09:00:00Z"));
    const QString third = room + QStringLiteral("/events/") + text(view.at(2), "id");
    QCOMPARE(m_desk->graph("DELETE", third).status, 204);
    QCOMPARE(m_desk->graph("GET", third).status, 404);
    QCOMPARE(valueOf(m_desk->graph("GET", room + range)).size(), 5);
}

void tst_PracticeGraph::cancelIsTheOrganizersAlone()
{
    m_desk->invite();
    const QString invited = text(valueOf(m_desk->graph("GET", room + QStringLiteral("/events"))).first(), "id");
    const QJsonObject comment{{QStringLiteral("comment"), QStringLiteral("gone")}};
    QCOMPARE(
        m_desk->graph("POST", room + QStringLiteral("/events/") + invited + QStringLiteral("/cancel"), comment).status,
        400);
    QJsonObject event = ownEvent();
    event.insert(
        QStringLiteral("attendees"),
        QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("required")},
                               {QStringLiteral("emailAddress"),
                                QJsonObject{{QStringLiteral("address"), QStringLiteral("jonas@northgate.example")}}}}});
    const WebReply made = m_desk->graph("POST", room + QStringLiteral("/events"), event);
    const QString jonas = QStringLiteral("jonas@northgate.example");
    QVERIFY(!PracticeDesk::one(m_desk->mailbox(jonas), QStringLiteral("inbox"), QStringLiteral("request")).isEmpty());
    const QString own = room + QStringLiteral("/events/") + text(made.json(), "id") + QStringLiteral("/cancel");
    QCOMPARE(m_desk->graph("POST", own, comment).status, 202);
    QVERIFY(
        !PracticeDesk::one(m_desk->mailbox(jonas), QStringLiteral("inbox"), QStringLiteral("cancellation")).isEmpty());
}

void tst_PracticeGraph::viewComesInPages()
{
    m_desk->graph("POST", room + QStringLiteral("/events"), weekly());
    QString next = room
        + QStringLiteral("/calendarView?startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$top=4");
    QStringList starts;
    int pages = 0;
    while (!next.isEmpty()) {
        const WebReply reply = m_desk->graph("GET", next);
        QCOMPARE(reply.status, 200);
        for (const QJsonValue& event : valueOf(reply))
            starts.append(text(event.toObject().value(QLatin1String("start")), "dateTime"));
        next = text(reply.json(), "@odata.nextLink");
        ++pages;
    }
    QCOMPARE(pages, 2);
    QCOMPARE(starts.size(), 6);
    starts.removeDuplicates();
    QCOMPARE(starts.size(), 6);
    QCOMPARE(m_desk->graph("GET", room + QStringLiteral("/calendarView")).status, 400);
}

void tst_PracticeGraph::schedules()
{
    m_desk->invite();
    const QJsonObject body{{QStringLiteral("schedules"), QJsonArray{roomAddress, QStringLiteral("x@y.example")}},
                           {QStringLiteral("startTime"), time("2026-11-19T00:00:00")},
                           {QStringLiteral("endTime"), time("2026-11-20T00:00:00")}};
    const QJsonArray value = valueOf(m_desk->graph("POST", room + QStringLiteral("/calendar/getSchedule"), body));
    QCOMPARE(value.size(), 2);
    const QJsonArray items = value.first().toObject().value(QLatin1String("scheduleItems")).toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(text(items.first(), "status"), QStringLiteral("tentative"));
    QCOMPARE(text(value.last().toObject().value(QLatin1String("error")), "responseCode"),
             QStringLiteral("ErrorMailRecipientNotFound"));
}

void tst_PracticeGraph::messagesAndTheirEvent()
{
    m_desk->invite();
    const QJsonArray inbox = valueOf(m_desk->graph("GET", room + QStringLiteral("/mailFolders/inbox/messages")));
    QCOMPARE(inbox.size(), 1);
    QCOMPARE(text(inbox.first(), "meetingMessageType"), QStringLiteral("meetingRequest"));
    const QString message = room + QStringLiteral("/messages/") + text(inbox.first(), "id");
    const WebReply event = m_desk->graph("GET", message + QStringLiteral("/event"));
    QCOMPARE(text(event.json(), "subject"), QStringLiteral("Budget"));
    const WebReply expanded
        = m_desk->graph("GET", message + QStringLiteral("?$expand=microsoft.graph.eventMessage/event"));
    QCOMPARE(text(expanded.json().value(QLatin1String("event")), "id"), text(event.json(), "id"));
    QVERIFY(valueOf(m_desk->graph("GET", room + QStringLiteral("/mailFolders/deleteditems/messages"))).isEmpty());
}

void tst_PracticeGraph::sendsMail()
{
    const QJsonObject to{{QStringLiteral("emailAddress"), QJsonObject{{QStringLiteral("address"), personAddress}}}};
    const QJsonObject message{{QStringLiteral("subject"), QStringLiteral("Notice")},
                              {QStringLiteral("body"),
                               QJsonObject{{QStringLiteral("contentType"), QStringLiteral("Text")},
                                           {QStringLiteral("content"), QStringLiteral("Hello")}}},
                              {QStringLiteral("toRecipients"), QJsonArray{to}}};
    QCOMPARE(m_desk->graph("POST", room + QStringLiteral("/sendMail"), {{QStringLiteral("message"), message}}).status,
             202);
    QCOMPARE(text(m_desk->mails().first(), "subject"), QStringLiteral("Notice"));
    QCOMPARE(text(m_desk->mails().first(), "from"), roomAddress);
    QCOMPARE(errorOf(m_desk->graph("POST", room + QStringLiteral("/sendMail"),
                                   {{QStringLiteral("message"), QJsonObject()}})),
             QStringLiteral("ErrorInvalidRecipients"));
}

void tst_PracticeGraph::whatIsNotThere()
{
    QCOMPARE(errorOf(m_desk->graph("GET", QStringLiteral("/users/nobody@x.example/events"))),
             QStringLiteral("ErrorInvalidUser"));
    QCOMPARE(errorOf(m_desk->graph("GET", room + QStringLiteral("/events/nonsense"))),
             QStringLiteral("ErrorInvalidIdMalformed"));
    QCOMPARE(errorOf(m_desk->graph("GET", room + QStringLiteral("/contacts"))), QStringLiteral("BadRequest"));
    QCOMPARE(m_desk->graph("GET", QString()).status, 200); // the service document
    // An id of one mailbox means nothing in another.
    m_desk->invite();
    const QString id = text(valueOf(m_desk->graph("GET", room + QStringLiteral("/events"))).first(), "id");
    QCOMPARE(m_desk->graph("GET", QStringLiteral("/users/") + otherRoom + QStringLiteral("/events/") + id).status, 404);
}

QTEST_GUILESS_MAIN(tst_PracticeGraph)
#include "tst_practicegraph.moc"
