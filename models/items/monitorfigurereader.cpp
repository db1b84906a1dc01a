// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/monitorfigurereader.h"

#include "models/store/unit.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr int shownMinutes = 60;
constexpr int waitsOfMinute = 500;
// Enough for an hour in which Exchange was away; older entries that still wait are counted by the store.
constexpr int recentEntries = 2000;

Result<QList<Milliseconds>> readWaits(const ReadUnit& unit, TimeRange range)
{
    TraceFilter filter;
    filter.received = range;
    filter.state = TraceState::Done;
    const auto ids = unit.traces().page(filter, TraceId{}, waitsOfMinute);
    if (!ids)
        return failure(ids.error());
    const auto traces = unit.traces().byIds(*ids);
    if (!traces)
        return failure(traces.error());
    QList<Milliseconds> waits;
    for (const Trace& trace : *traces) {
        // What an approver decided has waited for a person.
        const bool byApprover = trace.reason.code.startsWith("approval.");
        if (trace.inboxId && trace.decidedAt > trace.receivedAt && !byApprover)
            waits.append(trace.decidedAt - trace.receivedAt);
    }
    std::sort(waits.begin(), waits.end());
    return waits;
}

bool isUnfinished(const OutboxEntry& entry)
{
    return entry.state == OutboxState::Waiting || entry.state == OutboxState::Delivering;
}

Result<QList<int>> readWaiting(const ReadUnit& unit, Instant now)
{
    const auto ids = unit.outbox().page(std::nullopt, OutboxId{}, recentEntries);
    if (!ids)
        return failure(ids.error());
    const auto entries = unit.outbox().byIds(*ids);
    if (!entries)
        return failure(entries.error());
    QList<int> waiting;
    for (int i = shownMinutes - 1; i >= 0; --i) {
        const Instant at = now - i * 1min;
        waiting.append(int(std::count_if(entries->begin(), entries->end(), [at](const OutboxEntry& entry) {
            return entry.createdAt <= at && (isUnfinished(entry) || entry.doneAt > at);
        })));
    }
    return waiting;
}

} // namespace

int MinuteFigures::messages() const
{
    return counts.waiting + counts.held + counts.accepted + counts.tentative + counts.declined + counts.rejected
        + counts.other;
}

Result<MinuteFigures> readMinute(const ReadUnit& unit, Instant minute)
{
    const TimeRange range{minute, minute + 1min};
    const auto counts = unit.traces().counts(range);
    if (!counts)
        return failure(counts.error());
    const auto waits = readWaits(unit, range);
    if (!waits)
        return failure(waits.error());
    return MinuteFigures{minute, *counts, *waits};
}

Result<MonitorReading> readMonitor(const ReadUnit& unit, Instant firstMinute, Instant now)
{
    MonitorReading reading;
    for (Instant minute = firstMinute; minute <= now; minute += 1min) {
        const auto figures = readMinute(unit, minute);
        if (!figures)
            return failure(figures.error());
        reading.minutes.append(*figures);
    }
    const QDateTime midnight = toDateTime(now).toLocalTime().date().startOfDay();
    const auto today = unit.traces().counts({fromDateTime(midnight), now + 1min});
    if (!today)
        return failure(today.error());
    const auto outbox = unit.outbox().counts();
    if (!outbox)
        return failure(outbox.error());
    const auto waiting = readWaiting(unit, now);
    if (!waiting)
        return failure(waiting.error());
    reading.today = *today;
    reading.outbox = *outbox;
    reading.waitingByMinute = *waiting;
    return reading;
}

Milliseconds percentile(const QList<Milliseconds>& sorted, double share)
{
    if (sorted.isEmpty())
        return Milliseconds::zero();
    const auto rank = qsizetype(std::ceil(share * double(sorted.size()))) - 1;
    return sorted[std::clamp<qsizetype>(rank, 0, sorted.size() - 1)];
}

} // namespace reserve
