// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/serieskeys.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace reserve {

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
    for (const Move& one : std::as_const(m_copies)) {
        if (const auto copied = copy(rows, one); !copied)
            return copied;
    }
    return {};
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
            m_moves.append({index, keys.takeFirst()});
    }
    for (const QString& key : std::as_const(keys))
        m_copies.append({told.first(), key});
}

// Where a row stands on the key of another one, both being about to move, the two are not about the same date.
Result<void> SeriesKeys::makeWay(QList<Reservation>& rows)
{
    QSet<QString> wanted;
    for (const QList<Move>* list : {&m_moves, &m_copies}) {
        for (const Move& move : *list)
            wanted.insert(move.key);
    }
    for (const Move& move : std::as_const(m_moves)) {
        Reservation& row = rows[move.row];
        if (!wanted.contains(row.recurrenceId))
            continue;
        row.recurrenceId = QStringLiteral("moving/") + QString::number(row.id.value);
        if (const auto renamed = m_unit.reservations().rename(row.id, row.recurrenceId); !renamed)
            return renamed;
    }
    return {};
}

Result<void> SeriesKeys::place(QList<Reservation>& rows, const Move& move)
{
    if (const qsizetype taken = indexOf(rows, move.key); taken >= 0)
        return merge(rows[taken], rows[move.row]);
    rows[move.row].recurrenceId = move.key;
    return m_unit.reservations().rename(rows.at(move.row).id, move.key);
}

Result<void> SeriesKeys::copy(QList<Reservation>& rows, const Move& copy)
{
    const Reservation said = rows.at(copy.row);
    if (const qsizetype taken = indexOf(rows, copy.key); taken >= 0)
        return take(rows[taken], said);
    Reservation row = said;
    row.recurrenceId = copy.key;
    const auto inserted = m_unit.reservations().insert(row);
    if (!inserted)
        return failure(inserted.error());
    row.id = *inserted;
    rows.append(row);
    return {};
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
