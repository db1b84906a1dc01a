// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"

namespace reserve {

struct OccurrenceFacts
{
    TimeRange time;
    QList<Reservation> conflicts; // slot-holding rows of other meetings that overlap the held time
    QList<Closure> closures;
    std::optional<Reservation> sibling = {}; // another date of the meeting that goes before it and wants that time
};

// Why the space cannot be had at that date; empty when it can. A date that gives way to one of its own meeting is no
// conflict: it gets its time when that one leaves.
Reason hindranceOf(const OccurrenceFacts& date, const Space& space, bool allowsConflicts);

// What the decision of a series has to know, gathered in the transaction that will write the outcome.
struct SeriesFacts
{
    Instant now;
    Space space;
    PolicyFacts policies;
    std::optional<MeetingVersion> known;   // of the series, or of the single meeting that it was
    bool stands = false;                   // an earlier version holds something
    Standing standing = Standing::Nothing; // ... or a date of it that goes before this one
    bool isSame = false;                   // the earlier version has the same times, and the room listed alike
    bool isAccepted = false;               // the earlier version was, by whomever
    bool roomWasListed = false;
    QList<OccurrenceFacts> occurrences; // not over, inside the window, by start
    QList<TimeRange> kept;              // to come, by start: held by dates that go before this version
    // It stood before and comes back: what is taken meanwhile is declined and the rest is had, whatever the policies
    // say of conflicts.
    bool comesBack = false;
    bool continues = false; // there are more behind the window
    bool isOver = false;    // there were some, all of them past
    Instant windowEnd;
};

struct SeriesDecision
{
    Decision whole;
    // One for each occurrence, empty where it is accepted; only when the whole is accepted or asked for.
    QList<Reason> hindrances;
};

// Whether what is known of the series took the room off it, and came before this older version that still lists it.
// That takes effect where something stands.
bool listedTheRoomBefore(const MeetingRequest& request, const SeriesFacts& facts);

// Design section 2 for a series, with the policies that Exchange names: one date that is out of policy puts the whole
// out, and ConflictPercentageAllowed and MaximumConflictInstances say how many may be taken. The reason names the one
// that decided.
SeriesDecision decideSeries(const MeetingRequest& request, const SeriesFacts& facts);

} // namespace reserve
