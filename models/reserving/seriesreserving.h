// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/reserving/seriesplan.h"

namespace reserve {

// The part of Reserving that decides recurring meetings: every occurrence inside the booking window becomes a
// reservation of its own, in the caller's transaction. Of one thread, for the time of one decision.
class SeriesReserving final
{
public:
    SeriesReserving(const Configuration& configuration, const ItipReader& reader, bool tells);

    // A new or changed series, or its cancellation as a whole. `master` is the event without a RECURRENCE-ID; overrides
    // of it in the same message are taken with it.
    Result<void> decide(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const;

    // A CANCEL of one occurrence and all that follow (RANGE=THISANDFUTURE).
    Result<void> endAt(DecisionWork& work, Series series, const MeetingRequest& request) const;

    // Adds the occurrences that have come into the booking window since the series was decided. Those that the space
    // cannot be given for are declined and told, each by itself.
    Result<void> fill(WriteUnit& unit, const Series& series) const;

    // The series became a single meeting: what it held is free before that one is decided.
    Result<void> dissolve(DecisionWork& work, Series series, const MeetingVersion& version) const;

private:
    Result<bool> addNew(DecisionWork& work, const ItipEvent& master, const Series& series, Instant until) const;
    Result<void> carryOut(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, SeriesPlan& plan,
                          const SeriesDecision& decision) const;
    Result<void> saveSeries(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan, const Decision& whole) const;
    Result<void> touch(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const;
    Result<void> release(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan, const Decision& whole) const;
    Result<void> writeOccurrences(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                  const SeriesDecision& decision) const;
    Result<void> tell(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, const SeriesPlan& plan,
                      const SeriesDecision& decision) const;
    Result<void> tellDeclined(DecisionWork& work, const Announcement& whole) const;

    const Configuration& m_configuration;
    const ItipReader& m_reader;
    bool m_tells;
    SeriesPlanner m_planner;
};

} // namespace reserve
