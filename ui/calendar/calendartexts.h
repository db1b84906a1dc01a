// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/reservation.h"
#include "models/items/occupancywindow.h"
#include "ui/theme/statepainter.h"

#include <QCoreApplication>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace reserve {

// What a stack of requests that hold nothing says.
struct StackTexts
{
    Meaning answer = Meaning::Declined;
    std::optional<Meaning> exchange; // the gravest
    QString words;                   // "2 declined"
    QString number;                  // "2"; empty for one alone
};

// The words of the calendar, in one zone. Nothing about who or what of a private reservation leaves it.
class CalendarTexts final
{
    Q_DECLARE_TR_FUNCTIONS(CalendarTexts)

public:
    CalendarTexts(const OccupancyWindow& window, const QTimeZone& zone);

    // "09:30", as the system writes short times.
    QString clock(Instant instant) const;
    QString clock(QTime time) const;
    // "09:30 – 11:30"; with the days when they differ.
    QString span(const TimeRange& range) const;
    // The same beside a date that is known: with the day only when it is another one, "Tue 1 Dec, 09:30 – 11:30".
    QString spanBeside(const TimeRange& range, QDate known) const;
    // "02:00 again", the hour that is repeated when clocks go back.
    QString again(const QString& clock) const;
    // "Wednesday 18 November 2026", "Wed 18 November".
    QString longDate(QDate date) const;
    QString shortDate(QDate date) const;

    QString title(const Reservation& reservation) const;
    // The person in whose calendar it stands, an external contact's e-mail.
    QString requester(const Reservation& reservation) const;
    // What the third line of a block says: in a few words why it holds nothing, that Exchange does not know it or that
    // an approver is asked, else who asked.
    QString remark(const Reservation& reservation) const;
    // The whole sentence behind the remark, for tips and the popup; empty for what holds its space.
    QString explanation(const Reservation& reservation) const;
    QString spaceName(SpaceId id) const;
    QString answerWord(const Reservation& reservation) const;
    QString exchangeWord(const Reservation& reservation) const;

    // VISUAL 8: "CR2 Aurora, Wednesday 18 November 2026, 09:30 to 11:30, Europe/Berlin, Product review, Accepted, In
    // Exchange".
    QString accessibleName(const Reservation& reservation) const;
    // "CR2 Aurora, Wednesday 18 November 2026, 12:00 to 12:30, free".
    QString cellName(const QString& lane, QDate date, const QString& from, const QString& to,
                     const QString& state) const;

    // Of the old time of a move that is not decided yet: where it wants to go, what a cell says that it takes, and all
    // of it for tips.
    QString moveTarget(const KeptTime& kept) const;
    QString keptState(const KeptTime& kept) const;
    QStringList keptLines(const KeptTime& kept) const;
    ReservationBlock keptBlock(const KeptTime& kept) const;

    StackTexts stack(const QList<ReservationId>& ids) const;
    // One line of a list: "09:30 – 11:30 Outside pitch, Declined".
    QString line(const Reservation& reservation) const;

    // Everything but `rect`, `direction` and `time`, which each view writes in its own way.
    ReservationBlock block(const Reservation& reservation) const;

private:
    QString refusal(const Reservation& reservation) const;

    const OccupancyWindow& m_window;
    QTimeZone m_zone;
};

Meaning answerMeaning(ReservationStatus status);
std::optional<Meaning> exchangeMeaning(const Reservation& reservation);

// "UTC+1", "UTC+5:30" at that instant.
QString offsetText(const QTimeZone& zone, Instant at);
// "Berlin" of Europe/Berlin.
QString cityName(const QTimeZone& zone);

} // namespace reserve
