// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpcarrier.h"
#include "models/transport/networkexchange.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>

namespace reserve {

// Carries requests by QNetworkAccessManager, which keeps and shares connections: everything but NTLM, which belongs to
// one connection (see NtlmCarrier).
class NetworkCarrier final : public QObject, public HttpCarrier
{
    Q_OBJECT

public:
    NetworkCarrier(const QSslConfiguration& tls, const QString& proxy, NetworkExchange::Authentication authentication);
    ~NetworkCarrier() override;

    void carry(const HttpRequest& request, Done done) override;

private:
    void passOnChallenge(const QNetworkReply* reply);

    QSslConfiguration m_tls;
    NetworkExchange::Authentication m_authentication;
    HttpWay m_way;
    QNetworkAccessManager m_manager;
};

} // namespace reserve
