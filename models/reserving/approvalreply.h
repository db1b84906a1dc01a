// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"
#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"

#include <optional>

namespace reserve {

// What an approver's mail says: the first word of its text ("approve", "decline", "tentative", also in
// German), else the word before the first colon of its subject, as voting buttons put it. Nothing where
// neither is one of them.
std::optional<ApprovalAnswer> approvalAnswerIn(const QString& text, const QString& subject);

// Decides with the reply of an approver to the mail that asked. It must answer that mail (In-Reply-To or
// References), carry its token in the subject and come from an approver of the space; anything else is kept,
// and the trace says what was missing. False: the mail answers no such mail at all.
Result<bool> decideByReply(DecisionWork& work, const Configuration& configuration);

} // namespace reserve
