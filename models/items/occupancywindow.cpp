// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/occupancywindow.h"

#include "models/items/openhours.h"
#include "models/items/whenanswered.h"
#include "models/settings/settings.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

// Few enough that taking an answer in costs the GUI thread a few milliseconds.
constexpr qsizetype spacesAtOnce = 64;
// Above this many rows the days before and after are read only when they are shown.
constexpr std::size_t rowsWithMargin = 5000;
// Reservations without a limit of their own are asked for in one piece.
constexpr int noLimit = std::numeric_limits<int>::max();

QTimeZone zoneOr(const QByteArray& id, const QTimeZone& otherwise)
{
    const QTimeZone zone(id);
    return !id.isEmpty() && zone.isValid() ? zone : otherwise;
}

bool contains(const TimeRange& outer, const TimeRange& inner)
{
    return !outer.isEmpty() && outer.start <= inner.start && inner.end <= outer.end;
}

} // namespace

OccupancyWindow::OccupancyWindow(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_siteZone(QTimeZone::systemTimeZone())
{
    connect(&store.changes(), &ChangeFeed::changed, this, &OccupancyWindow::follow, Qt::QueuedConnection);
    loadGround();
}

OccupancyWindow::~OccupancyWindow() = default;

void OccupancyWindow::show(const OccupancyScope& scope, TimeRange range, const QList<SpaceId>& onScreen)
{
    m_onScreen = onScreen;
    const bool sameScope = scope == m_scope;
    if (sameScope && contains(m_held, range)) {
        m_range = range;
        Q_EMIT loaded();
        if (!m_loading)
            beginMargins();
        return;
    }
    if (sameScope && m_loading && m_range == range)
        return;
    if (!sameScope) {
        m_scope = scope;
        m_rows.clear();
        m_bySpace.clear();
        m_held = {};
    }
    begin(range);
}

void OccupancyWindow::setOnScreen(const QList<SpaceId>& spaces)
{
    m_onScreen = spaces;
}

void OccupancyWindow::reload()
{
    loadGround();
    m_held = {};
    if (!m_range.isEmpty())
        begin(m_range);
}

const Space* OccupancyWindow::space(SpaceId id) const
{
    const auto found = m_spaceIndex.constFind(id);
    return found == m_spaceIndex.cend() ? nullptr : &m_spaces.at(*found);
}

QTimeZone OccupancyWindow::zoneOf(const Space& space) const
{
    return zoneOr(space.timeZone, m_siteZone);
}

QList<Closure> OccupancyWindow::closures(const Space& space, TimeRange range) const
{
    QList<Closure> found;
    for (const Closure& closure : m_closures) {
        if (closure.time.overlaps(range) && concerns(closure, space))
            found.append(closure);
    }
    return found;
}

QList<const Reservation*> OccupancyWindow::reservations(SpaceId space, TimeRange range) const
{
    QList<const Reservation*> found;
    const auto rows = m_bySpace.constFind(space);
    if (rows == m_bySpace.cend())
        return found;
    for (const Row& row : *rows) {
        if (row.start >= range.end)
            break;
        if (row.end > range.start)
            found.append(&m_rows.at(row.id.value));
    }
    return found;
}

QList<const Reservation*> OccupancyWindow::reservations(TimeRange range) const
{
    QList<const Reservation*> found;
    for (const auto& [id, reservation] : m_rows) {
        if (reservation.time.overlaps(range))
            found.append(&reservation);
    }
    std::sort(found.begin(), found.end(), [](const Reservation* a, const Reservation* b) {
        return std::tie(a->time.start, a->id) < std::tie(b->time.start, b->id);
    });
    return found;
}

int OccupancyWindow::count(TimeRange range) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [&range](const auto& row) { return row.second.time.overlaps(range); }));
}

const Reservation* OccupancyWindow::find(ReservationId id) const
{
    const auto found = m_rows.find(id.value);
    return found == m_rows.end() ? nullptr : &found->second;
}

const Person* OccupancyWindow::person(PersonId id) const
{
    const auto found = m_people.constFind(id);
    return found == m_people.cend() ? nullptr : &*found;
}

// Reading: on the store's threads.

Result<OccupancyWindow::Slice> OccupancyWindow::readSlice(const ReadUnit& unit, const OccupancyScope& scope,
                                                          const Wish& wish, const QSet<PersonId>& known)
{
    ReservationFilter filter;
    filter.spaces = wish.spaces;
    filter.personId = scope.person;
    filter.touching = wish.range;
    auto rows = unit.reservations().list(filter, noLimit);
    if (!rows)
        return failure(rows.error());
    // Whose calendar it is has a name also in a week without a reservation.
    const QSet<PersonId> wanted = scope.person ? QSet<PersonId>{*scope.person} : QSet<PersonId>();
    auto people = readPeople(unit, *rows, wanted, known);
    if (!people)
        return failure(people.error());
    return Slice{std::move(*rows), std::move(*people)};
}

Result<OccupancyWindow::Slice> OccupancyWindow::readRows(const ReadUnit& unit, const QList<ReservationId>& ids)
{
    auto rows = unit.reservations().byIds(ids);
    if (!rows)
        return failure(rows.error());
    auto people = readPeople(unit, *rows, {}, {});
    if (!people)
        return failure(people.error());
    return Slice{std::move(*rows), std::move(*people)};
}

Result<QList<Person>> OccupancyWindow::readPeople(const ReadUnit& unit, const QList<Reservation>& rows,
                                                  QSet<PersonId> wanted, const QSet<PersonId>& known)
{
    for (const Reservation& row : rows) {
        if (row.personId)
            wanted.insert(row.personId);
    }
    wanted -= known;
    if (wanted.isEmpty())
        return QList<Person>();
    return unit.people().byIds(wanted.values());
}

Result<OccupancyWindow::Ground> OccupancyWindow::readGround(const ReadUnit& unit)
{
    auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    auto closures = unit.closures().all();
    if (!closures)
        return failure(closures.error());
    auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    auto policies = unit.policies().all();
    if (!policies)
        return failure(policies.error());
    return Ground{std::move(*spaces), std::move(*closures), Settings(*stored).timeZone(), std::move(*policies)};
}

// Ground

void OccupancyWindow::loadGround()
{
    m_groundWanted = true;
    if (m_groundBusy)
        return;
    m_groundWanted = false;
    m_groundBusy = true;
    const auto answer = m_store.read([](const ReadUnit& unit) { return readGround(unit); });
    whenAnswered(answer, this, [this](Result<Ground> ground) {
        m_groundBusy = false;
        if (ground)
            take(std::move(*ground));
        else
            Q_EMIT failed(ground.error());
        if (m_groundWanted)
            loadGround();
    });
}

void OccupancyWindow::take(Ground ground)
{
    const bool first = !m_hasGround;
    QSet<SpaceId> added;
    for (const Space& space : std::as_const(ground.spaces)) {
        if (!m_spaceIndex.contains(space.id))
            added.insert(space.id);
    }
    m_hasGround = true;
    m_spaces = std::move(ground.spaces);
    m_closures = std::move(ground.closures);
    m_siteZone = zoneOr(ground.siteZone, QTimeZone::systemTimeZone());
    m_spaceIndex.clear();
    m_sharedSpaces.clear();
    for (qsizetype index = 0; index < m_spaces.size(); ++index) {
        const Space& space = m_spaces.at(index);
        m_spaceIndex.insert(space.id, index);
        if (ground.policies.policyFor(space).allowConflicts)
            m_sharedSpaces.insert(space.id);
    }
    Q_EMIT groundChanged();
    // A load of every space goes by the list of spaces: those it did not know are still missing.
    const bool everySpace = m_scope.spaces.isEmpty() && !m_scope.person;
    if (everySpace && (first || !added.isEmpty()) && !m_range.isEmpty()) {
        m_held = {};
        begin(m_range);
    }
}

// Loading

void OccupancyWindow::begin(TimeRange range)
{
    ++m_generation;
    m_range = range;
    m_loading = true;
    m_changedInLoad.clear();
    m_stages = {range};
    beginStage();
    readNext();
}

void OccupancyWindow::beginStage()
{
    m_pending.clear();
    if (m_scope.person)
        return;
    if (!m_scope.spaces.isEmpty()) {
        m_pending = m_scope.spaces.values();
        return;
    }
    m_pending.reserve(m_spaces.size());
    for (const Space& space : std::as_const(m_spaces))
        m_pending.append(space.id);
}

OccupancyWindow::Wish OccupancyWindow::nextWish()
{
    Wish wish;
    wish.range = m_stages.first();
    for (const SpaceId id : std::as_const(m_onScreen)) {
        if (wish.spaces.size() < spacesAtOnce && m_pending.contains(id))
            wish.spaces.insert(id);
    }
    if (wish.spaces.isEmpty()) {
        const qsizetype count = std::min(spacesAtOnce, m_pending.size());
        wish.spaces = QSet<SpaceId>(m_pending.cbegin(), m_pending.cbegin() + count);
    }
    m_pending.removeIf([&wish](SpaceId id) { return wish.spaces.contains(id); });
    return wish;
}

void OccupancyWindow::readNext()
{
    const bool everySpaceOfNone = !m_scope.person && m_pending.isEmpty();
    if (everySpaceOfNone && !m_hasGround)
        return; // take() begins again
    const Wish wish = nextWish();
    if (everySpaceOfNone) {
        finishWish(wish, Slice{});
        return;
    }
    const quint64 generation = m_generation;
    const QSet<PersonId> known(m_people.keyBegin(), m_people.keyEnd());
    const auto answer = m_store.read(
        [scope = m_scope, wish, known](const ReadUnit& unit) { return readSlice(unit, scope, wish, known); });
    whenAnswered(answer, this, [this, generation, wish](Result<Slice> slice) {
        if (generation == m_generation)
            finishWish(wish, std::move(slice));
    });
}

void OccupancyWindow::finishWish(const Wish& wish, Result<Slice> answer)
{
    if (!answer) {
        m_loading = false;
        m_stages.clear();
        m_changedInLoad.clear();
        Q_EMIT failed(answer.error());
        return;
    }
    QList<ReservationId> moved = dropVanished(wish, *answer);
    moved += merge(*answer);
    announce(moved);
    if (!m_pending.isEmpty()) {
        readNext();
        return;
    }
    const TimeRange done = m_stages.takeFirst();
    const bool isRange = done == m_range;
    if (isRange && !contains(m_held, done)) {
        prune(done);
        m_held = done;
    }
    m_held = {std::min(m_held.start, done.start), std::max(m_held.end, done.end)};
    m_loading = !m_stages.isEmpty();
    if (isRange)
        Q_EMIT loaded();
    if (m_loading) {
        beginStage();
        readNext();
    } else {
        m_changedInLoad.clear();
        if (isRange)
            beginMargins();
    }
}

// As much again before and after what is shown, so that a page further is there at once.
void OccupancyWindow::beginMargins()
{
    if (m_rows.size() > rowsWithMargin)
        return;
    const auto length = m_range.end - m_range.start;
    const QList<TimeRange> margins{{m_range.end, m_range.end + length}, {m_range.start - length, m_range.start}};
    for (const TimeRange& margin : margins) {
        if (!contains(m_held, margin))
            m_stages.append(margin);
    }
    if (m_stages.isEmpty())
        return;
    ++m_generation;
    m_loading = true;
    beginStage();
    readNext();
}

// Rows of what was read that the store no longer has there: moved elsewhere since the last load.
QList<ReservationId> OccupancyWindow::dropVanished(const Wish& wish, const Slice& slice)
{
    QSet<ReservationId> seen;
    seen.reserve(slice.rows.size());
    for (const Reservation& row : slice.rows)
        seen.insert(row.id);
    QList<ReservationId> gone;
    const auto look = [&](const QList<const Reservation*>& held) {
        for (const Reservation* row : held) {
            if (!seen.contains(row->id) && !m_changedInLoad.contains(row->id))
                gone.append(row->id);
        }
    };
    if (m_rows.empty())
        return gone;
    if (m_scope.person)
        look(reservations(wish.range));
    for (const SpaceId id : wish.spaces)
        look(reservations(id, wish.range));
    for (const ReservationId id : std::as_const(gone))
        remove(id);
    return gone;
}

QList<ReservationId> OccupancyWindow::merge(const Slice& slice)
{
    for (const Person& person : slice.people)
        m_people.insert(person.id, person);
    QList<ReservationId> moved;
    moved.reserve(slice.rows.size());
    for (const Reservation& row : slice.rows) {
        if (m_changedInLoad.contains(row.id))
            continue;
        const Reservation* held = find(row.id);
        if (held && *held == row)
            continue;
        insert(row);
        moved.append(row.id);
    }
    return moved;
}

void OccupancyWindow::insert(const Reservation& reservation)
{
    remove(reservation.id);
    m_rows.insert_or_assign(reservation.id.value, reservation);
    QList<Row>& rows = m_bySpace[reservation.spaceId];
    const Row row{reservation.time.start, reservation.time.end, reservation.id};
    rows.insert(std::lower_bound(rows.begin(), rows.end(), row), row);
    m_touched.insert(reservation.spaceId);
}

void OccupancyWindow::remove(ReservationId id)
{
    const Reservation* held = find(id);
    if (!held)
        return;
    m_touched.insert(held->spaceId);
    QList<Row>& rows = m_bySpace[held->spaceId];
    rows.removeIf([id](const Row& row) { return row.id == id; });
    m_rows.erase(id.value);
}

void OccupancyWindow::prune(TimeRange keep)
{
    QList<ReservationId> outside;
    for (const auto& [id, reservation] : m_rows) {
        if (!reservation.time.overlaps(keep))
            outside.append(ReservationId{id});
    }
    for (const ReservationId id : std::as_const(outside))
        remove(id);
    m_touched.clear();
}

bool OccupancyWindow::belongs(const Reservation& reservation) const
{
    if (m_scope.person && reservation.personId != *m_scope.person)
        return false;
    if (!m_scope.spaces.isEmpty() && !m_scope.spaces.contains(reservation.spaceId))
        return false;
    TimeRange watched = m_held.isEmpty() ? m_range : m_held;
    for (const TimeRange& stage : m_stages)
        watched = {std::min(watched.start, stage.start), std::max(watched.end, stage.end)};
    return reservation.time.overlaps(watched);
}

void OccupancyWindow::announce(const QList<ReservationId>& moved)
{
    const QSet<SpaceId> spaces = std::exchange(m_touched, {});
    if (!moved.isEmpty())
        Q_EMIT changed(moved, spaces);
}

} // namespace reserve
