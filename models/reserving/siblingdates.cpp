// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/siblingdates.h"

#include "models/booking/hindrance.h"
#include "models/booking/siblingrank.h"

#include <algorithm>

namespace reserve {

SiblingDates::SiblingDates(DecisionWork& work, const Configuration& configuration, bool tells)
    : m_work(work)
    , m_revision(work, configuration, tells)
{
}

Result<SiblingDates::Found> SiblingDates::find(const ReadUnit& unit, const MeetingRequest& request, TimeRange held)
{
    Found found;
    if (request.key.recurrenceId.isEmpty())
        return found;
    auto rows = unit.reservations().conflicts(request.key.spaceId, held, request.key, -1);
    if (!rows)
        return failure(rows.error());
    for (Reservation& row : *rows) {
        const MeetingKey key = row.key();
        if (key.uid != request.key.uid || key.organizerKey != request.key.organizerKey)
            continue;
        (rankOf(row) < rankOf(request) ? found.before : found.behind).append(std::move(row));
    }
    return found;
}

Result<void> SiblingDates::giveWay(const Reservation& row, const Reservation& sibling)
{
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.reason = takenBySibling(hindranceOf(row.time, m_work.space, false, {sibling}, {}), sibling);
    decision.freesOldSlot = true;
    return m_revision.carryOut(row, decision);
}

bool SiblingDates::hasAnyGivenWay(const QList<Reservation>& rows) const
{
    return std::any_of(rows.begin(), rows.end(), [this](const Reservation& row) { return hasGivenWay(row); });
}

bool SiblingDates::hasGivenWay(const Reservation& row) const
{
    return row.status == ReservationStatus::Declined && row.time.end > m_work.unit.now()
        && isTakenBySibling(row.reason);
}

Result<void> SiblingDates::settle(QList<Reservation> rows, const HoldingVersions& versions)
{
    rows.removeIf([this](const Reservation& row) {
        const bool holds = holdsSlot(row.status) && row.exclusive && row.time.end > m_work.unit.now();
        return !holds && !hasGivenWay(row);
    });
    std::sort(rows.begin(), rows.end(),
              [](const Reservation& a, const Reservation& b) { return rankOf(a) < rankOf(b); });
    TakenTimes taken;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const TimeRange held = rows.at(i).heldTime();
        if (taken.holderOf(held) != TakenTimes::nobody)
            continue;
        const auto has = holdsSlot(rows.at(i).status) ? Result<bool>(true) : restore(rows, i, versions);
        if (!has)
            return failure(has.error());
        if (*has)
            taken.take(held, i);
    }
    return {};
}

// Those behind it that have its time give way in turn.
Result<bool> SiblingDates::restore(QList<Reservation>& rows, qsizetype index, const HoldingVersions& versions)
{
    const Reservation row = rows.at(index);
    const auto regained = decide(row, versions);
    if (!regained || !holdsSlot(regained->status))
        return regained.map([](const Regained&) { return false; });
    for (qsizetype i = index + 1; i < rows.size(); ++i) {
        Reservation& behind = rows[i];
        if (!holdsSlot(behind.status) || !behind.heldTime().overlaps(row.heldTime()))
            continue;
        if (const auto given = giveWay(behind, row); !given)
            return failure(given.error());
        behind.status = ReservationStatus::Declined;
    }
    return m_revision.carryOut(row, regained->status, regained->decision).map([] { return true; });
}

// A date of the series itself has what the series has.
Result<SiblingDates::Regained> SiblingDates::decide(const Reservation& row, const HoldingVersions& versions) const
{
    const auto given = versions.statusOf(row);
    const auto decision
        = given ? m_revision.judgeDateOfSeries(row) : m_revision.judge(row, versions.waitsFor(row.recurrenceId));
    if (!decision)
        return failure(decision.error());
    const ReservationStatus own = DateRevision::statusOf(decision->outcome);
    return Regained{given && holdsSlot(own) ? *given : own, *decision};
}

} // namespace reserve
