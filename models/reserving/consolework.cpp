// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consolework.h"

#include "models/base/address.h"
#include "models/reserving/consoledates.h"
#include "models/reserving/consoletelling.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/reserving.h"
#include "models/reserving/storedcalendar.h"

#include <algorithm>

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");

// The next word about it, whatever it says, mends what Exchange refused.
bool hasFailed(const QList<Reservation>& rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const Reservation& row) {
        return holdsSlot(row.status) && row.exchangeState == ExchangeState::Failed;
    });
}

} // namespace

ConsoleWork::ConsoleWork(WriteUnit& unit, const ItipReader& reader, std::shared_ptr<const Configuration> configuration,
                         QString actor)
    : m_unit(unit)
    , m_reader(reader)
    , m_configuration(std::move(configuration))
    , m_actor(std::move(actor))
    , m_orders(unit, *m_configuration)
{
}

bool ConsoleWork::Decided::isRefused() const
{
    return verdict && *verdict != Verdict::Accepted && *verdict != Verdict::Cancelled;
}

Result<Person> ConsoleWork::personFor(PersonId id)
{
    auto found = m_unit.people().find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("console.no-person");
    Person& person = **found;
    const Arguments named{{QStringLiteral("person"), person.displayName()},
                          {QStringLiteral("control-number"), person.controlNumber.text()},
                          {QStringLiteral("id"), QString::number(person.id.value)}};
    if (person.status == PersonStatus::Retired)
        return failure("console.person-retired", named);
    if (!hasTimeZone(person))
        return failure("console.no-time-zone", named);
    return std::move(person);
}

Result<Space> ConsoleWork::spaceFor(SpaceId id)
{
    const Space* space = m_configuration->space(id);
    return space ? Result<Space>(*space) : failure("console.no-space");
}

Result<ConsoleWork::Decided> ConsoleWork::decide(const ConsoleEvent& event, const Person& person, const Space& space)
{
    return decide(event, person, space, {});
}

Result<ConsoleWork::Decided> ConsoleWork::decide(const ConsoleEvent& event, const Person& person, const Space& space,
                                                 const Circumstances& circumstances)
{
    const QByteArray text = calendarText(event, person, space, m_configuration->zoneOf(space));
    StoredCalendars calendars;
    const PreparedMessage prepared
        = readAgain({text, event.meeting.organizer, {}, event.method}, calendars, m_reader, m_unit.now());
    Trace trace;
    trace.spaceId = space.id;
    trace.recipient = space.mailbox;
    trace.requester = event.meeting.organizer;
    trace.gate.match = GateMatch::Person;
    trace.gate.personId = person.id;
    DecisionWork work{m_unit, prepared, true, std::move(trace), space, person};
    work.byConsole = true;
    work.comesBack = circumstances.comesBack;
    work.ends = circumstances.ends;
    if (const auto decided = Reserving(m_configuration, m_reader).decideHere(work); !decided)
        return failure(decided.error());
    return Decided{work.trace.verdict, work.trace.reason, std::move(work.toTell)};
}

// On whose wall it is counted.
QByteArray ConsoleWork::zoneOf(const ConsoleMeeting& meeting, const Space& space) const
{
    return meeting.allDay ? m_configuration->zoneOf(space) : meeting.timeZone;
}

ConsoleAnswer ConsoleWork::refusal(const Decided& decided, const Space& space, const ConsoleMeeting& meeting) const
{
    ConsoleAnswer answer;
    answer.isRefused = true;
    answer.status = ReservationStatus::Declined;
    answer.reason = decided.reason;
    answer.time = meeting.time;
    answer.timeZone = zoneOf(meeting, space);
    answer.spaceName = space.name;
    if (decided.toTell)
        answer.alternatives = decided.toTell->alternatives;
    return answer;
}

Result<ConsoleAnswer> ConsoleWork::answerOf(const ConsoleMeeting& meeting, const Decided& decided, const Space& space)
{
    const auto rows = m_unit.reservations().occurrences(addressKey(meeting.organizer), meeting.uid, meeting.spaceId);
    if (!rows)
        return failure(rows.error());
    ConsoleAnswer answer;
    answer.reason = decided.reason;
    answer.spaceName = space.name;
    answer.time = meeting.time;
    answer.timeZone = zoneOf(meeting, space);
    if (decided.toTell) {
        answer.dates = decided.toTell->occurrences;
        answer.declined = decided.toTell->declined;
    }
    const auto first = std::find_if(rows->begin(), rows->end(), [this](const Reservation& row) {
        return holdsSlot(row.status) && row.time.end > m_unit.now();
    });
    if (first == rows->end())
        return answer;
    answer.reservation = first->id;
    answer.status = first->status;
    answer.exchange = first->exchangeState;
    answer.time = first->time;
    return answer;
}

Result<ConsoleAnswer> ConsoleWork::carryOut(const ConsoleBooking& booking)
{
    const auto person = personFor(booking.personId);
    if (!person)
        return failure(person.error());
    const auto space = spaceFor(booking.spaceId);
    if (!space)
        return failure(space.error());
    if (booking.time.isEmpty())
        return failure("console.no-length");
    const auto rule = normalisedRule(booking.rule);
    if (!rule)
        return failure(rule.error());
    ConsoleMeeting meeting;
    meeting.uid = newConsoleUid();
    meeting.spaceId = space->id;
    meeting.personId = person->id;
    meeting.organizer = person->email;
    meeting.subject = booking.subject.trimmed();
    meeting.body = booking.body;
    meeting.time = booking.time;
    meeting.allDay = booking.allDay;
    meeting.isPrivate = booking.isPrivate;
    meeting.timeZone = person->timeZone;
    meeting.rule = *rule;
    meeting.invites = booking.invites;
    if (const auto settled = settle(meeting, *space); !settled)
        return failure(settled.error());
    auto answer = book({meeting, {}, ItipMethod::Request, 0, m_unit.now()}, *person, *space, false);
    if (!answer || answer->isRefused)
        return answer;
    const auto audited = audit(meeting.uid, {}, auditOf(meeting, *space, answer->time));
    return audited ? answer : failure(audited.error());
}

// Into a space in which the meeting is not yet.
Result<ConsoleAnswer> ConsoleWork::book(const ConsoleEvent& event, const Person& person, const Space& space, bool moved)
{
    auto decided = decide(event, person, space);
    if (!decided)
        return failure(decided.error());
    if (decided->isRefused())
        return refusal(*decided, space, event.meeting);
    if (decided->toTell)
        decided->toTell->moved = moved;
    return follow(event.meeting, *decided, space);
}

// What was decided of the whole is ordered and told; where an approver is asked, the person hears later.
Result<ConsoleAnswer> ConsoleWork::follow(const ConsoleMeeting& meeting, const Decided& decided, const Space& space)
{
    if (const auto ordered = m_orders.orderWhole(meeting, {}); !ordered)
        return failure(ordered.error());
    auto answer = answerOf(meeting, decided, space);
    if (!answer || !decided.verdict || !decided.toTell)
        return answer;
    const auto told = m_orders.tell(meeting, *decided.toTell, answer->reservation);
    return told ? answer : failure(told.error());
}

Result<ConsoleWork::Standing> ConsoleWork::findStanding(ReservationId id)
{
    const QString number = QString::number(id.value);
    auto row = m_unit.reservations().find(id);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure("reservation.missing", {{QStringLiteral("id"), number}});
    Standing standing;
    standing.row = std::move(**row);
    auto space = spaceFor(standing.row.spaceId);
    if (!space)
        return failure(space.error());
    standing.space = std::move(*space);
    const Arguments whose{{QStringLiteral("organizer"), standing.row.organizer}, {spaceKey, standing.space.name}};
    if (standing.row.origin == ReservationOrigin::Exchange)
        return failure("console.from-exchange", whose);
    if (standing.row.origin == ReservationOrigin::Mail)
        return failure("console.made-by-mail", whose);
    if (!holdsSlot(standing.row.status))
        return failure("console.not-standing", whose);
    if (standing.row.time.end <= m_unit.now())
        return failure("decision.over", {{QStringLiteral("end"), toIso(standing.row.time.end)}});
    auto meeting = m_unit.consoleMeetings().find(standing.row.uid);
    if (!meeting)
        return failure(meeting.error());
    if (!*meeting)
        return failure("console.not-standing", whose);
    standing.meeting = std::move(**meeting);
    if (const auto found = findRows(standing); !found)
        return failure(found.error());
    auto person = m_unit.people().find(standing.row.personId);
    if (!person)
        return failure(person.error());
    standing.person = (*person).value_or(Person());
    return standing;
}

// Of the meeting in its space, and the newest that was said of it.
Result<void> ConsoleWork::findRows(Standing& standing)
{
    const QString organizer = addressKey(standing.meeting.organizer);
    const QString& uid = standing.meeting.uid;
    auto rows = m_unit.reservations().occurrences(organizer, uid, standing.space.id);
    if (!rows)
        return failure(rows.error());
    standing.rows = std::move(*rows);
    for (const Reservation& one : std::as_const(standing.rows))
        standing.sequence = std::max(standing.sequence, one.version.sequence);
    const auto series = m_unit.series().findByMeeting(organizer, uid, standing.space.id);
    if (!series)
        return failure(series.error());
    if (*series)
        standing.sequence = std::max(standing.sequence, (*series)->version.sequence);
    return {};
}

Result<ConsoleAnswer> ConsoleWork::carryOut(const ConsoleChange& change)
{
    const auto standing = findStanding(change.reservation);
    if (!standing)
        return failure(standing.error());
    if (change.time && change.time->isEmpty())
        return failure("console.no-length");
    const bool isDate = change.scope == BookingScope::ThisDate && !standing->row.recurrenceId.isEmpty();
    auto answer = isDate ? changeDate(*standing, change) : changeWhole(*standing, change);
    if (!answer || answer->isRefused || answer->isUnchanged)
        return answer;
    const auto after = m_unit.reservations().find(answer->reservation);
    const auto meeting = after && *after ? m_unit.consoleMeetings().find((*after)->uid)
                                         : Result<std::optional<ConsoleMeeting>>(std::nullopt);
    if (!meeting || !*meeting)
        return answer;
    const Space* space = m_configuration->space((*after)->spaceId);
    const auto audited = audit(standing->meeting.uid, auditOf(standing->meeting, standing->space, standing->row.time),
                               auditOf(**meeting, space ? *space : standing->space, answer->time));
    return audited ? answer : failure(audited.error());
}

Result<ConsoleAnswer> ConsoleWork::changeWhole(const Standing& standing, const ConsoleChange& change)
{
    auto person = change.personId ? personFor(*change.personId) : Result<Person>(standing.person);
    if (!person)
        return failure(person.error());
    const auto space = change.spaceId ? spaceFor(*change.spaceId) : Result<Space>(standing.space);
    if (!space)
        return failure(space.error());
    auto now = changed(standing, change, *person);
    if (!now)
        return failure(now.error());
    ConsoleMeeting& meeting = now->meeting;
    if (const auto settled = settle(meeting, *space); !settled)
        return failure(settled.error());
    const bool isElsewhere = space->id != standing.space.id;
    if (!isElsewhere && meeting == standing.meeting && !hasFailed(standing.rows))
        return asItStands(standing);
    const DatesAlong along = datesAlong(
        {standing.meeting, meeting, zoneOf(standing.meeting, standing.space), zoneOf(meeting, *space), now->goesOn},
        standing.rows, m_unit.now());
    if (const auto inOrder = checkOrder(meeting, along.dates, *space); !inOrder)
        return failure(inOrder.error());
    const ConsoleEvent event{meeting, {}, ItipMethod::Request, standing.sequence + 1, m_unit.now(), along.dates};
    auto answer = isElsewhere ? moveElsewhere(standing, event, *person, *space) : changeHere(standing, event, *person);
    if (answer)
        answer->putBack = along.putBack;
    return answer;
}

Result<ConsoleAnswer> ConsoleWork::changeHere(const Standing& standing, const ConsoleEvent& event, const Person& person)
{
    if (event.meeting.organizer != standing.meeting.organizer) {
        if (const auto given = giveTo(standing, person); !given)
            return failure(given.error());
    }
    const auto decided = decide(event, person, standing.space);
    if (!decided)
        return failure(decided.error());
    if (decided->isRefused())
        return refusal(*decided, standing.space, event.meeting);
    return follow(event.meeting, *decided, standing.space);
}

// Nothing is decided, ordered or told (R-CONFIRM).
ConsoleAnswer ConsoleWork::asItStands(const Standing& standing) const
{
    ConsoleAnswer answer;
    answer.isUnchanged = true;
    answer.reservation = standing.row.id;
    answer.status = standing.row.status;
    answer.exchange = standing.row.exchangeState;
    answer.reason = {"console.unchanged", {{spaceKey, standing.space.name}}};
    answer.time = standing.row.time;
    answer.timeZone = zoneOf(standing.meeting, standing.space);
    answer.spaceName = standing.space.name;
    answer.dates = int(std::count_if(standing.rows.begin(), standing.rows.end(), [this](const Reservation& row) {
        return holdsSlot(row.status) && !row.recurrenceId.isEmpty() && row.time.end > m_unit.now();
    }));
    return answer;
}

// From one person to another: R-MEETING names a meeting by its organizer, so all of it takes the new one
// first.
Result<void> ConsoleWork::giveTo(const Standing& standing, const Person& person)
{
    if (const auto told
        = m_orders.tell(standing.meeting,
                        endOf(standing.meeting, standing.row, standing.space, standing.person, standing.sequence + 1),
                        standing.row.id);
        !told)
        return told;
    for (const Reservation& one : standing.rows) {
        auto found = complete(m_unit, one);
        if (!found)
            return failure(found.error());
        Reservation& row = *found;
        row.organizer = row.requesterEmail = person.email;
        row.personId = person.id;
        row.changedAt = m_unit.now();
        if (const auto updated = m_unit.reservations().update(row); !updated)
            return updated;
    }
    auto series = m_unit.series().findByMeeting(addressKey(standing.meeting.organizer), standing.meeting.uid,
                                                standing.space.id);
    if (!series || !*series)
        return series ? Result<void>() : failure(series.error());
    (*series)->organizer = (*series)->requesterEmail = person.email;
    (*series)->personId = person.id;
    return m_unit.series().save(**series).map([](SeriesId) {});
}

// What was told last of the room that it leaves is that it leaves.
Result<ConsoleAnswer> ConsoleWork::moveElsewhere(const Standing& standing, ConsoleEvent event, const Person& person,
                                                 const Space& space)
{
    ConsoleMeeting& meeting = event.meeting;
    const auto same = m_unit.reservations().findByMeeting({addressKey(meeting.organizer), meeting.uid, {}, space.id});
    if (!same)
        return failure(same.error());
    if (*same && (*same)->origin != ReservationOrigin::Console)
        return failure("console.same-meeting", {{spaceKey, space.name}});
    const Reason reason{"console.moved-to", {{spaceKey, space.name}, {QStringLiteral("by"), m_actor}}};
    if (const auto ended = end(standing, {}, reason); !ended)
        return failure(ended.error());
    if (const auto gone = m_orders.takeAway(standing.meeting, {}); !gone)
        return failure(gone.error());
    if (meeting.organizer != standing.meeting.organizer) {
        if (const auto told = m_orders.tell(
                standing.meeting,
                endOf(standing.meeting, standing.row, standing.space, standing.person, standing.sequence + 1),
                standing.row.id);
            !told)
            return failure(told.error());
    }
    meeting.spaceId = space.id;
    meeting.mark.clear();
    const bool moved = meeting.time != standing.meeting.time;
    return book(event, person, space, moved);
}

Result<ConsoleAnswer> ConsoleWork::changeDate(const Standing& standing, const ConsoleChange& change)
{
    if (change.personId || change.rule || change.body || change.invites || change.allDay)
        return failure("console.whole-only");
    if (change.spaceId && *change.spaceId != standing.space.id) {
        const auto space = spaceFor(*change.spaceId);
        return space ? moveDateElsewhere(standing, change, *space) : failure(space.error());
    }
    const ConsoleMeeting date = dateAskedFor(standing, change);
    const bool isSame = date.time == standing.row.time && date.subject == standing.row.subject
        && date.isPrivate == standing.row.isPrivate;
    if (isSame && !hasFailed({standing.row}))
        return asItStands(standing);
    if (const auto inOrder = checkOrder(standing, date.time); !inOrder)
        return failure(inOrder.error());
    auto decided = decide({date, standing.row.recurrenceId, ItipMethod::Request, standing.sequence + 1, m_unit.now()},
                          standing.person, standing.space);
    if (!decided)
        return failure(decided.error());
    if (decided->isRefused())
        return refusal(*decided, standing.space, date);
    const auto row = m_unit.reservations().find(standing.row.id);
    if (!row || !*row)
        return row ? failure("console.not-standing", {{spaceKey, standing.space.name}}) : failure(row.error());
    if (const auto ordered = m_orders.orderDate(standing.meeting, **row, {}); !ordered)
        return failure(ordered.error());
    if (decided->verdict && decided->toTell) {
        if (const auto told = m_orders.tell(standing.meeting, *decided->toTell, (*row)->id); !told)
            return failure(told.error());
    }
    const auto after = m_unit.reservations().find(standing.row.id);
    if (!after)
        return failure(after.error());
    ConsoleAnswer answer;
    answer.reservation = standing.row.id;
    answer.reason = decided->reason;
    answer.spaceName = standing.space.name;
    answer.status = (*after)->status;
    answer.exchange = (*after)->exchangeState;
    answer.time = (*after)->time;
    answer.timeZone = zoneOf(standing.meeting, standing.space);
    return answer;
}

// A series is in one space: the date leaves it and goes on by itself.
Result<ConsoleAnswer> ConsoleWork::moveDateElsewhere(const Standing& standing, const ConsoleChange& change,
                                                     const Space& space)
{
    const Reason reason{"console.moved-to", {{spaceKey, space.name}, {QStringLiteral("by"), m_actor}}};
    if (const auto ended = end(standing, standing.row.recurrenceId, reason); !ended)
        return failure(ended.error());
    ConsoleMeeting date = dateAskedFor(standing, change);
    date.uid = newConsoleUid();
    date.spaceId = space.id;
    date.rule.clear();
    date.exceptions.clear();
    date.mark.clear();
    Announcement left = endOf(standing.meeting, standing.row, standing.space, standing.person, standing.sequence + 1);
    left.recurrenceId = standing.row.recurrenceId;
    left.reason = {"console.moved-to", {{spaceKey, space.name}}};
    if (const auto told = m_orders.tell(standing.meeting, left, standing.row.id); !told)
        return failure(told.error());
    return book({date, {}, ItipMethod::Request, 0, m_unit.now()}, standing.person, space,
                date.time != standing.row.time);
}

Result<void> ConsoleWork::audit(const QString& key, const QByteArray& before, const QByteArray& after)
{
    return m_unit.audit().append({{}, m_unit.now(), m_actor, "reservation", key, before, after});
}

} // namespace reserve
