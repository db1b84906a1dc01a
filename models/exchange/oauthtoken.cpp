// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/oauthtoken.h"

#include "models/exchange/clientcertificate.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/httpfailure.h"
#include "models/exchange/jsonresponse.h"
#include "models/exchange/onanswer.h"
#include "models/exchange/tokenrefusal.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds renewedBefore = 5min;
constexpr Milliseconds refusalHolds = 1min;
// Of a pause that the tenant asks for, as of any other server's.
constexpr Milliseconds shortestPause = 1s;
constexpr Milliseconds longestPause = 1h;
constexpr qint64 mostTokenBytes = 256 * 1024;

bool isThisMachine(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// The resource that the tokens are for is the server itself: one of a national cloud, or an Exchange of one's own.
QString usualScope(const ServerProfile& profile)
{
    const QUrl server(profile.url);
    if (server.scheme() == QLatin1String("https") && !isThisMachine(server))
        return QStringLiteral("https://%1/.default").arg(server.host());
    return profile.kind == ServerKind::Graph ? QStringLiteral("https://graph.microsoft.com/.default")
                                             : QStringLiteral("https://outlook.office365.com/.default");
}

QUrl endpointOf(const QUrl& authority, const QString& tenant)
{
    QString path = authority.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    QUrl endpoint = authority;
    if (!path.endsWith(QLatin1String("/token")))
        path += QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(tenant))
            + QLatin1String("/oauth2/v2.0/token");
    endpoint.setPath(path, QUrl::StrictMode);
    return endpoint;
}

Failure incomplete(const char* problem)
{
    return failure("exchange.oauth-incomplete", causedBy(Error(problem)));
}

QByteArray formBody(const QList<QPair<QByteArray, QByteArray>>& fields)
{
    QByteArray body;
    for (const auto& [name, value] : fields)
        body += (body.isEmpty() ? QByteArray() : QByteArray("&")) + name + '=' + value.toPercentEncoding();
    return body;
}

// A number, or one in quotes as older servers write it.
std::optional<Milliseconds> lifetimeOf(const QJsonValue& value)
{
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble();
    constexpr double mostSeconds = 7 * 24 * 3600;
    if (!(seconds >= 1))
        return std::nullopt;
    return Milliseconds(std::llround(std::min(seconds, mostSeconds) * 1000));
}

} // namespace

bool keepsTokensSafe(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isThisMachine(url));
}

Result<OAuthClient> OAuthClient::of(const ServerProfile& profile, const SecretString& secret)
{
    const QUrl authority(profile.authority.isEmpty() ? QStringLiteral("https://login.microsoftonline.com")
                                                     : profile.authority.trimmed(),
                         QUrl::StrictMode);
    if (!keepsTokensSafe(authority) || authority.hasQuery() || authority.hasFragment())
        return failure("exchange.authority-invalid", {{QStringLiteral("url"), profile.authority}});
    OAuthClient client;
    client.tenant = profile.tenant.trimmed();
    client.endpoint = endpointOf(authority, client.tenant);
    client.clientId = profile.clientId.trimmed();
    client.scope = profile.scope.isEmpty() ? usualScope(profile) : profile.scope.trimmed();
    client.proof = profile.proof;
    client.secret = secret;
    client.certificate = profile.certificate;
    if (client.tenant.isEmpty() && !authority.path().endsWith(QLatin1String("/token")))
        return incomplete("profile.tenant-empty");
    if (client.clientId.isEmpty())
        return incomplete("profile.client-empty");
    if (client.proof == ClientProof::Certificate && client.certificate.trimmed().isEmpty())
        return incomplete("profile.certificate-empty");
    if (secret.isEmpty())
        return failure("exchange.secret-missing", {{QStringLiteral("profile"), profile.name}});
    return client;
}

OAuthTokenSource::OAuthTokenSource(OAuthClient client, HttpExchange exchange, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_exchange(std::move(exchange))
    , m_clock(clock)
{
}

OAuthTokenSource::~OAuthTokenSource() = default;

QFuture<Result<SecretString>> OAuthTokenSource::token()
{
    const Instant now = m_clock.now();
    if (!m_token.isEmpty() && now < m_renewAt)
        return answeredFuture(Result<SecretString>(m_token));
    // What lies farther ahead than any pause has seen the clock set back.
    if (m_refusal && now < m_askAgainAt && m_askAgainAt - now <= longestPause)
        return answeredFuture(Result<SecretString>(failure(refusalAt(now))));
    m_refusal.reset();
    const QFuture<Result<SecretString>> future = m_waiting.emplace_back().future();
    if (m_waiting.size() == 1)
        fetch();
    return future;
}

void OAuthTokenSource::renewAfter(const SecretString& refused)
{
    if (refused.reveal() == m_token.reveal())
        m_token = {};
}

void OAuthTokenSource::fetch()
{
    const Result<HttpRequest> request = this->request();
    if (!request) {
        onAnswer(answeredFuture(Result<HttpResponse>(failure(request.error()))), this,
                 [this](const Result<HttpResponse>& response) { take(response); });
        return;
    }
    onAnswer(m_exchange(*request), this, [this](const Result<HttpResponse>& response) { take(response); });
}

Result<HttpRequest> OAuthTokenSource::request()
{
    const Result<QByteArray> proof = this->proof();
    if (!proof)
        return failure(proof.error());
    QList<QPair<QByteArray, QByteArray>> fields{{"grant_type", "client_credentials"},
                                                {"client_id", m_client.clientId.toUtf8()},
                                                {"scope", m_client.scope.toUtf8()}};
    if (m_client.proof == ClientProof::Certificate) {
        fields.emplaceBack("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        fields.emplaceBack("client_assertion", *proof);
    } else {
        fields.emplaceBack("client_secret", *proof);
    }
    HttpRequest request;
    request.method = "POST";
    request.url = m_client.endpoint;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = formBody(fields);
    request.mostBytes = mostTokenBytes;
    return request;
}

Result<QByteArray> OAuthTokenSource::proof()
{
    if (m_client.proof == ClientProof::Secret)
        return m_client.secret.reveal().toByteArray();
    if (!m_certificate) {
        Result<ClientCertificate> read = ClientCertificate::of(m_client.certificate, m_client.secret);
        if (!read)
            return failure(read.error());
        m_certificate = std::make_unique<ClientCertificate>(std::move(*read));
    }
    // What the tenant would say of it is less plain.
    const QDateTime now = toDateTime(m_clock.now());
    if (const Result<void> good = m_certificate->checkEnd(now); !good)
        return failure(good.error());
    return clientAssertion(*m_certificate, m_client.clientId, m_client.endpoint.toString(QUrl::FullyEncoded),
                           QUuid::createUuid().toString(QUuid::WithoutBraces), now);
}

void OAuthTokenSource::take(const Result<HttpResponse>& response)
{
    const Result<SecretString> token = response ? keep(*response) : failure(exchangeErrorOf(response.error()));
    if (!token) {
        keepRefusal(token.error());
        if (m_refusal) {
            answerAll(failure(refusalAt(m_clock.now())));
            return;
        }
    }
    answerAll(token);
}

void OAuthTokenSource::keepRefusal(const Error& error)
{
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Credentials:
    case ExchangeProblem::Permanent:
        m_refusal = error;
        m_askAgainAt = m_clock.now() + refusalHolds;
        return;
    case ExchangeProblem::Throttled:
        m_refusal = ofEveryMailbox(error);
        m_askAgainAt
            = m_clock.now() + std::clamp(serverHint(error).value_or(refusalHolds), shortestPause, longestPause);
        return;
    case ExchangeProblem::Temporary:
    case ExchangeProblem::Missing:
    case ExchangeProblem::Conflict:
        return;
    }
    Q_UNREACHABLE();
}

// A pause that the tenant asked for does not begin anew with everybody who hears of it.
Error OAuthTokenSource::refusalAt(Instant now) const
{
    if (!serverHint(*m_refusal))
        return *m_refusal;
    Arguments arguments = m_refusal->arguments();
    arguments.insert(QStringLiteral("hint"), QString::number((m_askAgainAt - now).count()));
    return Error(m_refusal->code(), arguments, m_refusal->isRetryable());
}

Result<SecretString> OAuthTokenSource::keep(const HttpResponse& response)
{
    const Instant now = m_clock.now();
    if (response.status != 200)
        return failure(tokenRefusal(response, m_client, now));
    const Result<QJsonObject> granted = jsonObjectOf(response);
    if (!granted)
        return failure(granted.error());
    if (granted->value(QLatin1String("error")).isString())
        return failure(tokenRefusal(response, m_client, now));
    const QByteArray token = granted->value(QLatin1String("access_token")).toString().toUtf8();
    const QString type = granted->value(QLatin1String("token_type")).toString();
    const std::optional<Milliseconds> lifetime = lifetimeOf(granted->value(QLatin1String("expires_in")));
    // It becomes part of a header: RFC 6750 2.1 allows nothing else in it.
    const bool isToken
        = !token.isEmpty() && std::all_of(token.cbegin(), token.cend(), [](char c) { return c > ' ' && c < 127; });
    if (!isToken || !lifetime || type.compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        return unreadable(response, QStringLiteral("no bearer token"));
    m_token = SecretString(token);
    m_renewAt = now + *lifetime - std::min(renewedBefore, *lifetime / 2);
    return m_token;
}

void OAuthTokenSource::answerAll(const Result<SecretString>& result)
{
    // Whoever hears the answer may ask again.
    std::vector<Answer<SecretString>> waiting;
    waiting.swap(m_waiting);
    for (const Answer<SecretString>& answer : waiting)
        answer(result);
}

} // namespace reserve
