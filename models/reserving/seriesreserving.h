// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/seriesinprogress.h"
#include "models/reserving/serieswriting.h"

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

    // Writes on where work.rest, or its lack, shows that decide() or decidePart() has not written everything.
    Result<void> goOn(DecisionWork& work, const SeriesInProgress& progress) const;

    // One occurrence of a known series and all that follow (RANGE=THISANDFUTURE), changed or cancelled.
    Result<void> decidePart(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                            const Series& series) const;
    // The series has changed under a part that holds: where it now has other dates, they are decided again.
    Result<void> refreshPart(DecisionWork& work, const ItipEvent& event, const SeriesChange& change,
                             const Series& series) const;

    // What is known of a series: as stored, with its parts.
    Result<SeriesHistory> historyOf(DecisionWork& work, const Series& series) const;

    // Adds the occurrences that have come into the booking window since the series was decided. Those that the space
    // cannot be given for are declined and told, each by itself. At most `mostRows` at a time: the series waits for the
    // rest.
    Result<void> fill(WriteUnit& unit, const Series& series, qsizetype mostRows) const;

    // The series became a single meeting: what it held is free before that one is decided.
    Result<void> dissolve(DecisionWork& work, Series series, const MeetingVersion& version) const;

private:
    Result<void> addNew(DecisionWork& work, Series& series, Instant until) const;
    Result<void> letWait(DecisionWork& work, const Series& series, SeriesPlan& plan) const;
    Result<void> carryOut(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, SeriesPlan& plan,
                          const SeriesDecision& decision) const;
    Result<void> carryOutPart(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                              SeriesPlan& plan, const SeriesDecision& decision, SeriesChange change) const;
    Result<void> makeWay(DecisionWork& work, const SeriesPlan& plan, const SeriesDecision& decision) const;
    Result<void> findPerson(DecisionWork& work, SeriesPlan& plan, Outcome outcome) const;
    Result<void> beginInParts(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                              const SeriesPlan& plan, const SeriesDecision& decision,
                              const std::optional<SeriesChange>& part) const;
    Result<void> end(DecisionWork& work, SeriesPlan& plan, const SeriesInProgress::Decided& decided) const;
    Result<void> saveSeriesOf(DecisionWork& work, const SeriesPlan& plan, const SeriesChange& part) const;
    Result<void> saveSeries(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan,
                            const Decision& whole) const;
    SeriesDecision decision(const MeetingRequest& request, const SeriesPlan& plan) const;

    const Configuration& m_configuration;
    const ItipReader& m_reader;
    bool m_tells;
    SeriesPlanner m_planner;
    SeriesWriting m_writing;
};

} // namespace reserve
