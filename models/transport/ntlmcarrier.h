// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpcarrier.h"
#include "models/transport/httpconnection.h"
#include "models/transport/ntlmclient.h"

#include <QObject>
#include <QSslConfiguration>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace reserve {

class NtlmExchange;

// Carries requests over connections that are authenticated by NTLM once and then serve one request after another.
//
// Not by QNetworkAccessManager, because NTLM authenticates a connection and Qt does not say which one a request goes
// on: a server that closes in the midst of it is connected to anew without a word, and its 401 there looks like a
// refused password (measured with Qt 6.4.2). Qt's own NTLM sends no channel binding, which Extended Protection asks
// for.
//
// One authentication is under way at a time; once one is refused, the others are not begun.
class NtlmCarrier final : public QObject, public HttpCarrier
{
    Q_OBJECT

public:
    NtlmCarrier(const HttpCredentials& credentials, const QSslConfiguration& tls, QString proxy);
    ~NtlmCarrier() override;

    void carry(const HttpRequest& request, Done done) override;

private:
    friend class NtlmExchange;

    std::unique_ptr<HttpConnection> idleConnection(const QUrl& url);
    std::unique_ptr<HttpConnection> newConnection(const QUrl& url) const;
    void giveBack(std::unique_ptr<HttpConnection> connection);
    void queueForAuthentication(NtlmExchange* exchange);
    void leave(NtlmExchange* exchange);
    void authenticateNext();

    NtlmClient m_client;
    QString m_user;
    QSslConfiguration m_tls;
    QString m_proxy;
    std::vector<std::unique_ptr<HttpConnection>> m_idle; // the one used last stands last
    std::deque<NtlmExchange*> m_waiting;                 // for their turn to authenticate
    NtlmExchange* m_authenticating = nullptr;
    std::optional<Error> m_refused;
};

} // namespace reserve
