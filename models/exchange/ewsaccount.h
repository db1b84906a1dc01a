// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QUrl>

#include <chrono>

namespace reserve {

// Where EWS is and as whom it is used.
struct EwsAccount
{
    QUrl url; // of Exchange.asmx; empty: found by Autodiscover, by the address of the mailbox that is asked about first
    bool impersonates = true; // acts as the room (ApplicationImpersonation), else in the room's folders
    std::chrono::milliseconds timeLimit{60000}; // of one request
};

} // namespace reserve
