// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"
#include "models/transport/mailtransport.h"
#include "tests/practice/practicedesk.h"
#include "tests/support/answerof.h"
#include "tests/support/recordingsmtpserver.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray getCalendar
    = QByteArrayLiteral("<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape><m:FolderIds>"
                        "<t:DistinguishedFolderId Id=\"calendar\"/></m:FolderIds></m:GetFolder>");

const QString events = QStringLiteral("/users/CR1@reserve.northgate.example/events");

Result<SendReport> sendTo(quint16 port, const MailToSend& mail)
{
    MailTransport transport;
    OutgoingServer server;
    server.host = QStringLiteral("127.0.0.1");
    server.port = port;
    server.security = OutgoingSecurity::None;
    return answerOf(transport.send(server, mail));
}

} // namespace

// The whole Practice Exchange: its mail in and out, who may come in, and every switch.
class tst_PracticeExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<PracticeDesk>(); }

    void requestsAreForwardedInOrder();
    void forwardingWaitsForTheAgent();
    void mailIsTakenBySmtp();
    void mailToARoomIsARequest();
    void basicIsUtf8AndRefused();
    void ntlmByOurClient();
    void switchOffline();
    void switchSlow();
    void switchThrottled();
    void switchWrongPassword();
    void switchExpiredToken();
    void switchAutoAccept();
    void switchOtherCase();
    void switchMessageMissing();
    void switchTruncated();
    void switchHostile_data();
    void switchHostile();
    void switchesAreChecked();
    void portsThatAreTaken();

private:
    void set(const char* name, const char* value);

    std::unique_ptr<PracticeDesk> m_desk;
};

void tst_PracticeExchange::set(const char* name, const char* value)
{
    const auto done = m_desk->exchange().setSwitch(QString::fromLatin1(name), QString::fromLatin1(value));
    QVERIFY2(done, done ? "" : done.error().code().constData());
}

void tst_PracticeExchange::requestsAreForwardedInOrder()
{
    RecordingSmtpServer agent;
    QVERIFY(agent.listen());
    m_desk->exchange().setAgent(QStringLiteral("127.0.0.1"), agent.port());
    const QString uid = m_desk->invite();
    m_desk->invite(QStringLiteral("Moved"), 1, uid);
    m_desk->invite(QStringLiteral("Moved"), 2, uid, ItipMethod::Cancel);
    QTRY_COMPARE(agent.mails().size(), 3);
    QCOMPARE(agent.mails().first().sender, personAddress);
    QCOMPARE(agent.mails().first().recipients, QStringList{roomAddress});
    QVERIFY(agent.mails().at(0).content.contains("method=REQUEST"));
    QVERIFY(agent.mails().at(1).content.contains("Subject: Moved"));
    QVERIFY(agent.mails().at(2).content.contains("method=CANCEL"));
}

void tst_PracticeExchange::forwardingWaitsForTheAgent()
{
    RecordingSmtpServer agent;
    QVERIFY(agent.listen());
    agent.answer("RCPT", "451 4.3.0 later");
    m_desk->exchange().setAgent(QStringLiteral("127.0.0.1"), agent.port());
    QSignalSpy refused(&m_desk->exchange(), &PracticeExchange::requestRefused);
    QSignalSpy forwarded(&m_desk->exchange(), &PracticeExchange::requestForwarded);
    m_desk->invite();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().at(2).toBool(), true);
    agent.answerAsUsual();
    QTRY_COMPARE_WITH_TIMEOUT(forwarded.size(), 1, 15'000);
    agent.answer("RCPT", "550 5.7.1 no");
    m_desk->invite(QStringLiteral("Refused"));
    QTRY_COMPARE(refused.size(), 2);
    QCOMPARE(refused.last().at(2).toBool(), false);
}

void tst_PracticeExchange::mailIsTakenBySmtp()
{
    QSignalSpy delivered(&m_desk->exchange(), &PracticeExchange::mailDelivered);
    const QByteArray mail
        = "From: desk@northgate.example\r\nTo: mira.castellan@northgate.example\r\nSubject: Confirmed\r\n\r\n"
          "The room is yours.\r\n";
    const auto report = sendTo(
        m_desk->exchange().smtpPort(),
        {QStringLiteral("desk@northgate.example"), {personAddress, QStringLiteral("jonas@northgate.example")}, mail});
    QVERIFY2(report, report ? "" : qPrintable(report.error().logLine()));
    QVERIFY(report->everybodyTaken());
    QTRY_COMPARE(delivered.size(), 2);
    const QJsonArray mails = m_desk->mails();
    QCOMPARE(mails.size(), 2);
    QCOMPARE(mails.first().toObject().value(QLatin1String("subject")).toString(), QStringLiteral("Confirmed"));
    QCOMPARE(mails.first().toObject().value(QLatin1String("text")).toString().trimmed(),
             QStringLiteral("The room is yours."));
}

void tst_PracticeExchange::mailToARoomIsARequest()
{
    RecordingSmtpServer agent;
    QVERIFY(agent.listen());
    m_desk->exchange().setAgent(QStringLiteral("127.0.0.1"), agent.port());
    MeetingMail meeting;
    meeting.identity = {newMessageId(QStringLiteral("elsewhere.example")), m_desk->clock().now()};
    meeting.organizer = {QStringLiteral("guest@elsewhere.example"), {}};
    meeting.rooms = {{roomAddress, {}}};
    meeting.uid = QStringLiteral("guest-1");
    meeting.range = {at("2026-11-19T09:00:00Z"), at("2026-11-19T10:00:00Z")};
    const ComposedMail mail = composeMeeting(meeting);
    QVERIFY(sendTo(m_desk->exchange().smtpPort(), {mail.from, mail.recipients, mail.bytes}));
    QTRY_COMPARE(agent.mails().size(), 1);
    QVERIFY(!PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                 .isEmpty());
}

void tst_PracticeExchange::basicIsUtf8AndRefused()
{
    const QUrl url = m_desk->exchange().ewsUrl();
    const WebReply none = m_desk->send("POST", url, "x", {});
    QCOMPARE(none.status, 401);
    QVERIFY(none.header("WWW-Authenticate").contains("NTLM"));
    QVERIFY(none.header("WWW-Authenticate").contains("Basic"));
    QCOMPARE(m_desk->send("POST", url, "x", {{"Authorization", m_desk->basic("wrong")}}).status, 401);
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
    const QByteArray withDomain = "Basic " + QByteArray("PRACTICE\\svc-reserve:practice secret").toBase64();
    QCOMPARE(m_desk->send("POST", url, "x", {{"Authorization", withDomain}}).status, 500); // in, but no request

    PracticeOptions options;
    options.account.password = SecretString("Пароль€");
    PracticeExchange other(options);
    QVERIFY(other.start());
    const QByteArray utf8 = "Basic " + QByteArray("svc-reserve:Пароль€").toBase64();
    QCOMPARE(m_desk->send("POST", other.ewsUrl(), "x", {{"Authorization", utf8}}).status, 500);
}

void tst_PracticeExchange::ntlmByOurClient()
{
    const auto ask = [this](const QString& user, const QString& domain, const char* password) {
        HttpClientOptions options;
        options.credentials = {HttpCredentials::Scheme::Ntlm, user, domain, SecretString(password)};
        HttpClient client(options);
        HttpRequest request;
        request.method = "POST";
        request.url = m_desk->exchange().ewsUrl();
        request.body = "<nothing/>";
        return answerOf(client.send(request));
    };
    const QString user = QStringLiteral("svc-reserve");
    const QString domain = QStringLiteral("PRACTICE");
    const auto good = ask(user, domain, "practice secret");
    QVERIFY2(good, good ? "" : qPrintable(good.error().logLine()));
    QCOMPARE(good->status, 500); // let in; it was no request
    QVERIFY(good->body.contains("ErrorSchemaValidation"));
    for (const auto& refused : {ask(user, domain, "wrong"), ask(QStringLiteral("other"), domain, "practice secret"),
                                ask(user, QStringLiteral("ELSEWHERE"), "practice secret")}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().code(), QByteArray("http.credentials-refused"));
    }
}

void tst_PracticeExchange::switchOffline()
{
    const quint16 http = m_desk->exchange().httpPort();
    const quint16 smtp = m_desk->exchange().smtpPort();
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
    set("offline", "on");
    QCOMPARE(m_desk->ews(getCalendar).error, QNetworkReply::ConnectionRefusedError);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), smtp);
    QVERIFY(!socket.waitForConnected(2000));
    set("offline", "off");
    QCOMPARE(m_desk->exchange().httpPort(), http);
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
}

void tst_PracticeExchange::switchSlow()
{
    set("slow", "60000");
    QNetworkAccessManager network;
    QNetworkRequest request(m_desk->exchange().ewsUrl());
    request.setRawHeader("Authorization", m_desk->basic());
    std::unique_ptr<QNetworkReply> late(network.post(request, QByteArray("x")));
    QSignalSpy answered(&m_desk->exchange(), &PracticeExchange::requestAnswered);
    QTRY_COMPARE(answered.size(), 1);
    set("slow", "off");
    // What is asked later is answered first.
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
    QVERIFY(!late->isFinished());
    late->abort();
}

void tst_PracticeExchange::switchThrottled()
{
    m_desk->token();
    set("throttled", "7");
    const WebReply ews = m_desk->ews(getCalendar);
    QCOMPARE(ews.status, 500);
    QVERIFY(ews.has(">ErrorServerBusy<"));
    QVERIFY(ews.has("<t:Value Name=\"BackOffMilliseconds\">7000</t:Value>"));
    const WebReply graph = m_desk->graph("GET", events);
    QCOMPARE(graph.status, 429);
    QCOMPARE(graph.header("Retry-After"), QByteArray("7"));
    set("throttled", "on");
    QVERIFY(m_desk->graph("GET", events).header("Retry-After").isEmpty());
    set("throttled", "off");
    QCOMPARE(m_desk->graph("GET", events).status, 200);
}

void tst_PracticeExchange::switchWrongPassword()
{
    set("wrong-password", "on");
    QCOMPARE(m_desk->ews(getCalendar).status, 401);
    QCOMPARE(m_desk->token().status, 401);
    set("wrong-password", "off");
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
    QCOMPARE(m_desk->token().status, 200);
}

void tst_PracticeExchange::switchExpiredToken()
{
    QCOMPARE(m_desk->graph("GET", events).status, 200);
    set("expired-token", "on");
    const WebReply refused = m_desk->graph("GET", events);
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.header("WWW-Authenticate").contains("invalid_token"));
    QCOMPARE(m_desk->token().status, 200);
    QVERIFY(!m_desk->exchange().switches().expiredToken);
    QCOMPARE(m_desk->graph("GET", events).status, 200);
}

void tst_PracticeExchange::switchAutoAccept()
{
    set("auto-accept", "on");
    m_desk->invite();
    QCOMPARE(PracticeDesk::one(m_desk->mailbox(roomAddress), QStringLiteral("calendar"), QStringLiteral("appointment"))
                 .value(QLatin1String("response"))
                 .toString(),
             QStringLiteral("accept"));
    QCOMPARE(m_desk->mails().size(), 1);
}

void tst_PracticeExchange::switchOtherCase()
{
    RecordingSmtpServer agent;
    QVERIFY(agent.listen());
    m_desk->exchange().setAgent(QStringLiteral("127.0.0.1"), agent.port());
    set("other-case", "on");
    m_desk->invite();
    QTRY_COMPARE(agent.mails().size(), 1);
    QCOMPARE(agent.mails().first().recipients, QStringList{QStringLiteral("cr1@reserve.northgate.example")});
    QCOMPARE(m_desk->ews(getCalendar).status, 200); // Exchange does not mind
}

void tst_PracticeExchange::switchMessageMissing()
{
    set("message-missing", "on");
    m_desk->invite();
    QVERIFY(m_desk->mailbox(roomAddress).isEmpty());
    set("message-missing", "off");
    m_desk->invite();
    QCOMPARE(m_desk->mailbox(roomAddress).size(), 2);
}

void tst_PracticeExchange::switchTruncated()
{
    set("truncated", "on");
    const WebReply reply = m_desk->ews(getCalendar);
    QVERIFY(reply.error != QNetworkReply::NoError);
    QVERIFY(!reply.body.contains("</s:Envelope>"));
}

void tst_PracticeExchange::switchHostile_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("sign");
    QTest::newRow("entities") << QByteArray("entities") << QByteArray("<!ENTITY a9");
    QTest::newRow("huge") << QByteArray("huge") << QByteArray("          ");
    QTest::newRow("login page") << QByteArray("login-page") << QByteArray("type=\"password\"");
}

void tst_PracticeExchange::switchHostile()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, sign);
    m_desk->token();
    set("hostile", value.constData());
    const QByteArray envelope
        = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>";
    const WebReply reply
        = m_desk->send("POST", m_desk->exchange().ewsUrl(), envelope, {{"Authorization", m_desk->basic()}});
    QVERIFY(reply.body.contains(sign));
    if (value == "huge")
        QVERIFY(reply.body.size() > 50 * 1024 * 1024);
    if (value == "entities")
        QVERIFY(m_desk->graph("GET", events).body.startsWith("[[[["));
    set("hostile", "off");
    QCOMPARE(m_desk->ews(getCalendar).status, 200);
}

void tst_PracticeExchange::switchesAreChecked()
{
    const auto unknown = m_desk->exchange().setSwitch(QStringLiteral("nonsense"), QStringLiteral("on"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code(), QByteArray("practice.switch-unknown"));
    for (const QString& name : PracticeSwitches::names()) {
        const auto wrong = m_desk->exchange().setSwitch(name, QStringLiteral("perhaps"));
        QVERIFY2(!wrong, qPrintable(name));
        QCOMPARE(wrong.error().code(), QByteArray("practice.switch-value"));
        QCOMPARE(m_desk->exchange().switches().value(name), QStringLiteral("off"));
    }
}

void tst_PracticeExchange::portsThatAreTaken()
{
    PracticeOptions options;
    options.httpPort = m_desk->exchange().httpPort();
    PracticeExchange second(options);
    const auto http = second.start();
    QVERIFY(!http);
    QCOMPARE(http.error().code(), QByteArray("http.port-taken"));
    options.httpPort = 0;
    options.smtpPort = m_desk->exchange().smtpPort();
    PracticeExchange third(options);
    const auto smtp = third.start();
    QVERIFY(!smtp);
    QCOMPARE(smtp.error().code(), QByteArray("practice.smtp-port"));
}

QTEST_GUILESS_MAIN(tst_PracticeExchange)
#include "tst_practiceexchange.moc"
