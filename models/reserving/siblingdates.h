// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/daterevision.h"
#include "models/reserving/holdingversions.h"

namespace reserve {

// The dates of one meeting in one space that want the same time. Who has it depends on what was said and not on the
// order in which it came (SiblingRank); who has lost the time to a date of the same meeting gets it when that one
// leaves. Of one thread, for the time of one decision. Errors: those of the store.
class SiblingDates final
{
public:
    SiblingDates(DecisionWork& work, const Configuration& configuration, bool tells);

    struct Found
    {
        QList<Reservation> before; // that hold `held` and go before this date
        QList<Reservation> behind; // ... and that it goes before
    };
    // Of the other dates; none of a meeting that is not about one date.
    static Result<Found> find(const ReadUnit& unit, const MeetingRequest& request, TimeRange held);

    // Declines a date, for `sibling` that goes before it: what it wants of the space, and its key.
    Result<void> giveWay(const Reservation& row, const Reservation& sibling);
    // Whether a row to come has lost its time to another date of its meeting.
    bool hasAnyGivenWay(const QList<Reservation>& rows) const;
    // Shares the time out anew between `rows`, all of one meeting: who had given way gets his where it is free now, as
    // if his message came now, so that nothing goes past an approver.
    Result<void> settle(QList<Reservation> rows, const HoldingVersions& versions);

private:
    struct Regained
    {
        ReservationStatus status;
        Decision decision;
    };

    bool hasGivenWay(const Reservation& row) const;
    // Whether it has its time again; `rows` by rank.
    Result<bool> restore(QList<Reservation>& rows, qsizetype index, const HoldingVersions& versions);
    Result<Regained> decide(const Reservation& row, const HoldingVersions& versions) const;

    DecisionWork& m_work;
    DateRevision m_revision;
};

} // namespace reserve
