// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/agentrequest.h"

#include "models/items/actor.h"

namespace reserve {

QFuture<Result<CommandId>> askAgent(Store& store, CommandKind kind, const Arguments& arguments)
{
    return store.write(WritePriority::Normal, [kind, arguments](WriteUnit& unit) {
        Command command;
        command.kind = kind;
        command.arguments = arguments;
        command.createdAt = unit.now();
        command.actor = consoleActor();
        return unit.commands().append(command);
    });
}

} // namespace reserve
