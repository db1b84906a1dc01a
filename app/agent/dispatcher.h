// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"
#include "app/agent/terminal.h"

#include <memory>
#include <vector>

namespace reserve {

// Finds the sub-command that is meant, checks the command line against its description, helps, and turns what happened
// into an exit status.
class Dispatcher final
{
public:
    explicit Dispatcher(Terminal& terminal);
    ~Dispatcher();

    void add(std::unique_ptr<Subcommand> subcommand);

    // `words`: the command line without the program's name.
    ExitCode run(QStringList words);

private:
    Result<ExitCode> dispatch(QStringList words);
    Result<Subcommand*> choose(QStringList& words, bool wantsHelp);
    Result<ExitCode> execute(Subcommand& subcommand, const QStringList& words);
    std::vector<Subcommand*> actionsOf(const QString& command) const;
    QString knownCommands() const;

    Terminal& m_terminal;
    std::vector<std::unique_ptr<Subcommand>> m_subcommands;
};

} // namespace reserve
