// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/announcing.h"

#include "models/base/address.h"
#include "models/itip/itipwriter.h"
#include "models/reserving/calendarorders.h"

#include <QUuid>

#include <algorithm>

namespace reserve {

namespace {

// B1: who mends nothing when told does not hear it again and again.
constexpr Minutes refreshPace{10};
constexpr Minutes refreshReach{55}; // what lies an hour ahead is taken for a clock that was set back

// R-CONFIRM: external contacts see no other people's names.
Reason reasonFor(const Reason& reason, bool external)
{
    Reason shown = reason;
    if (external)
        shown.arguments.remove(QStringLiteral("holder"));
    return shown;
}

OutboxEntry entryFor(OutboxKind kind, const Announcement& announcement, const QString& lane, const Trace& trace,
                     ReservationId reservation, Instant now)
{
    OutboxEntry entry;
    entry.kind = kind;
    entry.lane = lane;
    entry.reservationId = reservation;
    entry.spaceId = trace.spaceId;
    entry.traceId = trace.id;
    entry.messageId = newMailId(announcement.roomAddress);
    entry.payload = toJson(announcement);
    entry.createdAt = now;
    entry.nextAttempt = now;
    const bool toOrganizer = kind == OutboxKind::Answer || kind == OutboxKind::Refresh;
    entry.recipient = toOrganizer ? announcement.organizer : announcement.requester;
    const bool copy = kind == OutboxKind::Confirmation && !announcement.sentBy.isEmpty()
        && !sameAddress(announcement.sentBy, announcement.requester);
    if (copy)
        entry.recipient += QLatin1Char(',') + announcement.sentBy;
    return entry;
}

} // namespace

QString laneOf(const MeetingKey& key)
{
    return QString::number(key.spaceId.value) + QLatin1Char('/') + key.organizerKey + QLatin1Char('/') + key.uid;
}

Announcement announcementOf(const AnnouncementFacts& facts)
{
    const MeetingRequest& request = facts.request;
    const bool external = facts.person && facts.person->kind == PersonKind::ExternalContact;
    const ItipAttendee* room = request.roomListed ? facts.event.attendee(request.roomAddress) : nullptr;
    Announcement a;
    a.status = facts.decision.outcome != Outcome::Decline ? ReservationStatus::Accepted : ReservationStatus::Declined;
    a.moved = facts.decision.moved;
    a.freedOldSlot = facts.decision.freesOldSlot;
    a.reason = reasonFor(facts.decision.reason, external);
    a.alternatives = facts.alternatives;
    a.uid = request.key.uid;
    a.sequence = request.version.sequence;
    a.stamp = request.version.stamp;
    a.recurrenceId = request.key.recurrenceId;
    a.subject = request.subject;
    a.time = request.time.value_or(TimeRange());
    if (!request.time) {
        SentTimes sent = sentTimes(facts.event, facts.timezones);
        a.timesAsSent = std::move(sent.lines);
        a.zonesAsSent = std::move(sent.zones);
    }
    a.allDay = request.allDay;
    a.isSameEverywhere = request.allDay == facts.event.needsSpaceZone();
    a.isPrivate = request.isPrivate;
    a.timeZone = facts.zone;
    a.organizer = request.organizer;
    a.organizerName = facts.event.organizer.name;
    a.organizerLine = facts.event.organizer.line;
    a.sentBy = request.sentBy;
    a.roomAddress = request.roomListed ? request.roomAddress : facts.space.mailbox;
    a.attendeeLine = room ? room->line : QByteArray();
    a.spaceName = facts.space.name;
    a.building = facts.space.building;
    a.requester = facts.requester;
    a.personName = facts.person ? facts.person->displayName() : QString();
    a.requesterIsExternal = external;
    a.requestMessageId = facts.requestMessageId;
    return a;
}

Announcement announcementOf(const Reservation& row, const Space& space, const QByteArray& zone)
{
    Announcement a;
    a.uid = row.uid;
    a.sequence = row.version.sequence;
    a.stamp = row.version.stamp;
    a.subject = row.subject;
    a.time = row.time;
    a.allDay = row.allDay;
    a.isPrivate = row.isPrivate;
    a.timeZone = zone;
    a.organizer = row.organizer;
    a.organizerLine = "ORGANIZER:mailto:" + row.organizer.toUtf8();
    a.sentBy = row.sentBy;
    a.roomAddress = row.roomAddress.isEmpty() ? space.mailbox : row.roomAddress;
    a.spaceName = space.name;
    a.building = space.building;
    a.requester = row.requesterEmail;
    return a;
}

void addDeclined(Announcement& announcement, const QString& recurrenceId, TimeRange time, const Reason& reason)
{
    announcement.declined.append({recurrenceId, time, reasonFor(reason, announcement.requesterIsExternal), {}});
}

Result<QList<TraceStep>> announce(WriteUnit& unit, const Announcement& announcement, const Decision& decision,
                                  const Trace& trace, ReservationId reservation)
{
    const MeetingKey key{addressKey(announcement.organizer), announcement.uid, announcement.recurrenceId,
                         trace.spaceId};
    QList<TraceStep> steps;
    const auto queue = [&](OutboxKind kind, const char* rule, const char* code) -> Result<void> {
        const OutboxEntry entry = entryFor(kind, announcement, laneOf(key), trace, reservation, unit.now());
        if (const auto id = unit.outbox().append(entry); !id)
            return failure(id.error());
        steps.append({unit.now(), rule, {code, {{QStringLiteral("recipient"), entry.recipient}}}});
        return {};
    };
    if (decision.answer) {
        if (const auto queued = queue(OutboxKind::Answer, "R-ANSWER", "answer.queued"); !queued)
            return failure(queued.error());
    } else {
        const bool isDeclined = decision.outcome == Outcome::Decline;
        steps.append({unit.now(), "R-ANSWER", {isDeclined ? declinedUnheard : "answer.not-wanted", {}}});
    }
    if (decision.confirm) {
        if (const auto queued = queue(OutboxKind::Confirmation, "R-CONFIRM", "confirmation.queued"); !queued)
            return failure(queued.error());
    }
    return steps;
}

Result<TraceStep> askForMeeting(WriteUnit& unit, const Announcement& announcement, const Trace& trace)
{
    const MeetingKey key{addressKey(announcement.organizer), announcement.uid, {}, trace.spaceId};
    OutboxEntry entry = entryFor(OutboxKind::Refresh, announcement, laneOf(key), trace, {}, unit.now());
    const auto last = unit.outbox().lastDue(OutboxKind::Refresh, entry.recipient, unit.now() - refreshReach);
    if (!last)
        return failure(last.error());
    if (*last)
        entry.nextAttempt = std::max(entry.nextAttempt, **last + refreshPace);
    if (entry.nextAttempt > unit.now() + refreshReach)
        return TraceStep{unit.now(), "R-QUIET", {"refresh.paced", {{QStringLiteral("recipient"), entry.recipient}}}};
    if (const auto id = unit.outbox().append(entry); !id)
        return failure(id.error());
    return TraceStep{unit.now(), "R-MEETING", {"refresh.queued", {{QStringLiteral("recipient"), entry.recipient}}}};
}

Result<QList<TraceStep>> announceDeclined(WriteUnit& unit, const Announcement& series, const Trace& trace)
{
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.answer = true;
    QList<TraceStep> steps;
    for (const DeclinedOccurrence& occurrence : series.declined) {
        Announcement one = series;
        one.status = ReservationStatus::Declined;
        one.recurrenceId = occurrence.recurrenceId;
        one.time = occurrence.time;
        one.reason = occurrence.reason;
        one.alternatives = occurrence.alternatives;
        one.occurrences = 0;
        one.thisAndFuture = false;
        one.declined.clear();
        one.until.reset();
        one.begins.reset();
        auto told = announce(unit, one, decision, trace, {});
        if (!told)
            return told;
        steps += *told;
    }
    return steps;
}

QString newMailId(const QString& roomAddress)
{
    const QStringView domain = domainOf(roomAddress);
    return QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1Char('@')
        + (domain.isEmpty() ? QStringLiteral("reserve.invalid") : domain.toString());
}

Result<void> markTold(WriteUnit& unit, const OutboxEntry& entry, ExchangeState state, const Reason& reason)
{
    if (entry.kind == OutboxKind::CalendarOrder)
        return markOrdered(unit, entry, state, reason);
    if (entry.kind != OutboxKind::Answer)
        return {};
    if (!entry.reservationId) {
        const auto announcement = announcementFromJson(entry.payload);
        if (!announcement || announcement->occurrences == 0)
            return {};
        const MeetingKey meeting{addressKey(announcement->organizer), announcement->uid, {}, entry.spaceId};
        return unit.reservations().setExchangeStateOfSeries(meeting, entry.traceId, state, reason);
    }
    const auto reservation = unit.reservations().find(entry.reservationId);
    if (!reservation)
        return failure(reservation.error());
    if (!*reservation || (*reservation)->traceId != entry.traceId)
        return {};
    return unit.reservations().setExchangeState(entry.reservationId, state, reason);
}

} // namespace reserve
