// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/clientcertificate.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/oauthtoken.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/recordedexchange.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace reserve;
using namespace reserve::test;
using namespace std::chrono_literals;

namespace {

// No secret in any message, log or store.
constexpr QByteArrayView canary("Ab~8+c/ canary=%&");

ServerProfile cloudProfile()
{
    ServerProfile profile;
    profile.kind = ServerKind::Graph;
    profile.name = QStringLiteral("Cloud");
    profile.tenant = QStringLiteral("contoso.example");
    profile.clientId = QStringLiteral("6731de76-14a6-49ae-97bc-6eba6914391e");
    return profile;
}

OAuthClient clientOf(const ServerProfile& profile, const SecretString& secret = SecretString(canary))
{
    return *OAuthClient::of(profile, secret);
}

HttpResponse granted(const QByteArray& token, int seconds = 3599)
{
    return response(200,
                    "{\"token_type\":\"Bearer\",\"expires_in\":" + QByteArray::number(seconds) + ",\"access_token\":\""
                        + token + "\"}");
}

HttpResponse refusedBy(int status, const QByteArray& error, int number, const QByteArray& words)
{
    const QByteArray code = QByteArray::number(number);
    return response(status,
                    "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS" + code + ": " + words
                        + " Trace ID: 0d2b\",\"error_codes\":[" + code + "]}");
}

QByteArray revealed(const Result<SecretString>& token)
{
    return token ? token->reveal().toByteArray() : token.error().code();
}

QByteArray fieldOf(const HttpRequest& request, const QString& name)
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    return QByteArray::fromPercentEncoding(form.queryItemValue(name, QUrl::FullyEncoded).toLatin1());
}

QJsonObject objectOf(const QByteArray& base64Url)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(base64Url, QByteArray::Base64UrlEncoding)).object();
}

// A key and its certificate, made anew by the openssl program.
class KeyPair final
{
public:
    explicit KeyPair(const QStringList& kind = {QStringLiteral("rsa:2048")}, const QStringList& more = {})
    {
        m_isMade = QProcess::execute(
                       QStringLiteral("openssl"),
                       QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey")} + kind
                           + QStringList{QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                         QStringLiteral("/CN=reserve"), QStringLiteral("-keyout"), keyFile(),
                                         QStringLiteral("-out"), certificateFile()}
                           + (more.isEmpty() ? QStringList{QStringLiteral("-nodes")} : more))
            == 0;
    }

    bool isMade() const { return m_isMade; }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    QString certificateFile() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QString certificate() const { return QString::fromLatin1(read(certificateFile())); }
    SecretString key() const { return SecretString(read(keyFile())); }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray output(const QStringList& arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        openssl.waitForFinished();
        return openssl.readAllStandardOutput();
    }

private:
    QTemporaryDir m_folder;
    bool m_isMade = false;
};

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class tst_OAuthToken final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void asksAsTheStandardSays();
    void usualScopeIsTheServersOwn_data();
    void usualScopeIsTheServersOwn();
    void authorityMustBeSafe_data();
    void authorityMustBeSafe();
    void whatIsMissingIsNamed();

    void assertionIsSignedByTheCertificate();
    void keysThatDoNotServe();
    void whatDoesNotProveIsSaidAndNotSent();

    void tokenIsKeptUntilFiveMinutesBeforeItsEnd();
    void shortLivesAreUsedForHalf();
    void manyCallersCauseOneRequest();
    void E5_refusedTokenIsRenewedOnce();
    void E5_wrongSecretIsSentOnceAMinute();
    void whatIsTemporaryIsAskedAgainAtOnce();

    void refusals_data();
    void refusals();
    void secretIsInNoError();
    void E2_throttledTenantSaysHowLong();
    void E3_responsesThatAreNone_data();
    void E3_responsesThatAreNone();
    void aPageInPlaceOfTokensIsOverWithTheOutage();
    void E3_truncatedAtEveryByte();
    void whoeverWaitsHearsTheEnd();

private:
    std::unique_ptr<KeyPair> m_pair;
};

void tst_OAuthToken::initTestCase()
{
    m_pair = std::make_unique<KeyPair>();
    if (!m_pair->isMade())
        QSKIP("the program openssl is missing");
}

void tst_OAuthToken::asksAsTheStandardSays()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", granted("t1"));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    const HttpRequest& request = server.requests().first();
    QCOMPARE(request.url.toString(),
             QStringLiteral("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token"));
    QVERIFY(request.headers.contains({QByteArray("Content-Type"), QByteArray("application/x-www-form-urlencoded")}));
    QCOMPARE(fieldOf(request, QStringLiteral("grant_type")), QByteArray("client_credentials"));
    QCOMPARE(fieldOf(request, QStringLiteral("client_id")), QByteArray("6731de76-14a6-49ae-97bc-6eba6914391e"));
    QCOMPARE(fieldOf(request, QStringLiteral("client_secret")), canary.toByteArray());
    QCOMPARE(fieldOf(request, QStringLiteral("scope")), QByteArray("https://graph.microsoft.com/.default"));
    QVERIFY(!request.body.contains('+')); // a space in a form, not a plus
    QVERIFY(request.bearer.isEmpty());
}

void tst_OAuthToken::usualScopeIsTheServersOwn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("scope");
    const int graph = static_cast<int>(ServerKind::Graph);
    const int ews = static_cast<int>(ServerKind::Ews);
    QTest::newRow("Graph") << graph << QString() << QStringLiteral("https://graph.microsoft.com/.default");
    QTest::newRow("Graph, national cloud") << graph << QStringLiteral("https://graph.microsoft.us/v1.0")
                                           << QStringLiteral("https://graph.microsoft.us/.default");
    QTest::newRow("Graph, rehearsal") << graph << QStringLiteral("http://127.0.0.1:8443/v1.0")
                                      << QStringLiteral("https://graph.microsoft.com/.default");
    QTest::newRow("EWS") << ews << QString() << QStringLiteral("https://outlook.office365.com/.default");
    QTest::newRow("EWS, hybrid") << ews << QStringLiteral("https://mail.contoso.example/EWS/Exchange.asmx")
                                 << QStringLiteral("https://mail.contoso.example/.default");
}

void tst_OAuthToken::usualScopeIsTheServersOwn()
{
    QFETCH(int, kind);
    QFETCH(QString, url);
    ServerProfile profile = cloudProfile();
    profile.kind = static_cast<ServerKind>(kind);
    profile.url = url;
    QTEST(clientOf(profile).scope, "scope");
}

void tst_OAuthToken::authorityMustBeSafe_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("endpoint"); // empty: refused
    const auto row = [](const char* name, const char* authority, const char* endpoint) {
        QTest::newRow(name) << QString::fromLatin1(authority) << QString::fromLatin1(endpoint);
    };
    row("https", "https://login.microsoftonline.us/",
        "https://login.microsoftonline.us/contoso.example/oauth2/v2.0/token");
    row("AD FS", "https://sts.contoso.example/adfs/oauth2/token", "https://sts.contoso.example/adfs/oauth2/token");
    row("this machine", "http://127.0.0.1:8443", "http://127.0.0.1:8443/contoso.example/oauth2/v2.0/token");
    row("this machine by name", "http://localhost:1", "http://localhost:1/contoso.example/oauth2/v2.0/token");
    row("in the clear", "http://login.microsoftonline.com", "");
    row("in the clear, like this machine", "http://127.0.0.1.example.com", "");
    row("user in it", "https://user:password@login.microsoftonline.com", "");
    row("query", "https://login.microsoftonline.com/?a=b", "");
    row("no URL", "login.microsoftonline.com", "");
    row("other scheme", "ftp://login.microsoftonline.com", "");
}

void tst_OAuthToken::authorityMustBeSafe()
{
    QFETCH(QString, authority);
    QFETCH(QString, endpoint);
    ServerProfile profile = cloudProfile();
    profile.authority = authority;
    const Result<OAuthClient> client = OAuthClient::of(profile, SecretString(canary));
    QCOMPARE(client.has_value(), !endpoint.isEmpty());
    if (client)
        QCOMPARE(client->endpoint.toString(), endpoint);
    else
        QCOMPARE(client.error().code(), QByteArray("exchange.authority-invalid"));
}

void tst_OAuthToken::whatIsMissingIsNamed()
{
    const auto missing = [](const ServerProfile& profile) {
        return OAuthClient::of(profile, SecretString(canary)).error().arguments().value(QStringLiteral("cause"));
    };
    ServerProfile profile = cloudProfile();
    profile.tenant.clear();
    QCOMPARE(missing(profile), QStringLiteral("profile.tenant-empty"));
    profile = cloudProfile();
    profile.clientId = QStringLiteral(" ");
    QCOMPARE(missing(profile), QStringLiteral("profile.client-empty"));
    profile = cloudProfile();
    profile.proof = ClientProof::Certificate;
    QCOMPARE(missing(profile), QStringLiteral("profile.certificate-empty"));
    QCOMPARE(OAuthClient::of(cloudProfile(), {}).error().code(), QByteArray("exchange.secret-missing"));
}

// The openssl program judges: signature, thumbprints.
void tst_OAuthToken::assertionIsSignedByTheCertificate()
{
    RecordedExchange server;
    FakeClock clock;
    server.answerAlways("POST", granted("t1", 400));
    ServerProfile profile = cloudProfile();
    profile.proof = ClientProof::Certificate;
    profile.certificate = m_pair->certificate();
    OAuthTokenSource tokens(clientOf(profile, m_pair->key()), server.exchange(), clock);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    const HttpRequest& request = server.requests().first();
    QCOMPARE(fieldOf(request, QStringLiteral("client_assertion_type")),
             QByteArray("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
    QVERIFY(!request.body.contains("client_secret"));
    const QList<QByteArray> parts = fieldOf(request, QStringLiteral("client_assertion")).split('.');
    QCOMPARE(parts.size(), 3);

    const QJsonObject header = objectOf(parts.at(0));
    QCOMPARE(header.value(QStringLiteral("alg")).toString(), QStringLiteral("RS256"));
    const auto thumbprint = [this](const char* kind) {
        const QByteArray said
            = KeyPair::output({QStringLiteral("x509"), QStringLiteral("-in"), m_pair->certificateFile(),
                               QStringLiteral("-noout"), QStringLiteral("-fingerprint"), QString::fromLatin1(kind)});
        const QByteArray hex = said.mid(said.indexOf('=') + 1).replace(":", "").trimmed();
        return QString::fromLatin1(
            QByteArray::fromHex(hex).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    QCOMPARE(header.value(QStringLiteral("x5t")).toString(), thumbprint("-sha1"));
    QCOMPARE(header.value(QStringLiteral("x5t#S256")).toString(), thumbprint("-sha256"));

    const QJsonObject claims = objectOf(parts.at(1));
    const qint64 now = toEpochMilliseconds(clock.now()) / 1000;
    QCOMPARE(claims.value(QStringLiteral("aud")).toString(), request.url.toString());
    QCOMPARE(claims.value(QStringLiteral("iss")).toString(), profile.clientId);
    QCOMPARE(claims.value(QStringLiteral("sub")).toString(), profile.clientId);
    QCOMPARE(claims.value(QStringLiteral("nbf")).toInteger(), now);
    QCOMPARE(claims.value(QStringLiteral("exp")).toInteger(), now + 600);

    write(m_pair->file(QStringLiteral("content")), parts.at(0) + '.' + parts.at(1));
    write(m_pair->file(QStringLiteral("signature")),
          QByteArray::fromBase64(parts.at(2), QByteArray::Base64UrlEncoding));
    write(m_pair->file(QStringLiteral("public.pem")),
          KeyPair::output({QStringLiteral("x509"), QStringLiteral("-in"), m_pair->certificateFile(),
                           QStringLiteral("-noout"), QStringLiteral("-pubkey")}));
    const QStringList verify{QStringLiteral("dgst"),
                             QStringLiteral("-sha256"),
                             QStringLiteral("-verify"),
                             m_pair->file(QStringLiteral("public.pem")),
                             QStringLiteral("-signature"),
                             m_pair->file(QStringLiteral("signature")),
                             m_pair->file(QStringLiteral("content"))};
    QCOMPARE(KeyPair::output(verify).trimmed(), QByteArray("Verified OK"));

    clock.advance(300s);
    QVERIFY(settled(tokens.token()));
    const QList<QByteArray> again = fieldOf(server.requests().last(), QStringLiteral("client_assertion")).split('.');
    QVERIFY(objectOf(again.at(1)).value(QStringLiteral("jti")) != claims.value(QStringLiteral("jti")));
}

void tst_OAuthToken::whatDoesNotProveIsSaidAndNotSent()
{
    RecordedExchange server;
    FakeClock clock;
    ServerProfile profile = cloudProfile();
    profile.proof = ClientProof::Certificate;
    profile.certificate = m_pair->certificate();
    const KeyPair other;
    OAuthTokenSource strangers(clientOf(profile, other.key()), server.exchange(), clock);
    const auto mismatch = settled(strangers.token());
    QVERIFY(!mismatch);
    QCOMPARE(mismatch.error().code(), QByteArray("exchange.key-mismatch"));

    const QDateTime end = ClientCertificate::of(m_pair->certificate(), m_pair->key())->expires();
    clock.advance(fromDateTime(end.addSecs(1)) - clock.now());
    OAuthTokenSource late(clientOf(profile, m_pair->key()), server.exchange(), clock);
    const auto ended = settled(late.token());
    QVERIFY(!ended);
    QCOMPARE(ended.error().code(), QByteArray("exchange.certificate-ended"));
    QCOMPARE(exchangeProblemOf(ended.error()), ExchangeProblem::Credentials);
    QCOMPARE(ended.error().arguments().value(QStringLiteral("end")), end.toString(Qt::ISODate));
    QVERIFY(server.requests().isEmpty());
}

void tst_OAuthToken::keysThatDoNotServe()
{
    const auto codeOf = [](const QString& certificate, const SecretString& key) {
        const Result<ClientCertificate> read = ClientCertificate::of(certificate, key);
        return read ? QByteArray() : read.error().code();
    };
    const KeyPair other;
    const KeyPair elliptic(
        {QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")});
    const KeyPair encrypted({QStringLiteral("rsa:2048")}, {QStringLiteral("-passout"), QStringLiteral("pass:canary")});
    const KeyPair small({QStringLiteral("rsa:1024")});
    QVERIFY(other.isMade() && elliptic.isMade() && encrypted.isMade() && small.isMade());
    QCOMPARE(codeOf(m_pair->certificate(), m_pair->key()), QByteArray());
    QCOMPARE(codeOf(other.certificate(), m_pair->key()), QByteArray("exchange.key-mismatch"));
    QCOMPARE(codeOf(elliptic.certificate(), elliptic.key()), QByteArray("exchange.key-kind"));
    QCOMPARE(codeOf(small.certificate(), small.key()), QByteArray("exchange.key-kind"));
    QCOMPARE(codeOf(encrypted.certificate(), encrypted.key()), QByteArray("exchange.key-encrypted"));
    QCOMPARE(codeOf(m_pair->certificate(), SecretString("no key")), QByteArray("exchange.key-unreadable"));
    QCOMPARE(codeOf(QStringLiteral("no certificate"), m_pair->key()), QByteArray("exchange.certificate-unreadable"));
    const QByteArray pem = m_pair->certificate().toLatin1();
    for (qsizetype length = 0; length < pem.size() - 40; length += 7)
        QCOMPARE(codeOf(QString::fromLatin1(pem.left(length)), m_pair->key()),
                 QByteArray("exchange.certificate-unreadable"));
    QVERIFY(ClientCertificate::of(m_pair->certificate(), m_pair->key())->expires() > QDateTime::currentDateTimeUtc());
}

void tst_OAuthToken::tokenIsKeptUntilFiveMinutesBeforeItsEnd()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", granted("t1", 3600));
    server.answer("POST", granted("t2", 3600));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    clock.advance(54min + 59s);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    QCOMPARE(server.requests().size(), 1);
    clock.advance(1s);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t2"));
    QCOMPARE(server.requests().size(), 2);
}

void tst_OAuthToken::shortLivesAreUsedForHalf()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", granted("t1", 60));
    server.answer("POST", granted("t2", 60));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    clock.advance(29s);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    clock.advance(1s);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t2"));
}

void tst_OAuthToken::manyCallersCauseOneRequest()
{
    RecordedExchange server;
    FakeClock clock;
    server.hold();
    server.answer("POST", granted("t1"));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QList<QFuture<Result<SecretString>>> asked;
    for (int i = 0; i < 200; ++i)
        asked.append(tokens.token());
    QCOMPARE(server.requests().size(), 1);
    server.release();
    for (const auto& future : asked)
        QCOMPARE(revealed(settled(future)), QByteArray("t1"));
    QCOMPARE(server.requests().size(), 1);
}

void tst_OAuthToken::E5_refusedTokenIsRenewedOnce()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", granted("t1"));
    server.answer("POST", granted("t2"));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    const Result<SecretString> first = settled(tokens.token());
    // Four requests were under way with it.
    for (int i = 0; i < 4; ++i)
        tokens.renewAfter(*first);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t2"));
    tokens.renewAfter(*first);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t2"));
    QCOMPARE(server.requests().size(), 2);
}

void tst_OAuthToken::E5_wrongSecretIsSentOnceAMinute()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", refusedBy(401, "invalid_client", 7000215, "Invalid client secret provided."));
    server.answer("POST", granted("t1"));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(revealed(settled(tokens.token())), QByteArray("exchange.client-secret-refused"));
        clock.advance(1s);
    }
    QCOMPARE(server.requests().size(), 1);
    clock.advance(10s);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
}

void tst_OAuthToken::whatIsTemporaryIsAskedAgainAtOnce()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", failure("http.time-limit", {{QStringLiteral("host"), QStringLiteral("login")}}, true));
    server.answer("POST", response(502, "<html>", "text/html"));
    server.answer("POST", granted("t1"));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("exchange.time-limit"));
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("exchange.server-error"));
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
}

void tst_OAuthToken::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](int status, const char* error, int number, const char* code) {
        QTest::newRow(QByteArray(QByteArray::number(number) + ' ' + error).constData())
            << status << QByteArray(error) << number << QByteArray(code);
    };
    row(401, "invalid_client", 7000215, "exchange.client-secret-refused");
    row(401, "invalid_client", 7000222, "exchange.secret-expired");
    row(400, "unauthorized_client", 700016, "exchange.application-unknown");
    row(401, "invalid_client", 700027, "exchange.certificate-refused");
    row(401, "invalid_client", 700024, "exchange.clock-refused");
    row(400, "invalid_request", 90002, "exchange.tenant-unknown");
    row(400, "invalid_grant", 65001, "exchange.consent-missing");
    row(400, "invalid_scope", 70011, "exchange.scope-refused");
    row(400, "invalid_resource", 500011, "exchange.scope-refused");
    // Numbers nobody has heard of: what the standard's word says.
    row(401, "invalid_client", 999999, "exchange.application-refused");
    row(400, "unauthorized_client", 999998, "exchange.consent-missing");
    row(400, "invalid_scope", 999997, "exchange.scope-refused");
    row(400, "something_new", 53003, "exchange.application-refused"); // conditional access, MFA
}

void tst_OAuthToken::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    QFETCH(int, number);
    QFETCH(QByteArray, code);
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", refusedBy(status, error, number, "What the tenant says."));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    const Result<SecretString> token = settled(tokens.token());
    QVERIFY(!token);
    QCOMPARE(token.error().code(), code);
    QCOMPARE(exchangeProblemOf(token.error()), ExchangeProblem::Credentials);
    QVERIFY(
        token.error().arguments().value(QStringLiteral("remote")).contains(QStringLiteral("What the tenant says.")));
    QCOMPARE(token.error().arguments().value(QStringLiteral("user")), cloudProfile().clientId);
}

void tst_OAuthToken::secretIsInNoError()
{
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST",
                  refusedBy(401, "invalid_client", 7000215,
                            "The secret '" + canary.toByteArray() + "' or '" + canary.toByteArray().toPercentEncoding()
                                + "' is wrong."));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    const QString line = settled(tokens.token()).error().logLine();
    QVERIFY(line.contains(QStringLiteral("is wrong")));
    QVERIFY(!line.contains(QLatin1String(canary.data(), canary.size())));
    QVERIFY(!line.contains(QStringLiteral("canary")));
}

void tst_OAuthToken::E2_throttledTenantSaysHowLong()
{
    RecordedExchange server;
    FakeClock clock;
    HttpResponse busy = response(429, "{\"error\":\"temporarily_unavailable\",\"error_description\":\"Too many.\"}");
    busy.headers.append({QByteArray("retry-after"), QByteArray("17")});
    server.answer("POST", busy);
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    const Result<SecretString> token = settled(tokens.token());
    QCOMPARE(token.error().code(), QByteArray("exchange.throttled"));
    QCOMPARE(serverHint(token.error()), std::optional<Milliseconds>(17s));
}

void tst_OAuthToken::E3_responsesThatAreNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, int status, const char* body, const char* type, const char* code) {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(type) << QByteArray(code);
    };
    const char* unreadable = "exchange.response-unreadable";
    const char* json = "application/json";
    row("login page", 200, "<html><form>", "text/html", unreadable);
    row("token in HTML", 200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}", "text/html",
        unreadable);
    row("nothing", 200, "", "", unreadable);
    row("array", 200, "[]", json, unreadable);
    row("no token", 200, "{\"token_type\":\"Bearer\",\"expires_in\":3600}", json, unreadable);
    row("no life", 200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":0}", json, unreadable);
    row("no bearer", 200, "{\"access_token\":\"t\",\"token_type\":\"mac\",\"expires_in\":3600}", json, unreadable);
    row("header injection", 200, "{\"access_token\":\"t\\r\\nX: y\",\"token_type\":\"Bearer\",\"expires_in\":3600}",
        json, unreadable);
    row("refusal with 200", 200, "{\"error\":\"invalid_scope\"}", json, "exchange.scope-refused");
    row("E10: elsewhere", 302, "", "", "exchange.no-tokens-there");
    row("mistyped authority", 404, "<html>", "text/html", "exchange.no-tokens-there");
    row("refused without words", 401, "", "", "exchange.application-refused");
    row("gateway", 503, "<html>", "text/html", "exchange.server-error");
}

void tst_OAuthToken::E3_responsesThatAreNone()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    RecordedExchange server;
    FakeClock clock;
    server.answer("POST", response(status, body, type));
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    QTEST(revealed(settled(tokens.token())), "code");
}

// The page of an outage is no refusal of the application: it is over without anybody's doing.
void tst_OAuthToken::aPageInPlaceOfTokensIsOverWithTheOutage()
{
    for (const int status : {302, 404}) {
        RecordedExchange server;
        FakeClock clock;
        server.answer("POST", response(status, "<html>", "text/html"));
        server.answer("POST", granted("t1"));
        OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
        const Result<SecretString> away = settled(tokens.token());
        QCOMPARE(revealed(away), QByteArray("exchange.no-tokens-there"));
        QCOMPARE(exchangeProblemOf(away.error()), ExchangeProblem::Temporary);
        QVERIFY(away.error().isRetryable());
        QCOMPARE(revealed(settled(tokens.token())), QByteArray("t1"));
    }
}

void tst_OAuthToken::E3_truncatedAtEveryByte()
{
    RecordedExchange server;
    FakeClock clock;
    const QByteArray whole = granted("eyJ0eXAi").body;
    OAuthTokenSource tokens(clientOf(cloudProfile()), server.exchange(), clock);
    for (qsizetype length = 1; length < whole.size(); ++length) {
        server.answer("POST", response(200, whole.left(length)));
        QCOMPARE(revealed(settled(tokens.token())), QByteArray("exchange.response-unreadable"));
    }
    server.answer("POST", response(200, whole));
    QCOMPARE(revealed(settled(tokens.token())), QByteArray("eyJ0eXAi"));
}

void tst_OAuthToken::whoeverWaitsHearsTheEnd()
{
    RecordedExchange server;
    FakeClock clock;
    server.hold();
    server.answer("POST", granted("t1"));
    auto tokens = std::make_unique<OAuthTokenSource>(clientOf(cloudProfile()), server.exchange(), clock);
    const QFuture<Result<SecretString>> future = tokens->token();
    tokens.reset();
    QCOMPARE(revealed(settled(future)), QByteArray("exchange.cancelled"));
    server.release();
}

QTEST_GUILESS_MAIN(tst_OAuthToken)
#include "tst_oauthtoken.moc"
