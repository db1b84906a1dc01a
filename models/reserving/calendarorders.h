// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/announcement.h"
#include "models/entities/calendarorder.h"
#include "models/entities/consolemeeting.h"
#include "models/entities/outbox.h"
#include "models/reserving/configuration.h"
#include "models/store/unit.h"

namespace reserve {

// What Exchange and the person are told of meetings that were made in the console, as rows of the outbox in
// the caller's transaction. Orders of one meeting and room keep their order (R-RETRY); what the person is
// told has a lane of its own, so that neither waits for the other. Of one thread, for the time of one
// decision. Errors: those of the store.
class CalendarOrders final
{
public:
    CalendarOrders(WriteUnit& unit, const Configuration& configuration);

    // Whether a server could hold an item for the room (R-SERVERS); else its reservations stay here only.
    static bool holdsItems(const Configuration& configuration, const Space& space);

    // The meeting as its reservations stand now: created, updated or taken away, with an order for each date of a
    // series that stands otherwise than it says. Saves the meeting with its mark.
    Result<void> orderWhole(ConsoleMeeting meeting, const QString& comment);
    // One date of a series, changed or cancelled by itself.
    Result<void> orderDate(const ConsoleMeeting& meeting, const Reservation& date, const QString& comment);
    // Dates that came into the booking window: those that are not free are taken out of the item.
    Result<void> followFilled(const ConsoleMeeting& meeting);
    // The item in a room that the meeting has left; saves the meeting without a mark.
    Result<ConsoleMeeting> takeAway(ConsoleMeeting meeting, const QString& comment);

    // To the person, unless Exchange does: then the room's invitation says it. Of a series, also each date that stands
    // otherwise than it says.
    Result<void> tell(const ConsoleMeeting& meeting, const Announcement& announcement, ReservationId reservation);

private:
    CalendarOrder draftOf(const ConsoleMeeting& meeting, const Space& space, const Reservation& row,
                          const QString& comment) const;
    Result<void> append(const CalendarOrder& order, const ConsoleMeeting& meeting, ReservationId reservation);
    Result<void> queueMail(const ConsoleMeeting& meeting, Announcement announcement, ReservationId reservation);
    Result<void> appendWhole(CalendarOrder order, const ConsoleMeeting& meeting, ReservationId reservation, bool isNew);
    Result<void> mark(const QList<Reservation>& rows, ExchangeState state);
    Result<QList<Reservation>> rowsOf(const ConsoleMeeting& meeting) const;

    WriteUnit& m_unit;
    const Configuration& m_configuration;
};

// What became of an order, in the reservations it is about; what has changed since stands by its own order.
Result<void> markOrdered(WriteUnit& unit, const OutboxEntry& entry, ExchangeState state, const Reason& reason);

} // namespace reserve
