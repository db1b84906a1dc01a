// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/bookingpolicy.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// What the booking policies have to know of a space and of who asks.
struct PolicyFacts
{
    BookingPolicy policy;
    QByteArray zone;         // IANA id of the space; empty when there is none
    bool isExternal = false; // the requester is no employee, and no domain that R-GATE accepts is theirs
};

// A meeting as the limits look at it: of a series one date.
struct LimitedTime
{
    TimeRange time;
    bool allDay = false;
    int seats = 0; // how many people come
    int taken = 0; // how many are there at that time already, where meetings may overlap
};

// How many people the busiest moment of `time` finds in other meetings.
int mostSeatsTaken(const QList<Reservation>& others, TimeRange time);

// The midnight after the last day of the booking window, where the space is; UTC where it has no zone.
Instant endOfBookingWindow(Instant now, int days, const QByteArray& zone);

// Work hours mean the space's zone, and none is guessed.
bool needsZone(const PolicyFacts& facts);

// Which of BookingWindowInDays, MaximumDurationInMinutes, MinimumDurationInMinutes,
// ScheduleOnlyDuringWorkHours and EnforceCapacity the meeting breaks; empty when it keeps to all. The reason
// names the policy.
Reason brokenLimit(const LimitedTime& meeting, const Space& space, const PolicyFacts& facts, Instant now);

enum class Admission {
    Book, // at once
    Ask,  // an approver
    Refuse
};

struct AdmissionJudgement
{
    Admission admission = Admission::Book;
    // Which policy decided; empty where AllBookInPolicy lets everybody book.
    Reason reason;

    friend bool operator==(const AdmissionJudgement&, const AdmissionJudgement&) = default;
};

// Whether a requester may book: ProcessExternalMeetingMessages first, then the lists of those who may book or
// ask in policy, or, where `broken` says what the request breaks, ask out of policy.
AdmissionJudgement judgeAdmission(const Reason& broken, const QString& requester, const Space& space,
                                  const PolicyFacts& facts);

// A reason that names the policy that decided, and the space.
Reason byPolicy(const char* code, const char* policy, const Space& space);

} // namespace reserve
