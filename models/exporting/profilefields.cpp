// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/profilefields.h"

#include "models/entities/enumtext.h"
#include "models/exporting/profilevalues.h"
#include "models/exporting/spacefields.h"
#include "models/secrets/certificates.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr std::array<std::pair<ProfileField, QLatin1String>, 18> fieldNames{
    std::pair{ProfileField::Name, QLatin1String("name")},
    std::pair{ProfileField::Kind, QLatin1String("kind")},
    std::pair{ProfileField::Url, QLatin1String("url")},
    std::pair{ProfileField::MailDomains, QLatin1String("mail_domains")},
    std::pair{ProfileField::Authentication, QLatin1String("authentication")},
    std::pair{ProfileField::UserName, QLatin1String("user_name")},
    std::pair{ProfileField::NtlmDomain, QLatin1String("ntlm_domain")},
    std::pair{ProfileField::Impersonates, QLatin1String("impersonates")},
    std::pair{ProfileField::Tenant, QLatin1String("tenant")},
    std::pair{ProfileField::ClientId, QLatin1String("client_id")},
    std::pair{ProfileField::Authority, QLatin1String("authority")},
    std::pair{ProfileField::Scope, QLatin1String("scope")},
    std::pair{ProfileField::Proof, QLatin1String("proof")},
    std::pair{ProfileField::Certificate, QLatin1String("certificate")},
    std::pair{ProfileField::CredentialsExpire, QLatin1String("credentials_expire")},
    std::pair{ProfileField::Proxy, QLatin1String("proxy")},
    std::pair{ProfileField::TrustedAuthorities, QLatin1String("trusted_authorities")},
    std::pair{ProfileField::AnswersByMail, QLatin1String("answers_by_mail")}};

Failure refusedValue(const char* code, const QString& value)
{
    return failure(code, {{QStringLiteral("value"), value}});
}

template<typename Enum>
Result<void> setWord(Enum& target, const QString& text, std::initializer_list<Enum> known)
{
    if (const auto value = fromText<Enum>(text.toLower().toUtf8())) {
        target = *value;
        return {};
    }
    QStringList words;
    for (const Enum value : known)
        words.append(QString::fromLatin1(toText(value)));
    return failure("profile.word-unknown",
                   {{QStringLiteral("value"), text}, {QStringLiteral("known"), words.join(QLatin1String(", "))}});
}

template<typename Value>
Result<void> setChecked(Value& target, const Result<Value>& value)
{
    if (!value)
        return failure(value.error());
    target = *value;
    return {};
}

Result<void> setName(QString& name, const QString& text)
{
    if (text.isEmpty())
        return failure("profile.name-empty");
    name = text;
    return {};
}

Result<void> setFlag(bool& flag, const QString& text)
{
    const auto value = flagFromText(text);
    if (!value)
        return refusedValue("profile.flag-invalid", text);
    flag = *value;
    return {};
}

Result<void> setShaped(QString& target, const QString& text, const QRegularExpression& shape, const char* code)
{
    if (!text.isEmpty() && !shape.match(text).hasMatch())
        return refusedValue(code, text);
    target = text;
    return {};
}

// Credentials are read in one line of a request: no control characters.
Result<void> setLine(QString& target, const QString& text, const char* code)
{
    static const QRegularExpression line(QStringLiteral("\\A[^\\p{Cc}\\p{Zl}\\p{Zp}]*\\z"));
    return setShaped(target, text, line, code);
}

Result<void> setDate(QDate& target, const QString& text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        return refusedValue("profile.date-invalid", text);
    target = date;
    return {};
}

Result<void> setCertificate(ServerProfile& profile, const QString& text)
{
    const auto certificates = readCertificates(text);
    if (!certificates)
        return failure(certificates.error());
    profile.certificate = text;
    // The first one is the client's own; what follows leads to its authority.
    if (!certificates->isEmpty())
        profile.credentialsExpire = certificates->first().validUntil;
    return {};
}

Result<void> setAuthorities(QString& target, const QString& text)
{
    const auto certificates = readCertificates(text);
    if (!certificates)
        return failure(certificates.error());
    target = text;
    return {};
}

Result<void> setSignIn(ServerProfile& profile, ProfileField field, const QString& text)
{
    static const QRegularExpression domain(QStringLiteral("\\A[^\\s\\\\/@\\p{Cc}]*\\z"));
    static const QRegularExpression tenant(QStringLiteral("\\A[A-Za-z0-9.-]*\\z"));
    static const QRegularExpression client(QStringLiteral("\\A[\\x21-\\x7e]*\\z"));
    switch (field) {
    case ProfileField::UserName:
        return setLine(profile.userName, text, "profile.user-invalid");
    case ProfileField::NtlmDomain:
        return setShaped(profile.ntlmDomain, text, domain, "profile.ntlm-domain-invalid");
    case ProfileField::Impersonates:
        return setFlag(profile.impersonates, text);
    case ProfileField::Tenant:
        return setShaped(profile.tenant, text, tenant, "profile.tenant-invalid");
    case ProfileField::ClientId:
        return setShaped(profile.clientId, text, client, "profile.client-invalid");
    case ProfileField::Authority:
        return setChecked(profile.authority, webAddress(text));
    case ProfileField::Scope:
        return setLine(profile.scope, text, "profile.scope-invalid");
    case ProfileField::Proof:
        return setWord(profile.proof, text, {ClientProof::Secret, ClientProof::Certificate});
    case ProfileField::Certificate:
        return setCertificate(profile, text);
    case ProfileField::CredentialsExpire:
        return setDate(profile.credentialsExpire, text);
    default:
        Q_UNREACHABLE();
    }
}

bool isPasswordSignIn(const ServerProfile& profile)
{
    return profile.authentication == ServerAuthentication::Basic
        || profile.authentication == ServerAuthentication::Ntlm;
}

void checkPassword(const ServerProfile& profile, QList<ProfileProblem>& problems)
{
    if (profile.userName.isEmpty())
        problems.append({ProfileField::UserName, {"profile.user-empty", {}}});
    if (profile.authentication != ServerAuthentication::Ntlm)
        return;
    if (!splitCredentials(profile.userName).domain.isEmpty() || profile.userName.contains(QLatin1Char('\\'))
        || profile.userName.contains(QLatin1Char('/')))
        problems.append(
            {ProfileField::UserName, {"profile.user-has-domain", {{QStringLiteral("user"), profile.userName}}}});
    if (profile.ntlmDomain.isEmpty())
        problems.append({ProfileField::NtlmDomain, {"profile.ntlm-domain-empty", {}}});
}

void checkClient(const ServerProfile& profile, QList<ProfileProblem>& problems)
{
    if (profile.tenant.isEmpty())
        problems.append({ProfileField::Tenant, {"profile.tenant-empty", {}}});
    if (profile.clientId.isEmpty())
        problems.append({ProfileField::ClientId, {"profile.client-empty", {}}});
    if (profile.proof == ClientProof::Certificate && profile.certificate.isEmpty())
        problems.append({ProfileField::Certificate, {"profile.certificate-empty", {}}});
}

} // namespace

const QList<ProfileField>& profileFields()
{
    static const QList<ProfileField> fields = [] {
        QList<ProfileField> all;
        for (const auto& [field, name] : fieldNames)
            all.append(field);
        return all;
    }();
    return fields;
}

QString profileFieldName(ProfileField field)
{
    return fieldNames.at(size_t(profileFields().indexOf(field))).second;
}

std::optional<ProfileField> profileFieldNamed(const QString& name)
{
    const auto found = std::find_if(fieldNames.begin(), fieldNames.end(),
                                    [&name](const auto& entry) { return entry.second == name; });
    return found == fieldNames.end() ? std::nullopt : std::optional(found->first);
}

QString textOf(const ServerProfile& profile, ProfileField field)
{
    const auto flag = [](bool on) { return on ? QStringLiteral("true") : QStringLiteral("false"); };
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
    case ProfileField::Impersonates:
        return flag(profile.impersonates);
    case ProfileField::Tenant:
        return profile.tenant;
    case ProfileField::ClientId:
        return profile.clientId;
    case ProfileField::Authority:
        return profile.authority;
    case ProfileField::Scope:
        return profile.scope;
    case ProfileField::Proof:
        return QString::fromLatin1(toText(profile.proof));
    case ProfileField::Certificate:
        return profile.certificate;
    case ProfileField::CredentialsExpire:
        return profile.credentialsExpire.toString(Qt::ISODate);
    case ProfileField::Proxy:
        return profile.proxy;
    case ProfileField::TrustedAuthorities:
        return profile.trustedAuthorities;
    case ProfileField::AnswersByMail:
        return flag(profile.answersByMail);
    }
    Q_UNREACHABLE();
}

Result<void> setText(ServerProfile& profile, ProfileField field, const QString& typed)
{
    const QString text = typed.trimmed();
    switch (field) {
    case ProfileField::Name:
        return setName(profile.name, text);
    case ProfileField::Kind:
        return setWord(profile.kind, text, {ServerKind::Ews, ServerKind::Graph, ServerKind::MailOnly});
    case ProfileField::Url:
        return setChecked(profile.url, webAddress(text));
    case ProfileField::MailDomains:
        return setChecked(profile.mailDomains, mailDomains(text));
    case ProfileField::Authentication:
        return setWord(profile.authentication, text,
                       {ServerAuthentication::Anonymous, ServerAuthentication::Basic, ServerAuthentication::Ntlm,
                        ServerAuthentication::Kerberos, ServerAuthentication::OAuth});
    case ProfileField::Proxy:
        return setChecked(profile.proxy, proxyAddress(text));
    case ProfileField::TrustedAuthorities:
        return setAuthorities(profile.trustedAuthorities, text);
    case ProfileField::AnswersByMail:
        return setFlag(profile.answersByMail, text);
    default:
        return setSignIn(profile, field, text);
    }
}

QList<ProfileProblem> checkWhole(const ServerProfile& profile)
{
    QList<ProfileProblem> problems;
    if (profile.name.isEmpty())
        problems.append({ProfileField::Name, {"profile.name-empty", {}}});
    if (profile.kind == ServerKind::MailOnly)
        return problems;
    if (profile.kind == ServerKind::Graph && profile.authentication != ServerAuthentication::OAuth)
        problems.append({ProfileField::Authentication, {"profile.graph-needs-oauth", {}}});
    else if (profile.authentication == ServerAuthentication::OAuth)
        checkClient(profile, problems);
    else if (isPasswordSignIn(profile))
        checkPassword(profile, problems);
    return problems;
}

bool matters(const ServerProfile& profile, ProfileField field)
{
    const bool isEws = profile.kind == ServerKind::Ews;
    const bool isServer = profile.kind != ServerKind::MailOnly;
    const bool isClient = isServer && profile.authentication == ServerAuthentication::OAuth;
    switch (field) {
    case ProfileField::Name:
    case ProfileField::Kind:
    case ProfileField::MailDomains:
        return true;
    case ProfileField::Url:
    case ProfileField::Authentication:
    case ProfileField::Proxy:
    case ProfileField::TrustedAuthorities:
    case ProfileField::AnswersByMail:
        return isServer;
    case ProfileField::UserName:
        return isEws && isPasswordSignIn(profile);
    case ProfileField::NtlmDomain:
        return isEws && profile.authentication == ServerAuthentication::Ntlm;
    case ProfileField::Impersonates:
        return isEws && profile.authentication != ServerAuthentication::Anonymous;
    case ProfileField::Tenant:
    case ProfileField::ClientId:
    case ProfileField::Authority:
    case ProfileField::Scope:
    case ProfileField::Proof:
    case ProfileField::CredentialsExpire:
        return isClient;
    case ProfileField::Certificate:
        return isClient && profile.proof == ClientProof::Certificate;
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

void splitUserName(ServerProfile& profile)
{
    const Credentials credentials = splitCredentials(profile.userName);
    if (profile.authentication != ServerAuthentication::Ntlm || credentials.domain.isEmpty())
        return;
    profile.userName = credentials.userName;
    profile.ntlmDomain = credentials.domain;
}

} // namespace reserve
