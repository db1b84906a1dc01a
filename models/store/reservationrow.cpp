// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/reservationrow.h"

#include "models/base/address.h"

namespace reserve {

namespace {

QString searchText(const Reservation& reservation)
{
    return QStringList{reservation.subject, reservation.requesterEmail, reservation.organizer}
        .join(QLatin1Char('\n'))
        .toLower();
}

// Read back as they are; the rest of a row serves look-ups and is worked out when it is written.
QString entityColumns()
{
    return QStringLiteral("series_id, space_id, person_id, organizer, uid, recurrence_id, sequence, stamp, cancels, "
                          "content_hash, requester_email, sent_by, subject, starts, ends, all_day, is_private, "
                          "time_zone, setup_minutes, clearup_minutes, status, exclusive, reason, origin, "
                          "exchange_state, exchange_reason, room_address, room_listed, trace_id, created_at, "
                          "changed_at, by_itself, named_as, seats, is_note");
}

} // namespace

QString reservationColumns()
{
    return entityColumns() + QStringLiteral(", organizer_key, held_start, held_end, holds, search");
}

QString selectReservation()
{
    return QStringLiteral("SELECT id, ") + entityColumns() + QStringLiteral(" FROM reservation");
}

Reservation readReservation(Row& row)
{
    Reservation r;
    row >> r.id >> r.seriesId >> r.spaceId >> r.personId >> r.organizer >> r.uid >> r.recurrenceId >> r.version.sequence
        >> r.version.stamp >> r.version.cancels >> r.version.contentHash >> r.requesterEmail >> r.sentBy >> r.subject
        >> r.time.start >> r.time.end >> r.allDay >> r.isPrivate >> r.timeZone >> r.setupMinutes >> r.clearupMinutes
        >> r.status >> r.exclusive >> r.reason >> r.origin >> r.exchangeState >> r.exchangeReason >> r.roomAddress
        >> r.roomListed >> r.traceId >> r.createdAt >> r.changedAt >> r.byItself >> r.namedAs >> r.seats >> r.isNote;
    return r;
}

Bindings reservationBindings(const Reservation& r)
{
    const TimeRange held = r.heldTime();
    return {r.seriesId,
            r.spaceId,
            r.personId,
            r.organizer,
            r.uid,
            r.recurrenceId,
            r.version.sequence,
            r.version.stamp,
            r.version.cancels,
            Bound::blob(r.version.contentHash),
            r.requesterEmail,
            r.sentBy,
            r.subject,
            r.time.start,
            r.time.end,
            r.allDay,
            r.isPrivate,
            Bound::utf8(r.timeZone),
            r.setupMinutes,
            r.clearupMinutes,
            r.status,
            r.exclusive,
            r.reason,
            r.origin,
            r.exchangeState,
            r.exchangeReason,
            r.roomAddress,
            r.roomListed,
            r.traceId,
            r.createdAt,
            r.changedAt,
            r.byItself,
            r.namedAs,
            r.seats,
            r.isNote,
            addressKey(r.organizer),
            held.start,
            held.end,
            holdsSlot(r.status),
            searchText(r)};
}

} // namespace reserve
