// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/closure.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"

#include <QList>

namespace reserve {

// Why a space cannot be had at one time; empty when it can. `conflicts` and `closures` are those that touch the time.
Reason hindranceOf(TimeRange time, const Space& space, bool allowsConflicts, const QList<Reservation>& conflicts,
                   const QList<Closure>& closures);

// Marks a reason as due to another date of the same meeting: that is decided again when the other one leaves.
Reason takenBySibling(Reason taken, const Reservation& sibling);
bool isTakenBySibling(const Reason& reason);

} // namespace reserve
