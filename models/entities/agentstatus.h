// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QString>
#include <QStringList>

namespace reserve {

enum class AgentState { Stopped, Starting, Listening, CannotListen };

// The one lease of a store: who runs the agent, and the token that every transaction of it carries. A higher token
// makes every older one powerless.
struct AgentLease
{
    qint64 token = 0; // 0: nobody ever held it
    QString holder;   // "host, process 4711"
    Instant takenAt;
    Instant renewedAt;
    Instant expiresAt;

    bool isHeldAt(Instant now) const { return token != 0 && now < expiresAt; }
    friend bool operator==(const AgentLease&, const AgentLease&) = default;
};

// What the running agent last said of itself, kept in the store for every window to read.
struct AgentStatus
{
    AgentState state = AgentState::Stopped;
    QString address;            // "127.0.0.1:8025" while it listens or tries to
    Reason reason;              // why it cannot listen
    QStringList missingSecrets; // names such as "outgoing.password"
    Instant saidAt;

    friend bool operator==(const AgentStatus&, const AgentStatus&) = default;
};

} // namespace reserve
