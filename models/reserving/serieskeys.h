// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/serieshistory.h"

namespace reserve {

// Gives the rows that came by themselves the keys that their dates have in a version of the series: what a message
// named by a date or by a time without a zone means another moment when the series moves, and what came before the
// series named dates that were not known. So a row depends on what was said, not on what was known when it was said
// (R-MEETING). Of one thread, for the time of one decision.
class SeriesKeys final
{
public:
    SeriesKeys(WriteUnit& unit, const SeriesHistory& history);

    // Of all rows of the meeting in the space; those that have moved, and new ones, stand in `rows` afterwards.
    Result<void> give(QList<Reservation>& rows);

    // How the message of a row named it; nothing where the key is no date.
    static std::optional<ItipRecurrenceId> nameOf(const Reservation& row);

private:
    struct Move
    {
        qsizetype row;
        QString key;
        QString from; // the key that it had
    };
    struct Copy
    {
        Reservation said;
        QString key;
    };

    Result<void> findMoves(const QList<Reservation>& rows);
    void share(const QList<Reservation>& rows, const QList<qsizetype>& told, QStringList keys);
    Result<void> makeWay(QList<Reservation>& rows);
    Result<void> place(QList<Reservation>& rows, const Move& move);
    Result<void> copy(QList<Reservation>& rows, const Copy& copy);
    Result<void> giveBack(QList<Reservation>& rows);
    Result<void> rename(Reservation& row, const QString& key);
    Result<void> merge(Reservation& right, Reservation& other);
    Result<void> take(Reservation& right, const Reservation& said);
    Result<void> setAside(Reservation& row);
    static qsizetype indexOf(const QList<Reservation>& rows, const QString& key);

    WriteUnit& m_unit;
    const SeriesHistory& m_history;
    QList<Move> m_moves;
    QList<Copy> m_copies;       // of what is said of a day, for the further occurrences of the day
    QList<qsizetype> m_surplus; // rows for which the day has no occurrence any more
};

} // namespace reserve
