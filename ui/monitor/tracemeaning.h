// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"
#include "models/entities/outbox.h"
#include "models/items/tracemodel.h"
#include "ui/common/statedelegate.h"

namespace reserve {

// What the states of messages and outbox entries mean in the visual language.
StateCell answerCell(const TraceRow& row);
StateCell exchangeCell(const TraceRow& row);
StateCell outboxCell(OutboxState state);
StateCell approvalCell(ApprovalState state);

} // namespace reserve
