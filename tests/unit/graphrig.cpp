// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphrig.h"

#include <QJsonDocument>

namespace reserve::test {

namespace {

ServerProfile profileOf(const QString& url)
{
    ServerProfile profile;
    profile.kind = ServerKind::Graph;
    profile.url = url;
    profile.tenant = QStringLiteral("contoso.example");
    profile.clientId = QStringLiteral("6731de76");
    return profile;
}

} // namespace

GraphRig::GraphRig(const QString& url)
    : tokens(*OAuthClient::of(profileOf(url), SecretString("secret")), issuer.exchange(), clock)
    , bearer(server.exchange(), tokens)
    , gateway(profileOf(url), bearer.exchange(), clock)
{
    issuer.answerAlways("/oauth2/v2.0/token",
                        response(200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"t1\"}"));
}

QJsonObject GraphRig::bodyOf(const QByteArray& line) const
{
    const QList<QByteArray> all = lines();
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        if (all.at(i).contains(line))
            return QJsonDocument::fromJson(requests().at(i).body).object();
    }
    return {};
}

void GraphRig::answer(const char* request, const QJsonObject& body, int status)
{
    server.answer(request, response(status, QJsonDocument(body).toJson(QJsonDocument::Compact)));
}

void GraphRig::refuse(const char* request, int status, const char* code, const char* message)
{
    const QJsonObject error{{QStringLiteral("code"), QLatin1String(code)},
                            {QStringLiteral("message"), QLatin1String(message)}};
    answer(request, {{QStringLiteral("error"), error}}, status);
}

QJsonObject GraphRig::listOf(const QList<QJsonObject>& rows)
{
    QJsonArray value;
    for (const QJsonObject& row : rows)
        value.append(row);
    return {{QStringLiteral("value"), value}};
}

QJsonObject graphEvent(const char* id, const QJsonObject& changes)
{
    QJsonObject event{
        {QStringLiteral("id"), QLatin1String(id)},
        {QStringLiteral("@odata.etag"), QStringLiteral("W/\"1\"")},
        {QStringLiteral("iCalUId"), QStringLiteral("meeting-1@example.com")},
        {QStringLiteral("subject"), QStringLiteral("Budget")},
        {QStringLiteral("type"), QStringLiteral("singleInstance")},
        {QStringLiteral("showAs"), QStringLiteral("tentative")},
        {QStringLiteral("sensitivity"), QStringLiteral("normal")},
        {QStringLiteral("isAllDay"), false},
        {QStringLiteral("isCancelled"), false},
        {QStringLiteral("isOrganizer"), false},
        {QStringLiteral("responseRequested"), true},
        {QStringLiteral("originalStartTimeZone"), QStringLiteral("W. Europe Standard Time")},
        {QStringLiteral("location"), QJsonObject{{QStringLiteral("displayName"), QStringLiteral("Lab")}}},
        {QStringLiteral("start"), utcTime("2026-11-18T09:30:00.0000000")},
        {QStringLiteral("end"), utcTime("2026-11-18T10:30:00.0000000")},
        {QStringLiteral("responseStatus"), QJsonObject{{QStringLiteral("response"), QStringLiteral("notResponded")}}},
        {QStringLiteral("organizer"),
         QJsonObject{{QStringLiteral("emailAddress"),
                      QJsonObject{{QStringLiteral("address"), QStringLiteral("ann@contoso.example")}}}}},
        {QStringLiteral("attendees"), QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("resource")}}}},
        {QStringLiteral("lastModifiedDateTime"), QStringLiteral("2026-11-17T12:00:00.1234567Z")},
    };
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change->isNull())
            event.remove(change.key());
        else
            event.insert(change.key(), *change);
    }
    return event;
}

QJsonObject utcTime(const char* dateTime)
{
    return {{QStringLiteral("dateTime"), QLatin1String(dateTime)}, {QStringLiteral("timeZone"), QStringLiteral("UTC")}};
}

QJsonObject extendedProperty(const char* id, const QString& value)
{
    return {{QStringLiteral("singleValueExtendedProperties"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("value"), value}}}}};
}

} // namespace reserve::test
