// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/reserving/consoletelling.h"
#include "models/reserving/consolework.h"

#include <algorithm>

namespace reserve {

namespace {

Reason restoredPartly(const ConsoleAnswer& answer)
{
    const Reason& first = answer.declined.first().reason;
    return {"console.restored-partly",
            causedBy(Error(first.code, first.arguments),
                     {{QStringLiteral("conflicts"), QString::number(answer.declined.size())},
                      {QStringLiteral("count"), QString::number(answer.dates)}})};
}

// Whatever Exchange holds of it.
bool isLike(ConsoleMeeting meeting, const ConsoleMeeting& other)
{
    meeting.mark = other.mark;
    return meeting == other;
}

} // namespace

QList<Reservation> datesOtherwise(const QList<Reservation>& rows, Instant now)
{
    QList<Reservation> otherwise;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(otherwise), [now](const Reservation& row) {
        const bool isOtherwise = holdsSlot(row.status) ? row.byItself : row.status == ReservationStatus::Declined;
        return isOtherwise && !row.recurrenceId.isEmpty() && row.time.end > now;
    });
    return otherwise;
}

Result<ConsoleAnswer> ConsoleWork::carryOut(const ConsoleRestoring& restoring)
{
    const auto person = personFor(restoring.meeting.personId);
    if (!person)
        return failure(person.error());
    const auto ended = findBefore(restoring);
    if (!ended)
        return failure(ended.error());
    const ConsoleMeeting& meeting = ended->meeting;
    const auto decided = decide({meeting, {}, ItipMethod::Request, ended->sequence + 1, m_unit.now(), restoring.dates},
                                *person, ended->space, {true, {}});
    if (!decided)
        return failure(decided.error());
    if (decided->isRefused())
        return refusal(*decided, ended->space, meeting);
    if (const auto left = leaveOut(meeting, restoring.dates); !left)
        return failure(left.error());
    auto answer = follow(meeting, *decided, ended->space);
    if (!answer)
        return answer;
    if (!answer->declined.isEmpty())
        answer->reason = restoredPartly(*answer);
    const auto audited = audit(meeting.uid, {}, auditOf(meeting, ended->space, answer->time));
    return audited ? answer : failure(audited.error());
}

// The meeting as it was before its end or change; its rows and the newest that was said of it as they are now.
Result<ConsoleWork::Standing> ConsoleWork::findBefore(const ConsoleRestoring& restoring)
{
    const ConsoleMeeting& before = restoring.meeting;
    auto space = spaceFor(before.spaceId);
    if (!space)
        return failure(space.error());
    const auto known = m_unit.consoleMeetings().find(before.uid);
    if (!known)
        return failure(known.error());
    Standing ended;
    ended.meeting = before;
    ended.space = std::move(*space);
    if (const auto found = findRows(ended); !found)
        return failure(found.error());
    const bool stands = std::any_of(ended.rows.begin(), ended.rows.end(), [this](const Reservation& row) {
        return holdsSlot(row.status) && row.time.end > m_unit.now();
    });
    const bool isSame = *known && (*known)->spaceId == before.spaceId && (*known)->organizer == before.organizer;
    if (restoring.instead && !(isSame && stands && isLike(**known, *restoring.instead)))
        return failure("console.not-standing");
    if (!restoring.instead && (stands || !isSame))
        return failure("console.stands-again");
    ended.meeting.mark = (*known)->mark; // of the item that is ordered now; what was deleted keeps its own
    return ended;
}

// What had been declined before stays so, and says why as before.
Result<void> ConsoleWork::leaveOut(const ConsoleMeeting& meeting, const QList<Reservation>& dates)
{
    for (const Reservation& date : dates) {
        if (date.status != ReservationStatus::Declined)
            continue;
        auto row = m_unit.reservations().findByMeeting(
            {addressKey(meeting.organizer), meeting.uid, date.recurrenceId, meeting.spaceId});
        if (!row)
            return failure(row.error());
        if (!*row || (*row)->status != ReservationStatus::Cancelled)
            continue;
        (*row)->status = ReservationStatus::Declined;
        (*row)->reason = date.reason;
        (*row)->changedAt = m_unit.now();
        if (const auto updated = m_unit.reservations().update(**row); !updated)
            return updated;
    }
    return {};
}

} // namespace reserve
