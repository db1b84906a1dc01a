// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/policyrules.h"

#include "models/booking/openinghours.h"

#include <QMap>
#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

QTimeZone zoneOrUtc(const QByteArray& zone)
{
    const QTimeZone known(zone);
    return known.isValid() ? known : QTimeZone::utc();
}

// All-day meetings last whole days, also where a day has 23 or 25 hours.
Milliseconds lengthOf(const LimitedTime& meeting, const QByteArray& zone)
{
    if (!meeting.allDay)
        return meeting.time.end - meeting.time.start;
    const QTimeZone there = zoneOrUtc(zone);
    const QDate first = toDateTime(meeting.time.start).toTimeZone(there).date();
    const QDate behind = toDateTime(meeting.time.end).toTimeZone(there).date();
    return std::chrono::days(first.daysTo(behind));
}

// Longer than this it meets every day of the week, and the end of each: not a day more need be looked at.
constexpr Milliseconds everyWeekday = std::chrono::days(9);

// Opening times that touch are one: a space that is open day and night takes a meeting across midnight.
bool liesInWorkHours(TimeRange time, const Space& space, const QByteArray& zone)
{
    if (time.end - time.start > everyWeekday)
        return neverCloses(space.hours) && QTimeZone(zone).isValid();
    Instant open = time.start;
    for (const TimeRange& hours : openingTimes(space.hours, zone, time)) {
        if (hours.start != open)
            return false;
        open = hours.end;
    }
    return open == time.end;
}

Reason withMinutes(Reason reason, Milliseconds length, int limit)
{
    reason.arguments.insert(QStringLiteral("minutes"), QString::number(std::chrono::ceil<Minutes>(length).count()));
    reason.arguments.insert(QStringLiteral("limit"), QString::number(limit));
    return reason;
}

Reason brokenDuration(const LimitedTime& meeting, const Space& space, const PolicyFacts& facts)
{
    const PolicyLimits& limits = facts.policy.limits;
    const Milliseconds length = lengthOf(meeting, facts.zone);
    if (limits.maximumDurationInMinutes > 0 && length > Minutes(limits.maximumDurationInMinutes))
        return withMinutes(byPolicy("decision.policy-too-long", "MaximumDurationInMinutes", space), length,
                           limits.maximumDurationInMinutes);
    if (length < Minutes(limits.minimumDurationInMinutes))
        return withMinutes(byPolicy("decision.policy-too-short", "MinimumDurationInMinutes", space), length,
                           limits.minimumDurationInMinutes);
    return {};
}

// Exchange counts who is there at once: of a shared space (AllowConflicts) all meetings together.
Reason brokenCapacity(const LimitedTime& meeting, const Space& space)
{
    if (space.capacity <= 0 || meeting.seats + meeting.taken <= space.capacity)
        return {};
    Reason reason = byPolicy("decision.policy-capacity", "EnforceCapacity", space);
    reason.arguments.insert(QStringLiteral("seats"), QString::number(meeting.seats));
    reason.arguments.insert(QStringLiteral("capacity"), QString::number(space.capacity));
    if (meeting.taken > 0)
        reason.arguments.insert(QStringLiteral("taken"), QString::number(meeting.taken));
    return reason;
}

bool isListed(const QStringList& addresses, const QString& requester)
{
    return addresses.contains(requester, Qt::CaseInsensitive);
}

AdmissionJudgement judged(Admission admission, const char* code, const char* policy, const QString& requester,
                          const Space& space)
{
    Reason reason = byPolicy(code, policy, space);
    reason.arguments.insert(QStringLiteral("requester"), requester);
    return {admission, std::move(reason)};
}

AdmissionJudgement judgeInPolicy(const QString& requester, const Space& space, const AdmissionPolicy& policy)
{
    if (policy.allBookInPolicy)
        return {};
    if (isListed(policy.bookInPolicy, requester))
        return judged(Admission::Book, "decision.policy-booked", "BookInPolicy", requester, space);
    if (policy.allRequestInPolicy)
        return judged(Admission::Ask, "decision.pending", "AllRequestInPolicy", requester, space);
    if (isListed(policy.requestInPolicy, requester))
        return judged(Admission::Ask, "decision.pending", "RequestInPolicy", requester, space);
    return judged(Admission::Refuse, "decision.policy-not-permitted", "BookInPolicy", requester, space);
}

} // namespace

// It is as busy as where one of them begins, or `time` does.
int mostSeatsTaken(const QList<Reservation>& others, TimeRange time)
{
    QMap<Instant, int> changes; // who comes and who goes, by when
    for (const Reservation& other : others) {
        if (!other.time.overlaps(time))
            continue;
        changes[std::max(other.time.start, time.start)] += other.seats;
        changes[other.time.end] -= other.seats;
    }
    int most = 0;
    int there = 0;
    for (const int change : std::as_const(changes)) {
        there += change;
        most = std::max(most, there);
    }
    return most;
}

Instant endOfBookingWindow(Instant now, int days, const QByteArray& zone)
{
    const QTimeZone there = zoneOrUtc(zone);
    const QDate last = toDateTime(now).toTimeZone(there).date().addDays(days);
    return fromDateTime(last.addDays(1).startOfDay(there));
}

bool needsZone(const PolicyFacts& facts)
{
    return facts.policy.limits.scheduleOnlyDuringWorkHours && facts.zone.isEmpty();
}

Reason brokenLimit(const LimitedTime& meeting, const Space& space, const PolicyFacts& facts, Instant now)
{
    const PolicyLimits& limits = facts.policy.limits;
    if (meeting.time.start >= endOfBookingWindow(now, limits.bookingWindowInDays, facts.zone)) {
        Reason reason = byPolicy("decision.policy-window", "BookingWindowInDays", space);
        reason.arguments.insert(QStringLiteral("start"), toIso(meeting.time.start));
        reason.arguments.insert(QStringLiteral("days"), QString::number(limits.bookingWindowInDays));
        return reason;
    }
    if (Reason reason = brokenDuration(meeting, space, facts); !reason.isEmpty())
        return reason;
    if (limits.scheduleOnlyDuringWorkHours && !liesInWorkHours(meeting.time, space, facts.zone)) {
        Reason reason = byPolicy("decision.policy-work-hours", "ScheduleOnlyDuringWorkHours", space);
        reason.arguments.insert(QStringLiteral("start"), toIso(meeting.time.start));
        reason.arguments.insert(QStringLiteral("end"), toIso(meeting.time.end));
        reason.arguments.insert(QStringLiteral("opens"), minuteToText(space.hours.startMinute));
        reason.arguments.insert(QStringLiteral("closes"), minuteToText(space.hours.endMinute));
        return reason;
    }
    return limits.enforceCapacity ? brokenCapacity(meeting, space) : Reason();
}

AdmissionJudgement judgeAdmission(const Reason& broken, const QString& requester, const Space& space,
                                  const PolicyFacts& facts)
{
    const AdmissionPolicy& policy = facts.policy.admission;
    if (facts.isExternal && !policy.processExternalMeetingMessages)
        return judged(Admission::Refuse, "decision.policy-external", "ProcessExternalMeetingMessages", requester,
                      space);
    if (broken.isEmpty())
        return judgeInPolicy(requester, space, policy);
    if (policy.allRequestOutOfPolicy)
        return judged(Admission::Ask, "decision.pending", "AllRequestOutOfPolicy", requester, space);
    if (isListed(policy.requestOutOfPolicy, requester))
        return judged(Admission::Ask, "decision.pending", "RequestOutOfPolicy", requester, space);
    return {Admission::Refuse, broken};
}

Reason byPolicy(const char* code, const char* policy, const Space& space)
{
    return {code, {{QStringLiteral("policy"), QString::fromLatin1(policy)}, {QStringLiteral("space"), space.name}}};
}

} // namespace reserve
