// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/owntrace.h"

namespace reserve {

// Decides anew, long after its message, what one date of a meeting has of the space, because another message has
// changed what it depends on: another date of the meeting, or its series. It gets what it would have got if its message
// came now, with the approval that this takes. Of one thread, for the time of one decision. Errors: those of the store.
class DateRevision final
{
public:
    // `tells`: whether anybody hears of it.
    DateRevision(DecisionWork& work, const Configuration& configuration, bool tells);

    // What a date that was asked for by itself would get, whatever other dates of the meeting want; `seriesWaits` as in
    // DecisionFacts.
    Result<Decision> judge(const Reservation& date, bool seriesWaits) const;
    // The same for one that says nothing for itself: Accept where the space can be had, whatever its series has.
    Result<Decision> judgeDateOfSeries(const Reservation& date) const;

    // Accept, Ask or Decline. `status`: what the row has then. Whether an answer is wanted is known from the row.
    Result<void> carryOut(const Reservation& date, ReservationStatus status, Decision decision) const;
    Result<void> carryOut(const Reservation& date, const Decision& decision) const;
    static ReservationStatus statusOf(Outcome outcome);

private:
    Result<DecisionFacts> gather(const Reservation& date) const;
    Result<Announcement> announcementFor(const Reservation& row, const Decision& decision) const;
    Result<void> tell(OwnTrace& own, const Reservation& row, const Decision& decision, bool wantsAnswer) const;

    DecisionWork& m_work;
    const Configuration& m_configuration;
    bool m_tells;
};

} // namespace reserve
