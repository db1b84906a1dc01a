// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httprequestcheck.h"

#include "models/transport/httperror.h"
#include "models/transport/httpproxy.h"

#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

bool isOurs(QByteArrayView name)
{
    static constexpr std::array<const char*, 6> ours{
        "accept-encoding", "connection", "content-length", "host", "proxy-authorization", "transfer-encoding"};
    return std::any_of(ours.cbegin(), ours.cend(),
                       [&](const char* own) { return name.compare(QByteArrayView(own), Qt::CaseInsensitive) == 0; });
}

} // namespace

Result<void> checkRequest(const HttpRequest& request, HttpCredentials::Scheme scheme)
{
    const QUrl& url = request.url;
    const bool isEncrypted = url.scheme() == QLatin1String("https");
    const bool isHttp = isEncrypted || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        const QString text = url.toDisplayString(QUrl::RemoveUserInfo);
        return failure("http.url-invalid", {{QStringLiteral("host"), url.host()}, {QStringLiteral("url"), text}});
    }
    const bool isSecret = !request.bearer.isEmpty() || usesAccount(request, scheme)
        || !headerValue(request.headers, "authorization").isEmpty();
    if (isSecret && !isEncrypted && !isLoopback(url))
        return failure("http.in-clear", {{QStringLiteral("host"), url.host()}});
    if (!isHeaderName(request.method))
        return failure(protocolError(url, QStringLiteral("method")));
    for (const auto& [name, value] : request.headers) {
        if (!isHeaderName(name) || !isHeaderValue(value) || isOurs(name))
            return failure(protocolError(url, QStringLiteral("field ") + QString::fromLatin1(name)));
    }
    return {};
}

bool usesAccount(const HttpRequest& request, HttpCredentials::Scheme scheme)
{
    return scheme != HttpCredentials::Scheme::None && request.bearer.isEmpty();
}

Result<QSslConfiguration> tlsConfiguration(const QString& trustedAuthorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (trustedAuthorities.trimmed().isEmpty())
        return tls;
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(trustedAuthorities.toUtf8(), QSsl::Pem);
    if (authorities.isEmpty())
        return failure("http.certificate", {{QStringLiteral("detail"), QStringLiteral("no certificate in PEM")}}, true);
    tls.setCaCertificates(authorities);
    return tls;
}

QByteArray basicAuthorization(const HttpCredentials& credentials)
{
    QByteArray pair = credentials.user.toUtf8() + ':' + credentials.password.reveal().toByteArray();
    const QByteArray field = "Basic " + pair.toBase64();
    pair.fill('\0');
    return field;
}

} // namespace reserve
