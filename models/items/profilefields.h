// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// The fields of a server profile as text, for fields that are typed into.
enum class ProfileField { Name, Kind, Url, MailDomains, Authentication, UserName, NtlmDomain };

const QList<ProfileField>& profileFields();
QString profileFieldName(ProfileField field); // "mail_domains"
std::optional<ProfileField> profileFieldNamed(const QString& name);

QString textOf(const ServerProfile& profile, ProfileField field);

// Errors: profile.name-empty, profile.domain-invalid (value), profile.url-invalid (value).
Result<void> setText(ServerProfile& profile, ProfileField field, const QString& text);

// R-CREDENTIALS [FAQ 11]: "DOMAIN\user", "DOMAIN/user" and "user@domain" taken apart; the same on Windows and Linux.
struct Credentials
{
    QString userName;
    QString domain; // empty when the text names none

    friend bool operator==(const Credentials&, const Credentials&) = default;
};
Credentials splitCredentials(const QString& typed);

// R-SERVERS [FAQ 12]: the profile with the longest mail domain that matches; nullptr when none does.
const ServerProfile* profileFor(const QString& mailbox, const QList<ServerProfile>& profiles);

} // namespace reserve
