// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/graphendpoint.h"

#include "models/practice/ewsshape.h"

#include <QJsonArray>
#include <QUuid>

namespace reserve::practice {

namespace {

ServedResponse faultResponse(const GraphFault& fault)
{
    const QJsonObject inner{{QStringLiteral("request-id"), QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    return jsonResponse(fault.status,
                        {{QStringLiteral("error"),
                          QJsonObject{{QStringLiteral("code"), fault.code},
                                      {QStringLiteral("message"), fault.message},
                                      {QStringLiteral("innerError"), inner}}}});
}

QStringList decodedParts(const QByteArray& path)
{
    QStringList parts;
    const QList<QByteArray> raw = path.split('/');
    for (const QByteArray& part : raw) {
        if (!part.isEmpty())
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    return parts;
}

ServedResponse throttled(std::chrono::seconds hint)
{
    ServedResponse response = faultResponse({429, QStringLiteral("ApplicationThrottled"),
                                             QStringLiteral("Application is over its MailboxConcurrency limit.")});
    if (hint.count() > 0)
        response.headers.append({"Retry-After", QByteArray::number(qint64(hint.count()))});
    return response;
}

} // namespace

GraphResult<QJsonObject> bodyOf(const ServedRequest& request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return graphFailure(400, QStringLiteral("BadRequest"),
                            u"Unable to read JSON request payload: " + error.errorString());
    }
    return document.object();
}

ServedResponse jsonResponse(int status, const QJsonObject& object)
{
    ServedResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json;odata.metadata=minimal"}, {"OData-Version", "4.0"}};
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

ServedResponse emptyResponse(int status)
{
    ServedResponse response;
    response.status = status;
    return response;
}

ServedResponse page(const GraphCall& call, const QList<Item>& items, ResourceWriter write)
{
    constexpr int usual = 10;
    const GraphQuery query = call.query();
    const int top = query.top(usual);
    QJsonArray value;
    const QList<Item> shown = items.mid(query.skip(), top);
    for (const Item& item : shown)
        value.append(write(item, call.mailbox, call.site, call.view()));
    QJsonObject object{{QStringLiteral("value"), value}};
    if (query.skip() + shown.size() < items.size()) {
        const QByteArray next = call.base.toEncoded(QUrl::StripTrailingSlash) + call.request.path + '?'
            + query.withSkip(query.skip() + top);
        object.insert(QStringLiteral("@odata.nextLink"), QString::fromLatin1(next));
    }
    return jsonResponse(200, object);
}

GraphResult<Item> itemNamed(const GraphCall& call, const QString& id)
{
    if (!Mailbox::numberIn(id))
        return graphFailure(400, QStringLiteral("ErrorInvalidIdMalformed"), QStringLiteral("Id is malformed."));
    const auto item = call.mailbox.find(id, call.site.reader());
    if (item)
        return *item;
    return graphFailure(404, QStringLiteral("ErrorItemNotFound"),
                        QStringLiteral("The specified object was not found in the store."));
}

GraphEndpoint::GraphEndpoint(Site& site)
    : m_site(site)
{
}

ServedResponse GraphEndpoint::answer(const ServedRequest& request)
{
    if (const auto hint = m_site.switches().throttled)
        return throttled(*hint);
    const auto response = route(request);
    return response ? *response : faultResponse(response.error());
}

bool GraphEndpoint::changesAnything(const ServedRequest& request)
{
    return request.method != "GET" && !request.path.toLower().endsWith("/getschedule");
}

GraphResult<ServedResponse> GraphEndpoint::route(const ServedRequest& request)
{
    const QStringList parts = decodedParts(request.path); // v1.0, users, mailbox, ...
    if (parts.size() <= 1) {
        return jsonResponse(200,
                            {{QStringLiteral("value"),
                              QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("users")},
                                                     {QStringLiteral("kind"), QStringLiteral("EntitySet")},
                                                     {QStringLiteral("url"), QStringLiteral("users")}}}}});
    }
    if (parts.at(1) != QLatin1String("users") || parts.size() < 3)
        return graphFailure(400, QStringLiteral("BadRequest"),
                            u"Resource not found for the segment '" + parts.at(1) + u"'.");
    Mailbox* mailbox = m_site.find(parts.at(2));
    if (!mailbox) {
        return graphFailure(404, QStringLiteral("ErrorInvalidUser"),
                            u"The requested user '" + parts.at(2) + u"' is invalid.");
    }
    if (const auto asked = GraphQuery(request.query).check(request.header("prefer")); !asked)
        return tl::unexpected(asked.error());
    return ofMailbox({m_site, *mailbox, request, parts.mid(3), m_base});
}

GraphResult<ServedResponse> GraphEndpoint::ofMailbox(const GraphCall& call) const
{
    const QString address = m_site.spelled(call.mailbox.address());
    if (call.path.isEmpty()) {
        return jsonResponse(200,
                            {{QStringLiteral("id"), address},
                             {QStringLiteral("displayName"), call.mailbox.name()},
                             {QStringLiteral("mail"), address},
                             {QStringLiteral("userPrincipalName"), address}});
    }
    if (call.path == QStringList{QStringLiteral("calendar")} && call.is("GET")) {
        return jsonResponse(
            200,
            {{QStringLiteral("id"), folderId(call.mailbox, Folder::Calendar)},
             {QStringLiteral("name"), QStringLiteral("Calendar")},
             {QStringLiteral("canEdit"), true},
             {QStringLiteral("owner"),
              QJsonObject{{QStringLiteral("name"), call.mailbox.name()}, {QStringLiteral("address"), address}}}});
    }
    if (auto answered = answerEvents(call))
        return *answered;
    if (auto answered = answerMail(call))
        return *answered;
    return graphFailure(400, QStringLiteral("BadRequest"),
                        u"Resource not found for the segment '" + call.path.first() + u"'.");
}

} // namespace reserve::practice
