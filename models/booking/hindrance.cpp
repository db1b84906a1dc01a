// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/hindrance.h"

namespace reserve {

namespace {

const QString siblingKey = QStringLiteral("sibling");

Reason between(const char* code, const QString& space, TimeRange time)
{
    return {code,
            {{QStringLiteral("space"), space},
             {QStringLiteral("start"), toIso(time.start)},
             {QStringLiteral("end"), toIso(time.end)}}};
}

} // namespace

Reason hindranceOf(TimeRange time, const Space& space, bool allowsConflicts, const QList<Reservation>& conflicts,
                   const QList<Closure>& closures)
{
    if (!space.bookable)
        return {"decision.not-bookable", {{QStringLiteral("space"), space.name}}};
    if (time.isEmpty())
        return {"decision.no-length", {{QStringLiteral("start"), toIso(time.start)}}};
    if (!closures.isEmpty()) {
        Reason closed = between("decision.closed", space.name, closures.first().time);
        closed.arguments.insert(QStringLiteral("why"), closures.first().reason);
        return closed;
    }
    if (allowsConflicts || conflicts.isEmpty())
        return {};
    const Reservation& other = conflicts.first();
    Reason taken = between("decision.conflict", space.name, other.heldTime());
    taken.arguments.insert(QStringLiteral("holder"), other.isPrivate ? QString() : other.requesterEmail);
    return taken;
}

Reason takenBySibling(Reason taken, const Reservation& sibling)
{
    taken.arguments.insert(siblingKey, sibling.recurrenceId);
    return taken;
}

bool isTakenBySibling(const Reason& reason)
{
    return reason.arguments.contains(siblingKey);
}

} // namespace reserve
