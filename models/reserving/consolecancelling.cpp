// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/reserving/consoletelling.h"
#include "models/reserving/consolework.h"
#include "models/reserving/mailwithdrawal.h"

namespace reserve {

namespace {

Reason cancelled(const QString& by, const QString& why)
{
    Reason reason{"console.cancelled", {{QStringLiteral("by"), by}}};
    if (!why.isEmpty())
        reason.arguments.insert(QStringLiteral("why"), why);
    return reason;
}

} // namespace

Result<ConsoleAnswer> ConsoleWork::carryOut(const ConsoleCancellation& cancellation)
{
    const auto row = m_unit.reservations().find(cancellation.reservation);
    if (!row)
        return failure(row.error());
    if (*row && (*row)->origin == ReservationOrigin::Mail)
        return withdraw(**row, cancellation);
    const auto standing = findStanding(cancellation.reservation);
    if (!standing)
        return failure(standing.error());
    const bool isDate = cancellation.scope == BookingScope::ThisDate && !standing->row.recurrenceId.isEmpty();
    const QString recurrenceId = isDate ? standing->row.recurrenceId : QString();
    const Reason reason = cancelled(m_actor, cancellation.why);
    if (const auto ended = end(*standing, recurrenceId, reason); !ended)
        return failure(ended.error());
    if (!isDate) {
        if (const auto gone = m_orders.takeAway(standing->meeting, cancellation.why); !gone)
            return failure(gone.error());
    }
    Announcement told
        = endOf(standing->meeting, standing->row, standing->space, standing->person, standing->sequence + 1);
    told.recurrenceId = recurrenceId;
    told.reason = reason;
    told.reason.arguments.remove(QStringLiteral("by"));
    if (const auto said = m_orders.tell(standing->meeting, told, standing->row.id); !said)
        return failure(said.error());
    if (const auto audited
        = audit(standing->meeting.uid, auditOf(standing->meeting, standing->space, standing->row.time), {});
        !audited)
        return failure(audited.error());
    const auto after = m_unit.reservations().find(standing->row.id);
    if (!after)
        return failure(after.error());
    ConsoleAnswer answer;
    answer.reservation = standing->row.id;
    answer.reason = reason;
    answer.time = standing->row.time;
    answer.timeZone = zoneOf(standing->meeting, standing->space);
    answer.spaceName = standing->space.name;
    answer.status = (*after)->status;
    answer.exchange = (*after)->exchangeState;
    return answer;
}

// In this space, the whole or one date. Of one date the series and its item are told here.
Result<void> ConsoleWork::end(const Standing& standing, const QString& recurrenceId, const Reason& reason)
{
    ConsoleMeeting ended = standing.meeting;
    if (!recurrenceId.isEmpty())
        ended.time = standing.row.time;
    const auto decided = decide({ended, recurrenceId, ItipMethod::Cancel, standing.sequence + 1, m_unit.now()},
                                standing.person, standing.space, {false, reason});
    if (!decided)
        return failure(decided.error());
    if (decided->verdict != Verdict::Cancelled)
        return failure(Error(decided->reason.code, decided->reason.arguments));
    if (recurrenceId.isEmpty())
        return {};
    const auto row = m_unit.reservations().find(standing.row.id);
    if (!row || !*row)
        return row ? failure("console.not-standing", {{QStringLiteral("space"), standing.space.name}})
                   : failure(row.error());
    ended = standing.meeting;
    if (const QDate date = dateOf(recurrenceId, ended.timeZone); date.isValid())
        ended.exceptions.append(date);
    if (const auto saved = m_unit.consoleMeetings().save(ended); !saved)
        return saved;
    return m_orders.orderDate(ended, **row, reason.arguments.value(QStringLiteral("why")));
}

Result<ConsoleAnswer> ConsoleWork::withdraw(const Reservation& row, const ConsoleCancellation& cancellation)
{
    const auto space = spaceFor(row.spaceId);
    if (!space)
        return failure(space.error());
    const auto withdrawn = withdrawMailMeeting(m_unit, *m_configuration, row, cancellation.scope == BookingScope::Whole,
                                               cancellation.why, m_actor);
    if (!withdrawn)
        return failure(withdrawn.error());
    ConsoleAnswer answer;
    answer.reservation = row.id;
    answer.status = ReservationStatus::Declined;
    answer.exchange = ExchangeState::Queued;
    answer.reason = *withdrawn;
    answer.time = row.time;
    answer.timeZone = m_configuration->zoneOf(*space);
    answer.spaceName = space->name;
    return answer;
}

} // namespace reserve
