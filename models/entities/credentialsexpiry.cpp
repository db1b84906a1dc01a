// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/credentialsexpiry.h"

namespace reserve {

std::optional<QDate> credentialsEnd(const ServerProfile& profile)
{
    const bool signsInAsClient
        = profile.kind != ServerKind::MailOnly && profile.authentication == ServerAuthentication::OAuth;
    return signsInAsClient && profile.credentialsExpire.isValid() ? std::optional(profile.credentialsExpire)
                                                                  : std::nullopt;
}

std::optional<qint64> daysToWarnOf(const ServerProfile& profile, QDate today)
{
    const std::optional<QDate> end = credentialsEnd(profile);
    const qint64 days = end ? today.daysTo(*end) : 0;
    return end && days <= expiryWarningDays ? std::optional(days) : std::nullopt;
}

} // namespace reserve
