// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"
#include "models/transport/httpclient.h"

#include <QUrl>

#include <optional>

namespace reserve {

// What a failed or refused HTTP exchange means in the words of exchangeproblem.h, the same for EWS and Graph. Pure;
// callable from any thread.

// http.* as exchange.*, arguments kept. A code that is no http.* comes back unchanged.
//
//   http.host-unknown .no-connection .proxy        exchange.unreachable (proxy where it was that)
//   http.time-limit                                exchange.time-limit
//   http.connection-lost                           exchange.connection-lost
//   http.certificate                               exchange.certificate
//   http.credentials-refused .scheme-not-offered   exchange.credentials-refused (scheme, offered where it was that)
//   http.too-large .protocol                       exchange.response-unreadable
//   http.in-clear .url-invalid                     exchange.setup (cause)
//   http.cancelled                                 exchange.cancelled
Error exchangeErrorOf(const Error& http);

// What the status alone says, for whoever has already looked whether the body says more (a SOAP fault comes with 500):
// 401 exchange.credentials-refused, 403 exchange.access-denied, 429 and 509 exchange.throttled, 503 exchange.throttled
// where the server names a pause, 408 exchange.time-limit, other 5xx exchange.server-error. Arguments: status, and
// "hint" in milliseconds from Retry-After. Nothing for every other status.
std::optional<Error> statusError(const HttpResponse& response, Instant now);

// A server that sends us elsewhere (301, 302, 303, 307, 308) is not followed, whatever was asked (E10): credentials and
// mail go to the address of the profile alone. exchange.redirected (status, url, and location where it names one:
// without what may be a secret in it). Nothing for every other status.
std::optional<Error> redirectError(const HttpResponse& response, const QUrl& asked);

// Retry-After (RFC 9110 10.2.3) as seconds or as a date in any of the three forms of 5.6.7. Nothing for what is
// neither, negative or past.
std::optional<Milliseconds> retryAfter(QByteArrayView value, Instant now);

} // namespace reserve
