// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"
#include "models/transport/httpclient.h"

#include <QString>

namespace reserve {

// What Graph refuses with, as an error in the words of exchangeproblem.h: by its own code ("ErrorItemNotFound") where
// the body has one that says more than the status, else by the status. Pure.
//
// exchange.token-not-accepted (user), .consent-missing (user), .mailbox-out-of-scope (mailbox), .mailbox-unknown
// (mailbox), .item-gone (mailbox), .item-changed, .throttled (hint), .server-error, .time-limit, .response-unreadable
// (detail), .refused; with `status`, and `remote` and `request` (the number by which Microsoft finds it) where Graph
// gave them.
Error graphError(const HttpResponse& response, const QString& mailbox, const QString& clientId, Instant now);

// What lets an application look into mail folders: Calendars.ReadWrite alone opens none.
inline const QString mailReadPermission = QStringLiteral("Mail.Read");

// The code and the words of an error body, empty where it has none.
struct GraphRefusal
{
    QString code;
    QString message;
};
GraphRefusal graphRefusalOf(const HttpResponse& response);

} // namespace reserve
