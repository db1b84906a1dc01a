// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/owntrace.h"

#include "models/reserving/mailverdict.h"

namespace reserve {

OwnTrace::OwnTrace(DecisionWork& work, const Reservation& row)
    : m_work(work)
    , m_row(row)
    , m_isOfWork(row.traceId == work.trace.id)
{
}

Result<OwnTrace> OwnTrace::of(DecisionWork& work, const Reservation& row)
{
    OwnTrace own(work, row);
    if (own.m_isOfWork)
        return own;
    auto found = work.unit.traces().find(row.traceId);
    if (!found)
        return failure(found.error());
    own.m_isStored = found->has_value();
    own.m_stored = std::move(*found).value_or(Trace());
    own.m_stored.id = row.traceId;
    own.m_stored.spaceId = row.spaceId;
    return own;
}

// A date of the series itself, or one that came in one message with it.
Result<bool> OwnTrace::isAboutMore()
{
    if (!m_row.byItself || trace().reservationId != m_row.id)
        return true;
    return m_work.unit.series().find(m_row.seriesId).map([this](const std::optional<Series>& series) {
        return series && series->traceId == m_row.traceId;
    });
}

Result<void> OwnTrace::end(std::optional<Verdict> verdict, const Reason& reason)
{
    if (!trace().endings.isEmpty())
        return endOne(verdict, reason);
    const auto more = isAboutMore();
    if (!more || *more)
        return more.map([](bool) {});
    Trace& trace = this->trace();
    trace.verdict = verdict;
    trace.reason = reason;
    trace.decidedAt = verdict ? m_work.unit.now() : Instant();
    return {};
}

// Of a message about several meetings or dates.
Result<void> OwnTrace::endOne(std::optional<Verdict> verdict, const Reason& reason)
{
    const QString meeting = meetingIn(m_row.uid, m_row.recurrenceId);
    for (MeetingEnding& ending : trace().endings) {
        if (ending.meeting != meeting)
            continue;
        ending.verdict = verdict;
        ending.reason = reason;
        ending.decidedAt = verdict ? m_work.unit.now() : Instant();
    }
    return tellWhole(m_work.unit, trace());
}

Result<void> OwnTrace::save()
{
    return m_isStored ? m_work.unit.traces().update(m_stored) : Result<void>();
}

} // namespace reserve
