// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/calendarorders.h"

#include "models/base/address.h"
#include "models/booking/serverrouting.h"
#include "models/reserving/announcing.h"
#include "models/reserving/consolecalendar.h"
#include "models/reserving/earlierorders.h"

#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

MeetingKey keyOf(const ConsoleMeeting& meeting)
{
    return {addressKey(meeting.organizer), meeting.uid, {}, meeting.spaceId};
}

// Of the item: whoever's the meeting becomes, what is told of it stays in order.
QString itemLane(const ConsoleMeeting& meeting)
{
    return laneOf({{}, meeting.uid, {}, meeting.spaceId});
}

bool isAccepted(const Reservation& row)
{
    return row.status == ReservationStatus::Accepted;
}

bool isCancelled(const Reservation& row)
{
    return row.status == ReservationStatus::Cancelled;
}

bool isDeclined(const Reservation& row)
{
    return row.status == ReservationStatus::Declined;
}

bool isByItself(const Reservation& row)
{
    return row.byItself;
}

// Whether it begins later than the series says.
bool isLater(const Reservation& date, const QByteArray& zone)
{
    if (const auto planned = instantFromIso(date.recurrenceId))
        return date.time.start > *planned;
    return daysOf(date.time, zone).from > QDate::fromString(date.recurrenceId, Qt::ISODate);
}

// Exchange lets no date cross its neighbours, not even for a moment: what moves later makes way from the last on, what
// moves earlier from the first.
QList<Reservation> inOrderOfMoves(QList<Reservation> dates, const QByteArray& zone)
{
    std::sort(dates.begin(), dates.end(),
              [](const Reservation& a, const Reservation& b) { return a.recurrenceId < b.recurrenceId; });
    const auto earlier = std::stable_partition(dates.begin(), dates.end(),
                                               [&zone](const Reservation& date) { return isLater(date, zone); });
    std::reverse(dates.begin(), earlier);
    return dates;
}

// What the series has: texts that are those of one date stay with it.
const Reservation& typicalOf(const QList<Reservation>& rows)
{
    const auto typical = std::find_if_not(rows.begin(), rows.end(), isByItself);
    return typical == rows.end() ? rows.first() : *typical;
}

// Of the same item, said after it: what one date of a series is to be.
Result<QSet<QString>> datesOrderedBehind(WriteUnit& unit, const OutboxEntry& whole)
{
    const auto entries = unit.outbox().unfinishedIn(whole.lane);
    if (!entries)
        return failure(entries.error());
    QSet<QString> dates;
    for (const OutboxEntry& entry : *entries) {
        const auto order = entry.id > whole.id ? calendarOrderFromJson(entry.payload) : std::nullopt;
        if (order && !order->recurrenceId.isEmpty())
            dates.insert(order->recurrenceId);
    }
    return dates;
}

QList<Reservation> of(const QList<Reservation>& rows, bool (*belongs)(const Reservation&))
{
    QList<Reservation> chosen;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(chosen), belongs);
    return chosen;
}

// One date that is otherwise than its series, in the words about that.
Announcement ofDate(Announcement whole, const Reservation& date)
{
    whole.recurrenceId = date.recurrenceId;
    whole.moved = false;
    whole.reason = date.reason;
    whole.subject = date.subject;
    whole.time = date.time;
    whole.isPrivate = date.isPrivate;
    whole.occurrences = 0;
    whole.declined.clear();
    whole.until.reset();
    whole.goesOn = false;
    whole.begins.reset();
    return whole;
}

// The mark of an item is never used for another, not even of the same meeting that has come back to a room: a
// server may remember what it has deleted.
QByteArray newMark(const ConsoleMeeting& meeting, const Reservation& row)
{
    return meeting.uid.toUtf8() + '/' + QByteArray::number(row.version.sequence);
}

} // namespace

CalendarOrders::CalendarOrders(WriteUnit& unit, const Configuration& configuration)
    : m_unit(unit)
    , m_configuration(configuration)
{
}

bool CalendarOrders::holdsItems(const Configuration& configuration, const Space& space)
{
    const ServerProfile* profile = profileFor(configuration.profiles(), space.mailbox);
    return profile && profile->kind != ServerKind::MailOnly;
}

Result<QList<Reservation>> CalendarOrders::rowsOf(const ConsoleMeeting& meeting) const
{
    const MeetingKey key = keyOf(meeting);
    return m_unit.reservations().occurrences(key.organizerKey, key.uid, key.spaceId);
}

CalendarOrder CalendarOrders::draftOf(const ConsoleMeeting& meeting, const Space& space, const Reservation& row,
                                      const QString& comment) const
{
    CalendarOrder order;
    order.mark = meeting.mark;
    order.mailbox = space.mailbox;
    order.subject = row.subject; // what the space's calendar keeps of it
    order.body = meeting.body;
    order.location = space.name;
    order.time = meeting.isSeries() ? meeting.time : row.time;
    order.allDay = row.allDay;
    order.isPrivate = row.isPrivate;
    order.timeZone = row.allDay ? m_configuration.zoneOf(space) : meeting.timeZone;
    if (meeting.invites)
        order.invited = {meeting.organizer};
    order.comment = comment;
    return order;
}

Result<void> CalendarOrders::append(const CalendarOrder& order, const ConsoleMeeting& meeting,
                                    ReservationId reservation)
{
    OutboxEntry entry;
    entry.kind = OutboxKind::CalendarOrder;
    entry.lane = itemLane(meeting);
    entry.reservationId = reservation;
    entry.spaceId = meeting.spaceId;
    entry.recipient = order.mailbox;
    entry.payload = toJson(order);
    entry.createdAt = entry.nextAttempt = m_unit.now();
    return m_unit.outbox().append(entry).map([](OutboxId) {});
}

Result<void> CalendarOrders::mark(const QList<Reservation>& rows, ExchangeState state)
{
    QList<ReservationId> others;
    for (const Reservation& row : rows) {
        if (row.exchangeState != state || !row.exchangeReason.isEmpty())
            others.append(row.id);
    }
    return m_unit.reservations().setExchangeStates(others, state, {});
}

Result<void> CalendarOrders::orderWhole(ConsoleMeeting meeting, const QString& comment)
{
    const Space* space = m_configuration.space(meeting.spaceId);
    const auto rows = rowsOf(meeting);
    if (!rows || !space || rows->isEmpty())
        return rows ? m_unit.consoleMeetings().save(meeting) : failure(rows.error());
    QList<Reservation> accepted = of(*rows, isAccepted);
    accepted.removeIf([this](const Reservation& row) { return row.time.end <= m_unit.now(); });
    if (accepted.isEmpty() || !holdsItems(m_configuration, *space))
        return takeAway(std::move(meeting), comment).map([](const ConsoleMeeting&) {});
    const Reservation& first = accepted.first();
    const bool isNew = meeting.mark.isEmpty();
    if (isNew)
        meeting.mark = newMark(meeting, first);
    CalendarOrder order = draftOf(meeting, *space, typicalOf(accepted), comment);
    QList<QDate> without;
    for (const Reservation& row : *rows) {
        if (row.status == ReservationStatus::Declined && !row.recurrenceId.isEmpty())
            without.append(dateOf(row.recurrenceId, meeting.timeZone));
    }
    order.recurrence = recurrenceLines(meeting, without);
    const QByteArray zone = order.timeZone;
    if (const auto appended = appendWhole(std::move(order), meeting, first.id, isNew); !appended)
        return appended;
    // Dates that the series has no more go out of its item with this order.
    QList<Reservation> changed = accepted + of(*rows, isCancelled);
    changed.removeIf([this](const Reservation& row) { return isCancelled(row) && row.changedAt != m_unit.now(); });
    if (const auto marked = mark(changed, ExchangeState::Queued); !marked)
        return marked;
    if (const auto marked = mark(of(*rows, isDeclined), ExchangeState::OnlyHere); !marked)
        return marked;
    if (const auto saved = m_unit.consoleMeetings().save(meeting); !saved)
        return saved;
    // What the rule does not say of them.
    for (const Reservation& date : inOrderOfMoves(of(accepted, isByItself), zone)) {
        if (const auto ordered = orderDate(meeting, date, {}); !ordered)
            return ordered;
    }
    return {};
}

// What failed so far and what waits behind it is said by this order too, so that it waits for nobody's word.
Result<void> CalendarOrders::appendWhole(CalendarOrder order, const ConsoleMeeting& meeting, ReservationId reservation,
                                         bool isNew)
{
    const auto earlier = isNew ? EarlierOrders() : EarlierOrders::about(m_unit, itemLane(meeting), meeting.mark);
    if (!earlier)
        return failure(earlier.error());
    if (const auto ended = earlier->endStuck(m_unit, {"order.superseded", {}}); !ended)
        return ended;
    const bool isOrdered = !isNew && earlier->creation == EarlierOrders::Creation::Ordered;
    order.action = isOrdered ? CalendarAction::Update : CalendarAction::Create;
    if (const auto appended = append(order, meeting, reservation);
        !appended || earlier->creation != EarlierOrders::Creation::Uncertain)
        return appended;
    // What an earlier try may have made is found by its mark, as it was then.
    order.action = CalendarAction::Update;
    return append(order, meeting, reservation);
}

Result<ConsoleMeeting> CalendarOrders::takeAway(ConsoleMeeting meeting, const QString& comment)
{
    const Space* space = m_configuration.space(meeting.spaceId);
    const auto rows = rowsOf(meeting);
    if (!rows)
        return failure(rows.error());
    // What this decision has changed; what is over stays as it was told.
    QList<Reservation> concerned = *rows;
    concerned.removeIf([this](const Reservation& row) { return row.changedAt != m_unit.now(); });
    const bool hasMark = !meeting.mark.isEmpty() && space && !rows->isEmpty();
    const auto earlier = hasMark ? EarlierOrders::about(m_unit, itemLane(meeting), meeting.mark) : EarlierOrders();
    if (!earlier)
        return failure(earlier.error());
    const bool isOrdered = hasMark && earlier->creation != EarlierOrders::Creation::Never;
    const char* why = isOrdered ? "order.superseded" : "order.never-made";
    if (const auto ended = earlier->endStuck(m_unit, {why, {}}); !ended)
        return failure(ended.error());
    if (hasMark && !isOrdered)
        concerned = *rows;
    if (const auto marked = mark(concerned, isOrdered ? ExchangeState::Queued : ExchangeState::OnlyHere); !marked)
        return failure(marked.error());
    if (hasMark && !isOrdered)
        meeting.mark.clear();
    if (isOrdered) {
        CalendarOrder order = draftOf(meeting, *space, rows->first(), comment);
        order.action = CalendarAction::Cancel;
        if (const auto appended = append(order, meeting, rows->first().id); !appended)
            return failure(appended.error());
        meeting.mark.clear();
    }
    return m_unit.consoleMeetings().save(meeting).map([&meeting] { return meeting; });
}

Result<void> CalendarOrders::orderDate(const ConsoleMeeting& meeting, const Reservation& date, const QString& comment)
{
    const Space* space = m_configuration.space(meeting.spaceId);
    if (!space || meeting.mark.isEmpty())
        return mark({date}, ExchangeState::OnlyHere);
    if (date.status == ReservationStatus::Pending || date.status == ReservationStatus::Tentative)
        return {}; // as it was until the approver has the last word
    const auto earlier = EarlierOrders::about(m_unit, itemLane(meeting), meeting.mark);
    if (!earlier)
        return failure(earlier.error());
    // Of a series whose item was given up there is no date in Exchange.
    if (earlier->creation != EarlierOrders::Creation::Ordered && earlier->stuck.isEmpty())
        return mark({date}, ExchangeState::OnlyHere);
    CalendarOrder order = draftOf(meeting, *space, date, comment);
    order.action = isAccepted(date) ? CalendarAction::Update : CalendarAction::Cancel;
    order.recurrenceId = date.recurrenceId;
    order.time = date.time;
    if (const auto appended = append(order, meeting, date.id); !appended)
        return appended;
    return mark({date}, ExchangeState::Queued);
}

Result<void> CalendarOrders::followFilled(const ConsoleMeeting& meeting)
{
    const auto rows = rowsOf(meeting);
    if (!rows)
        return failure(rows.error());
    for (const Reservation& row : *rows) {
        // Of an earlier decision, which ordered what it had to say.
        if (row.createdAt != m_unit.now())
            continue;
        const bool isIn = isAccepted(row) && !meeting.mark.isEmpty();
        const auto followed = isIn ? mark({row}, ExchangeState::InExchange) : orderDate(meeting, row, {});
        if (!followed)
            return followed;
    }
    return {};
}

Result<void> CalendarOrders::tell(const ConsoleMeeting& meeting, const Announcement& announcement,
                                  ReservationId reservation)
{
    const Space* space = m_configuration.space(meeting.spaceId);
    // Once the room has invited, Exchange sends each change and the cancellation.
    if (meeting.invites && space && holdsItems(m_configuration, *space)
        && announcement.status != ReservationStatus::Declined)
        return {};
    if (const auto queued = queueMail(meeting, announcement, reservation); !queued)
        return queued;
    const bool isOfDates = meeting.isSeries() && announcement.recurrenceId.isEmpty()
        && announcement.status == ReservationStatus::Accepted;
    const auto rows = isOfDates ? rowsOf(meeting) : Result<QList<Reservation>>(QList<Reservation>());
    if (!rows)
        return failure(rows.error());
    for (const Reservation& date : *rows) {
        const bool isOwn = date.byItself && isAccepted(date) && date.time.end > m_unit.now();
        const auto queued = isOwn ? queueMail(meeting, ofDate(announcement, date), date.id) : Result<void>();
        if (!queued)
            return queued;
    }
    return {};
}

Result<void> CalendarOrders::queueMail(const ConsoleMeeting& meeting, Announcement announcement,
                                       ReservationId reservation)
{
    announcement.byConsole = true;
    if (!announcement.allDay) // the person's own, in which the series keeps its wall time
        announcement.timeZone = meeting.timeZone;
    if (announcement.recurrenceId.isEmpty() && announcement.status == ReservationStatus::Accepted) {
        QList<QDate> without;
        for (const DeclinedOccurrence& declined : announcement.declined)
            without.append(dateOf(declined.recurrenceId, meeting.timeZone));
        announcement.recurrence = recurrenceLines(meeting, without);
        // The calendar file begins where the series does.
        if (meeting.isSeries())
            announcement.time = meeting.time;
    }
    OutboxEntry entry;
    entry.kind = OutboxKind::Confirmation;
    entry.lane = laneOf(keyOf(meeting)) + QStringLiteral("/person");
    entry.reservationId = reservation;
    entry.spaceId = meeting.spaceId;
    entry.recipient = announcement.requester;
    entry.messageId = newMailId(announcement.roomAddress);
    entry.payload = toJson(announcement);
    entry.createdAt = entry.nextAttempt = m_unit.now();
    return m_unit.outbox().append(entry).map([](OutboxId) {});
}

Result<void> markOrdered(WriteUnit& unit, const OutboxEntry& entry, ExchangeState state, const Reason& reason)
{
    const auto about = unit.reservations().find(entry.reservationId);
    if (!about)
        return failure(about.error());
    if (!*about)
        return {};
    QList<Reservation> rows{**about};
    const auto order = calendarOrderFromJson(entry.payload);
    if (order && order->recurrenceId.isEmpty() && (*about)->seriesId) {
        auto all = unit.reservations().occurrences(addressKey((*about)->organizer), (*about)->uid, (*about)->spaceId);
        if (!all)
            return failure(all.error());
        rows = std::move(*all);
    }
    // Of a date that has an order of its own behind this one only that says that Exchange holds it.
    const auto behind = state == ExchangeState::InExchange && rows.size() > 1 ? datesOrderedBehind(unit, entry)
                                                                              : Result<QSet<QString>>(QSet<QString>());
    if (!behind)
        return failure(behind.error());
    QList<ReservationId> meant;
    for (const Reservation& row : std::as_const(rows)) {
        const bool waits = row.exchangeState == ExchangeState::Queued || row.exchangeState == ExchangeState::Failed;
        if (waits && row.changedAt <= entry.createdAt && !behind->contains(row.recurrenceId))
            meant.append(row.id);
    }
    return unit.reservations().setExchangeStates(meant, state, reason);
}

} // namespace reserve
