// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/trace.h"
#include "models/reserving/approving.h"

#include <optional>

namespace reserve {

class WriteUnit;

// What the buttons of the monitor write, each in one unit of work: rows, and the command the agent obeys.

// R-MAILBOX-CASE: the space's mailbox is spelt as the recipient of this message from now on. Error: trace.gone (id)
// when its space is no longer there.
Result<void> useSpellingOf(WriteUnit& unit, const Trace& trace, const QString& actor);
// R-MATCH: a person releases a held message.
Result<void> releaseHeld(WriteUnit& unit, TraceId id, const QString& actor);
// A held message ends unanswered: a person has seen to it. The trace keeps who and when. One that is held no more stays
// as it is.
Result<void> putAside(WriteUnit& unit, TraceId id, const QString& actor);
// A message that is decided arrives once more, as far as the agent can tell.
Result<void> replayMessage(WriteUnit& unit, TraceId id, const QString& actor);
// R-RETRY: this entry, or all that wait, are due at once; or this entry goes to another recipient. What came back and
// is old news by now ends instead: answers why; none: it is tried.
Result<Reason> retryOutbox(WriteUnit& unit, std::optional<OutboxId> id, const QString& actor);
Result<Reason> sendElsewhere(WriteUnit& unit, OutboxId id, const QString& recipient, const QString& actor);

// What an approver says in the console; decided at once, no agent is needed for it.
Result<Approval> decideRequest(WriteUnit& unit, ApprovalId id, const ApproverWord& word);

} // namespace reserve
