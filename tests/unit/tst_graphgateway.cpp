// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// Where a gateway to Graph sends its requests and with what, and the operations that are one request. What goes wrong
// on the way is in tst_graphresponses.
class tst_GraphGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsNameRoomTokenAndPreferences();
    void rootIsTheProfiles_data();
    void rootIsTheProfiles();
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

void tst_GraphGateway::processingSaysWhatGraphTells()
{
    GraphRig rig;
    rig.answer(
        "/calendar?",
        {{QStringLiteral("owner"), QJsonObject{{QStringLiteral("address"), QStringLiteral("Lab@contoso.example")}}}});
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
    QCOMPARE(QByteArray::fromBase64(request.body),
             QByteArray("From: lab@contoso.example\r\nSubject: Gr\xc3\xbc\xc3\x9f"
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
