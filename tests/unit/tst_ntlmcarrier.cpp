// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/channelbinding.h"
#include "models/transport/httpclient.h"
#include "tests/unit/httpfixture.h"

#include <QTest>

using namespace reserve;

using Scheme = HttpCredentials::Scheme;

// NTLM over real connections: which request goes on which, and what each failure is called.
class TestNtlmCarrier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_trust.isValid(), "the openssl program is needed to make a certificate"); }
    void init();
    void cleanup();

    void authenticatesAConnectionOnce();
    void sendsTheBodyOnce();
    void bindsToTheCertificate();
    void bindsToTheCertificateThroughAProxy();
    void aWrongBindingIsRefused();
    void aRefusedPasswordIsTriedOnce();
    void aConnectionThatIsForgottenIsAuthenticatedAnew();
    void authenticatesOneAfterTheOther();
    void schemeNotOffered();
    void aServerThatAsksForNothing();
    void aPageInPlaceOfAChallengeIsOverWithTheOutage();
    void anErrorInPlaceOfAChallengeIsTheAnswer();
    void aConnectionThatDoesNotStay();
    void cutBeforeTheOutcomeIsNoRefusal();
    void garbageInPlaceOfAChallenge();
    void timeLimit();
    void E4_tooLarge();
    void cutInTheAnswerIsLost();
    void aPostIsNeverSentTwice();
    void redirectIsNeverFollowed();
    void anUnknownAuthorityIsNotTalkedTo();

private:
    HttpClientOptions options(const QByteArray& password = "Password") const;
    void serve(HttpPeer& peer);

    HttpTrust m_trust;
    std::unique_ptr<NtlmPeer> m_ntlm;
    std::unique_ptr<HttpPeer> m_peer; // by TLS
};

void TestNtlmCarrier::init()
{
    m_ntlm = std::make_unique<NtlmPeer>();
    m_peer = std::make_unique<HttpPeer>(&m_trust.certificate());
    serve(*m_peer);
    QVERIFY(m_peer->listen());
}

void TestNtlmCarrier::cleanup()
{
    m_peer.reset();
    m_ntlm.reset();
}

void TestNtlmCarrier::serve(HttpPeer& peer)
{
    peer.answer = [this](const ServedRequest& asked) { return m_ntlm->answer(asked); };
}

HttpClientOptions TestNtlmCarrier::options(const QByteArray& password) const
{
    return {credentials(Scheme::Ntlm, password), {}, m_trust.pem(), 4};
}

void TestNtlmCarrier::authenticatesAConnectionOnce()
{
    HttpClient client(options());
    for (int i = 0; i < 4; ++i) {
        const auto answer = answerOf(client.send(request(m_peer->url(), "POST", QByteArray::number(i))));
        QVERIFY2(answer, codeOf(answer).constData());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "for " + QByteArray::number(i));
    }
    QCOMPARE(m_ntlm->challenges, 1);
    QCOMPARE(m_peer->requests.size(), 5);
    QCOMPARE(m_peer->requests.last().header("authorization"), QByteArray());
}

void TestNtlmCarrier::sendsTheBodyOnce()
{
    HttpClient client(options());
    QVERIFY(answerOf(client.send(request(m_peer->url(), "POST", "body"))));
    QCOMPARE(m_peer->requests.size(), 2);
    QCOMPARE(m_peer->requests.first().body, QByteArray());
    QCOMPARE(m_peer->requests.last().body, QByteArray("body"));
}

void TestNtlmCarrier::bindsToTheCertificate()
{
    m_ntlm->channelBinding = channelBindingHash(serverEndPoint(m_trust.certificate().certificate().toDer()));
    HttpClient client(options());
    const auto answer = answerOf(client.send(request(m_peer->url())));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, 200);
}

void TestNtlmCarrier::bindsToTheCertificateThroughAProxy()
{
    m_ntlm->channelBinding = channelBindingHash(serverEndPoint(m_trust.certificate().certificate().toDer()));
    TunnelPeer proxy;
    HttpClientOptions through = options();
    through.proxy = proxy.address();
    HttpClient client(through);
    const auto answer = answerOf(client.send(request(m_peer->url(), "POST", "x")));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(proxy.asked.size(), 1);
}

void TestNtlmCarrier::aWrongBindingIsRefused()
{
    m_ntlm->channelBinding = QByteArray(16, '\x07');
    HttpClient client(options());
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url())))), QByteArray("http.credentials-refused"));
}

void TestNtlmCarrier::aRefusedPasswordIsTriedOnce()
{
    HttpClient client(options("wrong"));
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(client.send(request(m_peer->url(), "POST", "x")));
    for (const auto& future : futures) {
        const auto answer = answerOf(future);
        QCOMPARE(codeOf(answer), QByteArray("http.credentials-refused"));
        QCOMPARE(argumentOf(answer, "user"), QStringLiteral("User"));
    }
    QCOMPARE(m_ntlm->refusals, 1);
}

void TestNtlmCarrier::aConnectionThatIsForgottenIsAuthenticatedAnew()
{
    m_ntlm->forgets = true;
    HttpClient client(options());
    for (int i = 0; i < 3; ++i) {
        const auto answer = answerOf(client.send(request(m_peer->url(), "POST", "x")));
        QVERIFY2(answer, codeOf(answer).constData());
        QCOMPARE(answer->status, 200);
    }
    QCOMPARE(m_ntlm->challenges, 3);
    QCOMPARE(m_ntlm->refusals, 0);
}

void TestNtlmCarrier::authenticatesOneAfterTheOther()
{
    HttpClient client(options());
    QVERIFY(answerOf(client.send(request(m_peer->url()))));
    // The password is changed; of all that are under way one alone finds out.
    m_ntlm->forgets = true;
    QVERIFY(answerOf(client.send(request(m_peer->url()))));
    m_ntlm->password = SecretString("changed");
    QList<QFuture<Result<HttpResponse>>> futures;
    for (int i = 0; i < 6; ++i)
        futures.append(client.send(request(m_peer->url())));
    for (const auto& future : futures)
        QCOMPARE(codeOf(answerOf(future)), QByteArray("http.credentials-refused"));
    QCOMPARE(m_ntlm->refusals, 1);
}

void TestNtlmCarrier::schemeNotOffered()
{
    m_peer->answer = [](const ServedRequest&) {
        return ServedResponse{401, {{"WWW-Authenticate", "Basic realm=\"x\""}}, {}, {}, {}, false};
    };
    HttpClient client(options());
    const auto answer = answerOf(client.send(request(m_peer->url())));
    QCOMPARE(codeOf(answer), QByteArray("http.scheme-not-offered"));
    QCOMPARE(argumentOf(answer, "offered"), QStringLiteral("basic"));
}

void TestNtlmCarrier::aServerThatAsksForNothing()
{
    m_peer->answer = nullptr;
    HttpClient client(options());
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url(), "POST", "x")))), QByteArray("http.protocol"));
}

// The page of an outage is no refusal of the account: the same client works when it is over.
void TestNtlmCarrier::aPageInPlaceOfAChallengeIsOverWithTheOutage()
{
    m_peer->answer = [](const ServedRequest&) {
        return ServedResponse{302, {{"Location", "https://away.test/"}}, {}, {}, {}, false};
    };
    HttpClient client(options());
    const auto away = answerOf(client.send(request(m_peer->url(), "POST", "x")));
    QCOMPARE(codeOf(away), QByteArray("http.protocol"));
    QVERIFY(argumentOf(away, "detail").contains(QStringLiteral("302")));
    QVERIFY(m_peer->requests.first().body.isEmpty());
    serve(*m_peer);
    const auto back = answerOf(client.send(request(m_peer->url(), "POST", "x")));
    QVERIFY2(back, codeOf(back).constData());
    QCOMPARE(back->status, 200);
    QCOMPARE(m_ntlm->refusals, 0);
}

void TestNtlmCarrier::anErrorInPlaceOfAChallengeIsTheAnswer()
{
    m_peer->answer = [](const ServedRequest&) {
        return ServedResponse{503, {{"Retry-After", "9"}}, "busy", {}, {}, false};
    };
    HttpClient client(options());
    const auto answer = answerOf(client.send(request(m_peer->url(), "POST", "x")));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->header("retry-after"), QByteArray("9"));
}

// Where Qt would connect anew in silence, and its answer there would look like a refused password.
void TestNtlmCarrier::aConnectionThatDoesNotStay()
{
    m_ntlm->closesMidway = true;
    HttpClient client(options());
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url())))), QByteArray("http.protocol"));
    QCOMPARE(m_ntlm->refusals, 0);
}

void TestNtlmCarrier::cutBeforeTheOutcomeIsNoRefusal()
{
    m_ntlm->closesBeforeOutcome = true;
    HttpClient client(options());
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url(), "POST", "x")))), QByteArray("http.connection-lost"));
    m_ntlm->closesBeforeOutcome = false;
    const auto answer = answerOf(client.send(request(m_peer->url(), "POST", "x")));
    QVERIFY2(answer, codeOf(answer).constData());
}

void TestNtlmCarrier::garbageInPlaceOfAChallenge()
{
    for (const char* token : {"NTLM AAAA", "NTLM", "NTLM TlRMTVNTUAACAAAA", "NTLM !!!!"}) {
        m_peer->answer = [token](const ServedRequest&) {
            return ServedResponse{401, {{"WWW-Authenticate", token}}, {}, {}, {}, false};
        };
        HttpClient client(options());
        QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url())))), QByteArray("http.protocol"));
    }
}

void TestNtlmCarrier::timeLimit()
{
    m_peer->holdsAnswers = true;
    HttpClient client(options());
    HttpRequest asked = request(m_peer->url());
    asked.timeLimit = std::chrono::milliseconds(300);
    QCOMPARE(codeOf(answerOf(client.send(asked))), QByteArray("http.time-limit"));
    QCOMPARE(m_peer->requests.size(), 1);
}

void TestNtlmCarrier::E4_tooLarge()
{
    HttpClient client(options());
    HttpRequest asked = request(m_peer->url(), "POST", QByteArray(5000, 'x'));
    asked.mostBytes = 5003;
    QCOMPARE(codeOf(answerOf(client.send(asked))), QByteArray("http.too-large"));
    asked.mostBytes = 5004;
    QVERIFY(answerOf(client.send(asked)));
}

void TestNtlmCarrier::cutInTheAnswerIsLost()
{
    HttpClient client(options());
    m_peer->answer = [this](const ServedRequest& asked) {
        ServedResponse response = m_ntlm->answer(asked);
        if (response.status == 200)
            response.cutAfter = 40;
        return response;
    };
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url())))), QByteArray("http.connection-lost"));
}

void TestNtlmCarrier::aPostIsNeverSentTwice()
{
    HttpClient client(options());
    QVERIFY(answerOf(client.send(request(m_peer->url(), "POST", "one"))));
    m_peer->answer = [](const ServedRequest&) {
        ServedResponse response;
        response.cutAfter = 0;
        return response;
    };
    QCOMPARE(codeOf(answerOf(client.send(request(m_peer->url(), "POST", "two")))), QByteArray("http.connection-lost"));
    QCOMPARE(m_peer->requests.size(), 3);
    QCOMPARE(m_peer->requests.first().connection, m_peer->requests.last().connection);
}

void TestNtlmCarrier::redirectIsNeverFollowed()
{
    HttpPeer other(&m_trust.certificate());
    serve(other);
    QVERIFY(other.listen());
    m_peer->answer = [&](const ServedRequest& asked) {
        ServedResponse response = m_ntlm->answer(asked);
        if (response.status == 200) {
            response.status = 302;
            response.headers = {{"Location", other.url().toEncoded()}};
        }
        return response;
    };
    HttpClient client(options());
    const auto answer = answerOf(client.send(request(m_peer->url())));
    QVERIFY2(answer, codeOf(answer).constData());
    QCOMPARE(answer->status, 302);
    QCOMPARE(other.requests.size(), 0);
}

void TestNtlmCarrier::anUnknownAuthorityIsNotTalkedTo()
{
    HttpClientOptions untrusting = options();
    untrusting.trustedAuthorities.clear();
    HttpClient client(untrusting);
    const auto answer = answerOf(client.send(request(m_peer->url())));
    QCOMPARE(codeOf(answer), QByteArray("http.certificate"));
    QVERIFY(!argumentOf(answer, "detail").isEmpty());
    QCOMPARE(m_peer->requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestNtlmCarrier)
#include "tst_ntlmcarrier.moc"
