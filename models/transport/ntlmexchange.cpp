// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/ntlmexchange.h"

#include "models/transport/channelbinding.h"
#include "models/transport/httpchallenge.h"
#include "models/transport/httperror.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// What a challenge may weigh: a page of an error beside it.
constexpr qint64 mostChallengeBytes = 1024 * 1024;

std::optional<QByteArray> ntlmToken(const HttpResponse& response)
{
    const QList<HttpChallenge> challenges = httpChallenges(response.header("www-authenticate"));
    for (const HttpChallenge& challenge : challenges) {
        if (challenge.scheme == "ntlm" && !challenge.rest.isEmpty())
            return QByteArray::fromBase64(challenge.rest);
    }
    return std::nullopt;
}

} // namespace

NtlmExchange::NtlmExchange(HttpRequest request, NtlmCarrier& carrier)
    : QObject(&carrier)
    , m_request(std::move(request))
    , m_carrier(carrier)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(timeLimitError(m_request.url)); });
}

NtlmExchange::~NtlmExchange() = default;

void NtlmExchange::start()
{
    m_deadline.start(std::max(m_request.timeLimit, std::chrono::milliseconds(0)));
    if (!goOverIdle())
        m_carrier.queueForAuthentication(this);
}

bool NtlmExchange::goOverIdle()
{
    std::unique_ptr<HttpConnection> connection = m_wasForgotten ? nullptr : m_carrier.idleConnection(m_request.url);
    if (!connection)
        return false;
    m_step = Step::Authenticated;
    use(std::move(connection));
    m_connection->send(m_request);
    return true;
}

void NtlmExchange::use(std::unique_ptr<HttpConnection> connection)
{
    m_connection = std::move(connection);
    connect(m_connection.get(), &HttpConnection::answered, this, &NtlmExchange::take);
    connect(m_connection.get(), &HttpConnection::failed, this, &NtlmExchange::fail);
}

void NtlmExchange::authenticate()
{
    m_step = Step::Negotiate;
    use(m_carrier.newConnection(m_request.url));
    // The body goes once only, when it is known who sends it.
    HttpRequest first = withToken(m_request, m_carrier.m_client.negotiate());
    first.body.clear();
    first.mostBytes = std::max(m_request.mostBytes, mostChallengeBytes);
    m_connection->send(first);
}

HttpRequest NtlmExchange::withToken(HttpRequest request, const QByteArray& token) const
{
    request.headers.append({"Authorization", "NTLM " + token.toBase64()});
    return request;
}

void NtlmExchange::take(const HttpResponse& response)
{
    switch (m_step) {
    case Step::Negotiate:
        return takeChallenge(response);
    case Step::Authenticate:
        return takeOutcome(response);
    case Step::Authenticated:
        break;
    }
    if (response.status != 401)
        return finish(response);
    // The server has forgotten who this connection is; nothing was proven to it now, so that nothing was refused.
    m_wasForgotten = true;
    m_connection->disconnect(this);
    m_connection.release()->deleteLater();
    m_carrier.queueForAuthentication(this);
}

void NtlmExchange::takeChallenge(const HttpResponse& response)
{
    const QList<HttpChallenge> challenges = httpChallenges(response.header("www-authenticate"));
    if (response.status == 401 && offers(challenges, "ntlm")) {
        const auto token = ntlmToken(response);
        if (token && m_connection->isUsable())
            return sendAuthenticated(*token);
        const QString detail = token ? QStringLiteral("NTLM on a connection that does not stay")
                                     : QStringLiteral("NTLM without a challenge");
        return fail(protocolError(m_request.url, detail));
    }
    // An error of the server is its answer; anything else was an answer to a request that had no body.
    if (response.status >= 400 && response.status != 401)
        return finish(response);
    // A page of whoever stands in for the server while it is away says nothing of the account.
    if (response.status != 401)
        return fail(protocolError(m_request.url,
                                  QStringLiteral("status %1 in place of an NTLM challenge").arg(response.status)));
    fail(Error("http.scheme-not-offered",
               {{QStringLiteral("host"), m_request.url.host()},
                {QStringLiteral("scheme"), QStringLiteral("ntlm")},
                {QStringLiteral("offered"), offeredSchemes(challenges)}}));
}

void NtlmExchange::sendAuthenticated(const QByteArray& challenge)
{
    const QByteArray certificate = m_connection->serverCertificate().toDer();
    const NtlmTarget target{QStringLiteral("HTTP/") + m_request.url.host(),
                            channelBindingHash(serverEndPoint(certificate))};
    const auto token = m_carrier.m_client.authenticate(challenge, target, NtlmSeed::fresh());
    if (!token)
        return fail(protocolError(m_request.url, QStringLiteral("NTLM challenge")));
    m_step = Step::Authenticate;
    m_connection->send(withToken(m_request, *token));
}

void NtlmExchange::takeOutcome(const HttpResponse& response)
{
    if (response.status == 401) {
        return fail(
            Error("http.credentials-refused",
                  {{QStringLiteral("host"), m_request.url.host()}, {QStringLiteral("user"), m_carrier.m_user}}));
    }
    finish(response);
}

void NtlmExchange::finish(const HttpResponse& response)
{
    if (std::exchange(m_hasAnswered, true))
        return;
    m_deadline.stop();
    m_connection->disconnect(this);
    if (m_step == Step::Negotiate)
        m_connection.release()->deleteLater();
    else
        m_carrier.giveBack(std::move(m_connection));
    m_carrier.leave(this);
    Q_EMIT answered(response);
}

void NtlmExchange::fail(const Error& error)
{
    if (std::exchange(m_hasAnswered, true))
        return;
    m_deadline.stop();
    if (m_connection) {
        m_connection->abandon();
        m_connection->disconnect(this);
        m_connection.release()->deleteLater();
    }
    if (error.code() == "http.credentials-refused")
        m_carrier.m_refused = error;
    m_carrier.leave(this);
    Q_EMIT answered(failure(error));
}

} // namespace reserve
