// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"

#include <functional>

namespace reserve {

// One way of getting a request to a server and the response back; HttpClient decides which requests go when. Used on
// one thread. Errors are those of HttpClient.
class HttpCarrier
{
public:
    // Called once, never from inside carry().
    using Done = std::function<void(Result<HttpResponse>)>;

    virtual ~HttpCarrier() = default; // cuts off what is under way; no Done is called any more

    virtual void carry(const HttpRequest& request, Done done) = 0;
};

} // namespace reserve
