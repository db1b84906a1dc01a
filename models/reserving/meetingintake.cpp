// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/meetingintake.h"

#include "models/base/address.h"

#include <algorithm>

namespace reserve {

namespace {

using Kind = RecipientJudgement::Kind;

bool isOnlyToPostmaster(const IncomingMessage& incoming)
{
    return std::all_of(incoming.recipients.begin(), incoming.recipients.end(),
                       [](const JudgedRecipient& r) { return r.judgement.kind == Kind::Postmaster; });
}

// R-MEETING: a meeting is one in a space. Of those that the message is about, the ones that stand there.
Result<void> findStanding(const ReadUnit& unit, const MessageReading& reading, SpaceId space, GateFacts& facts)
{
    const bool changes = reading.isRequestOrCancel() || reading.isAddition();
    if (!changes || !space || !reading.identity || reading.identity->organizer.isEmpty())
        return {};
    const QString organizer = addressKey(reading.identity->organizer);
    for (const QString& uid : reading.identity->uids) {
        const auto rows = unit.reservations().occurrences(organizer, uid, space);
        if (!rows)
            return failure(rows.error());
        const auto standing
            = std::find_if(rows->begin(), rows->end(), [](const Reservation& row) { return holdsSlot(row.status); });
        if (standing == rows->end())
            continue;
        if (facts.standingMeetings.isEmpty())
            facts.standingPerson = standing->personId;
        facts.standingMeetings.append(uid);
    }
    facts.allStand = facts.standingMeetings.size() == reading.identity->uids.size();
    return {};
}

// For each recipient by itself.
Result<QList<GateJudgement>> judge(const ReadUnit& unit, const Configuration& configuration,
                                   const IncomingMessage& incoming)
{
    const MessageReading& reading = *incoming.reading;
    const auto facts = gateFacts(unit, configuration, reading.requester);
    if (!facts)
        return failure(facts.error());
    QList<GateJudgement> judgements;
    for (const JudgedRecipient& recipient : incoming.recipients) {
        GateFacts own = *facts;
        own.isRequestOrCancel = reading.isRequestOrCancel() || reading.isAddition();
        own.nullReversePath = incoming.message.sender.isEmpty();
        own.onlyToPostmaster = isOnlyToPostmaster(incoming);
        const auto found
            = own.requesterMatch ? Result<void>() : findStanding(unit, reading, recipient.judgement.spaceId, own);
        if (!found)
            return failure(found.error());
        judgements.append(judgeGate(own));
    }
    return judgements;
}

bool passes(const GateJudgement& gate, const JudgedRecipient& recipient)
{
    // Mail to postmaster is taken whoever writes; a space beside it in the envelope is still refused.
    return gate.open || recipient.judgement.kind == Kind::Postmaster;
}

Trace traceBeforeGate(const IncomingMessage& incoming, const JudgedRecipient& recipient, Instant now)
{
    const MessageReading& reading = *incoming.reading;
    Trace trace;
    trace.receivedAt = incoming.message.receivedAt;
    trace.messageId = reading.content.messageId;
    trace.sender = incoming.message.sender;
    trace.recipient = recipient.address;
    trace.spaceId = recipient.judgement.spaceId;
    trace.requester = reading.requester;
    trace.subject = reading.subject();
    trace.isPrivate = reading.isPrivate();
    trace.method = reading.method;
    trace.kind = reading.kind;
    trace.steps = incoming.steps;
    const bool caseRule = recipient.judgement.kind == Kind::DiffersInCase;
    trace.steps.append({now, caseRule ? "R-MAILBOX-CASE" : "R-SUBDOMAIN", recipient.judgement.reason});
    return trace;
}

Trace traceFor(const IncomingMessage& incoming, const JudgedRecipient& recipient, const GateJudgement& gate,
               Instant now)
{
    const MessageReading& reading = *incoming.reading;
    Trace trace = traceBeforeGate(incoming, recipient, now);
    trace.gate = gate.finding;
    trace.steps.append({now, "R-GATE", gate.reason});
    if (reading.content.calendar && reading.content.calendar->source == CalendarText::Source::Tnef)
        trace.steps.append({now, "R-MEETING", reading.mailClass.reason});
    return trace;
}

void end(Trace& trace, Verdict verdict, const Reason& reason, Instant now)
{
    trace.state = verdict == Verdict::Held ? TraceState::Held : TraceState::Done;
    trace.verdict = verdict;
    trace.reason = reason;
    trace.decidedAt = now;
}

void setAside(Trace& trace, const Reason& reason, Instant now)
{
    end(trace, Verdict::Quarantined, reason, now);
    trace.steps.append({now, "R-250", reason});
}

void keepOnly(Trace& trace, const Reason& reason, Instant now)
{
    end(trace, Verdict::Ignored, reason, now);
    trace.steps.append({now, "R-QUIET", reason});
}

// Nobody asks the gate about it.
Result<IntakeOutcome> traceRefusedContent(WriteUnit& unit, const IncomingMessage& incoming)
{
    IntakeOutcome outcome;
    outcome.refusal = incoming.refusal;
    for (const JudgedRecipient& recipient : incoming.recipients) {
        Trace trace = traceBeforeGate(incoming, recipient, unit.now());
        trace.steps.append({unit.now(), "SMTP", incoming.refusal});
        end(trace, Verdict::Rejected, incoming.refusal, unit.now());
        const auto id = unit.traces().append(trace);
        if (!id)
            return failure(id.error());
        outcome.traces.append(*id);
    }
    return outcome;
}

constexpr char replays[] = "trace.replays";
constexpr char replayed[] = "trace.replayed";
const QString otherTrace = QStringLiteral("trace");

// Its last one: a message may be replayed again and again.
TraceId traceNamedBy(const Trace& trace, QByteArrayView code)
{
    const auto step = std::find_if(trace.steps.rbegin(), trace.steps.rend(),
                                   [code](const TraceStep& candidate) { return candidate.reason.code == code; });
    return step == trace.steps.rend() ? TraceId() : TraceId{step->reason.arguments.value(otherTrace).toLongLong()};
}

TraceStep stepNaming(const char* code, TraceId other, const QString& actor, Instant now)
{
    return {now, "REPLAY", {code, {{otherTrace, QString::number(other.value)}, {QStringLiteral("actor"), actor}}}};
}

Result<Trace> traceToReplay(const ReadUnit& unit, TraceId id)
{
    const auto found = unit.traces().find(id);
    if (!found)
        return failure(found.error());
    const Arguments number{{QStringLiteral("id"), QString::number(id.value)}};
    if (!*found)
        return failure("trace.missing", number);
    if (!(*found)->inboxId)
        return failure("trace.not-kept", number);
    if ((*found)->state != TraceState::Done)
        return failure("trace.undecided", number);
    return **found;
}

InboxMessage rowFor(const IncomingMessage& incoming)
{
    const MessageReading& reading = *incoming.reading;
    InboxMessage row = incoming.message;
    row.messageId = reading.content.messageId;
    row.from = reading.content.from.address;
    row.requester = reading.requester;
    row.subject = reading.subject();
    row.method = reading.method;
    row.uid = reading.identity && !reading.identity->uids.isEmpty() ? reading.identity->uids.first() : QString();
    row.kind = reading.kind;
    return row;
}

} // namespace

Result<GateFacts> gateFacts(const ReadUnit& unit, const Configuration& configuration, const QString& requester)
{
    GateFacts facts;
    facts.requester = requester;
    facts.defaultUserEmail = configuration.settings().defaultReserveUserEmail();
    facts.createExternalContact = configuration.settings().createExternalContact();
    facts.acceptedDomains = configuration.acceptedDomains();
    if (!requester.isEmpty()) {
        auto match = unit.people().match(requester);
        if (!match)
            return failure(match.error());
        facts.requesterMatch = std::move(*match);
    }
    // Who is matched needs nobody to stand in.
    if (!facts.requesterMatch && !facts.defaultUserEmail.isEmpty()) {
        auto match = unit.people().match(facts.defaultUserEmail);
        if (!match)
            return failure(match.error());
        facts.defaultUser = std::move(*match);
    }
    return facts;
}

Result<IntakeOutcome> takeIn(WriteUnit& unit, const Configuration& configuration, const IncomingMessage& incoming)
{
    if (!incoming.refusal.isEmpty())
        return traceRefusedContent(unit, incoming);
    const auto gates = judge(unit, configuration, incoming);
    if (!gates)
        return failure(gates.error());
    const QList<JudgedRecipient>& recipients = incoming.recipients;
    IntakeOutcome outcome;
    for (qsizetype i = 0; i < recipients.size(); ++i)
        outcome.taken = outcome.taken || passes(gates->at(i), recipients.at(i));
    outcome.refusal = outcome.taken || gates->isEmpty() ? Reason() : gates->first().reason;
    if (outcome.taken) {
        const auto id = unit.inbox().append(rowFor(incoming));
        if (!id)
            return failure(id.error());
        outcome.inboxId = *id;
    }
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const JudgedRecipient& recipient = recipients.at(i);
        const GateJudgement& gate = gates->at(i);
        Trace trace = traceFor(incoming, recipient, gate, unit.now());
        trace.inboxId = outcome.inboxId;
        if (!passes(gate, recipient))
            end(trace, Verdict::Rejected, gate.reason, unit.now());
        else if (!incoming.quarantine.isEmpty())
            setAside(trace, incoming.quarantine, unit.now());
        else if (recipient.judgement.isHeld())
            end(trace, Verdict::Held, recipient.judgement.reason, unit.now());
        if (outcome.taken) {
            trace.steps.append(
                {unit.now(),
                 "R-250",
                 {"intake.durable", {{QStringLiteral("bytes"), QString::number(incoming.message.size)}}}});
        }
        // In the same commit, so that ordinary mail costs one transaction and not two.
        if (trace.state == TraceState::Waiting && incoming.reading->isOnlyKept())
            keepOnly(trace, incoming.reading->mailClass.reason, unit.now());
        const auto id = unit.traces().append(trace);
        if (!id)
            return failure(id.error());
        outcome.traces.append(*id);
        if (trace.state == TraceState::Waiting)
            outcome.waiting.append(*id);
    }
    return outcome;
}

Result<TraceId> takeAgain(WriteUnit& unit, const Configuration& configuration, TraceId earlier,
                          const std::shared_ptr<const MessageReading>& reading, const QString& actor)
{
    auto old = traceToReplay(unit, earlier);
    if (!old)
        return failure(old.error());
    IncomingMessage incoming;
    incoming.message.receivedAt = unit.now();
    incoming.message.sender = old->sender;
    incoming.reading = reading;
    incoming.steps = {stepNaming(replays, earlier, actor, unit.now())};
    const JudgedRecipient recipient{old->recipient, configuration.directory().judge(old->recipient)};
    incoming.recipients = {recipient};
    const auto gates = judge(unit, configuration, incoming);
    if (!gates)
        return failure(gates.error());
    const GateJudgement& gate = gates->first();
    Trace trace = traceFor(incoming, recipient, gate, unit.now());
    trace.inboxId = old->inboxId;
    if (!recipient.judgement.isTaken())
        end(trace, Verdict::Rejected, recipient.judgement.reason, unit.now());
    else if (!passes(gate, recipient))
        end(trace, Verdict::Rejected, gate.reason, unit.now());
    else if (recipient.judgement.isHeld())
        end(trace, Verdict::Held, recipient.judgement.reason, unit.now());
    const auto id = unit.traces().append(trace);
    if (!id)
        return failure(id.error());
    old->steps.append(stepNaming(replayed, *id, actor, unit.now()));
    return unit.traces().update(*old).map([&id] { return *id; });
}

TraceId earlierOf(const Trace& trace)
{
    return traceNamedBy(trace, replays);
}

TraceId replayOf(const Trace& trace)
{
    return traceNamedBy(trace, replayed);
}

Result<TraceId> traceRefusedRecipient(WriteUnit& unit, const QString& sender, const QString& recipient,
                                      const Reason& reason)
{
    Trace trace;
    trace.receivedAt = unit.now();
    trace.sender = sender;
    trace.recipient = recipient;
    trace.requester = sender;
    trace.steps.append({unit.now(), "R-SUBDOMAIN", reason});
    end(trace, Verdict::Rejected, reason, unit.now());
    return unit.traces().append(trace);
}

} // namespace reserve
