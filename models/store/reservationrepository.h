// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/kepttime.h"
#include "models/entities/reservation.h"

#include <QList>
#include <QSet>

#include <optional>

namespace reserve {

class Connection;

// Which reservations a list or an export shows; past and cancelled too unless narrowed.
struct ReservationFilter
{
    QSet<SpaceId> spaces; // empty: every space
    std::optional<PersonId> personId;
    std::optional<TimeRange> touching;
    bool onlyHolding = false; // accepted, tentative, pending
    QString text;             // in subject, requester
};

// Which kept times are asked for. Every field narrows.
struct KeptTimeFilter
{
    QSet<SpaceId> spaces;              // that are held; empty: every space
    std::optional<PersonId> personId;  // of the reservation
    std::optional<TimeRange> touching; // without set-up and clear-up
    QSet<ReservationId> reservations;  // empty: any
};

// Which reservations there are; notes are found by their meeting or id, and are in no list.
// R-NO-DOUBLE holds in SQL: an exclusive row that would overlap another exclusive, slot-holding row of its space is
// refused with reservation.overlap (space, start, end), whoever writes it.
class ReservationRepository final
{
public:
    explicit ReservationRepository(Connection& connection);

    // Both write the attendees too: what is updated comes from find() or findByMeeting(). Errors:
    // reservation.overlap (space, start, end: of what holds the space), reservation.meeting-exists (uid, space, id: one
    // meeting has one row in a space), reservation.missing (id).
    Result<ReservationId> insert(const Reservation& reservation);
    Result<void> update(const Reservation& reservation);
    Result<void> setExchangeState(ReservationId id, ExchangeState state, const Reason& reason);
    // The same of many at once; those that are not there are passed over.
    Result<void> setExchangeStates(const QList<ReservationId>& ids, ExchangeState state, const Reason& reason);
    // Another date of the same meeting. Errors: reservation.missing (id), store.sql where that date is a row already.
    Result<void> rename(ReservationId id, const QString& recurrenceId);
    // Of the occurrences in this space that one message decided and whose answer is on its way.
    Result<void> setExchangeStateOfSeries(const MeetingKey& meeting, TraceId trace, ExchangeState state,
                                          const Reason& reason);

    // While a move waits for an approver, the accepted time it leaves stays held for the meeting: until the reservation
    // is decided, or `series` is, where the whole of it was moved (016_kept_times.sql).
    Result<void> keepTime(const Reservation& accepted, SeriesId series);
    // By start.
    Result<QList<KeptTime>> keptTimes(const KeptTimeFilter& filter) const;
    // Times that nobody can decide about any more: their new time is over at `now`, or what asked for it is gone. How
    // many.
    Result<int> removeForgottenTimes(Instant now);
    // R-RETENTION: notes that were made before then (Reservation::isNote), at most `limit`; how many.
    Result<int> removeNotes(Instant before, int limit);

    Result<std::optional<Reservation>> find(ReservationId id) const;               // with attendees
    Result<std::optional<Reservation>> findByMeeting(const MeetingKey& key) const; // with attendees
    // The occurrences of one recurring meeting in one space, whatever their status, by start. Without attendees.
    Result<QList<Reservation>> occurrences(const QString& organizerKey, const QString& uid, SpaceId space) const;

    // What holds the space in a time that overlaps `held` (set-up and clear-up of both sides counted), without the
    // rows of `except` (all occurrences when it names no recurrenceId). Earliest first, at most `limit`; below 0: all.
    // A kept time is a row of its own here, accepted at that time.
    Result<QList<Reservation>> conflicts(SpaceId space, TimeRange held, const std::optional<MeetingKey>& except,
                                         int limit) const;
    // Slot-holding rows that overlap, of one space, earliest first: for free-time proposals.
    Result<QList<Reservation>> holding(SpaceId space, TimeRange range) const;

    // For pictures and exports, by start. Without attendees, and without notes.
    Result<QList<Reservation>> list(const ReservationFilter& filter, int limit, int offset = 0) const;
    Result<QList<Reservation>> byIds(const QList<ReservationId>& ids) const;
    Result<int> count(const ReservationFilter& filter) const;

private:
    Result<QList<Reservation>> keptTimes(SpaceId space, TimeRange held, const std::optional<MeetingKey>& except) const;
    Result<void> checkIsNew(const MeetingKey& key) const;
    static Failure missing(ReservationId id);
    Result<void> writeAttendees(const Reservation& reservation);
    Result<std::optional<Reservation>> withAttendees(Result<std::optional<Reservation>> found) const;
    Error explained(const Error& error, const Reservation& reservation) const;

    Connection& m_connection;
};

} // namespace reserve
