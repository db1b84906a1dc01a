// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace reserve {

// The translation context of what is said about a message: labels and plain words.
struct Explaining
{
    Q_DECLARE_TR_FUNCTIONS(reserve::Explaining)
};

} // namespace reserve
