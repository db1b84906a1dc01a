// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/owntrace.h"

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
    const auto more = isAboutMore();
    if (!more || *more)
        return more.map([](bool) {});
    Trace& trace = this->trace();
    trace.verdict = verdict;
    trace.reason = reason;
    trace.decidedAt = verdict ? m_work.unit.now() : Instant();
    return {};
}

Result<void> OwnTrace::save()
{
    return m_isStored ? m_work.unit.traces().update(m_stored) : Result<void>();
}

} // namespace reserve
