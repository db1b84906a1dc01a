// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"

#include "models/transport/httpcarrier.h"
#include "models/transport/httpchallenge.h"
#include "models/transport/httpproxy.h"
#include "models/transport/httprequestcheck.h"
#include "models/transport/networkcarrier.h"
#include "models/transport/ntlmcarrier.h"

#include <QPromise>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace reserve {

namespace {

using Answer = Result<HttpResponse>;
using Scheme = HttpCredentials::Scheme;

struct Pending
{
    HttpRequest request;
    QPromise<Answer> promise;

    void answer(const Answer& result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

QByteArray schemeName(Scheme scheme)
{
    switch (scheme) {
    case Scheme::None:
        return {};
    case Scheme::Basic:
        return "basic";
    case Scheme::Ntlm:
        return "ntlm";
    case Scheme::Kerberos:
        return "negotiate";
    }
    Q_UNREACHABLE();
}

std::unique_ptr<HttpCarrier> makeCarrier(const HttpClientOptions& options, Scheme scheme, const QSslConfiguration& tls)
{
    using Authentication = NetworkExchange::Authentication;
    if (scheme == Scheme::Ntlm)
        return std::make_unique<NtlmCarrier>(options.credentials, tls, options.proxy);
    return std::make_unique<NetworkCarrier>(
        tls, options.proxy, scheme == Scheme::Kerberos ? Authentication::ByQt : Authentication::ByHeader);
}

// What a 401 to the account's credentials means.
Error refusal(const HttpResponse& response, const HttpCredentials& credentials, const QUrl& url)
{
    const QList<HttpChallenge> challenges = httpChallenges(response.header("www-authenticate"));
    const QByteArray name = schemeName(credentials.scheme);
    if (!challenges.isEmpty() && !offers(challenges, name))
        return Error("http.scheme-not-offered",
                     {{QStringLiteral("host"), url.host()},
                      {QStringLiteral("scheme"), QString::fromLatin1(name)},
                      {QStringLiteral("offered"), offeredSchemes(challenges)}});
    Arguments arguments{{QStringLiteral("host"), url.host()}};
    if (!credentials.user.isEmpty())
        arguments.insert(QStringLiteral("user"), credentials.user);
    return Error("http.credentials-refused", arguments);
}

} // namespace

// The order of the requests and what is known of the account. Until the server has taken the account's credentials
// once, one request goes at a time, so that a wrong password is tried once and not by all that wait; refused, it is
// never sent again.
class HttpClient::Engine
{
public:
    explicit Engine(HttpClientOptions options);
    ~Engine();

    QFuture<Answer> send(const HttpRequest& request);

private:
    std::size_t mostNow() const;
    void startWaiting();
    void carry(std::unique_ptr<Pending> pending);
    void finish(quint64 number, Answer answer);
    Answer judged(const HttpRequest& request, Answer answer);
    HttpRequest withAuthorization(HttpRequest request) const;

    HttpClientOptions m_options;
    std::optional<Error> m_setupError;
    std::optional<Error> m_refused; // the account's credentials were
    bool m_isProven = false;        // they were taken once
    std::deque<std::unique_ptr<Pending>> m_waiting;
    std::map<quint64, std::unique_ptr<Pending>> m_underWay;
    quint64 m_lastNumber = 0;
    std::unique_ptr<HttpCarrier> m_carrier;
    std::unique_ptr<HttpCarrier> m_tokenCarrier; // of requests that bring their own token
};

HttpClient::Engine::Engine(HttpClientOptions options)
    : m_options(std::move(options))
{
    const Result<QSslConfiguration> tls = tlsConfiguration(m_options.trustedAuthorities);
    const Result<void> proxy = checkProxy(m_options.proxy);
    if (!tls)
        m_setupError = tls.error();
    else if (!proxy)
        m_setupError = proxy.error();
    if (m_setupError)
        return;
    m_carrier = makeCarrier(m_options, m_options.credentials.scheme, *tls);
    m_tokenCarrier = makeCarrier(m_options, Scheme::None, *tls);
}

HttpClient::Engine::~Engine()
{
    m_carrier.reset();
    m_tokenCarrier.reset();
    const auto cancel = [](Pending& pending) {
        pending.answer(failure("http.cancelled", {{QStringLiteral("host"), pending.request.url.host()}}, true));
    };
    for (const auto& [number, pending] : m_underWay)
        cancel(*pending);
    for (const auto& pending : m_waiting)
        cancel(*pending);
}

QFuture<Answer> HttpClient::Engine::send(const HttpRequest& request)
{
    auto pending = std::make_unique<Pending>();
    pending->request = request;
    pending->promise.start();
    const QFuture<Answer> future = pending->promise.future();
    const Result<void> checked = checkRequest(request, m_options.credentials.scheme);
    if (!checked || m_setupError) {
        pending->answer(failure(checked ? *m_setupError : checked.error()));
        return future;
    }
    m_waiting.push_back(std::move(pending));
    startWaiting();
    return future;
}

std::size_t HttpClient::Engine::mostNow() const
{
    const Scheme scheme = m_options.credentials.scheme;
    const bool isUnknown = scheme != Scheme::None && !m_isProven;
    // Basic sends the password each time, and it may be changed at any time.
    return isUnknown || scheme == Scheme::Basic ? 1 : std::size_t(std::max(m_options.mostAtOnce, 1));
}

void HttpClient::Engine::startWaiting()
{
    while (!m_waiting.empty() && m_underWay.size() < mostNow()) {
        std::unique_ptr<Pending> pending = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (m_refused && usesAccount(pending->request, m_options.credentials.scheme))
            pending->answer(failure(*m_refused));
        else
            carry(std::move(pending));
    }
}

void HttpClient::Engine::carry(std::unique_ptr<Pending> pending)
{
    const quint64 number = ++m_lastNumber;
    const HttpRequest request = withAuthorization(pending->request);
    m_underWay.emplace(number, std::move(pending));
    HttpCarrier& carrier = request.bearer.isEmpty() ? *m_carrier : *m_tokenCarrier;
    carrier.carry(request, [this, number](Answer answer) { finish(number, std::move(answer)); });
}

void HttpClient::Engine::finish(quint64 number, Answer answer)
{
    auto node = m_underWay.extract(number);
    Pending& pending = *node.mapped();
    pending.answer(judged(pending.request, std::move(answer)));
    startWaiting();
}

Answer HttpClient::Engine::judged(const HttpRequest& request, Answer answer)
{
    if (!usesAccount(request, m_options.credentials.scheme))
        return answer;
    if (answer && answer->status == 401)
        answer = failure(refusal(*answer, m_options.credentials, request.url));
    if (!answer && answer.error().code() == "http.credentials-refused")
        m_refused = answer.error();
    if (answer && answer->status < 400)
        m_isProven = true;
    return answer;
}

HttpRequest HttpClient::Engine::withAuthorization(HttpRequest request) const
{
    if (!request.bearer.isEmpty())
        request.headers.append({"Authorization", "Bearer " + request.bearer.reveal().toByteArray()});
    else if (m_options.credentials.scheme == Scheme::Basic)
        request.headers.append({"Authorization", basicAuthorization(m_options.credentials)});
    return request;
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    return headerValue(headers, name);
}

HttpClient::HttpClient(HttpClientOptions options, QObject* parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>(std::move(options)))
{
}

HttpClient::~HttpClient() = default;

QFuture<Result<HttpResponse>> HttpClient::send(const HttpRequest& request)
{
    return m_engine->send(request);
}

} // namespace reserve
