// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/change.h"
#include "models/entities/closure.h"
#include "models/entities/person.h"
#include "models/entities/policybook.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <unordered_map>

namespace reserve {

class ReadUnit;
class Store;

// Whose reservations a window holds: of one person, of some spaces, or (both empty) of every space.
struct OccupancyScope
{
    QSet<SpaceId> spaces;
    std::optional<PersonId> person;

    friend bool operator==(const OccupancyScope&, const OccupancyScope&) = default;
};

// The slice of the store that a calendar shows: the spaces with their hours and closures, and the reservations of a
// scope in a range with as much again on either side. It is read on the store's readers, what is on screen first, and
// follows the change feed row by row; nothing is ever reset for one change.
//
// Owned by the calendar page, lives on its thread (the GUI's); the store outlives it. Answers that a newer wish has
// overtaken are dropped. Pointers hold until control returns to the event loop.
// Errors (failed): whatever the store answers; what was loaded stays.
class OccupancyWindow final : public QObject
{
    Q_OBJECT

public:
    explicit OccupancyWindow(Store& store, QObject* parent = nullptr);
    ~OccupancyWindow() override;

    // What `range` needs of `scope`; `onScreen` comes first. What is there already is not read again.
    void show(const OccupancyScope& scope, TimeRange range, const QList<SpaceId>& onScreen = {});
    // Changes only what comes first among what is still to be read.
    void setOnScreen(const QList<SpaceId>& spaces);
    // Reads everything again; what is shown stays until the answer is there.
    void reload();

    // Spaces by building and name, as the store orders them; empty until groundChanged().
    bool hasGround() const { return m_hasGround; }
    const QList<Space>& spaces() const { return m_spaces; }
    const Space* space(SpaceId id) const;
    QTimeZone siteZone() const { return m_siteZone; }
    QTimeZone zoneOf(const Space& space) const;
    // AllowConflicts: overlaps there are no double bookings.
    bool allowsConflicts(const Space& space) const { return m_sharedSpaces.contains(space.id); }
    QList<Closure> closures(const Space& space, TimeRange range) const;

    bool isLoading() const { return m_loading; }
    const OccupancyScope& scope() const { return m_scope; }
    int size() const { return int(m_rows.size()); }

    // By start. A space's, or all of the scope.
    QList<const Reservation*> reservations(SpaceId space, TimeRange range) const;
    QList<const Reservation*> reservations(TimeRange range) const;
    int count(TimeRange range) const;
    const Reservation* find(ReservationId id) const;
    // The person in whose calendar it stands, where known.
    const Person* person(PersonId id) const;

Q_SIGNALS:
    // Rows that came, changed or went, and the spaces in which they stand or stood.
    void changed(const QList<reserve::ReservationId>& ids, const QSet<reserve::SpaceId>& spaces);
    // Spaces, hours, closures, people's names or the site's zone.
    void groundChanged();
    // All of the range that was asked for is there.
    void loaded();
    void failed(const reserve::Error& error);

private:
    struct Slice
    {
        QList<Reservation> rows;
        QList<Person> people;
    };
    struct Ground
    {
        QList<Space> spaces;
        QList<Closure> closures;
        QByteArray siteZone;
        PolicyBook policies;
    };
    struct Wish
    {
        QSet<SpaceId> spaces; // empty: every space of the scope
        TimeRange range;
    };
    // Rows of one space, by start then id.
    struct Row
    {
        Instant start;
        Instant end;
        ReservationId id;
        friend auto operator<=>(const Row&, const Row&) = default;
    };

    static Result<Slice> readSlice(const ReadUnit& unit, const OccupancyScope& scope, const Wish& wish,
                                   const QSet<PersonId>& known);
    static Result<Slice> readRows(const ReadUnit& unit, const QList<ReservationId>& ids);
    static Result<QList<Person>> readPeople(const ReadUnit& unit, const QList<Reservation>& rows, QSet<PersonId> wanted,
                                            const QSet<PersonId>& known);
    static Result<Ground> readGround(const ReadUnit& unit);

    void loadGround();
    void take(Ground ground);
    void begin(TimeRange range);
    void beginMargins();
    void beginStage();
    void readNext();
    Wish nextWish();
    void finishWish(const Wish& wish, Result<Slice> answer);
    QList<ReservationId> merge(const Slice& slice);
    QList<ReservationId> dropVanished(const Wish& wish, const Slice& slice);
    void insert(const Reservation& reservation);
    void remove(ReservationId id);
    void prune(TimeRange keep);
    bool belongs(const Reservation& reservation) const;
    void announce(const QList<ReservationId>& moved);

    void follow(const QList<Change>& changes);
    void readChangedRows();
    void finishChangedRows(const QList<ReservationId>& ids, Result<Slice> answer);
    void readChangedPeople(const QSet<PersonId>& ids);

    Store& m_store;

    bool m_hasGround = false;
    QSet<SpaceId> m_sharedSpaces;
    bool m_groundWanted = false;
    bool m_groundBusy = false;
    QList<Space> m_spaces;
    QHash<SpaceId, qsizetype> m_spaceIndex;
    QList<Closure> m_closures;
    QTimeZone m_siteZone;

    OccupancyScope m_scope;
    TimeRange m_range;         // asked for
    TimeRange m_held;          // complete in m_rows
    QList<TimeRange> m_stages; // still to be read; the first is being read
    QList<SpaceId> m_pending;  // of the current stage
    QList<SpaceId> m_onScreen;
    bool m_loading = false;
    quint64 m_generation = 0;

    std::unordered_map<qint64, Reservation> m_rows;
    QHash<SpaceId, QList<Row>> m_bySpace;
    QHash<PersonId, Person> m_people;
    QSet<SpaceId> m_touched; // since the last announcement

    QSet<ReservationId> m_changedRows;   // to be read
    QSet<ReservationId> m_changedInLoad; // read newer than the load that runs
    bool m_rowsBusy = false;
};

} // namespace reserve
