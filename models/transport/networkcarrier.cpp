// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/networkcarrier.h"

#include "models/transport/httpproxy.h"

#include <QAuthenticator>
#include <QNetworkProxyFactory>

#include <utility>

namespace reserve {

namespace {

class Proxies final : public QNetworkProxyFactory
{
public:
    explicit Proxies(QString setProxy)
        : m_setProxy(std::move(setProxy))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return proxiesFor(query.url(), m_setProxy);
    }

private:
    QString m_setProxy;
};

} // namespace

NetworkCarrier::NetworkCarrier(const QSslConfiguration& tls, const QString& proxy,
                               NetworkExchange::Authentication authentication)
    : m_tls(tls)
    , m_authentication(authentication)
    , m_way(proxy.isEmpty() ? HttpWay::Direct : HttpWay::Proxy)
{
    m_manager.setProxyFactory(new Proxies(proxy));
    if (authentication == NetworkExchange::Authentication::ByQt) {
        connect(&m_manager, &QNetworkAccessManager::authenticationRequired, this,
                [this](const QNetworkReply* reply) { passOnChallenge(reply); });
    }
}

NetworkCarrier::~NetworkCarrier()
{
    // Before the manager goes, which owns the replies.
    qDeleteAll(findChildren<NetworkExchange*>(QString(), Qt::FindDirectChildrenOnly));
}

void NetworkCarrier::carry(const HttpRequest& request, Done done)
{
    auto* exchange = new NetworkExchange(request, m_authentication, m_way, this);
    connect(exchange, &NetworkExchange::answered, this,
            [exchange, done = std::move(done)](const Result<HttpResponse>& answer) {
                exchange->deleteLater();
                done(answer);
            });
    exchange->start(m_manager, m_tls);
}

void NetworkCarrier::passOnChallenge(const QNetworkReply* reply)
{
    const auto exchanges = findChildren<NetworkExchange*>(QString(), Qt::FindDirectChildrenOnly);
    for (NetworkExchange* exchange : exchanges) {
        if (exchange->reply() == reply)
            exchange->challenged();
    }
}

} // namespace reserve
