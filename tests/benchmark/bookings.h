// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/store.h"

namespace reserve::benchmark {

// `ofEach` reservations in each of the first `spaces` spaces of a desk, the first at `first`, one every
// `step` and five minutes shorter than that; in every state of the answer to Exchange. Committed a hundred
// spaces at a time. False when the store refuses, which is said on stderr.
bool fillCalendar(Store& store, int spaces, int ofEach, Instant first, Minutes step);

} // namespace reserve::benchmark
