// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/command.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

class CommandRepository final
{
public:
    explicit CommandRepository(Connection& connection);

    Result<CommandId> append(const Command& command);
    // Those that no agent took yet, oldest first, marked as taken now.
    Result<QList<Command>> take();
    Result<void> finish(CommandId id, const Reason& outcome);
    Result<std::optional<Command>> find(CommandId id) const;
    Result<int> removeFinishedBefore(Instant instant);

private:
    Connection& m_connection;
};

} // namespace reserve
