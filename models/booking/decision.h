// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/meetingrequest.h"
#include "models/booking/policyrules.h"
#include "models/entities/closure.h"
#include "models/entities/space.h"

#include <QList>

#include <optional>

namespace reserve {

enum class Outcome {
    Accept,
    Ask, // an approver: the reservation waits and holds the slot
    Decline,
    Cancel,
    Unchanged, // informational update: texts follow, status and slot stay, nobody is told
    Ignore,
    Hold
};

// What an earlier version of a meeting has of the space.
enum class Standing { Nothing, Waiting, Holding };
Standing standingOf(ReservationStatus status);

// What one decision has to know. The caller has gathered it in the same transaction that will write the outcome.
struct DecisionFacts
{
    Instant now;
    Space space;
    std::optional<Reservation> existing; // of the same meeting, whatever its status
    QList<Reservation> conflicts;        // slot-holding rows of others that overlap the held time
    QList<Closure> closures;             // that touch the time
    PolicyFacts policies = {};
    bool seriesListsRoom = false;     // of an occurrence that is no row yet, or a note: its series lists the room
    bool seriesWaits = false;         // of an occurrence: an approver has yet to decide about its series
    QList<Reservation> siblings = {}; // other dates of the same meeting that overlap the held time and go before it
};

struct Decision
{
    Outcome outcome = Outcome::Ignore;
    Reason reason;
    bool answer = false;       // R-ANSWER
    bool confirm = false;      // R-CONFIRM
    bool moved = false;        // accepted at another time than it stood
    bool freesOldSlot = false; // a declined move
    // Nothing of the meeting, or of its series, is to come: nothing is held for it, but what is older comes too late.
    // With Ignore and Cancel.
    bool isOver = false;
    // How the row is to hold its slot; only with Accept and Ask.
    bool exclusive = true;
    // More on it by the booking policies: of Ask what is out of policy, of Accept who was let in where not everybody
    // is.
    Reason policy;

    friend bool operator==(const Decision&, const Decision&) = default;
};

// The rules of design section 2, "What is decided", and the booking policies for one request and one space: pure.
Decision decide(const MeetingRequest& request, const DecisionFacts& facts);

// The code of what an approver is asked about one date for no other reason than that its series waits: what becomes of
// the series becomes of it.
constexpr char seriesWaits[] = "decision.series-waits";

// Of an informational update.
const char* unchangedCode(Standing standing);

// Which rule speaks in a reason of a decision: "R-NO-DOUBLE", "R-MEETING", ...
QByteArray ruleOf(const Reason& reason);

// The time nobody else may have for this request in this space, set-up and clear-up included.
TimeRange heldTime(TimeRange time, const Space& space);

} // namespace reserve
