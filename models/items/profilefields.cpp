// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/profilefields.h"

#include "models/base/address.h"
#include "models/entities/enumtext.h"

#include <QRegularExpression>
#include <QUrl>

namespace reserve {

namespace {

Failure refusedValue(const char* code, const QString& value)
{
    return failure(code, {{QStringLiteral("value"), value}});
}

Result<void> setDomains(QStringList& domains, const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?$"));
    QStringList list;
    for (const QString& item : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString domain = item.trimmed();
        if (domain.isEmpty() || list.contains(domain, Qt::CaseInsensitive))
            continue;
        if (!shape.match(domain).hasMatch() || domain.contains(QLatin1String("..")))
            return refusedValue("profile.domain-invalid", domain);
        list.append(domain);
    }
    domains = list;
    return {};
}

Result<void> setUrl(QString& url, const QString& text)
{
    const QUrl parsed(text, QUrl::StrictMode);
    const bool isWeb = parsed.scheme() == QLatin1String("https") || parsed.scheme() == QLatin1String("http");
    if (!text.isEmpty() && (!parsed.isValid() || !isWeb || parsed.host().isEmpty()))
        return refusedValue("profile.url-invalid", text);
    url = text;
    return {};
}

} // namespace

const QList<ProfileField>& profileFields()
{
    static const QList<ProfileField> fields{ProfileField::Name,        ProfileField::Kind,
                                            ProfileField::Url,         ProfileField::MailDomains,
                                            ProfileField::Authentication, ProfileField::UserName,
                                            ProfileField::NtlmDomain};
    return fields;
}

QString profileFieldName(ProfileField field)
{
    switch (field) {
    case ProfileField::Name:
        return QStringLiteral("name");
    case ProfileField::Kind:
        return QStringLiteral("kind");
    case ProfileField::Url:
        return QStringLiteral("url");
    case ProfileField::MailDomains:
        return QStringLiteral("mail_domains");
    case ProfileField::Authentication:
        return QStringLiteral("authentication");
    case ProfileField::UserName:
        return QStringLiteral("user_name");
    case ProfileField::NtlmDomain:
        return QStringLiteral("ntlm_domain");
    }
    Q_UNREACHABLE();
}

std::optional<ProfileField> profileFieldNamed(const QString& name)
{
    for (const ProfileField field : profileFields()) {
        if (profileFieldName(field) == name)
            return field;
    }
    return std::nullopt;
}

QString textOf(const ServerProfile& profile, ProfileField field)
{
    switch (field) {
    case ProfileField::Name:
        return profile.name;
    case ProfileField::Kind:
        return QString::fromLatin1(toText(profile.kind));
    case ProfileField::Url:
        return profile.url;
    case ProfileField::MailDomains:
        return profile.mailDomains.join(QLatin1String(", "));
    case ProfileField::Authentication:
        return QString::fromLatin1(toText(profile.authentication));
    case ProfileField::UserName:
        return profile.userName;
    case ProfileField::NtlmDomain:
        return profile.ntlmDomain;
    }
    Q_UNREACHABLE();
}

Result<void> setText(ServerProfile& profile, ProfileField field, const QString& typed)
{
    const QString text = typed.trimmed();
    switch (field) {
    case ProfileField::Name:
        if (text.isEmpty())
            return failure("profile.name-empty");
        profile.name = text;
        return {};
    case ProfileField::Kind:
        profile.kind = fromText<ServerKind>(text.toUtf8()).value_or(profile.kind);
        return {};
    case ProfileField::Url:
        return setUrl(profile.url, text);
    case ProfileField::MailDomains:
        return setDomains(profile.mailDomains, text);
    case ProfileField::Authentication:
        profile.authentication = fromText<ServerAuthentication>(text.toUtf8()).value_or(profile.authentication);
        return {};
    case ProfileField::UserName:
        profile.userName = text;
        return {};
    case ProfileField::NtlmDomain:
        profile.ntlmDomain = text;
        return {};
    }
    Q_UNREACHABLE();
}

Credentials splitCredentials(const QString& typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression slashes(QStringLiteral("[\\\\/]+"));
    const QRegularExpressionMatch slash = slashes.match(text);
    if (slash.hasMatch())
        return {text.sliced(slash.capturedEnd()), text.first(slash.capturedStart())};
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    if (at < 0)
        return {text, {}};
    return {text.first(at), text.sliced(at + 1)};
}

const ServerProfile* profileFor(const QString& mailbox, const QList<ServerProfile>& profiles)
{
    const ServerProfile* best = nullptr;
    qsizetype longest = 0;
    for (const ServerProfile& profile : profiles) {
        for (const QString& domain : profile.mailDomains) {
            if (domain.size() > longest && domainMatches(domainOf(mailbox), domain)) {
                best = &profile;
                longest = domain.size();
            }
        }
    }
    return best;
}

} // namespace reserve
