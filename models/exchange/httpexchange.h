// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpclient.h"

#include <functional>

namespace reserve {

// One request and its answer, by whatever way. It answers once, on the thread of the caller, with what
// HttpClient::send() answers; a token is added in front of it where the profile asks for one.
using HttpExchange = std::function<QFuture<Result<HttpResponse>>(const HttpRequest&)>;

// The client must live longer than what uses the exchange.
inline HttpExchange exchangeThrough(HttpClient& client)
{
    return [&client](const HttpRequest& request) { return client.send(request); };
}

} // namespace reserve
