// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/bearerexchange.h"

#include "models/exchange/oauthtoken.h"
#include "models/exchange/onanswer.h"

namespace reserve {

namespace {

bool isRefused(const Result<HttpResponse>& response)
{
    return response ? response->status == 401 : response.error().code() == "http.credentials-refused";
}

} // namespace

BearerExchange::BearerExchange(HttpExchange exchange, OAuthTokenSource& tokens, QObject* parent)
    : QObject(parent)
    , m_exchange(std::move(exchange))
    , m_tokens(tokens)
{
}

HttpExchange BearerExchange::exchange()
{
    return [this](const HttpRequest& request) {
        const Answer<HttpResponse> answer;
        send(request, true, answer);
        return answer.future();
    };
}

void BearerExchange::send(const HttpRequest& request, bool renews, const Answer<HttpResponse>& answer)
{
    onAnswer(m_tokens.token(), this, [this, request, renews, answer](const Result<SecretString>& token) {
        if (!token) {
            answer(failure(token.error()));
            return;
        }
        HttpRequest authorized = request;
        authorized.bearer = *token;
        onAnswer(m_exchange(authorized), this,
                 [this, authorized, renews, answer](const Result<HttpResponse>& response) {
                     if (renews && isRefused(response)) {
                         m_tokens.renewAfter(authorized.bearer);
                         send(authorized, false, answer);
                     } else {
                         answer(response);
                     }
                 });
    });
}

} // namespace reserve
