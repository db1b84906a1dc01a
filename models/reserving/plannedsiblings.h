// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/siblingrank.h"
#include "models/reserving/seriesplan.h"

#include <QHash>

namespace reserve {

// A series that is longer than its own interval is in its own way, which no other date can change: looks at the dates
// of a plan by start, each against those of its own version. Of one thread, for the time of one plan.
class EarlierDates final
{
public:
    // `ofAll`: against those of every version, also those that are said one by one.
    explicit EarlierDates(bool ofAll);

    // Which of the plan's before this one, the `index`th, reaches into what it holds; below 0: none.
    qsizetype inTheWayOf(const WantedOccurrence& wanted, TimeRange held, qsizetype index);

private:
    struct Latest
    {
        TimeRange held;
        qsizetype index = -1;
    };

    bool m_ofAll;
    QHash<int, Latest> m_latest; // by stretch
};

// Finds out of the dates that a series wants, and of those that it leaves as they are, which want the same time, and
// who of them has it (SiblingRank). Of one thread, for the time of one decision.
class PlannedSiblings final
{
public:
    // `request`: as in occurrenceRow().
    PlannedSiblings(const DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan);

    // Behind all else that is in the way. Who has lost his time is in OccurrenceFacts::sibling, or in the plan's
    // inTheWay.
    void share();

private:
    struct Candidate
    {
        SiblingRank rank;
        TimeRange held;
        qsizetype wanted = -1; // which of the plan's
        qsizetype kept = -1;   // ... or which row that stays
    };

    bool isNeeded() const;
    QList<Candidate> candidates() const;
    SiblingRank rankOf(const WantedOccurrence& wanted) const;
    Reservation rowOf(const Candidate& candidate) const;

    const DecisionWork& m_work;
    const MeetingRequest& m_request;
    SeriesPlan& m_plan;
};

} // namespace reserve
