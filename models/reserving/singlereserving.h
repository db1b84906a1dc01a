// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/decisionwork.h"

namespace reserve {

// The part of Reserving that decides one meeting, or one occurrence of a series, by itself, in the caller's
// transaction. Of one thread, for the time of one decision.
class SingleReserving final
{
public:
    // `tells`: whether anybody hears of it.
    SingleReserving(const Configuration& configuration, bool tells);

    // `series`: what an occurrence is of, where it is known.
    Result<void> decide(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                        SeriesId series) const;

private:
    Result<DecisionFacts> gather(DecisionWork& work, const MeetingRequest& request, SeriesId series) const;
    // What an occurrence has of its series.
    Result<void> gatherSeries(DecisionWork& work, const MeetingRequest& request, SeriesId series,
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
