// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/agentstatus.h"

#include <QString>

#include <optional>

namespace reserve {

// Who holds the lease, as text a person understands and as a process that can be looked for: "mail1, process 4711".
struct LeaseHolder
{
    QString host;
    qint64 process = 0;

    static LeaseHolder thisProcess();
    static std::optional<LeaseHolder> fromText(const QString& text);
    QString text() const;

    friend bool operator==(const LeaseHolder&, const LeaseHolder&) = default;
};

// Whether the process that took this lease certainly runs no more: it was on this machine, and no process of that
// number has been running since then. Only then may a lease be taken before it expires (an agent that was killed comes
// back at once). Linux; elsewhere nothing is certain.
bool isHolderGone(const AgentLease& lease, Instant now);

} // namespace reserve
