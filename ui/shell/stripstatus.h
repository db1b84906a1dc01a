// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace reserve {

enum class AgentSign { Unknown, Starting, Listening, Stopped, CannotListen };

// What the status strip shows; whoever reads the store fills it. Texts are ready to show.
struct StripStatus
{
    AgentSign agent = AgentSign::Unknown;
    QString agentRemark = {};          // why it cannot listen; tool tip and accessible description
    QString address = {};              // "127.0.0.1:8025"
    std::optional<qint64> inbox = {};  // accepted, not yet decided
    std::optional<qint64> outbox = {}; // waiting to be told
    QString oldest = {};               // "4 min", empty while nothing waits
    QString nextTry = {};              // "10:52"
    QString store = {};                // "This desk (SQLite), 1.2 GB"
    QString zone = {};                 // "Europe/Berlin"
    QString time = {};                 // "10:47"
    QString work = {};                 // long work that goes on elsewhere, "Comparing 14 rooms, 9 of 14"
    QString server = {};               // "Cloud: Secret missing"; empty while none is to be looked after
    bool serverFails = false;          // it is not only a warning

    friend bool operator==(const StripStatus&, const StripStatus&) = default;
};

} // namespace reserve
