// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"

#include <QSslConfiguration>

namespace reserve {

// What can be said of a request before anything is sent: http.url-invalid (url) for what is no http or https address
// with a host, or carries a user of its own; http.in-clear (host) for credentials that would go without TLS to another
// machine; http.protocol (detail) for fields that are none, or that the client sets itself.
Result<void> checkRequest(const HttpRequest& request, HttpCredentials::Scheme scheme);

// Does it carry the account's credentials, or a bearer token of its own?
bool usesAccount(const HttpRequest& request, HttpCredentials::Scheme scheme);

// TLS 1.2 and later, certificates checked against the authorities named in PEM, else the system's. http.certificate
// (detail) where the text holds no certificate.
Result<QSslConfiguration> tlsConfiguration(const QString& trustedAuthorities);

// RFC 7617 with its charset UTF-8, whatever the server says.
QByteArray basicAuthorization(const HttpCredentials& credentials);

} // namespace reserve
