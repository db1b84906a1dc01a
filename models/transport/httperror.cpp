// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httperror.h"

#include <QStringList>

namespace reserve {

namespace {

Error hostError(const char* code, const QUrl& url, const QString& detail = {})
{
    Arguments arguments{{QStringLiteral("host"), url.host()}};
    if (!detail.isEmpty())
        arguments.insert(QStringLiteral("detail"), detail);
    return Error(code, arguments, true);
}

} // namespace

Error httpError(QNetworkReply::NetworkError error, const QString& detail, const QUrl& url, HttpWay way)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return hostError("http.host-unknown", url);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TimeoutError: // of connecting: the limit of the whole is our own
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return hostError("http.no-connection", url, detail);
    case QNetworkReply::UnknownNetworkError: // what a proxy says comes as this too
        return hostError(way == HttpWay::Proxy ? "http.proxy" : "http.no-connection", url, detail);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // it broke off, and the body is never sent twice
        return hostError("http.connection-lost", url, detail);
    case QNetworkReply::SslHandshakeFailedError:
        return hostError("http.certificate", url, detail);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return hostError("http.proxy", url, detail);
    default:
        return hostError("http.protocol", url, detail);
    }
}

Error httpError(QAbstractSocket::SocketError error, const QString& detail, const QUrl& url, HttpWay way)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return hostError("http.host-unknown", url);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return hostError("http.certificate", url, detail);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return hostError("http.proxy", url, detail);
    case QAbstractSocket::SocketAccessError: // "Proxy denied connection"
        return hostError(way == HttpWay::Proxy ? "http.proxy" : "http.no-connection", url, detail);
    default:
        return hostError(way == HttpWay::Open ? "http.connection-lost" : "http.no-connection", url, detail);
    }
}

Error certificateError(const QList<QSslError>& problems, const QUrl& url)
{
    QStringList details;
    for (const QSslError& problem : problems)
        details.append(problem.errorString());
    details.removeDuplicates();
    return hostError("http.certificate", url, details.join(QLatin1Char(' ')));
}

Error timeLimitError(const QUrl& url)
{
    return hostError("http.time-limit", url);
}

Error tooLargeError(const QUrl& url, qint64 limit)
{
    return Error("http.too-large",
                 {{QStringLiteral("host"), url.host()}, {QStringLiteral("limit"), QString::number(limit)}}, true);
}

Error protocolError(const QUrl& url, const QString& detail)
{
    return hostError("http.protocol", url, detail);
}

} // namespace reserve
