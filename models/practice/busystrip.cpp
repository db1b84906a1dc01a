// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/busystrip.h"

#include <algorithm>

namespace reserve::practice {

namespace {

struct Mark
{
    int weight = 0;
    QChar digit;
};

Mark markOf(BusyKind busy)
{
    switch (busy) {
    case BusyKind::Free:
        return {0, u'0'};
    case BusyKind::WorkingElsewhere:
        return {1, u'4'};
    case BusyKind::Tentative:
        return {2, u'1'};
    case BusyKind::Busy:
        return {3, u'2'};
    case BusyKind::OutOfOffice:
        return {4, u'3'};
    }
    return {0, u'0'};
}

} // namespace

QString busyStrip(const QList<Item>& items, TimeRange window, Minutes interval)
{
    QString strip;
    for (Instant start = window.start; start < window.end; start += interval) {
        const TimeRange slot{start, std::min<Instant>(start + interval, window.end)};
        Mark strongest = markOf(BusyKind::Free);
        for (const Item& item : items) {
            const Mark mark = markOf(item.busy);
            if (mark.weight > strongest.weight && item.time.overlaps(slot))
                strongest = mark;
        }
        strip += strongest.digit;
    }
    return strip;
}

} // namespace reserve::practice
