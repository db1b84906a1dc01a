// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>

namespace reserve {

// A stretch of one day, or of one lane, in any unit. An empty one still takes a column.
struct LayoutSpan
{
    qint64 start = 0;
    qint64 end = 0;
};

// Where a span stands beside those that overlap it: from `column` over `width` columns, of `columns` in all.
struct LayoutSlot
{
    int column = 0;
    int width = 1;
    int columns = 1;
    int cluster = 0; // spans that overlap one another, directly or through others, share a cluster

    friend bool operator==(const LayoutSlot&, const LayoutSlot&) = default;
};

// Greedy colouring of intervals: a cluster has exactly as many columns as it has spans at once at its busiest moment,
// no two slots that overlap in time share a column, and each span is as wide as the free columns to its right allow.
// Answers in the order asked. O(n log n), pure.
QList<LayoutSlot> layOut(const QList<LayoutSpan>& spans);

// Where at least two spans stand at once: one entry for each cluster of them, with the largest number at one moment.
struct Crowd
{
    qint64 start = 0; // of the stretch in which there are two or more
    qint64 end = 0;
    int atOnce = 0;

    friend bool operator==(const Crowd&, const Crowd&) = default;
};
QList<Crowd> crowds(const QList<LayoutSpan>& spans);

} // namespace reserve
