// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"

#include <optional>

namespace reserve {

// What a failure means for who must try again (R-RETRY).
enum class ExchangeProblem {
    Temporary, // away, slow, cut, 5xx: exchange.unreachable, .time-limit, .connection-lost, .server-error,
               // .response-unreadable, .redirected, .no-tokens-there, .certificate, .autodiscover-nothing, -elsewhere,
               // -in-clear (a person may have to look, then it works unchanged)
    Throttled, // exchange.throttled; serverHint() is the floor of the pause
    Credentials, // exchange.credentials-refused (user), .consent-missing, .secret-expired, .secret-missing, and
                 // whatever else keeps OAuth from a token (oauthtoken.h): the profile stands still until a person has
                 // changed something
    Missing,     // exchange.message-not-found, .item-gone, .answer-unproven (nor is it given by mail)
    Conflict,    // exchange.item-changed, .copy-awaited, .newer-awaited: look again, then repeat
    Permanent,   // asked again it would be refused again: exchange.refused, .mailbox-unknown, .access-denied,
                 // .ews-blocked (Exchange Online since October 2026), .not-supported, .setup, .sent-unproven
};

// The same for send.*, from MailGateway.
ExchangeProblem exchangeProblemOf(const Error& error);

// How long the server asked to be left alone: Retry-After, BackOffMilliseconds. Argument "hint", in milliseconds.
std::optional<Milliseconds> serverHint(const Error& error);

// The same failure, and whether it is such a one: a pause asked for by whoever stands before all mailboxes of a
// profile, not by the server of one. Argument "pauses".
Error ofEveryMailbox(const Error& throttled);
bool concernsEveryMailbox(const Error& throttled);

// A failure of the request that tells somebody something, after which it may be told all the same: the answer was lost,
// not the deed. Other failures come back unchanged. Argument "told".
Error ofTelling(const Error& error);
bool mayBeDone(const Error& error);

// A folder of the mailbox is closed to us for good, or is not there; nothing else is the matter.
bool keepsShut(const Error& error);

// Why it cannot be seen whether a mail or an answer was told before (exchange.sent-unproven, .answer-unproven): what
// kept us from looking, and the permission that is missing, where it is one.
Error sentUnproven(const Error& why, const QString& permission = {});
Error answerUnproven(const Error& why, const QString& permission = {});

// The failure is the server's or the way's, not that of the one request: everything else would fail alike.
bool concernsServer(const Error& error);

} // namespace reserve
