// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/ntlmcarrier.h"

#include "models/transport/httpproxy.h"
#include "models/transport/ntlmexchange.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// Idle connections that are kept at most; a client sends few requests at once.
constexpr std::size_t mostIdle = 8;

} // namespace

NtlmCarrier::NtlmCarrier(const HttpCredentials& credentials, const QSslConfiguration& tls, QString proxy)
    : m_client(NtlmAccount{credentials.user, credentials.domain, credentials.password})
    , m_user(credentials.user)
    , m_tls(tls)
    , m_proxy(std::move(proxy))
{
}

NtlmCarrier::~NtlmCarrier()
{
    const auto exchanges = findChildren<NtlmExchange*>(QString(), Qt::FindDirectChildrenOnly);
    for (NtlmExchange* exchange : exchanges) {
        exchange->disconnect(this);
        delete exchange;
    }
}

void NtlmCarrier::carry(const HttpRequest& request, Done done)
{
    auto* exchange = new NtlmExchange(request, *this);
    connect(exchange, &NtlmExchange::answered, this,
            [exchange, done = std::move(done)](const Result<HttpResponse>& answer) {
                exchange->deleteLater();
                done(answer);
            });
    QMetaObject::invokeMethod(exchange, &NtlmExchange::start, Qt::QueuedConnection);
}

std::unique_ptr<HttpConnection> NtlmCarrier::idleConnection(const QUrl& url)
{
    m_idle.erase(std::remove_if(m_idle.begin(), m_idle.end(), [](const auto& one) { return !one->isUsable(); }),
                 m_idle.end());
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const auto& one) { return one->leadsTo(url); });
    if (found == m_idle.rend())
        return nullptr;
    std::unique_ptr<HttpConnection> connection = std::move(*found);
    m_idle.erase(std::next(found).base());
    return connection;
}

std::unique_ptr<HttpConnection> NtlmCarrier::newConnection(const QUrl& url) const
{
    const QList<QNetworkProxy> proxies = proxiesFor(url, m_proxy);
    const QNetworkProxy proxy = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
    return std::make_unique<HttpConnection>(url, m_tls, proxy);
}

void NtlmCarrier::giveBack(std::unique_ptr<HttpConnection> connection)
{
    // It may be what is calling: it goes later.
    if (!connection->isUsable() || m_idle.size() >= mostIdle)
        connection.release()->deleteLater();
    else
        m_idle.push_back(std::move(connection));
}

void NtlmCarrier::queueForAuthentication(NtlmExchange* exchange)
{
    m_waiting.push_back(exchange);
    authenticateNext();
}

// The exchange has its answer: if it was the one that authenticated, the next may.
void NtlmCarrier::leave(NtlmExchange* exchange)
{
    m_waiting.erase(std::remove(m_waiting.begin(), m_waiting.end(), exchange), m_waiting.end());
    if (m_authenticating == exchange)
        m_authenticating = nullptr;
    authenticateNext();
}

void NtlmCarrier::authenticateNext()
{
    if (m_authenticating || m_waiting.empty())
        return;
    NtlmExchange* next = m_waiting.front();
    m_waiting.pop_front();
    if (m_refused)
        return next->fail(*m_refused);
    if (next->goOverIdle())
        return authenticateNext();
    m_authenticating = next;
    next->authenticate();
}

} // namespace reserve
