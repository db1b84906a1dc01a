// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendartexts.h"

#include "models/items/wallaxis.h"
#include "models/wording/wording.h"

#include <QLocale>

#include <cstdlib>

namespace reserve {

CalendarTexts::CalendarTexts(const OccupancyWindow& window, const QTimeZone& zone)
    : m_window(window)
    , m_zone(zone)
{
}

QString CalendarTexts::clock(Instant instant) const
{
    return clock(toDateTime(instant).toTimeZone(m_zone).time());
}

QString CalendarTexts::clock(QTime time) const
{
    // Some locales, C among them, write seconds even in their short form.
    static const QString format = [] {
        QString text = QLocale().timeFormat(QLocale::ShortFormat);
        return text.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    }();
    return QLocale().toString(time, format);
}

QString CalendarTexts::span(const TimeRange& range) const
{
    const QDate first = toDateTime(range.start).toTimeZone(m_zone).date();
    const QDate last = toDateTime(range.end).toTimeZone(m_zone).date();
    if (first == last)
        return tr("%1 – %2").arg(clock(range.start), clock(range.end));
    return tr("%1 %2 – %3 %4").arg(shortDate(first), clock(range.start), shortDate(last), clock(range.end));
}

QString CalendarTexts::spanBeside(const TimeRange& range, QDate known) const
{
    const QDate first = dateAt(range.start, m_zone);
    if (first == known || first != dateAt(range.end, m_zone))
        return span(range);
    const QString day = QLocale().toString(first, tr("ddd d MMM", "short weekday, day and short month"));
    return tr("%1, %2", "day and time").arg(day, span(range));
}

QString CalendarTexts::again(const QString& clock) const
{
    return tr("%1 again", "the hour that is repeated when clocks go back").arg(clock);
}

QString CalendarTexts::longDate(QDate date) const
{
    return QLocale().toString(date, tr("dddd d MMMM yyyy", "date with weekday, for screen readers"));
}

QString CalendarTexts::shortDate(QDate date) const
{
    return QLocale().toString(date, tr("ddd d MMMM", "short weekday, day and month"));
}

QString CalendarTexts::title(const Reservation& reservation) const
{
    if (reservation.isPrivate)
        return tr("Private");
    return reservation.subject.isEmpty() ? tr("No subject") : reservation.subject;
}

QString CalendarTexts::requester(const Reservation& reservation) const
{
    if (reservation.isPrivate)
        return {};
    const Person* person = m_window.person(reservation.personId);
    return person ? person->displayName() : reservation.requesterEmail;
}

// Why it holds nothing, as short as a block is.
QString CalendarTexts::refusal(const Reservation& reservation) const
{
    const Reason& reason = reservation.reason;
    if (reason.code == "decision.conflict") {
        const auto until = instantFromIso(reason.arguments.value(QStringLiteral("end")));
        const bool sameDay = until && dateAt(*until, m_zone) == dateAt(reservation.time.start, m_zone);
        return sameDay ? tr("Busy until %1").arg(clock(*until)) : tr("Busy");
    }
    if (reason.code == "decision.closed")
        return tr("Closed");
    if (reason.code == "decision.not-bookable")
        return tr("Not bookable");
    if (reason.code == "decision.cancelled-by-organizer")
        return tr("Cancelled by the organizer");
    if (reason.code == "decision.room-removed")
        return tr("No longer invited");
    return answerWord(reservation);
}

QString CalendarTexts::explanation(const Reservation& reservation) const
{
    const bool tells = !holdsSlot(reservation.status) && !reservation.reason.isEmpty() && !reservation.isPrivate;
    return tells ? sentence(reservation.reason, Reader{QLocale(), m_zone}) : QString();
}

QString CalendarTexts::remark(const Reservation& reservation) const
{
    if (!holdsSlot(reservation.status))
        return refusal(reservation);
    if (reservation.exchangeState == ExchangeState::Failed)
        return tr("Exchange not told");
    if (reservation.status == ReservationStatus::Pending)
        return stateWord(Meaning::Pending);
    const QString who = requester(reservation);
    if (who.isEmpty() && reservation.exchangeState == ExchangeState::OnlyHere)
        return stateWord(Meaning::OnlyHere);
    return who;
}

QString CalendarTexts::spaceName(SpaceId id) const
{
    const Space* space = m_window.space(id);
    return space ? space->name : QString();
}

QString CalendarTexts::answerWord(const Reservation& reservation) const
{
    return word(reservation.status);
}

QString CalendarTexts::exchangeWord(const Reservation& reservation) const
{
    const auto meaning = exchangeMeaning(reservation);
    return meaning ? stateWord(*meaning) : QString();
}

QString CalendarTexts::accessibleName(const Reservation& reservation) const
{
    const QDate first = toDateTime(reservation.time.start).toTimeZone(m_zone).date();
    const QDate last = toDateTime(reservation.time.end).toTimeZone(m_zone).date();
    QStringList parts{spaceName(reservation.spaceId), longDate(first)};
    if (reservation.allDay)
        parts.append(tr("all day"));
    else if (first == last)
        parts.append(tr("%1 to %2").arg(clock(reservation.time.start), clock(reservation.time.end)));
    else
        parts.append(
            tr("%1 to %2, %3").arg(clock(reservation.time.start), longDate(last), clock(reservation.time.end)));
    parts.append(QString::fromUtf8(m_zone.id()));
    parts.append(title(reservation));
    parts.append(answerWord(reservation));
    parts.append(exchangeWord(reservation));
    for (const KeptTime* kept : m_window.keptTimes(reservation.id))
        parts.append(tr("%1 is held until the move is decided").arg(span(kept->time)));
    parts.removeAll(QString());
    return parts.join(tr(", ", "between the parts of an accessible name"));
}

QString CalendarTexts::cellName(const QString& lane, QDate date, const QString& from, const QString& to,
                                const QString& state) const
{
    QStringList parts{lane, longDate(date), tr("%1 to %2").arg(from, to), state};
    parts.removeAll(QString());
    return parts.join(tr(", ", "between the parts of an accessible name"));
}

QString CalendarTexts::moveTarget(const KeptTime& kept) const
{
    const Reservation& moved = kept.reservation;
    const QDate day = dateAt(moved.time.start, m_zone);
    const bool isSameDay = day == dateAt(kept.time.start, m_zone);
    const QString when
        = isSameDay ? span(moved.time) : tr("%1, %2", "day and times").arg(shortDate(day), span(moved.time));
    if (moved.spaceId == kept.spaceId)
        return tr("Is to move to %1", "a time").arg(when);
    return tr("Is to move to %1, %2", "a space and a time").arg(spaceName(moved.spaceId), when);
}

QString CalendarTexts::keptState(const KeptTime& kept) const
{
    return tr("held until the move is decided: %1").arg(title(kept.reservation));
}

QStringList CalendarTexts::keptLines(const KeptTime& kept) const
{
    return {stateWord(Meaning::KeptForMove), title(kept.reservation),     span(kept.time),
            spaceName(kept.spaceId),         requester(kept.reservation), moveTarget(kept)};
}

ReservationBlock CalendarTexts::keptBlock(const KeptTime& kept) const
{
    ReservationBlock block;
    block.answer = Meaning::KeptForMove;
    block.title = stateWord(Meaning::KeptForMove);
    block.time = title(kept.reservation);
    block.person = moveTarget(kept);
    return block;
}

StackTexts CalendarTexts::stack(const QList<ReservationId>& ids) const
{
    StackTexts said;
    int declined = 0;
    for (const ReservationId id : ids) {
        const Reservation* reservation = m_window.find(id);
        if (!reservation)
            continue;
        declined += reservation->status == ReservationStatus::Declined ? 1 : 0;
        if (reservation->exchangeState == ExchangeState::Failed)
            said.exchange = Meaning::Failed;
        else if (reservation->exchangeState == ExchangeState::Queued && !said.exchange)
            said.exchange = Meaning::Queued;
    }
    const int all = int(ids.size());
    said.answer = declined > 0 ? Meaning::Declined : Meaning::Cancelled;
    said.words = declined == all ? tr("%n declined", "requests at the same time", all)
        : declined == 0          ? tr("%n cancelled", "requests at the same time", all)
                                 : tr("%n declined or cancelled", "requests at the same time", all);
    said.number = all > 1 ? QLocale().toString(all) : QString();
    return said;
}

QString CalendarTexts::line(const Reservation& reservation) const
{
    return tr("%1 %2, %3", "time, title and answer of one of several")
        .arg(span(reservation.time), title(reservation), answerWord(reservation));
}

ReservationBlock CalendarTexts::block(const Reservation& reservation) const
{
    ReservationBlock block;
    block.answer = answerMeaning(reservation.status);
    block.exchange = exchangeMeaning(reservation);
    block.title = title(reservation);
    block.person = remark(reservation);
    block.series = bool(reservation.seriesId);
    block.privateMeeting = reservation.isPrivate;
    return block;
}

Meaning answerMeaning(ReservationStatus status)
{
    switch (status) {
    case ReservationStatus::Accepted:
        return Meaning::Accepted;
    case ReservationStatus::Tentative:
        return Meaning::Tentative;
    case ReservationStatus::Pending:
        return Meaning::Pending;
    case ReservationStatus::Declined:
        return Meaning::Declined;
    case ReservationStatus::Cancelled:
        return Meaning::Cancelled;
    }
    Q_UNREACHABLE();
}

std::optional<Meaning> exchangeMeaning(const Reservation& reservation)
{
    switch (reservation.exchangeState) {
    case ExchangeState::OnlyHere:
        // What waits for an approver goes to Exchange once it is decided.
        return holdsSlot(reservation.status) && reservation.status != ReservationStatus::Pending
            ? std::optional(Meaning::OnlyHere)
            : std::nullopt;
    case ExchangeState::Queued:
        return Meaning::Queued;
    case ExchangeState::InExchange:
        return Meaning::InExchange;
    case ExchangeState::AnsweredByMail:
        return Meaning::AnsweredByMail;
    case ExchangeState::Failed:
        return Meaning::Failed;
    }
    Q_UNREACHABLE();
}

QString offsetText(const QTimeZone& zone, Instant at)
{
    const int minutes = zone.offsetFromUtc(toDateTime(at)) / 60;
    const QString sign = minutes < 0 ? QStringLiteral("−") : QStringLiteral("+");
    QString text = QStringLiteral("UTC") + sign + QString::number(std::abs(minutes) / 60);
    if (minutes % 60 != 0)
        text += QStringLiteral(":%1").arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return text;
}

QString cityName(const QTimeZone& zone)
{
    const QString id = QString::fromUtf8(zone.id());
    return id.section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace reserve
