// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"

namespace reserve {

// The dates of one meeting in one space that want the same time. Who has it depends on what was said and not on the
// order in which it came (R-MEETING): the dates as the series has them go before those that messages of their own have
// moved, of those the older message; who has lost the time to a date of the same meeting gets it when that one leaves.
// Of one thread, for the time of one decision. Errors: those of the store.
class SiblingDates final
{
public:
    SiblingDates(DecisionWork& work, const Configuration& configuration, bool tells);

    struct Found
    {
        QList<Reservation> before; // that hold `held` and go before a message of this version
        QList<Reservation> behind; // ... and that it goes before
    };
    // Of the other dates; none of a meeting that is not about one date.
    static Result<Found> find(const ReadUnit& unit, const MeetingRequest& request, TimeRange held);

    // Declines a date, for `sibling` that goes before it: what it wants of the space, and its key.
    Result<void> giveWay(Reservation row, const Reservation& sibling);
    // Gives the dates that had given way their time where it is free now.
    Result<void> settle(const MeetingKey& key);

private:
    Result<bool> canBeHad(const Reservation& row);
    Result<void> restore(Reservation row);
    Result<void> tell(const Reservation& row, const Decision& decision);

    DecisionWork& m_work;
    const Configuration& m_configuration;
    bool m_tells;
};

} // namespace reserve
