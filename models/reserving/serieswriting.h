// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/reserving/seriesplan.h"

namespace reserve {

// Whether dates are held for what was decided.
bool holdsDates(Outcome outcome);

// Carries out what was decided of a series, or of a part of it: its rows and what is told, in the caller's
// transaction. The series itself is the caller's. Of one thread, for the time of one decision.
class SeriesWriting final
{
public:
    // `tells`: whether anybody hears of it.
    SeriesWriting(const Configuration& configuration, bool tells);

    // Everything but Ignore and Hold, at once.
    Result<void> carryOut(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                          const SeriesPlan& plan, const SeriesDecision& decision) const;

    // The same in parts: how many rows there are to write, those from `begin` on, `count` at most, and what
    // is told when all are written.
    static qsizetype rowsToWrite(const SeriesPlan& plan, const SeriesDecision& decision);
    Result<void> writeRows(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                           const SeriesDecision& decision, qsizetype begin, qsizetype count) const;
    Result<void> tell(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request, const SeriesPlan& plan,
                      const SeriesDecision& decision) const;

    // The rows of occurrences alone.
    Result<void> writeOccurrences(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                  const SeriesDecision& decision, qsizetype begin, qsizetype end) const;
    // One REPLY for each occurrence that is declined.
    Result<void> tellDeclined(DecisionWork& work, const Announcement& whole) const;

private:
    Result<void> writeRefused(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                              const SeriesPlan& plan, const SeriesDecision& decision) const;
    Result<void> touch(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan, qsizetype begin,
                       qsizetype end) const;
    Result<void> release(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                         const Decision& whole, qsizetype begin, qsizetype end) const;

    const Configuration& m_configuration;
    bool m_tells;
};

} // namespace reserve
