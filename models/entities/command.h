// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// What a window or a script asks of the running agent. The store is the only way between them. Arguments:
//   RetryOutbox  "id" of one entry; or "profile": all that wait for this server or failed there; neither: all that
//                wait. What stands still because of a refused password is tried once more.
//   DecideHeld   "trace"; Replay "trace"
//   ProbeServer  "profile": id of a server profile, as it is stored; "mailbox": one that is to be opened too, or
//                empty. The secrets of the agent's machine are read anew. Its outcome is never empty: server.reached,
//                server.processing-unknown or server.answers-by-itself (profile, version, mailbox), else exchange.* or
//                server-profile.missing (id).
//   FindServer   "profile", as ProbeServer; "mailbox": one of the server, or empty: the first room of it. Asks
//                Autodiscover and changes nothing: server.found (profile, mailbox, url), else why not.
enum class CommandKind {
    StartListening,
    StopListening,
    ReloadSettings,
    RetryOutbox,
    DecideHeld,
    Replay,
    Checkpoint,
    ProbeServer,
    FindServer,
};

struct Command
{
    CommandId id;
    CommandKind kind = CommandKind::ReloadSettings;
    Arguments arguments;
    Instant createdAt;
    QString actor;   // who asked
    Instant takenAt; // epoch until an agent took it
    Instant doneAt;  // epoch until it is done
    Reason outcome;  // empty when it went well

    friend bool operator==(const Command&, const Command&) = default;
};

} // namespace reserve
