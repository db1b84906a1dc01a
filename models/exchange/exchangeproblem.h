// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"

#include <optional>

namespace reserve {

// What a failure means for who must try again (R-RETRY).
enum class ExchangeProblem {
    Temporary,   // away, slow, cut, 5xx: exchange.unreachable, .time-limit, .connection-lost, .server-error,
                 // .response-unreadable, .no-tokens-there, .certificate (a person may have to look, then it works
                 // unchanged)
    Throttled,   // exchange.throttled; serverHint() is the floor of the pause
    Credentials, // exchange.credentials-refused (user), .consent-missing, .secret-expired, .secret-missing, and
                 // whatever else keeps OAuth from a token (oauthtoken.h): the profile stands still until a person has
                 // changed something
    Missing,     // exchange.message-not-found, .item-gone
    Conflict,    // exchange.item-changed: look again, then repeat
    Permanent,   // asked again it would be refused again: exchange.refused, .mailbox-unknown, .access-denied,
                 // .ews-blocked (Exchange Online since October 2026), .not-supported, .setup
};

// The same for send.*, from MailGateway.
ExchangeProblem exchangeProblemOf(const Error& error);

// How long the server asked to be left alone: Retry-After, BackOffMilliseconds. Argument "hint", in milliseconds.
std::optional<Milliseconds> serverHint(const Error& error);

// The same failure, and whether it is such a one: a pause asked for by whoever stands before all mailboxes of a
// profile, not by the server of one. Argument "pauses".
Error ofEveryMailbox(const Error& throttled);
bool concernsEveryMailbox(const Error& throttled);

// The failure is the server's or the way's, not that of the one request: everything else would fail alike.
bool concernsServer(const Error& error);

} // namespace reserve
