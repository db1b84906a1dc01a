// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>

namespace reserve::benchmark {

// One line a figure: name, value, what it is measured against, and the ratio of the two.
inline void printFigure(const QString& name, double value, const QString& unit, const QString& against,
                        double reference)
{
    std::printf("%-52s %10.1f %-12s %s %.1f, ratio %.2f\n", qPrintable(name), value, qPrintable(unit),
                qPrintable(against), reference, reference > 0 ? value / reference : 0.0);
    std::fflush(stdout);
}

inline double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

// The value that `share` (0.99) of all are at most.
inline double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, qsizetype(share * double(values.size()))));
}

} // namespace reserve::benchmark
