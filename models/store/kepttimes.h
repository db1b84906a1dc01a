// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/ids.h"

namespace reserve {

class Connection;

// Triggers end the kept times of a series with its waiting (016_kept_times.sql) and tell nobody. To be called before
// what may fire them, on the writer: notes the reservations whose times those are.
Result<void> noteKeptTimes(Connection& connection, SeriesId series);

} // namespace reserve
