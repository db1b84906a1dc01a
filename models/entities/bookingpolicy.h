// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace reserve {

// What a space takes in, with the names, defaults and meaning of Exchange's Set-CalendarProcessing. The
// values in force for one space: PolicyBook makes them of what is set for the space and its building.

// What a request has to keep to; one that does not is out of policy.
struct PolicyLimits
{
    int bookingWindowInDays = 180;       // from today on; 0: today only
    int maximumDurationInMinutes = 1440; // of each date; 0: no limit
    int minimumDurationInMinutes = 0;
    bool scheduleOnlyDuringWorkHours = false;
    bool enforceCapacity = false;

    friend bool operator==(const PolicyLimits&, const PolicyLimits&) = default;
};

struct SeriesPolicy
{
    bool allowRecurringMeetings = true;
    // A series that goes on behind the window: true is out of policy, false takes what lies inside.
    bool enforceSchedulingHorizon = true;
    // Occurrences of a new series that may be declined while the rest is accepted: both must hold.
    int conflictPercentageAllowed = 0;
    int maximumConflictInstances = 0;

    friend bool operator==(const SeriesPolicy&, const SeriesPolicy&) = default;
};

// Who may book at once, and who may ask an approver. Lists are e-mail addresses.
struct AdmissionPolicy
{
    bool processExternalMeetingMessages = false;
    bool allBookInPolicy = true;
    QStringList bookInPolicy;
    bool allRequestInPolicy = false;
    QStringList requestInPolicy;
    bool allRequestOutOfPolicy = false;
    QStringList requestOutOfPolicy;
    QStringList resourceDelegates; // the approvers

    friend bool operator==(const AdmissionPolicy&, const AdmissionPolicy&) = default;
};

// What the space's calendar keeps of a request. These are off here, unlike in Exchange.
struct ContentPolicy
{
    bool addOrganizerToSubject = false; // the organizer's name takes the place of the subject
    bool deleteSubject = false;
    bool removePrivateProperty = false;

    friend bool operator==(const ContentPolicy&, const ContentPolicy&) = default;
};

struct BookingPolicy
{
    bool allowConflicts = false; // reservations need not hold the space alone
    PolicyLimits limits;
    SeriesPolicy series;
    AdmissionPolicy admission;
    ContentPolicy content;

    friend bool operator==(const BookingPolicy&, const BookingPolicy&) = default;
};

} // namespace reserve
