// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"

#include <QHostAddress>
#include <QObject>
#include <QSslCertificate>
#include <QSslKey>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace reserve {

struct ServedRequest
{
    quint64 connection = 0; // the same number for all requests of one connection (NTLM)
    QByteArray method;
    QByteArray path;     // as sent, without the query
    QByteArray query;    // without "?"
    HttpHeaders headers; // names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView name) const;
};

struct ServedResponse
{
    int status = 200;
    HttpHeaders headers; // Content-Length, Date and Connection are added
    QByteArray body;
    // What goes wrong on purpose.
    std::chrono::milliseconds delay{0};
    std::optional<qint64> cutAfter; // bytes of the whole response, then the connection is cut without a word
    bool closes = false;
};

struct HttpServerOptions
{
    QHostAddress address{QHostAddress::LocalHost}; // loopback alone is accepted
    quint16 port = 0;                              // 0: any free one
    QSslCertificate certificate;                   // TLS where given, with its key
    QSslKey key;
    qint64 mostBytes = 32 * 1024 * 1024; // of a request
    int mostConnections = 200;
};

// A small HTTP/1.1 server on loopback for rehearsals: keep-alive, pipelining one after another, Content-Length and
// chunked bodies, Expect: 100-continue, bounded in everything. Used on one thread with an event loop.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(ServedResponse)>;
    // Called on the server's thread; the answer is given once, at once or later, on the same thread.
    using Handler = std::function<void(const ServedRequest&, Answer)>;

    HttpServer(HttpServerOptions options, Handler handler, QObject* parent = nullptr);
    ~HttpServer() override;

    // Errors: http.port-taken (address, port), http.not-loopback (address).
    Result<void> listen();
    void close(); // open connections are cut
    quint16 port() const;
    QUrl url() const; // without a path

Q_SIGNALS:
    void connectionClosed(quint64 connection);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace reserve
