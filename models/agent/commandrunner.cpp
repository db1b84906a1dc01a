// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/commandrunner.h"

#include "models/agent/changerouter.h"
#include "models/base/logging.h"

#include <utility>

namespace reserve {

namespace {

constexpr std::chrono::milliseconds lookAgainInterval(1000);

} // namespace

CommandRunner::CommandRunner(LeasedStore& store, ChangeRouter& router, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_lookAgain(this)
{
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainInterval);
    connect(&m_lookAgain, &QTimer::timeout, this, &CommandRunner::look);
    connect(&router, &ChangeRouter::commandsMoved, this, &CommandRunner::look);
}

void CommandRunner::handle(CommandKind kind, Handler handler)
{
    m_handlers.insert(kind, std::move(handler));
}

void CommandRunner::start()
{
    m_isRunning = true;
    look();
}

void CommandRunner::stop()
{
    m_isRunning = false;
    m_lookAgain.stop();
}

void CommandRunner::look()
{
    if (!m_isRunning)
        return;
    if (std::exchange(m_isLooking, true)) {
        m_looksAgain = true;
        return;
    }
    m_looksAgain = false;
    m_store.write(
        WritePriority::Normal, [](WriteUnit& unit) { return unit.commands().take(); },
        [this](const Result<QList<Command>>& commands) { onTaken(commands); });
}

void CommandRunner::onTaken(const Result<QList<Command>>& commands)
{
    m_isLooking = false;
    if (!commands) {
        qCWarning(lcAgent) << "commands not taken:" << commands.error().logLine();
        if (m_isRunning && commands.error().code() != "lease.lost")
            m_lookAgain.start();
        return;
    }
    for (const Command& command : *commands)
        run(command);
    if (m_looksAgain)
        look();
}

void CommandRunner::run(const Command& command)
{
    Q_ASSERT(m_handlers.contains(command.kind));
    m_handlers.value(command.kind)(command, [this, id = command.id](const Reason& outcome) { finish(id, outcome); });
}

void CommandRunner::finish(CommandId id, const Reason& outcome)
{
    m_store.write(
        WritePriority::Normal, [id, outcome](WriteUnit& unit) { return unit.commands().finish(id, outcome); },
        [](const Result<void>& finished) {
            if (!finished)
                qCWarning(lcAgent) << "command not finished:" << finished.error().logLine();
        });
}

} // namespace reserve
