// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/gate.h"
#include "models/booking/recipientdirectory.h"
#include "models/entities/inbox.h"
#include "models/entities/trace.h"
#include "models/reserving/configuration.h"
#include "models/reserving/meetingreading.h"
#include "models/store/unit.h"

#include <QList>
#include <QString>

#include <memory>

namespace reserve {

struct JudgedRecipient
{
    QString address; // as given in RCPT
    RecipientJudgement judgement;
};

// One message as the agent has it after DATA: read, not yet judged.
struct IncomingMessage
{
    InboxMessage message; // raw or spoolFile filled, id none
    QList<JudgedRecipient> recipients;
    std::shared_ptr<const MessageReading> reading;
    QList<TraceStep> steps; // what the session found (bare line feeds, ...)
    Reason quarantine = {}; // why it is not to be decided by any program; empty for all but what ends the program
    Reason refusal = {};    // of the session, for its mere content; empty where it had nothing against it
};

struct IntakeOutcome
{
    bool taken = false;
    Reason refusal; // where not taken; 550 5.7.1 unless the session refused it before
    InboxId inboxId;
    QList<TraceId> traces;  // one a recipient; also where refused
    QList<TraceId> waiting; // those of them that are to be decided
};

// R-GATE, R-250, R-KEEP's row: judges the sender and makes the message durable, in the one transaction whose commit
// lets the agent say 250. Refused messages leave their traces, those that the session refused for their content among
// them. A unit of work: touches only `unit`, may run again.
Result<IntakeOutcome> takeIn(WriteUnit& unit, const Configuration& configuration, const IncomingMessage& incoming);

// A kept message arrives again, for the recipient of one trace: judged and decided as it would be now, under a new
// trace that waits (or is refused). Each of the two traces names the other. Errors: trace.missing (id), trace.not-kept
// when its message was never taken, trace.undecided while the earlier one still waits or is held.
Result<TraceId> takeAgain(WriteUnit& unit, const Configuration& configuration, TraceId earlier,
                          const std::shared_ptr<const MessageReading>& reading, const QString& actor);

// The other trace of a replay that this one names; none when there is none.
TraceId earlierOf(const Trace& trace);
TraceId replayOf(const Trace& trace);

// A recipient refused at RCPT leaves a trace too.
Result<TraceId> traceRefusedRecipient(WriteUnit& unit, const QString& sender, const QString& recipient,
                                      const Reason& reason);

// The gate's facts of one requester, for the intake and for "Who would get this request?".
Result<GateFacts> gateFacts(const ReadUnit& unit, const Configuration& configuration, const QString& requester);

} // namespace reserve
