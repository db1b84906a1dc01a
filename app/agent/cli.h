// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace reserve {

// The translation context of everything that reserve-agent says of itself: help, column titles, notes.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(reserve::Cli)
};

} // namespace reserve
