// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"
#include "models/exchange/oauthtoken.h"

namespace reserve {

// Why a tenant gave no token, from a response that has none (RFC 6749 5.2, and the AADSTS numbers by which Microsoft
// Entra tells one refusal from another). The secret is never in it, even where the tenant repeats it. Pure.
Error tokenRefusal(const HttpResponse& response, const OAuthClient& client, Instant now);

} // namespace reserve
