// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/rehearsal.h"

#include "models/base/address.h"
#include "models/mail/contentlimits.h"
#include "models/reserving/meetingintake.h"
#include "models/reserving/reserving.h"

#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

// DATA: what the session refuses of the content alone.
Reason refusalOf(const RehearsedMessage& message, const Settings& settings)
{
    if (!message.scan)
        return {};
    SmtpLimits limits;
    limits.messageOctets = settings.smtpMaxMessageBytes();
    const auto refusal = refusalOfContent(*message.scan, message.size, limits);
    return refusal ? refusal->reason : Reason();
}

// RCPT: whoever is refused leaves a trace there, whoever is taken goes on to the gate.
Result<QList<TraceId>> takeInAll(WriteUnit& unit, const Configuration& configuration, const RehearsedMessage& message)
{
    IncomingMessage incoming;
    incoming.message.receivedAt = unit.now();
    incoming.message.sender = message.sender;
    incoming.message.size = message.size;
    incoming.reading = message.prepared.reading;
    incoming.refusal = refusalOf(message, configuration.settings());
    QList<TraceId> refused;
    for (const QString& recipient : message.recipients) {
        const RecipientJudgement judgement = configuration.directory().judge(recipient);
        if (judgement.isTaken()) {
            incoming.recipients.append({recipient, judgement});
            continue;
        }
        const auto trace = traceRefusedRecipient(unit, message.sender, recipient, judgement.reason);
        if (!trace)
            return failure(trace.error());
        refused.append(*trace);
    }
    if (incoming.recipients.isEmpty())
        return refused;
    const auto outcome = takeIn(unit, configuration, incoming);
    if (!outcome)
        return failure(outcome.error());
    return refused + outcome->traces;
}

Result<QList<OutboxId>> entriesAfter(const ReadUnit& unit, OutboxId after)
{
    constexpr int step = 200;
    QList<OutboxId> entries; // newest first
    OutboxId before;
    for (;;) {
        const auto page = unit.outbox().page({}, before, step);
        if (!page)
            return failure(page.error());
        const auto end = std::find_if(page->begin(), page->end(), [after](OutboxId id) { return id <= after; });
        std::copy(page->begin(), end, std::back_inserter(entries));
        if (end != page->end() || page->size() < step)
            return entries;
        before = page->last();
    }
}

// Everything in the outbox that this trace has put there.
Result<QList<OutboxEntry>> toldBy(const ReadUnit& unit, TraceId trace, OutboxId after)
{
    const auto added = entriesAfter(unit, after);
    if (!added)
        return failure(added.error());
    QList<OutboxEntry> told;
    for (auto id = added->crbegin(); id != added->crend(); ++id) {
        const auto entry = unit.outbox().find(*id);
        if (!entry)
            return failure(entry.error());
        if (*entry && (*entry)->traceId == trace)
            told.append(**entry);
    }
    return told;
}

Result<QList<Reservation>> leftBy(const ReadUnit& unit, const Trace& trace, const PreparedMessage& prepared)
{
    QList<Reservation> left;
    QSet<QString> seen;
    if (!prepared.meeting || !prepared.reading->isRequestOrCancel() || !trace.spaceId)
        return left;
    for (const ItipEvent& event : prepared.meeting->events) {
        if (seen.contains(event.uid))
            continue;
        seen.insert(event.uid);
        const QString& organizer = event.organizer.address.isEmpty() ? trace.requester : event.organizer.address;
        const auto rows = unit.reservations().occurrences(addressKey(organizer), event.uid, trace.spaceId);
        if (!rows)
            return failure(rows.error());
        std::copy_if(rows->begin(), rows->end(), std::back_inserter(left),
                     [&trace](const Reservation& row) { return row.traceId == trace.id && !row.isNote; });
    }
    std::stable_sort(left.begin(), left.end(),
                     [](const Reservation& a, const Reservation& b) { return a.time.start < b.time.start; });
    return left;
}

Result<OutboxId> newestEntry(const ReadUnit& unit)
{
    return unit.outbox().page({}, {}, 1).map(
        [](const QList<OutboxId>& newest) { return newest.isEmpty() ? OutboxId() : newest.first(); });
}

Result<RehearsedDecision> decideOne(WriteUnit& unit, const Reserving& reserving, TraceId id,
                                    const PreparedMessage& prepared)
{
    const auto before = newestEntry(unit);
    if (!before)
        return failure(before.error());
    auto trace = reserving.decideTrace(unit, id, prepared, false);
    if (!trace)
        return failure(trace.error());
    auto space = unit.spaces().find(trace->spaceId);
    if (!space)
        return failure(space.error());
    auto reservations = leftBy(unit, *trace, prepared);
    if (!reservations)
        return failure(reservations.error());
    auto told = toldBy(unit, id, *before);
    if (!told)
        return failure(told.error());
    return RehearsedDecision{std::move(*trace), std::move(*space), std::move(*reservations), std::move(*told)};
}

} // namespace

Result<QList<RehearsedDecision>> rehearse(WriteUnit& unit, const ItipReader& reader, const RehearsedMessage& message)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    const auto traces = takeInAll(unit, **configuration, message);
    if (!traces)
        return failure(traces.error());
    const Reserving reserving(*configuration, reader);
    QList<RehearsedDecision> decisions;
    for (const TraceId id : *traces) {
        auto decision = decideOne(unit, reserving, id, message.prepared);
        if (!decision)
            return failure(decision.error());
        decisions.append(std::move(*decision));
    }
    return decisions;
}

} // namespace reserve
