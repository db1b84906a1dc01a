// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/profilevalues.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace reserve {

namespace {

constexpr int longestDomain = 253;
constexpr int longestLabel = 63;

Failure refusedValue(const char* code, const QString& value)
{
    return failure(code, {{QStringLiteral("value"), value}});
}

bool isDomain(const QString& text)
{
    static const QRegularExpression label(
        QStringLiteral("\\A[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}_-]*[\\p{L}\\p{N}\\p{M}])?\\z"));
    const QStringList labels = text.split(QLatin1Char('.'));
    for (const QString& one : labels) {
        // What is too long comes back empty from toAce().
        const bool isTooLong = one.size() > longestLabel || QUrl::toAce(one).size() > longestLabel;
        if (isTooLong || !label.match(one).hasMatch())
            return false;
    }
    return text.size() <= longestDomain;
}

bool isThisMachine(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace

Result<QString> webAddress(const QString& text)
{
    if (text.isEmpty())
        return QString();
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!url.isValid() || (!isHttps && url.scheme() != QLatin1String("http")) || url.host().isEmpty())
        return refusedValue("profile.url-invalid", text);
    if (!url.userInfo().isEmpty())
        return failure("profile.url-credentials");
    if (!isHttps && !isThisMachine(url.host()))
        return refusedValue("profile.url-not-https", text);
    return text;
}

Result<QStringList> mailDomains(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    QStringList domains;
    for (QString domain : text.split(between, Qt::SkipEmptyParts)) {
        const QString typed = domain;
        if (domain.startsWith(QLatin1Char('@')))
            domain.remove(0, 1);
        if (!isDomain(domain))
            return refusedValue("profile.domain-invalid", typed);
        if (!domains.contains(domain, Qt::CaseInsensitive))
            domains.append(domain);
    }
    return domains;
}

Result<QString> proxyAddress(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:http://)?([^\\s/@]+:[0-9]{1,5})/?\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (text.isEmpty())
        return QString();
    const QString address = form.match(text).captured(1);
    const QUrl url(QLatin1String("http://") + address, QUrl::StrictMode);
    if (address.isEmpty() || !url.isValid() || url.host().isEmpty() || url.port() < 1)
        return refusedValue("profile.proxy-invalid", text);
    return address;
}

} // namespace reserve
