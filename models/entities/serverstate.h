// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QStringList>

namespace reserve {

// How the agent stands with a server (R-RETRY). Unproven: nothing has been asked yet, or since the profile
// changed. Away and Throttled end by themselves at `until`, when one request tries; Paused ends when a person
// has changed password or profile.
enum class ServerStanding { Unproven, Ready, Away, Throttled, Paused };

// What the running agent last said of one server profile, kept in the store for every window to read. It
// moves with ChangeSubject::Agent.
struct ServerState
{
    ServerProfileId profileId;
    ServerStanding standing = ServerStanding::Unproven;
    Reason reason;              // why, of Away, Throttled and Paused
    Instant since;              // of this standing
    Instant until;              // of Away and Throttled; else epoch
    QStringList missingSecrets; // names, as in AgentStatus

    friend bool operator==(const ServerState&, const ServerState&) = default;
};

} // namespace reserve
