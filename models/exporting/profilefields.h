// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// The fields of a server profile as text, one by one: for files, commands, and fields that are typed into.
enum class ProfileField {
    Name,
    Kind,
    Url,
    MailDomains,
    Authentication,
    UserName,
    NtlmDomain,
    Impersonates,
    Tenant,
    ClientId,
    Authority,
    Scope,
    Proof,
    Certificate,
    CredentialsExpire,
    Proxy,
    TrustedAuthorities,
    AnswersByMail
};

const QList<ProfileField>& profileFields();
QString profileFieldName(ProfileField field); // "mail_domains"
std::optional<ProfileField> profileFieldNamed(const QString& name);

QString textOf(const ServerProfile& profile, ProfileField field);

// Puts the text into the field, or says why it cannot: profile.name-empty, profile.word-unknown (value, known),
// profile.domain-invalid (value), profile.url-invalid (value), profile.url-not-https (value), profile.url-credentials,
// profile.user-invalid (value), profile.ntlm-domain-invalid (value), profile.flag-invalid (value),
// profile.tenant-invalid (value), profile.client-invalid (value), profile.date-invalid (value), profile.proxy-invalid
// (value), certificate.unreadable, certificate.key-inside. A certificate sets the date on which the credentials end.
Result<void> setText(ServerProfile& profile, ProfileField field, const QString& text);

// What only the whole profile tells, at the field that is to be mended. Codes: profile.name-empty,
// profile.graph-needs-oauth, profile.user-empty, profile.user-has-domain (user), profile.ntlm-domain-empty,
// profile.tenant-empty, profile.client-empty, profile.certificate-empty.
struct ProfileProblem
{
    ProfileField field = ProfileField::Name;
    Reason reason;

    friend bool operator==(const ProfileProblem&, const ProfileProblem&) = default;
};
QList<ProfileProblem> checkWhole(const ServerProfile& profile);

// Whether the field has an effect with this kind of server and way of signing in.
bool matters(const ServerProfile& profile, ProfileField field);

// R-CREDENTIALS [FAQ 11]: "DOMAIN\user", "DOMAIN/user" and "user@domain" taken apart; the same on Windows and Linux.
struct Credentials
{
    QString userName;
    QString domain; // empty when the text names none

    friend bool operator==(const Credentials&, const Credentials&) = default;
};
Credentials splitCredentials(const QString& typed);

// Does so with what stands in a profile that signs in with NTLM; any other stays as it is.
void splitUserName(ServerProfile& profile);

} // namespace reserve
