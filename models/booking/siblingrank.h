// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/meetingrequest.h"

#include <QString>

#include <map>

namespace reserve {

// Which of two dates of one meeting goes before the other where both want the same time (R-MEETING): the dates as the
// series and its parts have them before those that a message, or a part of one, about them alone has moved; of those
// the older message; of one message the earlier date. So it depends on what was said and not on the order of arrival.
struct SiblingRank
{
    bool byItself = false;
    int sequence = 0;
    Instant stamp;
    Instant start;
    QString recurrenceId;

    friend bool operator<(const SiblingRank& a, const SiblingRank& b);
};

SiblingRank rankOf(const Reservation& date);
// Of one date, which has a time.
SiblingRank rankOf(const MeetingRequest& date);

// Times that dates of one meeting have, each under a number of the caller's.
class TakenTimes final
{
public:
    static constexpr qsizetype nobody = -1;

    void take(TimeRange held, qsizetype who);
    // Who has a time that overlaps; nobody else.
    qsizetype holderOf(TimeRange held) const;

private:
    struct Taken
    {
        Instant end;
        qsizetype who;
    };

    std::multimap<Instant, Taken> m_taken; // by start
    Milliseconds m_longest{0};
};

} // namespace reserve
