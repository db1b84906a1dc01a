// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/agentstatus.h"
#include "models/entities/serverstate.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

// The lease of the one agent and what that agent says of itself.
class AgentRepository final
{
public:
    explicit AgentRepository(Connection& connection);

    Result<AgentLease> lease() const;
    // A new, higher token, when nobody holds the lease at `now`. Error: lease.held (holder, since).
    Result<AgentLease> acquire(const QString& holder, Instant now, Milliseconds duration);
    // Errors: lease.lost (holder).
    Result<AgentLease> renew(qint64 token, Instant now, Milliseconds duration);
    Result<void> release(qint64 token);

    Result<AgentStatus> status() const;
    Result<void> say(const AgentStatus& status);

    // In order of the profiles' ids; a profile of which no agent has spoken yet is not among them.
    Result<QList<ServerState>> serverStates() const;
    // Nothing where the profile is gone.
    Result<void> say(const ServerState& state);

private:
    Result<AgentLease> ownLease(qint64 token) const;

    Connection& m_connection;
};

} // namespace reserve
