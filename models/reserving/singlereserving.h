// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/decisionwork.h"

namespace reserve {

// What an occurrence is of.
struct DateOfSeries
{
    SeriesId series;    // where it is known
    bool waits = false; // the version of it that holds for the date, for an approver
};

// The part of Reserving that decides one meeting, or one occurrence of a series, by itself, in the caller's
// transaction. Of one thread, for the time of one decision.
class SingleReserving final
{
public:
    // `tells`: whether anybody hears of it.
    SingleReserving(const Configuration& configuration, bool tells);

    Result<void> decide(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                        const DateOfSeries& date) const;

private:
    Result<DecisionFacts> gather(DecisionWork& work, const MeetingRequest& request, const DateOfSeries& date) const;
    // What an occurrence has of its series.
    Result<void> gatherSeries(DecisionWork& work, const MeetingRequest& request, const DateOfSeries& date,
                              DecisionFacts& facts) const;
    Result<void> remember(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                          const Decision& decision, SeriesId series) const;
    Result<void> makeWay(DecisionWork& work, const MeetingRequest& request, const Decision& decision) const;
    Result<void> carryOut(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                          const Decision& decision, const ItipEvent& event, SeriesId series) const;

    const Configuration& m_configuration;
    bool m_tells;
};

} // namespace reserve
