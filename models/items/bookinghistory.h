// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/consolebooking.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// What was done to reservations in this window, to be undone and done again. A wish that is undone may leave
// its reservation under another number: the rest of the history follows. A value, of one thread.
class BookingHistory final
{
public:
    struct Step
    {
        ConsoleWish wish;            // that undoes, or does again
        QString words;               // of what was done: "Budget moved to 10:00"
        ReservationId stoodFor = {}; // what was cancelled, where the wish brings it back under another number
    };

    static constexpr qsizetype mostSteps = 50;

    // Done by a person; what was undone before is forgotten.
    void done(const Step& back);
    // What is undone next, or done again next; none: nothing.
    std::optional<Step> nextBack() const;
    std::optional<Step> nextAgain() const;
    // The next one was carried out. `step` takes that back in turn; none: it cannot be taken back.
    void wentBack(const std::optional<Step>& step);
    void wentAgain(const std::optional<Step>& step);
    // The next one could not be carried out, and never will.
    void forgetBack();
    void forgetAgain();
    // A reservation is known by another number from now on.
    void rename(ReservationId before, ReservationId now);
    // Only in what was done to this scope: a date that leaves its series goes another way than the series.
    void rename(ReservationId before, ReservationId now, BookingScope scope);

private:
    QList<Step> m_back; // newest last
    QList<Step> m_again;
};

} // namespace reserve
