// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

namespace reserve {

class Configuration;
struct DecisionWork;

// What is no meeting request: kept, classified and never answered (R-QUIET). An approver's reply decides what it is
// about, and a bounce marks what came back. Of the thread of the decision. Errors: those of the store.
Result<void> decideOtherMail(DecisionWork& work, const Configuration& configuration);

} // namespace reserve
