// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/shellstatuswatcher.h"

#include <QStringList>

#include <optional>

namespace reserve {

enum class RemarkWeight { Quiet, Good, Warning, Failed }; // in order

// How one server stands, in the few words of a list; the worst of what is known.
struct ServerRemark
{
    RemarkWeight weight = RemarkWeight::Quiet;
    QString words;

    friend bool operator==(const ServerRemark&, const ServerRemark&) = default;
};

// What is known beside the profile.
struct ServerFinding
{
    bool isApplied = true;
    QStringList missingSecrets; // of a running agent
    std::optional<ServerState> state;
    std::optional<bool> practiceRuns; // in this console
    Instant now;

    static ServerFinding of(const ServerProfile& profile, const StatusFigures& figures, Instant now);
};

// A Practice Exchange that nobody runs: its being away is no outage.
bool isStoppedPractice(const ServerProfile& profile, const ServerFinding& finding);

ServerRemark remarkOn(const ServerProfile& profile, const ServerFinding& finding);

// The server that stands worst, when one is to be looked after, as "Cloud: Secret missing".
std::optional<ServerRemark> worstRemark(const StatusFigures& figures, Instant now);

// "The client secret ends in 12 days."; nothing while it is not to be warned of.
std::optional<ServerRemark> expiryRemark(const ServerProfile& profile, Instant now);

} // namespace reserve
