// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/inbox.h"
#include "models/entities/person.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

// What R-GATE has to know of one message. All look-ups are done by the caller: R-RETIRED and R-LOWEST-ID have already
// chosen among several people.
struct GateFacts
{
    QString requester; // ORGANIZER, else From, else the reverse-path
    bool isRequestOrCancel = false;
    bool nullReversePath = false;
    bool onlyToPostmaster = false;
    std::optional<Person> requesterMatch;
    QString defaultUserEmail;
    std::optional<Person> defaultUser; // an active person with that e-mail
    QStringList acceptedDomains;       // the setting's and the server profiles'; the default user's is added here
    bool createExternalContact = false;
    // A CANCEL or update by the organizer of reservations that stand in the recipient's space: the UIDs of the message
    // that it may be about, whether these are all of them, and the person of the first.
    QStringList standingMeetings;
    bool allStand = false;
    PersonId standingPerson;
};

struct GateJudgement
{
    bool open = false;
    GateFinding finding;
    Reason reason; // why open, or why refused and what to do (550 5.7.1)
};

// Whether the requester's domain is the default user's or one of the accepted ones.
bool acceptsDomain(const QString& requester, const QString& defaultUserEmail, const QStringList& acceptedDomains);

// R-GATE, R-DEFAULT, R-EXTERNAL [FAQ 3, 4, 5]: pure.
GateJudgement judgeGate(const GateFacts& facts);

} // namespace reserve
