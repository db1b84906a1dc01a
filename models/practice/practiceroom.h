// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reserve {

// A room that has a mailbox on the Practice Exchange.
struct PracticeRoom
{
    QString address;
    QString name;
    QString forwardTo; // where its requests are forwarded to; empty: to its address

    friend bool operator==(const PracticeRoom&, const PracticeRoom&) = default;
};

} // namespace reserve
