// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/plannedsiblings.h"

#include "models/reserving/occurrencerow.h"

#include <algorithm>

namespace reserve {

EarlierDates::EarlierDates(bool ofAll)
    : m_ofAll(ofAll)
{
}

qsizetype EarlierDates::inTheWayOf(const WantedOccurrence& wanted, TimeRange held, qsizetype index)
{
    if (wanted.override && !m_ofAll)
        return -1;
    Latest& latest = m_latest[m_ofAll ? -1 : wanted.stretch];
    const qsizetype found = latest.index >= 0 && latest.held.overlaps(held) ? latest.index : -1;
    if (latest.index < 0 || held.end > latest.held.end)
        latest = {held, index};
    return found;
}

PlannedSiblings::PlannedSiblings(const DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan)
    : m_work(work)
    , m_request(request)
    , m_plan(plan)
{
}

void PlannedSiblings::share()
{
    if (!isNeeded())
        return;
    const QList<Candidate> all = candidates();
    TakenTimes taken;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Candidate& candidate = all.at(i);
        const qsizetype holder = taken.holderOf(candidate.held);
        if (holder == TakenTimes::nobody)
            taken.take(candidate.held, i);
        else if (candidate.wanted >= 0)
            m_plan.facts.occurrences[candidate.wanted].sibling = rowOf(all.at(holder));
        else if (all.at(holder).wanted >= 0)
            m_plan.inTheWay.append({m_plan.kept.at(candidate.kept), all.at(holder).wanted});
    }
}

// The dates of one version, which are in each other's way where it repeats too soon, are hindered already.
bool PlannedSiblings::isNeeded() const
{
    if (m_plan.facts.policies.policy.allowConflicts || m_work.byConsole || m_plan.wanted.isEmpty())
        return false;
    const int stretch = m_plan.wanted.first().stretch;
    return !m_plan.kept.isEmpty()
        || std::any_of(m_plan.wanted.begin(), m_plan.wanted.end(), [stretch](const WantedOccurrence& wanted) {
               return wanted.override || wanted.stretch != stretch;
           });
}

// Of those that nothing else hinders, in the order in which they choose.
QList<PlannedSiblings::Candidate> PlannedSiblings::candidates() const
{
    QList<Candidate> all;
    all.reserve(m_plan.wanted.size() + m_plan.kept.size());
    for (qsizetype i = 0; i < m_plan.wanted.size(); ++i) {
        const WantedOccurrence& wanted = m_plan.wanted.at(i);
        if (hindranceOf(m_plan.facts.occurrences.at(i), m_work.space, false).isEmpty())
            all.append({rankOf(wanted), heldTime(wanted.time, m_work.space), i, -1});
    }
    for (qsizetype i = 0; i < m_plan.kept.size(); ++i) {
        const Reservation& row = m_plan.kept.at(i);
        if (holdsSlot(row.status))
            all.append({reserve::rankOf(row), row.heldTime(), -1, i});
    }
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    return all;
}

SiblingRank PlannedSiblings::rankOf(const WantedOccurrence& wanted) const
{
    if (const ItipEvent* own = wanted.override)
        return {true, own->sequence, own->stamp, wanted.time.start, wanted.key};
    const MeetingRequest& request = wanted.stretch < 0 ? m_request : m_plan.versions.at(wanted.stretch + 1).request;
    return {false, request.version.sequence, request.version.stamp, wanted.time.start, wanted.key};
}

Reservation PlannedSiblings::rowOf(const Candidate& candidate) const
{
    return candidate.wanted < 0 ? m_plan.kept.at(candidate.kept)
                                : occurrenceRow(m_request, m_plan, m_plan.wanted.at(candidate.wanted), m_work);
}

} // namespace reserve
