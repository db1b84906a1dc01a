// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/csvcolumns.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace reserve {

namespace {

// Whatever separates its words is no part of the spelling.
QString lettersOf(const QString& column)
{
    QString letters;
    std::copy_if(column.begin(), column.end(), std::back_inserter(letters),
                 [](QChar c) { return c.isLetterOrNumber(); });
    return letters;
}

// How many letters have to be put in, taken out or changed (Levenshtein).
int distanceBetween(const QString& one, const QString& other)
{
    std::vector<int> row(std::size_t(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int changed = diagonal + (one[i] == other[qsizetype(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

QString nearestTo(const QString& column, const QStringList& known)
{
    constexpr qsizetype longest = 64; // of any column that is known, and far beyond
    const QString letters = lettersOf(column);
    if (letters.isEmpty() || letters.size() > longest)
        return {};
    QString nearest;
    int least = std::max(1, int(letters.size()) / 3) + 1;
    for (const QString& one : known) {
        if (const int distance = distanceBetween(letters, lettersOf(one)); distance < least) {
            least = distance;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace

QList<Reason> unknownColumns(const QStringList& columns, const QStringList& known)
{
    QList<Reason> unknown;
    for (const QString& column : columns) {
        if (column.isEmpty() || known.contains(column))
            continue;
        Reason reason{"csv.column-unknown", {{QStringLiteral("column"), column}}};
        if (const QString nearest = nearestTo(column, known); !nearest.isEmpty())
            reason.arguments.insert(QStringLiteral("nearest"), nearest);
        unknown.append(reason);
    }
    return unknown;
}

} // namespace reserve
