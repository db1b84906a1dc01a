// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/graphquery.h"
#include "models/transport/httpserver.h"

#include <QJsonDocument>
#include <QUrl>

namespace reserve::practice {

// One request about one mailbox.
struct GraphCall
{
    Site& site;
    Mailbox& mailbox;
    const ServedRequest& request;
    QStringList path; // behind users/{mailbox}, decoded: {"events", "AAMk..."}
    QUrl base;        // of the server, for the address of the next page

    GraphQuery query() const { return GraphQuery(request.query); }
    GraphView view() const { return query().view(request.header("prefer")); }
    bool is(const char* method) const { return request.method == method; }
};

// A body that is one JSON object. Error: 400 BadRequest.
GraphResult<QJsonObject> bodyOf(const ServedRequest& request);

ServedResponse jsonResponse(int status, const QJsonObject& object);
ServedResponse emptyResponse(int status);

using ResourceWriter = QJsonObject (*)(const Item&, const Mailbox&, const Site&, const GraphView&);
// A list in pages: `value`, and @odata.nextLink while there are more.
ServedResponse page(const GraphCall& call, const QList<Item>& items, ResourceWriter write);

// The item with that id in this mailbox; its ids mean nothing in another. Errors: 400 ErrorInvalidIdMalformed, 404
// ErrorItemNotFound.
GraphResult<Item> itemNamed(const GraphCall& call, const QString& id);

// What the path asks of events, calendarView and schedules, and of messages; nothing when it is not theirs.
std::optional<GraphResult<ServedResponse>> answerEvents(const GraphCall& call);
std::optional<GraphResult<ServedResponse>> answerMail(const GraphCall& call);

} // namespace reserve::practice
