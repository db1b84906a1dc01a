// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"

#include <QList>
#include <QString>

namespace reserve {

// What is wrong with one row of an imported file.
struct RowProblem
{
    int line = 0;
    QString column;
    Reason reason;

    friend bool operator==(const RowProblem&, const RowProblem&) = default;
};

// Of the file as a whole: stands at the line the reason names, else at the first.
inline RowProblem problemOfFile(const Error& error)
{
    const Arguments& arguments = error.arguments();
    return {arguments.value(QStringLiteral("line"), QStringLiteral("1")).toInt(),
            arguments.value(QStringLiteral("column")), error.reason()};
}

// What an import did, or, when there are problems, why it did nothing at all.
struct ImportReport
{
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    QList<RowProblem> problems;
    QList<Reason> remarks = {}; // what was passed over and may be meant otherwise: unknownColumns()

    bool isClean() const { return problems.isEmpty(); }
    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

} // namespace reserve
