// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/calendarorders.h"
#include "models/reserving/configuration.h"
#include "models/reserving/consolebooking.h"
#include "models/reserving/consolecalendar.h"

#include <memory>

namespace reserve {

// The part of the console's reservations that knows how each wish is carried out, in the caller's
// transaction. Of one thread, for the time of one wish.
class ConsoleWork final
{
public:
    ConsoleWork(WriteUnit& unit, const ItipReader& reader, std::shared_ptr<const Configuration> configuration,
                QString actor);

    Result<ConsoleAnswer> carryOut(const ConsoleBooking& booking);
    Result<ConsoleAnswer> carryOut(const ConsoleChange& change);
    Result<ConsoleAnswer> carryOut(const ConsoleCancellation& cancellation);
    Result<ConsoleAnswer> carryOut(const ConsoleRestoring& restoring);

private:
    // A reservation that is to be changed, with all that is known of it.
    struct Standing
    {
        Reservation row;
        ConsoleMeeting meeting;
        QList<Reservation> rows; // of the whole meeting
        Space space;
        Person person;
        int sequence = 0; // the newest of all that was said of it
    };
    // As in DecisionWork.
    struct Circumstances
    {
        bool comesBack = false;
        Reason ends;
    };
    struct Decided
    {
        std::optional<Verdict> verdict; // none: an approver is asked
        Reason reason;
        std::optional<Announcement> toTell;

        bool isRefused() const;
    };

    // As it is asked for now; `goesOn`: of a series, its dates are the old ones still (SeriesTurn).
    struct Turned
    {
        ConsoleMeeting meeting;
        bool goesOn = true;
    };

    Result<Person> personFor(PersonId id);
    Result<Space> spaceFor(SpaceId id);
    Result<Standing> findStanding(ReservationId id);
    Result<void> findRows(Standing& standing);
    Result<Decided> decide(const ConsoleEvent& event, const Person& person, const Space& space);
    Result<Decided> decide(const ConsoleEvent& event, const Person& person, const Space& space,
                           const Circumstances& circumstances);
    Result<ConsoleAnswer> book(const ConsoleEvent& event, const Person& person, const Space& space, bool moved);
    Result<ConsoleAnswer> follow(const ConsoleMeeting& meeting, const Decided& decided, const Space& space);
    Result<ConsoleAnswer> answerOf(const ConsoleMeeting& meeting, const Decided& decided, const Space& space);
    ConsoleAnswer refusal(const Decided& decided, const Space& space, const ConsoleMeeting& meeting) const;
    QByteArray zoneOf(const ConsoleMeeting& meeting, const Space& space) const;
    QByteArray zoneOf(const ConsoleMeeting& meeting) const;

    Result<Turned> changed(const Standing& standing, const ConsoleChange& change, const Person& person) const;
    Result<Turned> turned(ConsoleMeeting series, const QByteArray& rule, TimeRange named,
                          const std::optional<TimeRange>& time) const;
    ConsoleMeeting dateAskedFor(const Standing& standing, const ConsoleChange& change) const;
    Result<void> settle(ConsoleMeeting& meeting, const Space& space) const;
    Result<void> checkOrder(const Standing& standing, TimeRange asked) const;
    Result<void> checkOrder(const ConsoleMeeting& series, const QList<Reservation>& along, const Space& space) const;
    Result<void> moveSeries(ConsoleMeeting& meeting, TimeRange before, TimeRange now) const;
    Result<ConsoleAnswer> changeWhole(const Standing& standing, const ConsoleChange& change);
    Result<ConsoleAnswer> changeDate(const Standing& standing, const ConsoleChange& change);
    Result<ConsoleAnswer> moveDateElsewhere(const Standing& standing, const ConsoleChange& change, const Space& space);
    Result<ConsoleAnswer> moveElsewhere(const Standing& standing, ConsoleEvent event, const Person& person,
                                        const Space& space);
    Result<ConsoleAnswer> changeHere(const Standing& standing, const ConsoleEvent& event, const Person& person);
    ConsoleAnswer asItStands(const Standing& standing) const;
    Result<void> giveTo(const Standing& standing, const Person& person);

    Result<void> end(const Standing& standing, const QString& recurrenceId, const Reason& reason);
    Result<ConsoleAnswer> withdraw(const Reservation& row, const ConsoleCancellation& cancellation);

    Result<Standing> findBefore(const ConsoleRestoring& restoring);
    Result<void> leaveOut(const ConsoleMeeting& meeting, const QList<Reservation>& dates);

    Result<void> audit(const QString& key, const QByteArray& before, const QByteArray& after);

    WriteUnit& m_unit;
    const ItipReader& m_reader;
    std::shared_ptr<const Configuration> m_configuration;
    QString m_actor;
    CalendarOrders m_orders;
};

} // namespace reserve
