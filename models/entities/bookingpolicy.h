// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

namespace reserve {

// What a space takes in, with the names, defaults and meaning of Exchange's Set-CalendarProcessing.
struct BookingPolicy
{
    bool allowRecurringMeetings = true;
    int bookingWindowInDays = 180; // from today on; 0: today only
    // A series that goes on behind the window: true declines it, false takes what lies inside.
    bool enforceSchedulingHorizon = true;
    // Occurrences of a new series that may be declined while the rest is accepted: both must hold.
    int conflictPercentageAllowed = 0;
    int maximumConflictInstances = 0;

    friend bool operator==(const BookingPolicy&, const BookingPolicy&) = default;
};

} // namespace reserve
