// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/base/secretstring.h"
#include "models/entities/serverprofile.h"

namespace reserve {

// Whether a tenant would take what a profile signs in with, as far as it shows here: said when it is set, not only when
// the server refuses it. Content where the profile signs in otherwise, or has no certificate yet. Errors: those of
// ClientCertificate::of(), exchange.certificate-ended (end).
Result<void> checkClientProof(const ServerProfile& profile, const SecretString& key, Instant now);

// Both are good by themselves and may still be right: the other half follows, or the clock is wrong.
bool mayBeKept(const Error& error);

} // namespace reserve
