// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"

#include <optional>

namespace reserve {

// From how many days before their end credentials are warned of: as long as a new secret may take in a large company.
inline constexpr int expiryWarningDays = 30;

// When what a profile signs in with ends: the client secret or the certificate. Nothing where none is used, and where
// the end is not known.
std::optional<QDate> credentialsEnd(const ServerProfile& profile);

// Days from today to that end when it is to be warned of; 0 and below: it is over.
std::optional<qint64> daysToWarnOf(const ServerProfile& profile, QDate today);

} // namespace reserve
