// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/ids.h"
#include "models/practice/practiceexchange.h"

#include <optional>

namespace reserve {

class ReadUnit;
class WriteUnit;

// What a Practice Exchange of this console begins with: the rooms of the store, where the agent listens, and the ports
// of the last time, so that its server profile stays right.
Result<PracticeOptions> readPracticeOptions(const ReadUnit& unit);

// Where a running one is found.
struct PracticePlace
{
    QUrl ews;
    quint16 smtpPort = 0;
    QString user;
};

// Sets it up as a server: a profile "Practice Exchange" (EWS, Basic) for the mail domains of the rooms that
// no other profile handles, and, as long as it runs, as the outgoing mail server where there is none or one
// on this machine. What a person set up for a real Exchange stays. Answers the profile.
Result<ServerProfileId> setUpPractice(WriteUnit& unit, const PracticePlace& place);

// Gives the outgoing mail server back that the one with this port stands in place of, unless a person has set
// it since.
Result<void> takeDownPractice(WriteUnit& unit, quint16 smtpPort);
// The port of the one that stands in its place: of one that runs, or was killed.
Result<std::optional<quint16>> practiceSmtpPort(const ReadUnit& unit);

} // namespace reserve
