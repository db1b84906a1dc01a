// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

#include <QList>
#include <QStringList>

namespace reserve {

// The columns of a file that reading does not know and leaves alone, so that a misspelled one is not passed over in
// silence: csv.column-unknown (column, and nearest where one of `known` is spelt much like it). Pure; any thread.
QList<Reason> unknownColumns(const QStringList& columns, const QStringList& known);

} // namespace reserve
