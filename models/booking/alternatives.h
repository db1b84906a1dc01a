// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QList>

namespace reserve {

// R-CONFIRM: the free times nearest to a wanted one, of the same length, inside `open` and clear of `busy` (held times
// of other reservations). Nearest start first, at most `limit`. `margins` are kept free before and after as well.
// Both lists may come in any order.
struct Margins
{
    Minutes before{0};
    Minutes after{0};
};

QList<TimeRange> nearestFreeTimes(TimeRange wanted, Margins margins, QList<TimeRange> busy,
                                  const QList<TimeRange>& open, Instant earliest, int limit);

} // namespace reserve
