// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/occupancywindow.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"

// How the loaded slice follows the change feed.

namespace reserve {

void OccupancyWindow::follow(const QList<Change>& changes)
{
    bool ground = false;
    bool everything = false;
    QSet<PersonId> people;
    for (const Change& change : changes) {
        switch (change.subject) {
        case ChangeSubject::Reservations:
            everything = everything || change.id == 0;
            m_changedRows.insert(ReservationId{change.id});
            break;
        case ChangeSubject::People:
            if (change.id == 0)
                people.unite(QSet<PersonId>(m_people.keyBegin(), m_people.keyEnd()));
            else if (m_people.contains(PersonId{change.id}))
                people.insert(PersonId{change.id});
            break;
        case ChangeSubject::Spaces:
        case ChangeSubject::Closures:
        case ChangeSubject::Policies:
        case ChangeSubject::Settings:
            ground = true;
            break;
        default:
            break;
        }
    }
    if (everything) {
        m_changedRows.clear();
        reload();
        return;
    }
    if (ground)
        loadGround();
    if (!people.isEmpty())
        readChangedPeople(people);
    readChangedRows();
}

// One read at a time, so that answers cannot overtake one another; what changes meanwhile is gathered.
void OccupancyWindow::readChangedRows()
{
    if (m_rowsBusy || m_changedRows.isEmpty())
        return;
    const QList<ReservationId> ids = m_changedRows.values();
    m_changedRows.clear();
    m_rowsBusy = true;
    const auto answer = m_store.read([ids](const ReadUnit& unit) { return readRows(unit, ids); });
    whenAnswered(answer, this, [this, ids](Result<Slice> slice) { finishChangedRows(ids, std::move(slice)); });
}

bool OccupancyWindow::isInScope(SpaceId space, PersonId person) const
{
    return (!m_scope.person || person == *m_scope.person)
        && (m_scope.spaces.isEmpty() || m_scope.spaces.contains(space));
}

TimeRange OccupancyWindow::watched() const
{
    TimeRange range = m_held.isEmpty() ? m_range : m_held;
    for (const TimeRange& stage : m_stages)
        range = {std::min(range.start, stage.start), std::max(range.end, stage.end)};
    return range;
}

bool OccupancyWindow::belongs(const KeptTime& kept) const
{
    return isInScope(kept.spaceId, kept.reservation.personId) && kept.time.overlaps(watched());
}

QList<ReservationId> OccupancyWindow::take(const KeptOccupancy::Moves& moves)
{
    m_touched.unite(moves.spaces);
    return moves.reservations.values();
}

void OccupancyWindow::finishChangedRows(const QList<ReservationId>& ids, Result<Slice> answer)
{
    m_rowsBusy = false;
    if (!answer) {
        m_changedRows.unite(QSet<ReservationId>(ids.cbegin(), ids.cend()));
        Q_EMIT failed(answer.error());
        return;
    }
    QHash<ReservationId, const Reservation*> rows;
    for (const Reservation& row : std::as_const(answer->rows))
        rows.insert(row.id, &row);
    for (const Person& person : std::as_const(answer->people))
        m_people.insert(person.id, person);
    QList<ReservationId> moved;
    for (const ReservationId id : ids) {
        if (m_loading)
            m_changedInLoad.insert(id);
        const Reservation* row = rows.value(id);
        const Reservation* held = find(id);
        const bool shown = row && belongs(*row);
        if ((!shown && !held) || (shown && held && *row == *held))
            continue;
        moved.append(id);
        if (shown)
            insert(*row);
        else
            remove(id);
    }
    QList<KeptTime> kept = answer->kept;
    kept.removeIf([this](const KeptTime& one) { return !belongs(one); });
    for (const ReservationId id : take(m_kept.replaceOf(QSet<ReservationId>(ids.cbegin(), ids.cend()), kept))) {
        if (!moved.contains(id))
            moved.append(id);
    }
    announce(moved);
    readChangedRows();
}

void OccupancyWindow::readChangedPeople(const QSet<PersonId>& ids)
{
    const auto answer = m_store.read([ids](const ReadUnit& unit) { return unit.people().byIds(ids.values()); });
    whenAnswered(answer, this, [this](Result<QList<Person>> people) {
        if (!people) {
            Q_EMIT failed(people.error());
            return;
        }
        for (const Person& person : std::as_const(*people))
            m_people.insert(person.id, person);
        Q_EMIT groundChanged();
    });
}

} // namespace reserve
