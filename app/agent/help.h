// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"

#include <vector>

namespace reserve {

// The help texts, made from the sub-commands' descriptions.
QByteArray helpOf(const Subcommand& subcommand, const QList<QCommandLineOption>& options);
QByteArray helpOf(const QString& command, const std::vector<Subcommand*>& actions);
QByteArray generalHelp(const std::vector<Subcommand*>& subcommands);

} // namespace reserve
