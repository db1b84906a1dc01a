// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

#include <QByteArrayView>

namespace reserve {

struct RecipientVerdict
{
    enum class Outcome {
        Accepted,    // 250 2.1.5
        Unknown,     // 550 5.1.1: a domain of ours, nobody of that name
        NoRelaying,  // 550 5.7.1: not a domain of ours
        Unavailable, // 451 4.3.0: cannot be told at the moment
    };

    Outcome outcome = Outcome::Unavailable;
    Reason reason;
};

enum class IntakeState {
    Open,
    Busy,      // 451 4.3.2: the backlog is at its limit
    DiskShort, // 452 4.3.1
};

// What the session has to ask while it speaks. Answers come at once, from memory: asked on the socket's
// thread for every command (R-SUBDOMAIN). Outlives the sessions.
//
// Where others change what it answers by, mayBeBehind() is true: then a session stops before the first recipient of
// each message, until its owner has seen to it that judgeRecipient() knows all that was changed before.
class SmtpPolicy
{
public:
    virtual ~SmtpPolicy() = default;

    virtual bool mayBeBehind() const { return false; }

    // Asked at MAIL, before anything is taken.
    virtual IntakeState intakeState() const = 0;

    // The address exactly as typed, UTF-8, without brackets; "postmaster" may come without a domain.
    virtual RecipientVerdict judgeRecipient(QByteArrayView address) const = 0;
};

} // namespace reserve
