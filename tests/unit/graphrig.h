// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/bearerexchange.h"
#include "models/exchange/graphgateway.h"
#include "models/exchange/oauthtoken.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/recordedexchange.h"

#include <QJsonArray>
#include <QJsonObject>

namespace reserve::test {

// A gateway to Graph whose server is a table; tokens are always given.
class GraphRig final
{
public:
    explicit GraphRig(const QString& url = {});

    RecordedExchange issuer; // of tokens
    RecordedExchange server;
    FakeClock clock;
    OAuthTokenSource tokens;
    BearerExchange bearer;
    GraphGateway gateway;

    const QList<HttpRequest>& requests() const { return server.requests(); }
    QList<QByteArray> lines() const { return server.lines(); }
    QJsonObject bodyOf(const QByteArray& line) const; // of the last request whose line holds this

    void answer(const char* request, const QJsonObject& body, int status = 200);
    void answer(const char* request, int status) { server.answer(request, response(status)); }
    void answerList(const char* request, const QList<QJsonObject>& rows) { answer(request, listOf(rows)); }
    void refuse(const char* request, int status, const char* code, const char* message = "");

    static QJsonObject listOf(const QList<QJsonObject>& rows);
};

inline const QString room = QStringLiteral("lab@contoso.example");

// 2026-11-18, 09:30 to 10:30 in UTC; what is given replaces what stands there, null takes it away.
QJsonObject graphEvent(const char* id, const QJsonObject& changes = {});
QJsonObject utcTime(const char* dateTime);
QJsonObject extendedProperty(const char* id, const QString& value);

} // namespace reserve::test
