// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/spacestanding.h"

#include "models/base/address.h"
#include "models/store/unit.h"

namespace reserve {

namespace {

// Held requests are few; what a flood of them adds beyond this changes no finding.
constexpr int mostHeld = 2000;

} // namespace

Result<QHash<qint64, HeldForCase>> readHeldForCase(const ReadUnit& unit)
{
    TraceFilter filter;
    filter.state = TraceState::Held;
    const auto ids = unit.traces().page(filter, TraceId{}, mostHeld);
    if (!ids)
        return failure(ids.error());
    if (ids->isEmpty())
        return QHash<qint64, HeldForCase>{};
    const auto traces = unit.traces().byIds(*ids);
    if (!traces)
        return failure(traces.error());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    QHash<SpaceId, QString> mailboxes;
    for (const Space& space : *spaces)
        mailboxes.insert(space.id, space.mailbox);

    QHash<TraceId, const Trace*> byId;
    for (const Trace& trace : *traces)
        byId.insert(trace.id, &trace);
    QHash<qint64, HeldForCase> held;
    for (const TraceId id : *ids) {
        const Trace* trace = byId.value(id);
        const QString mailbox = trace ? mailboxes.value(trace->spaceId) : QString();
        if (mailbox.isEmpty() || trace->recipient == mailbox || !sameAddress(trace->recipient, mailbox))
            continue;
        HeldForCase& entry = held[trace->spaceId.value];
        if (entry.traces.isEmpty())
            entry.exchangeSpelling = trace->recipient;
        entry.traces.append(id);
    }
    return held;
}

} // namespace reserve
