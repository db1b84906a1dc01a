// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

#include <QString>

#include <optional>

class QHostAddress;

namespace reserve {

// Who listens on a TCP port of this machine: as much as this user may know. Linux: /proc/net/tcp and /proc/*/fd; a
// process of another user is known by its user alone. Elsewhere nothing is known.
struct PortHolder
{
    QString program; // empty when it belongs to somebody else
    qint64 process = 0;
    QString user;
};

std::optional<PortHolder> findPortHolder(const QHostAddress& address, quint16 port);

// The next port above `port` that can be bound on this address; nothing when none of the next hundred can.
std::optional<quint16> nextFreePort(const QHostAddress& address, quint16 port);

// agent.port-taken (address, port, and as known holder, process, user, free): the reason why an agent cannot listen.
Reason portTakenReason(const QHostAddress& address, quint16 port);

} // namespace reserve
