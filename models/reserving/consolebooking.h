// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/announcement.h"
#include "models/entities/consolemeeting.h"
#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"
#include "models/store/unit.h"

#include <optional>
#include <variant>

namespace reserve {

class ItipReader;

// A new reservation for a person.
struct ConsoleBooking
{
    SpaceId spaceId;
    PersonId personId;
    QString subject;
    QString body;   // plain text
    TimeRange time; // of a series, its first date
    bool allDay = false;
    bool isPrivate = false;
    QByteArray rule;      // RRULE, with or without its name; empty: once
    bool invites = false; // the room invites the person, in place of a mail that confirms

    friend bool operator==(const ConsoleBooking&, const ConsoleBooking&) = default;
};

enum class BookingScope { ThisDate, Whole };

// What is to become otherwise of one that stands; what is not named stays.
struct ConsoleChange
{
    ReservationId reservation;
    BookingScope scope = BookingScope::ThisDate;
    std::optional<SpaceId> spaceId;
    std::optional<PersonId> personId; // of the whole alone
    std::optional<TimeRange> time;    // of the reservation named; of a whole series every date moves by as much
    std::optional<bool> allDay;
    std::optional<QString> subject;
    std::optional<QString> body;
    std::optional<bool> isPrivate;
    std::optional<QByteArray> rule; // of the whole alone
    std::optional<bool> invites;

    friend bool operator==(const ConsoleChange&, const ConsoleChange&) = default;
};

struct ConsoleCancellation
{
    ReservationId reservation;
    BookingScope scope = BookingScope::ThisDate;
    QString why; // for the person, or the organizer; may be empty

    friend bool operator==(const ConsoleCancellation&, const ConsoleCancellation&) = default;
};

// A series that was cancelled as a whole comes back as it stood: the same meeting, in the same rows. What its time has
// been given to meanwhile, or a closure takes, is declined date by date, whatever the policies say of conflicts. So
// does one that was changed and stands otherwise: unless somebody has changed it again.
struct ConsoleRestoring
{
    ConsoleMeeting meeting; // as it was
    // Of its dates to come those that were otherwise than the series says: moved or renamed by themselves, or declined.
    QList<Reservation> dates;
    std::optional<ConsoleMeeting> instead = {}; // what it was changed to; none: it was cancelled

    friend bool operator==(const ConsoleRestoring&, const ConsoleRestoring&) = default;
};

using ConsoleWish = std::variant<ConsoleBooking, ConsoleChange, ConsoleCancellation, ConsoleRestoring>;

// What came, or would come, of a wish.
struct ConsoleAnswer
{
    ReservationId reservation; // of a series, its first date to come; the one that was meant where it is cancelled
    ReservationStatus status = ReservationStatus::Accepted;
    ExchangeState exchange = ExchangeState::OnlyHere;
    Reason reason;            // of the decision
    bool isRefused = false;   // nothing was, or would be, changed
    bool isUnchanged = false; // it stands as asked for already: nothing is done, and nobody is told
    TimeRange time;
    QByteArray timeZone; // IANA id of the zone in which its times are meant: the person's, of whole days the space's
    QString spaceName;
    int dates = 0;                      // of a series, those in the booking window
    QList<DeclinedOccurrence> declined; // of those
    int putBack = 0;                    // dates that were changed or cancelled by themselves and do not stay so
    QList<Alternative> alternatives;    // where it is refused

    friend bool operator==(const ConsoleAnswer&, const ConsoleAnswer&) = default;
};

// A reservation that a person makes, changes or cancels in the console, for somebody (design section 2). The
// one way of the window, of the command line and of the preview; needs no running agent. The wish is written
// as a meeting request and decided by Reserving like any mail, so that every policy holds and names itself,
// with the person as its requester. Units of work: they touch only `unit` and may run again.
//
// What was booked by mail belongs to its organizer: it can be cancelled here (the room declines), never
// moved.
//
// Errors: console.no-person, console.person-retired (person), console.no-time-zone (person, control-number,
// id: R-TIMEZONE), console.no-space, console.no-length, console.rule-unreadable (rule), console.made-by-mail
// (organizer, space), console.from-exchange (space), console.not-standing, console.whole-only,
// console.series-day (rule), console.exchange-month-days, console.exchange-weekdays, console.exchange-rule
// (rule, space: Exchange has no words for such a series), console.exchange-zone, console.exchange-space-zone (zone,
// space: nor for its time zone), console.exchange-order (space; start, end: of the neighbour that one date would
// cross), console.exchange-order-along (space; start, end: of a date that would go along; neighbour),
// console.same-meeting (space), console.stands-again, console.too-many-dates (space, count, limit: mostDatesAtOnce),
// reservation.missing (id), and those of the store, reservation.overlap among them.

// ConsoleRestoring::dates, among all the rows of a series.
QList<Reservation> datesOtherwise(const QList<Reservation>& rows, Instant now);

// Carries it out. A decision that refuses is an error with the reason of that decision, and changes nothing. Where a
// series came back without some of its dates the reason is console.restored-partly (conflicts, count, cause and its
// arguments).
Result<ConsoleAnswer> carryOut(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish,
                               const QString& actor);

// The same calls for Store::rehearse(): a refusal is an answer, with who has the time and what is free near
// it.
Result<ConsoleAnswer> preview(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish);

// How many dates do not stay as they were, in words of their own: console.dates-put-back (count).
Reason putBackReason(const ConsoleAnswer& answer);

// R-TIMEZONE: whether a person has a zone that this machine knows.
bool hasTimeZone(const Person& person);

// An RRULE as it is kept: without its name, in capitals. console.rule-unreadable (rule).
Result<QByteArray> normalisedRule(const QByteArray& typed);

} // namespace reserve
