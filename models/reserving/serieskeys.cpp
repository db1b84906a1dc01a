// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/serieskeys.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

constexpr QLatin1String onTheWay{"moving/"};

bool isOnTheWay(const Reservation& row)
{
    return row.recurrenceId.startsWith(onTheWay);
}

} // namespace

SeriesKeys::SeriesKeys(WriteUnit& unit, const SeriesHistory& history)
    : m_unit(unit)
    , m_history(history)
{
}

std::optional<ItipRecurrenceId> SeriesKeys::nameOf(const Reservation& row)
{
    return row.namedAs.isEmpty() ? recurrenceIdFromKey(row.recurrenceId) : recurrenceIdFromName(row.namedAs);
}

Result<void> SeriesKeys::give(QList<Reservation>& rows)
{
    if (const auto found = findMoves(rows); !found)
        return found;
    for (const qsizetype index : std::as_const(m_surplus)) {
        if (const auto done = setAside(rows[index]); !done)
            return done;
    }
    if (const auto made = makeWay(rows); !made)
        return made;
    for (const Move& move : std::as_const(m_moves)) {
        if (const auto placed = place(rows, move); !placed)
            return placed;
    }
    for (const Copy& one : std::as_const(m_copies)) {
        if (const auto copied = copy(rows, one); !copied)
            return copied;
    }
    return giveBack(rows);
}

Result<void> SeriesKeys::findMoves(const QList<Reservation>& rows)
{
    QMap<QString, QList<qsizetype>> named; // what one message said, by how it named the date
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Reservation& row = rows.at(i);
        if (!row.byItself || row.recurrenceId.isEmpty())
            continue;
        const QString name = row.namedAs.isEmpty() ? row.recurrenceId : row.namedAs;
        named[name + u' ' + QString::fromLatin1(row.version.contentHash.toHex())].append(i);
    }
    for (const QList<qsizetype>& told : std::as_const(named)) {
        const Reservation& row = rows.at(told.first());
        const auto id = nameOf(row);
        auto meant = id ? m_history.meant(*id) : Result<QStringList>(QStringList());
        if (!meant || meant->isEmpty())
            continue; // stays what it is until the series has such a date
        const bool endsTheDay = row.version.cancels && !holdsSlot(row.status); // what took place is one date
        if (!endsTheDay)
            *meant = meant->first(1);
        share(rows, told, std::move(*meant));
    }
    return {};
}

void SeriesKeys::share(const QList<Reservation>& rows, const QList<qsizetype>& told, QStringList keys)
{
    QList<qsizetype> moving;
    for (const qsizetype index : told) {
        if (!keys.removeOne(rows.at(index).recurrenceId))
            moving.append(index);
    }
    for (const qsizetype index : std::as_const(moving)) {
        if (keys.isEmpty())
            m_surplus.append(index);
        else
            m_moves.append({index, keys.takeFirst(), rows.at(index).recurrenceId});
    }
    for (const QString& key : std::as_const(keys))
        m_copies.append({rows.at(told.first()), key});
}

// Where a row stands on the key of another one, both being about to move, the two are not about the same date.
Result<void> SeriesKeys::makeWay(QList<Reservation>& rows)
{
    QSet<QString> wanted;
    for (const Move& move : std::as_const(m_moves))
        wanted.insert(move.key);
    for (const Copy& one : std::as_const(m_copies))
        wanted.insert(one.key);
    for (const Move& move : std::as_const(m_moves)) {
        Reservation& row = rows[move.row];
        if (!wanted.contains(row.recurrenceId))
            continue;
        if (const auto renamed = rename(row, onTheWay + QString::number(row.id.value)); !renamed)
            return renamed;
    }
    return {};
}

Result<void> SeriesKeys::place(QList<Reservation>& rows, const Move& move)
{
    if (const qsizetype taken = indexOf(rows, move.key); taken >= 0)
        return merge(rows[taken], rows[move.row]);
    return rename(rows[move.row], move.key);
}

Result<void> SeriesKeys::copy(QList<Reservation>& rows, const Copy& copy)
{
    if (const qsizetype taken = indexOf(rows, copy.key); taken >= 0)
        return take(rows[taken], copy.said);
    if (const auto aside = std::find_if(rows.begin(), rows.end(), isOnTheWay); aside != rows.end()) {
        const auto renamed = rename(*aside, copy.key);
        return renamed ? take(*aside, copy.said) : renamed;
    }
    Reservation row = copy.said;
    row.recurrenceId = copy.key;
    const auto inserted = m_unit.reservations().insert(row);
    if (!inserted)
        return failure(inserted.error());
    row.id = *inserted;
    rows.append(row);
    return {};
}

// A row that was set aside on its way is about no date any more. It gets a key that a row has left, its own where that
// is free: of those there are enough, because whatever came to stand on one has left another, or is one that was set
// aside.
Result<void> SeriesKeys::giveBack(QList<Reservation>& rows)
{
    for (const Move& move : std::as_const(m_moves)) {
        Reservation& row = rows[move.row];
        if (!isOnTheWay(row))
            continue;
        QString key = move.from;
        for (const Move& other : std::as_const(m_moves)) {
            if (indexOf(rows, key) >= 0)
                key = other.from;
        }
        if (const auto renamed = rename(row, key); !renamed)
            return renamed;
    }
    return {};
}

Result<void> SeriesKeys::rename(Reservation& row, const QString& key)
{
    row.recurrenceId = key;
    return m_unit.reservations().rename(row.id, key);
}

// Two messages about the same date, which they named in two ways: the newer one counts, in the row whose key is right.
Result<void> SeriesKeys::merge(Reservation& right, Reservation& other)
{
    const Reservation said = other;
    if (const auto done = setAside(other); !done)
        return done;
    return take(right, said);
}

// What is said of the date alone goes before what the series says.
Result<void> SeriesKeys::take(Reservation& right, const Reservation& said)
{
    if (right.byItself && said.version <= right.version)
        return {};
    auto whole = m_unit.reservations().find(said.id); // with its own attendees
    if (!whole || !*whole)
        return whole ? Result<void>() : failure(whole.error());
    Reservation newer = said;
    newer.attendees = (*whole)->attendees;
    newer.id = right.id;
    newer.isNote = right.isNote && said.isNote;
    newer.recurrenceId = right.recurrenceId;
    newer.createdAt = right.createdAt;
    right = newer;
    return m_unit.reservations().update(right);
}

Result<void> SeriesKeys::setAside(Reservation& row)
{
    auto whole = m_unit.reservations().find(row.id);
    if (!whole || !*whole)
        return whole ? Result<void>() : failure(whole.error());
    row.status = ReservationStatus::Cancelled;
    row.byItself = false;
    row.namedAs.clear();
    row.reason = {"decision.occurrence-removed", {}};
    Reservation aside = row;
    aside.attendees = (*whole)->attendees;
    return m_unit.reservations().update(aside);
}

qsizetype SeriesKeys::indexOf(const QList<Reservation>& rows, const QString& key)
{
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&key](const Reservation& row) { return row.recurrenceId == key; });
    return found == rows.end() ? -1 : found - rows.begin();
}

} // namespace reserve
