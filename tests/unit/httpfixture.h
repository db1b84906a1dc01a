// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/secretstring.h"
#include "models/transport/httpclient.h"
#include "models/transport/httpserver.h"
#include "tests/support/testcertificate.h"

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <optional>

namespace reserve {

// An HttpServer that keeps what it was asked and answers as it is told; 200 with "ok" when not told.
class HttpPeer
{
public:
    explicit HttpPeer(const TestCertificate* certificate = nullptr,
                      const QHostAddress& address = QHostAddress::LocalHost);

    bool listen() { return m_server->listen().has_value(); }
    QUrl url(const QString& path = QStringLiteral("/")) const;
    HttpServer& server() { return *m_server; }

    std::function<ServedResponse(const ServedRequest&)> answer;
    bool holdsAnswers = false; // until release()
    void release();

    QList<ServedRequest> requests;
    int mostAtOnce = 0;

private:
    void take(const ServedRequest& request, const HttpServer::Answer& respond);

    QList<std::function<void()>> m_held;
    std::unique_ptr<HttpServer> m_server;
};

// Says the same octets to whoever has sent a head, whatever HTTP thinks of them.
class RawPeer final : public QObject
{
    Q_OBJECT

public:
    explicit RawPeer(QByteArray octets, bool closes = true);

    QUrl url() const;
    int heads() const { return m_heads; }
    QList<QTcpSocket*> sockets() const { return m_server.findChildren<QTcpSocket*>(); }

private:
    QByteArray m_octets;
    bool m_closes;
    int m_heads = 0;
    QTcpServer m_server;
};

// A proxy that opens tunnels (CONNECT), or refuses to.
class TunnelPeer final : public QObject
{
    Q_OBJECT

public:
    explicit TunnelPeer(QByteArray refusal = {});

    QString address() const;
    QList<QByteArray> asked;     // "localhost:443"
    std::optional<quint16> exit; // every tunnel ends at this port of this machine, wherever it is said to lead

private:
    void open(QTcpSocket* client, const QByteArray& head);

    QByteArray m_refusal;
    QTcpServer m_server;
};

// The server's side of NTLM for one account: each connection is authenticated by itself. Checks the proof and, where it
// is not empty, the channel binding, with the project's own computations; tst_ntlmacceptor has the independent judge.
class NtlmPeer
{
public:
    QString user = QStringLiteral("User");
    QString domain = QStringLiteral("Domain");
    SecretString password{"Password"};
    QByteArray channelBinding;
    bool forgets = false; // asks each request anew
    bool closesMidway = false;
    bool closesBeforeOutcome = false;

    int challenges = 0;
    int refusals = 0;

    ServedResponse answer(const ServedRequest& request);

private:
    bool isGood(const QByteArray& message) const;

    QHash<quint64, bool> m_known; // connections
};

HttpRequest request(const QUrl& url, const QByteArray& method = "GET", const QByteArray& body = {});
HttpCredentials credentials(HttpCredentials::Scheme scheme, const QByteArray& password = "Password");

// A server's certificate and clients that trust it alone. What a developer's shell says of proxies is forgotten with
// it.
class HttpTrust final
{
public:
    HttpTrust();

    bool isValid() const { return !m_pem.isEmpty(); } // it takes the openssl program
    const TestCertificate& certificate() const { return m_certificate; }
    const QString& pem() const { return m_pem; }
    HttpClientOptions options() const;

private:
    TestCertificate m_certificate;
    QString m_pem;
};

// The answer, or test.no-answer.
Result<HttpResponse> answerOf(QFuture<Result<HttpResponse>> future);
QByteArray codeOf(const Result<HttpResponse>& answer); // empty: none
QString argumentOf(const Result<HttpResponse>& answer, const char* name);

} // namespace reserve
