// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"
#include "models/transport/httperror.h"
#include "models/transport/httpmessagereader.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

#include <optional>

namespace reserve {

// One HTTP/1.1 connection to one server, by TLS where the address says https, that is not shared, not replaced and not
// opened anew: whoever holds it knows on which connection each request goes. One request at a time. Used on one thread.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    // Only scheme, host and port of `server` count.
    HttpConnection(QUrl server, const QSslConfiguration& tls, const QNetworkProxy& proxy, QObject* parent = nullptr);
    ~HttpConnection() override;

    // Connects first where it is not connected. Ends with answered() or failed(), once and never from inside the call.
    void send(const HttpRequest& request);

    bool leadsTo(const QUrl& url) const;
    bool isUsable() const; // idle, and another request may follow
    QSslCertificate serverCertificate() const { return m_socket.peerCertificate(); }
    // Nothing more comes of it.
    void abandon();

Q_SIGNALS:
    void answered(const HttpResponse& response);
    void failed(const Error& error); // the connection is of no more use

private:
    void write();
    void read();
    bool drain();
    void end(); // the peer closed
    void finish();
    void fail(const Error& error);
    HttpWay way() const;
    std::optional<Error> problemOfReader() const;

    QUrl m_server;
    QSslSocket m_socket;
    std::optional<HttpRequest> m_request;
    std::optional<HttpMessageReader> m_reader;
    bool m_isOpen = false;
    bool m_isSpent = false;
};

// The octets of a request: RFC 9112, with Host and Content-Length.
QByteArray requestOctets(const HttpRequest& request);

} // namespace reserve
