// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"
#include "ui/theme/meaning.h"

#include <QString>

namespace reserve {

// A reservation on its way to another time or space, by mouse or by key, or a stretch of free time that is
// drawn for a new one. Nothing is changed before it is dropped.
struct SlotDrag
{
    enum class What { New, Move, Start, End };

    What what = What::Move;
    ReservationId id; // none for a new one
    SpaceId space;    // none in the calendar of a person, where a new one has none yet
    SpaceId spaceBefore;
    TimeRange time;
    TimeRange before;

    bool isElsewhere() const { return time != before || space != spaceBefore; }
};

// What would come of the drop, as far as is known.
struct DragVerdict
{
    Meaning meaning = Meaning::Information; // Good: it would be done; Failed: it would be refused
    QString words;                          // empty: not known yet
};

} // namespace reserve
