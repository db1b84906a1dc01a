// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookingdesk.h"

#include "models/base/address.h"
#include "models/items/actor.h"
#include "models/items/whenanswered.h"
#include "models/itip/itipreader.h"
#include "models/store/store.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

Result<BookingDetail> readBooking(const ReadUnit& unit, ReservationId id)
{
    auto row = unit.reservations().find(id);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure("reservation.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    BookingDetail detail;
    detail.reservation = std::move(**row);
    auto meeting = unit.consoleMeetings().find(detail.reservation.uid);
    if (!meeting)
        return failure(meeting.error());
    if (detail.reservation.origin == ReservationOrigin::Console)
        detail.meeting = std::move(*meeting);
    auto person = unit.people().find(detail.reservation.personId);
    if (!person)
        return failure(person.error());
    detail.person = std::move(*person);
    return detail;
}

ReservationId meantBy(const ConsoleWish& wish)
{
    if (const auto* change = std::get_if<ConsoleChange>(&wish))
        return change->reservation;
    if (const auto* cancellation = std::get_if<ConsoleCancellation>(&wish))
        return cancellation->reservation;
    return {};
}

bool isOneDate(const BookingDetail& before, BookingScope scope)
{
    return scope == BookingScope::ThisDate && !before.reservation.recurrenceId.isEmpty();
}

bool endsSeries(const BookingDetail& before, const ConsoleWish& wish)
{
    const auto* cancellation = std::get_if<ConsoleCancellation>(&wish);
    return cancellation && before.meeting && before.meeting->isSeries() && !isOneDate(before, cancellation->scope);
}

bool leavesSeries(const BookingDetail& before, const ConsoleWish& wish)
{
    if (!before.meeting)
        return false;
    if (const auto* cancellation = std::get_if<ConsoleCancellation>(&wish))
        return isOneDate(before, cancellation->scope);
    const auto* change = std::get_if<ConsoleChange>(&wish);
    return change && isOneDate(before, change->scope) && change->spaceId
        && *change->spaceId != before.reservation.spaceId;
}

Result<QList<Reservation>> datesOf(const ReadUnit& unit, const Reservation& date)
{
    return unit.reservations().occurrences(addressKey(date.organizer), date.uid, date.spaceId);
}

// Whether dates of a series may lose by it what they have of their own.
bool turnsSeries(const BookingDetail& before, const ConsoleWish& wish)
{
    if (const auto* restoring = std::get_if<ConsoleRestoring>(&wish))
        return restoring->instead.has_value();
    const auto* change = std::get_if<ConsoleChange>(&wish);
    return change && before.meeting && before.meeting->isSeries() && !isOneDate(before, change->scope)
        && !change->spaceId && !change->personId;
}

// The series that a wish turns into another, as it stood; it comes back in place of what `instead` is filled with.
Result<ConsoleRestoring> seriesOf(WriteUnit& unit, const QString& uid)
{
    auto meeting = unit.consoleMeetings().find(uid);
    if (!meeting || !*meeting)
        return meeting ? failure("console.not-standing") : failure(meeting.error());
    const auto rows = unit.reservations().occurrences(addressKey((*meeting)->organizer), uid, (*meeting)->spaceId);
    if (!rows)
        return failure(rows.error());
    return ConsoleRestoring{std::move(**meeting), datesOtherwise(*rows, unit.now())};
}

Result<std::optional<ConsoleRestoring>> seriesBefore(WriteUnit& unit, const BookingDetail& before,
                                                     const ConsoleWish& wish)
{
    if (!turnsSeries(before, wish))
        return std::optional<ConsoleRestoring>();
    const auto* restoring = std::get_if<ConsoleRestoring>(&wish);
    return seriesOf(unit, restoring ? restoring->meeting.uid : before.reservation.uid).map([](ConsoleRestoring series) {
        return std::optional(std::move(series));
    });
}

// The first of its series to come, without it.
Result<ReservationId> heirOf(WriteUnit& unit, const Reservation& date)
{
    const auto rows = datesOf(unit, date);
    if (!rows)
        return failure(rows.error());
    const auto heir = std::find_if(rows->begin(), rows->end(), [&](const Reservation& row) {
        return row.id != date.id && holdsSlot(row.status) && row.time.end > unit.now();
    });
    return heir == rows->end() ? ReservationId() : heir->id;
}

Result<BookingDone> carryOutWithBack(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish,
                                     const QString& actor)
{
    BookingDetail before;
    if (const ReservationId id = meantBy(wish)) {
        auto read = readBooking(unit, id);
        if (!read)
            return failure(read.error());
        before = std::move(*read);
    }
    if (endsSeries(before, wish)) {
        const auto rows = datesOf(unit, before.reservation);
        if (!rows)
            return failure(rows.error());
        before.datesOtherwise = datesOtherwise(*rows, unit.now());
    }
    auto series = seriesBefore(unit, before, wish);
    if (!series)
        return failure(series.error());
    auto answer = carryOut(unit, reader, wish, actor);
    if (!answer)
        return failure(answer.error());
    BookingDone done{*answer, wishBack(before, wish, *answer)};
    if (*series && (answer->putBack > 0 || std::holds_alternative<ConsoleRestoring>(wish))) {
        auto now = unit.consoleMeetings().find((*series)->meeting.uid);
        if (!now)
            return failure(now.error());
        (*series)->instead = std::move(*now);
        done.back = std::move(**series);
    }
    if (!leavesSeries(before, wish))
        return done;
    const auto heir = heirOf(unit, before.reservation);
    if (!heir)
        return failure(heir.error());
    done.heir = *heir;
    return done;
}

Result<Person> personOf(const ReadUnit& unit, PersonId id)
{
    auto person = unit.people().find(id);
    if (!person)
        return failure(person.error());
    return *person ? Result<Person>(std::move(**person)) : failure("console.no-person");
}

std::optional<ConsoleWish> changeBack(const BookingDetail& before, const ConsoleChange& done,
                                      const ConsoleAnswer& answer)
{
    const Reservation& row = before.reservation;
    const ConsoleMeeting& meeting = *before.meeting;
    const bool isDate = isOneDate(before, done.scope);
    ConsoleChange back;
    back.reservation = answer.reservation;
    back.scope = done.scope;
    if (done.spaceId)
        back.spaceId = row.spaceId;
    if (done.personId)
        back.personId = meeting.personId;
    if (done.subject)
        back.subject = isDate ? row.subject : meeting.subject;
    if (done.body)
        back.body = meeting.body;
    if (done.isPrivate)
        back.isPrivate = row.isPrivate;
    if (done.allDay)
        back.allDay = row.allDay;
    if (done.invites)
        back.invites = meeting.invites;
    if (done.rule)
        back.rule = meeting.rule;
    if (done.time) {
        // Of a series the answer may be about another date than the one that was moved.
        const bool isOther = !isDate && meeting.isSeries();
        const Instant start = isOther ? answer.time.start - (done.time->start - row.time.start) : row.time.start;
        back.time = TimeRange{start, start + (row.time.end - row.time.start)};
    }
    return back;
}

} // namespace

std::optional<ConsoleWish> wishBack(const BookingDetail& before, const ConsoleWish& done, const ConsoleAnswer& answer)
{
    if (std::holds_alternative<ConsoleBooking>(done) || std::holds_alternative<ConsoleRestoring>(done))
        return ConsoleCancellation{answer.reservation, BookingScope::Whole, {}};
    if (!before.meeting)
        return std::nullopt;
    if (const auto* change = std::get_if<ConsoleChange>(&done))
        return changeBack(before, *change, answer);
    const ConsoleMeeting& meeting = *before.meeting;
    const Reservation& row = before.reservation;
    if (isOneDate(before, std::get<ConsoleCancellation>(done).scope))
        return ConsoleBooking{row.spaceId,
                              meeting.personId,
                              row.byItself ? row.subject : meeting.subject,
                              meeting.body,
                              row.time,
                              row.allDay,
                              row.isPrivate,
                              {},
                              meeting.invites};
    if (meeting.isSeries())
        return ConsoleRestoring{meeting, before.datesOtherwise};
    return ConsoleBooking{meeting.spaceId, meeting.personId,  meeting.subject, meeting.body,   meeting.time,
                          meeting.allDay,  meeting.isPrivate, meeting.rule,    meeting.invites};
}

BookingDesk::BookingDesk(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_reader(std::make_shared<const ItipReader>())
{
}

BookingDesk::~BookingDesk() = default;

QFuture<Result<BookingDone>> BookingDesk::carryOut(const ConsoleWish& wish)
{
    return m_store.write(WritePriority::Normal, [wish, reader = m_reader, actor = consoleActor()](WriteUnit& unit) {
        return carryOutWithBack(unit, *reader, wish, actor);
    });
}

QFuture<Result<BookingDetail>> BookingDesk::read(ReservationId id)
{
    return m_store.read([id](const ReadUnit& unit) { return readBooking(unit, id); });
}

QFuture<Result<Person>> BookingDesk::readPerson(PersonId id)
{
    return m_store.read([id](const ReadUnit& unit) { return personOf(unit, id); });
}

QFuture<Result<Person>> BookingDesk::giveZone(PersonId id, const QByteArray& zone)
{
    return m_store.write(WritePriority::Normal, [id, zone, actor = consoleActor()](WriteUnit& unit) -> Result<Person> {
        auto person = personOf(unit, id);
        if (!person)
            return person;
        person->timeZone = zone;
        const auto saved = unit.people().save(*person, actor);
        return saved ? person : failure(saved.error());
    });
}

void BookingDesk::tryOut(const ConsoleWish& wish)
{
    m_next = wish;
    if (!m_isTrying)
        rehearseNext();
}

void BookingDesk::forget()
{
    m_next.reset();
    ++m_round;
}

void BookingDesk::rehearseNext()
{
    m_isTrying = true;
    const ConsoleWish wish = *std::exchange(m_next, std::nullopt);
    const auto rehearsed = m_store.rehearse(
        m_store.clock().now(), [wish, reader = m_reader](WriteUnit& unit) { return preview(unit, *reader, wish); });
    whenAnswered(rehearsed, this, [this, wish, round = m_round](const Result<ConsoleAnswer>& answer) {
        m_isTrying = false;
        if (m_next)
            rehearseNext();
        else if (round == m_round)
            Q_EMIT tried(wish, answer);
    });
}

} // namespace reserve
