// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/exchange/answer.h"
#include "models/exchange/graphevent.h"
#include "models/exchange/httpexchange.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

namespace reserve {

using GraphQuery = QList<QPair<QByteArray, QString>>;

struct GraphRequest
{
    QByteArray method = "GET";
    QByteArray path; // below the root, encoded: graphPath()
    GraphQuery query;
    QUrl page; // in place of both: where the server said that the next page is
    QByteArray contentType;
    QByteArray body;
    QString mailbox; // whose; for errors
};

struct GraphReply
{
    int status = 0;
    qint64 bytes = 0; // of what came
    QJsonObject body; // empty where the status promises none
};

// "users/room@example.com/events/AAMk…": the parts encoded, with slashes between them.
QByteArray graphPath(const QStringList& parts);
GraphRequest graphGet(const QString& mailbox, const QStringList& below, const GraphQuery& query = {});
GraphRequest graphPost(const QString& mailbox, const QStringList& below, const QJsonObject& body);
// A literal of $filter (OData 4.01, 5.1.1.6.1).
QString odataText(const QString& text);

// Requests to Microsoft Graph and what it says to them. Answers come to `receive` on the session's thread, from its
// event loop; what waits when the session goes is dropped, and the Answers that it holds end as cancelled.
//
// Errors: those of the exchange, with exchangeErrorOf(), and of graphError(); exchange.graph-address (url) for a
// profile whose address is none for tokens.
class GraphSession final : public QObject
{
    Q_OBJECT

public:
    // `root` empty: https://graph.microsoft.com/v1.0; without a path, "/v1.0" is added.
    GraphSession(const QString& root, QString clientId, HttpExchange exchange, const Clock& clock);

    void send(const GraphRequest& request, Receive<GraphReply> receive);
    // Every "value" of a listing, page after page; next pages are taken from the same server alone, each once. A
    // listing of more than 20,000 rows, 2,000 pages, 20 empty pages, 48 MB or ten minutes is
    // exchange.response-unreadable (detail).
    void sendForAll(const GraphRequest& request, Receive<QList<QJsonObject>> receive);
    // The same, as events. An event that cannot be read is an error: the rest would pass for the whole.
    void sendForEvents(const GraphRequest& request, Receive<QList<GraphEvent>> receive);

    const Result<QUrl>& root() const { return m_root; }
    Instant now() const { return m_clock.now(); }

private:
    struct Listing;

    Result<HttpRequest> httpRequest(const GraphRequest& request) const;
    Result<GraphReply> reply(const GraphRequest& request, const HttpResponse& response) const;
    void takePage(const std::shared_ptr<Listing>& listing, const Result<GraphReply>& reply);
    bool isOurs(const QUrl& page) const;

    Result<QUrl> m_root;
    QString m_clientId; // for errors
    HttpExchange m_exchange;
    const Clock& m_clock;
};

} // namespace reserve
