// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"

#include <QList>

#include <optional>

namespace reserve {

// How a message ends that is about several meetings, or several dates of one: each is decided by itself, and the trace
// has one verdict. What a person or an approver has yet to do goes before what holds the room, that before what does
// not. The reason of several that were decided differently counts them; the steps of the trace say which is which. Of
// one thread, for the time of one decision.
class MailVerdict final
{
public:
    // As one of them has left the trace.
    void add(const Trace& trace);
    // Leaves a trace to which nothing was added as it is.
    void putInto(Trace& trace) const;

private:
    struct Ending
    {
        TraceState state;
        std::optional<Verdict> verdict;
        Reason reason;
        ReservationId reservationId;
        Instant decidedAt;
    };

    static int rankOf(const Ending& ending);
    int count(Verdict verdict) const;
    Reason summary() const;

    QList<Ending> m_endings;
};

} // namespace reserve
