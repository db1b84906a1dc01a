// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/httpexchange.h"

#include <QObject>

namespace reserve {

class OAuthTokenSource;

// Puts a token in front of every request (RFC 6750 2.1), for EWS and Graph alike. One that the server refuses before
// its time is renewed, and the request sent once more. Answers what the exchange behind it answers, and the errors of
// OAuthTokenSource::token(). Outlives the gateway that uses it; on destruction what waits hears exchange.cancelled.
class BearerExchange final : public QObject
{
    Q_OBJECT

public:
    // The tokens live longer.
    BearerExchange(HttpExchange exchange, OAuthTokenSource& tokens, QObject* parent = nullptr);

    HttpExchange exchange();

private:
    void send(const HttpRequest& request, bool renews, const Answer<HttpResponse>& answer);

    HttpExchange m_exchange;
    OAuthTokenSource& m_tokens;
};

} // namespace reserve
