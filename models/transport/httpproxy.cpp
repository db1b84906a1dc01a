// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpproxy.h"

#include <QHostAddress>

#include <optional>

namespace reserve {

namespace {

std::optional<QNetworkProxy> proxyOf(const QString& text)
{
    const QUrl url(QStringLiteral("http://") + text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery();
    if (!isPlain || url.host().isEmpty() || url.port() <= 0)
        return std::nullopt;
    return QNetworkProxy(QNetworkProxy::HttpProxy, url.host(), quint16(url.port()));
}

} // namespace

QList<QNetworkProxy> proxiesFor(const QUrl& url, const QString& setProxy)
{
    const QList<QNetworkProxy> none{QNetworkProxy(QNetworkProxy::NoProxy)};
    const bool isOwnMachine = isLoopback(url);
    if (isOwnMachine && url.scheme() != QLatin1String("https"))
        return none;
    if (const auto proxy = proxyOf(setProxy))
        return {*proxy};
    return isOwnMachine ? none : QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
}

Result<void> checkProxy(const QString& setProxy)
{
    if (setProxy.isEmpty() || proxyOf(setProxy))
        return {};
    return failure("http.proxy",
                   {{QStringLiteral("proxy"), setProxy}, {QStringLiteral("detail"), QStringLiteral("host:port")}});
}

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    const QHostAddress address(host);
    return address.isNull() ? host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 : address.isLoopback();
}

} // namespace reserve
