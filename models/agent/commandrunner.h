// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/entities/command.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace reserve {

class ChangeRouter;

// Takes commands from the store, oldest first, has them carried out and says how they ended. What the store does not
// give is asked for again.
class CommandRunner final : public QObject
{
    Q_OBJECT

public:
    // An empty reason: it went well.
    using Done = std::function<void(const Reason& outcome)>;
    // Calls `done` once, now or later, on the agent's thread.
    using Handler = std::function<void(const Command& command, const Done& done)>;

    CommandRunner(LeasedStore& store, ChangeRouter& router, QObject* parent = nullptr);

    void handle(CommandKind kind, Handler handler);
    void start();
    void stop();

private:
    void look();
    void onTaken(const Result<QList<Command>>& commands);
    void run(const Command& command);
    void finish(CommandId id, const Reason& outcome);

    LeasedStore& m_store;
    QHash<CommandKind, Handler> m_handlers;
    QTimer m_lookAgain;
    bool m_isRunning = false;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace reserve
