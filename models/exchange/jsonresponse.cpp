// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/jsonresponse.h"

#include "models/exchange/remotetext.h"

#include <QJsonDocument>

namespace reserve {

namespace {

// "application/json", "application/problem+json; charset=utf-8".
bool isJson(QByteArrayView contentType)
{
    const QByteArray type = contentType.toByteArray().toLower().split(';').first().trimmed();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

} // namespace

Failure unreadable(const HttpResponse& response, const QString& detail)
{
    return failure("exchange.response-unreadable",
                   {{QStringLiteral("status"), QString::number(response.status)}, {QStringLiteral("detail"), detail}},
                   true);
}

Result<QJsonObject> jsonObjectOf(const HttpResponse& response)
{
    const QByteArray type = response.header("content-type");
    if (!isJson(type))
        return unreadable(response,
                          type.isEmpty() ? QStringLiteral("no content type") : remoteText(QString::fromLatin1(type)));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &error);
    if (error.error != QJsonParseError::NoError)
        return unreadable(response, error.errorString());
    if (!document.isObject())
        return unreadable(response, QStringLiteral("no JSON object"));
    return document.object();
}

} // namespace reserve
