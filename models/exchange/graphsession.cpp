// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphsession.h"

#include "models/exchange/graphfailure.h"
#include "models/exchange/httpfailure.h"
#include "models/exchange/jsonresponse.h"
#include "models/exchange/oauthtoken.h"
#include "models/exchange/onanswer.h"
#include "models/exchange/remotetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUuid>

namespace reserve {

namespace {

constexpr qint64 megabyte = 1024 * 1024;
// Of one page: fifty events with a hundred attendees each are a quarter of it.
constexpr qint64 mostPageBytes = 4 * megabyte;
// Of one listing: more than any calendar has in the time that is asked for, and an end to a server that knows none.
constexpr qsizetype mostPages = 2000;
constexpr qsizetype mostRows = 20'000;
constexpr qsizetype mostEmptyPages = 20; // a filter may leave some of them empty
constexpr qint64 mostListingBytes = 48 * megabyte;
constexpr Minutes mostListingTime{10};

Result<QUrl> rootOf(const QString& text)
{
    QUrl root(text.isEmpty() ? QStringLiteral("https://graph.microsoft.com/v1.0") : text.trimmed(), QUrl::StrictMode);
    if (!keepsTokensSafe(root) || root.hasQuery() || root.hasFragment())
        return failure("exchange.graph-address", {{QStringLiteral("url"), text}});
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
    QSet<QUrl> followed;
    qint64 bytes = 0;
    Instant deadline;

    // What a server that never ends did; empty: nothing.
    QString excess(Instant now) const
    {
        if (rows.size() > mostRows)
            return QStringLiteral("more than %1 rows").arg(mostRows);
        if (bytes > mostListingBytes)
            return QStringLiteral("more than %1 MB").arg(mostListingBytes / megabyte);
        if (followed.size() >= mostPages)
            return QStringLiteral("more than %1 pages").arg(mostPages);
        if (followed.size() - rows.size() > mostEmptyPages)
            return QStringLiteral("more than %1 empty pages").arg(mostEmptyPages);
        if (now > deadline)
            return QStringLiteral("pages for more than %1 min").arg(mostListingTime.count());
        return {};
    }
};

GraphSession::GraphSession(const QString& root, QString clientId, HttpExchange exchange, const Clock& clock)
    : m_root(rootOf(root))
    , m_clientId(std::move(clientId))
    , m_exchange(std::move(exchange))
    , m_clock(clock)
{
}

void GraphSession::send(const GraphRequest& request, Receive<GraphReply> receive)
{
    const Result<HttpRequest> http = httpRequest(request);
    const auto response = http ? m_exchange(*http) : answeredFuture(Result<HttpResponse>(failure(http.error())));
    onAnswer(response, this, [this, request, receive = std::move(receive)](const Result<HttpResponse>& answer) {
        receive(answer ? reply(request, *answer) : failure(exchangeErrorOf(answer.error())));
    });
}

Result<HttpRequest> GraphSession::httpRequest(const GraphRequest& request) const
{
    if (!m_root)
        return failure(m_root.error());
    HttpRequest http;
    http.method = request.method;
    http.url = request.page.isEmpty()
        ? QUrl::fromEncoded(m_root->toEncoded() + request.path + encoded(request.query), QUrl::StrictMode)
        : request.page;
    if (!http.url.isValid() || !isOurs(http.url))
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), remoteText(http.url.toString())}},
                       true);
    http.body = request.body;
    http.mostBytes = mostPageBytes;
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
    reply.bytes = response.body.size();
    if (response.status == 202 || response.status == 204)
        return reply;
    if (const std::optional<Error> elsewhere = redirectError(response, *m_root))
        return failure(*elsewhere);
    if (response.status != 200 && response.status != 201)
        return failure(graphError(response, request.mailbox, m_clientId, m_clock.now()));
    Result<QJsonObject> body = jsonObjectOf(response);
    if (!body)
        return failure(body.error());
    if (body->value(QLatin1String("error")).isObject())
        return failure(graphError(response, request.mailbox, m_clientId, m_clock.now()));
    reply.body = std::move(*body);
    return reply;
}

void GraphSession::sendForAll(const GraphRequest& request, Receive<QList<QJsonObject>> receive)
{
    const auto listing = std::make_shared<Listing>();
    listing->mailbox = request.mailbox;
    listing->receive = std::move(receive);
    listing->deadline = m_clock.now() + mostListingTime;
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
    listing->bytes += reply->bytes;
    if (const QString excess = listing->excess(m_clock.now()); !excess.isEmpty()) {
        fail(excess);
        return;
    }
    const QString next = reply->body.value(QLatin1String("@odata.nextLink")).toString();
    if (next.isEmpty()) {
        listing->receive(listing->rows);
        return;
    }
    GraphRequest request;
    request.mailbox = listing->mailbox;
    request.page = QUrl::fromEncoded(next.toUtf8(), QUrl::StrictMode);
    if (!request.page.isValid() || !isOurs(request.page) || listing->followed.contains(request.page)) {
        fail(QStringLiteral("@odata.nextLink"));
        return;
    }
    listing->followed.insert(request.page);
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
