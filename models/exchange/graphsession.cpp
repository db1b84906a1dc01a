// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphsession.h"

#include "models/exchange/graphfailure.h"
#include "models/exchange/httpfailure.h"
#include "models/exchange/jsonresponse.h"
#include "models/exchange/oauthtoken.h"
#include "models/exchange/onanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace reserve {

namespace {

// Of one listing: more than any calendar has, and an end to a server that names the same page for ever.
constexpr int mostPages = 2000;

Result<QUrl> rootOf(const QString& text)
{
    QUrl root(text.isEmpty() ? QStringLiteral("https://graph.microsoft.com/v1.0") : text.trimmed(), QUrl::StrictMode);
    if (!keepsTokensSafe(root) || root.hasQuery() || root.hasFragment())
        return failure("exchange.setup",
                       {{QStringLiteral("cause"), QStringLiteral("http.url-invalid")}, {QStringLiteral("url"), text}});
    QString path = root.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    root.setPath(path.isEmpty() ? QStringLiteral("/v1.0") : path, QUrl::StrictMode);
    return root;
}

QByteArray encoded(const GraphQuery& query)
{
    QByteArray text;
    for (const auto& [name, value] : query)
        text += (text.isEmpty() ? "?" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return text;
}

QStringList partsOf(const QString& mailbox, const QStringList& below)
{
    return QStringList{QStringLiteral("users"), mailbox} + below;
}

} // namespace

QByteArray graphPath(const QStringList& parts)
{
    QByteArray path;
    for (const QString& part : parts)
        path += '/' + QUrl::toPercentEncoding(part, "@$");
    return path;
}

GraphRequest graphGet(const QString& mailbox, const QStringList& below, const GraphQuery& query)
{
    GraphRequest request;
    request.path = graphPath(partsOf(mailbox, below));
    request.query = query;
    request.mailbox = mailbox;
    return request;
}

GraphRequest graphPost(const QString& mailbox, const QStringList& below, const QJsonObject& body)
{
    GraphRequest request = graphGet(mailbox, below);
    request.method = "POST";
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QString odataText(const QString& text)
{
    QString doubled = text;
    doubled.replace(QLatin1Char('\''), QLatin1String("''"));
    return QLatin1Char('\'') + doubled + QLatin1Char('\'');
}

struct GraphSession::Listing
{
    QString mailbox;
    Receive<QList<QJsonObject>> receive;
    QList<QJsonObject> rows;
    int pages = 0;
};

GraphSession::GraphSession(const QString& root, HttpExchange exchange, OAuthTokenSource& tokens, const Clock& clock)
    : m_root(rootOf(root))
    , m_exchange(std::move(exchange))
    , m_tokens(tokens)
    , m_clock(clock)
{
}

void GraphSession::send(const GraphRequest& request, Receive<GraphReply> receive)
{
    sendWithToken(request, true, receive);
}

void GraphSession::sendWithToken(const GraphRequest& request, bool renews, const Receive<GraphReply>& receive)
{
    if (!m_root) {
        onAnswer(answeredFuture(Result<GraphReply>(failure(m_root.error()))), this, receive);
        return;
    }
    onAnswer(m_tokens.token(), this, [this, request, renews, receive](const Result<SecretString>& token) {
        if (!token) {
            receive(failure(token.error()));
            return;
        }
        const Result<HttpRequest> http = httpRequest(request, *token);
        if (!http) {
            receive(failure(http.error()));
            return;
        }
        const SecretString used = *token;
        onAnswer(m_exchange(*http), this, [this, request, renews, receive, used](const Result<HttpResponse>& response) {
            const bool refused = response ? response->status == 401 : response.error().code() == "http.credentials-refused";
            if (refused && renews) {
                m_tokens.renewAfter(used);
                sendWithToken(request, false, receive);
                return;
            }
            receive(response ? reply(request, *response) : failure(exchangeErrorOf(response.error())));
        });
    });
}

Result<HttpRequest> GraphSession::httpRequest(const GraphRequest& request, const SecretString& token) const
{
    HttpRequest http;
    http.method = request.method;
    http.url = request.page.isEmpty()
        ? QUrl::fromEncoded(m_root->toEncoded() + request.path + encoded(request.query), QUrl::StrictMode)
        : request.page;
    if (!http.url.isValid() || !isOurs(http.url))
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), remoteText(http.url.toString())}}, true);
    http.bearer = token;
    http.body = request.body;
    // Ids that outlive a move to another folder, times that need no zone, and no HTML.
    http.headers = {{"Accept", "application/json"},
                    {"Prefer", "IdType=\"ImmutableId\", outlook.timezone=\"UTC\", outlook.body-content-type=\"text\""},
                    {"client-request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)}};
    if (!request.contentType.isEmpty())
        http.headers.append({QByteArray("Content-Type"), request.contentType});
    return http;
}

// Tokens go to the server of the profile and nowhere else.
bool GraphSession::isOurs(const QUrl& page) const
{
    constexpr int noPort = -1;
    const int usual = m_root->scheme() == QLatin1String("https") ? 443 : 80;
    const auto portOf = [usual](const QUrl& url) { return url.port(noPort) == noPort ? usual : url.port(); };
    return page.scheme() == m_root->scheme() && page.host() == m_root->host() && portOf(page) == portOf(*m_root)
        && page.userInfo().isEmpty();
}

Result<GraphReply> GraphSession::reply(const GraphRequest& request, const HttpResponse& response) const
{
    GraphReply reply;
    reply.status = response.status;
    if (response.status == 202 || response.status == 204)
        return reply;
    if (response.status != 200 && response.status != 201)
        return failure(graphError(response, request.mailbox, m_tokens.client().clientId, m_clock.now()));
    Result<QJsonObject> body = jsonObjectOf(response);
    if (!body)
        return failure(body.error());
    if (body->value(QLatin1String("error")).isObject())
        return failure(graphError(response, request.mailbox, m_tokens.client().clientId, m_clock.now()));
    reply.body = std::move(*body);
    return reply;
}

void GraphSession::sendForAll(const GraphRequest& request, Receive<QList<QJsonObject>> receive)
{
    const auto listing = std::make_shared<Listing>();
    listing->mailbox = request.mailbox;
    listing->receive = std::move(receive);
    send(request, [this, listing](const Result<GraphReply>& reply) { takePage(listing, reply); });
}

void GraphSession::takePage(const std::shared_ptr<Listing>& listing, const Result<GraphReply>& reply)
{
    const auto fail = [&](const QString& detail) {
        listing->receive(failure("exchange.response-unreadable", {{QStringLiteral("detail"), detail}}, true));
    };
    if (!reply) {
        listing->receive(failure(reply.error()));
        return;
    }
    const QJsonValue value = reply->body.value(QLatin1String("value"));
    if (!value.isArray()) {
        fail(QStringLiteral("value"));
        return;
    }
    for (const QJsonValue& row : value.toArray())
        listing->rows.append(row.toObject());
    const QString next = reply->body.value(QLatin1String("@odata.nextLink")).toString();
    if (next.isEmpty()) {
        listing->receive(listing->rows);
        return;
    }
    GraphRequest request;
    request.mailbox = listing->mailbox;
    request.page = QUrl::fromEncoded(next.toUtf8(), QUrl::StrictMode);
    if (!request.page.isValid() || !isOurs(request.page) || ++listing->pages >= mostPages) {
        fail(QStringLiteral("@odata.nextLink"));
        return;
    }
    send(request, [this, listing](const Result<GraphReply>& page) { takePage(listing, page); });
}

void GraphSession::sendForEvents(const GraphRequest& request, Receive<QList<GraphEvent>> receive)
{
    sendForAll(request, [receive = std::move(receive)](const Result<QList<QJsonObject>>& rows) {
        if (!rows) {
            receive(failure(rows.error()));
            return;
        }
        QList<GraphEvent> events;
        for (const QJsonObject& row : *rows) {
            Result<GraphEvent> event = graphEventOf(row);
            if (!event) {
                receive(failure(event.error()));
                return;
            }
            events.append(std::move(*event));
        }
        receive(events);
    });
}

} // namespace reserve
