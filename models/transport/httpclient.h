// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/base/secretstring.h"
#include "models/transport/httpheaders.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace reserve {

// How a server is told who asks (R-CREDENTIALS). A bearer token goes with each request instead.
struct HttpCredentials
{
    enum class Scheme { None, Basic, Ntlm, Kerberos };

    Scheme scheme = Scheme::None;
    QString user;
    QString domain; // NTLM
    SecretString password;
};

struct HttpClientOptions
{
    HttpCredentials credentials;
    QString proxy;              // host:port; empty: as the system says
    QString trustedAuthorities; // PEM; in place of the system's where given
    int mostAtOnce = 4;         // requests under way; others wait in their order. With Basic it is one at a time
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;            // https; http where no credentials go with it, and to this machine
    HttpHeaders headers; // but for Host, Content-Length and what else is the connection's
    SecretString bearer; // goes as Authorization: Bearer where not empty
    QByteArray body;
    std::chrono::milliseconds timeLimit{60000}; // of the whole, from the moment it is sent
    qint64 mostBytes = 16 * 1024 * 1024;        // of the body, unpacked
};

struct HttpResponse
{
    int status = 0;
    HttpHeaders headers; // names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView name) const; // joined by ", "

    friend bool operator==(const HttpResponse&, const HttpResponse&) = default;
};

// HTTP/1.1 requests to one server on one account. Redirects are never followed, cookies not kept, certificates always
// checked; credentials go to the host of the request alone, and without TLS to this machine only: by http to
// "localhost", 127.0.0.0/8 or ::1, past any proxy. Nothing is read beyond `mostBytes`; packed bodies (Content-Encoding)
// are neither asked for nor taken. A request that has a body is never sent twice by itself, whatever the connection
// does.
//
// Basic is sent at once, in UTF-8 (RFC 7617). NTLM is version 2 with channel binding (MS-NLMP, RFC 5929 tls-server-end-
// point), on connections of its own (NtlmCarrier says why). Kerberos is that of Qt, with the ticket of the account that
// runs this program. No other challenge is ever answered. Until the server has taken the credentials once, requests go
// one by one; a password that was refused is not sent again in the life of this object: a corrected one needs a new
// object.
//
// Used on one thread with an event loop, where the answers come. Every future answers once; on destruction with
// http.cancelled. A status of 400 and more is an answer, no error, but for a 401 to the account's credentials; a 401 to
// a bearer token is an answer too. Errors, with host: http.host-unknown, http.no-connection (detail), http.time-limit,
// http.connection-lost (detail), http.certificate (detail), http.credentials-refused (user), http.scheme-not-offered
// (scheme, offered), http.too-large (limit), http.in-clear (credentials over http), http.url-invalid (url), http.proxy
// (detail; proxy where its text is none), http.protocol (detail), http.cancelled.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(HttpClientOptions options, QObject* parent = nullptr);
    ~HttpClient() override;

    QFuture<Result<HttpResponse>> send(const HttpRequest& request);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace reserve
