// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/seriesplan.h"

namespace reserve {

// What approvers have no say in any more because a newer version of a series, or of a part of it, takes its place. Of
// one thread, for the time of one decision. Errors: those of the store.
class SeriesApprovals final
{
public:
    // `meeting`: with the date of a part.
    SeriesApprovals(DecisionWork& work, const Configuration& configuration, const ItipReader& reader,
                    const MeetingKey& meeting);

    // What was asked about the dates that the version reaches, and of a whole about that, or about the single meeting
    // that it was.
    Result<void> withdrawReached(const SeriesPlan& plan) const;
    // What was asked about older versions of a part that needs no approver itself; `part` as it is named in the plan.
    Result<void> withdrawPart(const SeriesPlan& plan, SeriesChangeId part) const;

private:
    DecisionWork& m_work;
    const Configuration& m_configuration;
    const ItipReader& m_reader;
    const MeetingKey& m_meeting;
};

} // namespace reserve
