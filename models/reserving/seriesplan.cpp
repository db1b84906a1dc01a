// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesplan.h"

#include "models/booking/contentrules.h"

#include <QHash>

#include <algorithm>

namespace reserve {

namespace {

bool holds(const Reservation& row)
{
    return holdsSlot(row.status);
}

// Whether a version of the whole series reaches this row: one about the occurrence alone goes before it.
bool isReached(const Reservation& row, const MeetingVersion& version)
{
    if (row.byItself && !version.cancels)
        return row.version.sequence < version.sequence;
    return row.version <= version || !row.byItself;
}

} // namespace

SeriesPlanner::SeriesPlanner(const Configuration& configuration, const ItipReader& reader)
    : m_configuration(configuration)
    , m_reader(reader)
{
}

Result<SeriesPlan> SeriesPlanner::plan(DecisionWork& work, const ItipEvent& master,
                                                    const MeetingRequest& request) const
{
    SeriesPlan plan;
    const MeetingKey& key = request.key;
    auto series = work.unit.series().findByMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!series)
        return failure(series.error());
    plan.series = std::move(*series);
    auto rows = work.unit.reservations().occurrences(key.organizerKey, key.uid, key.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = std::move(*rows);
    SeriesFacts& facts = plan.facts;
    facts.now = work.unit.now();
    facts.space = work.space;
    const auto external = work.isExternal(m_configuration);
    if (!external)
        return failure(external.error());
    facts.policies = m_configuration.policyFacts(work.space, *external);
    facts.windowEnd = endOfWindow(facts.now, work.space);
    if (plan.series) {
        facts.known = plan.series->version;
        facts.roomWasListed = plan.series->roomListed;
        facts.isAccepted = plan.series->status == ReservationStatus::Accepted;
    }
    for (const Reservation& row : std::as_const(plan.rows)) {
        const bool single = row.recurrenceId.isEmpty();
        if (single && (!facts.known || *facts.known < row.version))
            facts.known = row.version;
        if (row.time.end <= facts.now)
            continue;
        (single || isReached(row, request.version) ? plan.toCome : plan.kept).append(row);
    }
    facts.stands = std::any_of(plan.toCome.begin(), plan.toCome.end(), holds);
    if (request.version.cancels || !request.obstacle.isEmpty())
        return plan;
    if (const auto expanded = expand(work, master, request, plan); !expanded)
        return failure(expanded.error());
    return plan;
}

Result<void> SeriesPlanner::expand(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, SeriesPlan& plan) const
{
    SeriesFacts& facts = plan.facts;
    const QByteArray zone = m_configuration.zoneOf(work.space);
    const ItipEvent here = m_reader.resolved(master, zone);
    const auto expansion = m_reader.occurrences(here, work.prepared.meeting->timezones, zone,
                                                {facts.now, facts.windowEnd});
    if (!expansion) {
        plan.obstacle = expansion.error().reason();
        return {};
    }
    for (const Reason& problem : expansion->problems)
        work.step("R-MEETING", problem);
    facts.continues = expansion->continues;
    for (const Occurrence& occurrence : expansion->occurrences)
        plan.wanted.append({occurrence.key, occurrence.time, occurrence.day, nullptr});
    takeOverrides(work, master, plan);
    plan.wanted.removeIf([&plan](const WantedOccurrence& wanted) {
        return std::any_of(plan.kept.begin(), plan.kept.end(), [&](const Reservation& row) { return row.recurrenceId == wanted.key; });
    });
    std::stable_sort(plan.wanted.begin(), plan.wanted.end(),
                     [](const WantedOccurrence& a, const WantedOccurrence& b) { return a.time.start < b.time.start; });
    facts.isOver = plan.wanted.isEmpty() && plan.kept.isEmpty() && !facts.continues && here.range && here.range->end <= facts.now;
    return gather(work, request, plan);
}

// Events of the same message that say otherwise for one occurrence.
void SeriesPlanner::takeOverrides(const DecisionWork& work, const ItipEvent& master, SeriesPlan& plan) const
{
    for (const ItipEvent& event : work.prepared.meeting->events) {
        if (!event.recurrenceId || event.uid != master.uid)
            continue;
        const QString& key = event.recurrenceId->key;
        const QDate day = event.recurrenceId->sent.wall.date();
        const bool byDay = event.recurrenceId->sent.kind == ItipTime::Kind::Date;
        QString original = key;
        plan.wanted.removeIf([&](const WantedOccurrence& wanted) {
            const bool meant = wanted.key == key || (byDay && wanted.day == day);
            if (meant)
                original = wanted.key;
            return meant;
        });
        plan.kept.removeIf([&](const Reservation& row) {
            const MeetingVersion version{event.sequence, event.stamp, false, event.contentHash};
            const bool replaced = row.recurrenceId == original && row.version < version;
            if (replaced)
                plan.toCome.append(row);
            return replaced;
        });
        const std::optional<TimeRange> range = m_reader.resolved(event, m_configuration.zoneOf(work.space)).range;
        if (range && range->end > plan.facts.now && range->start < plan.facts.windowEnd && event.status != "CANCELLED")
            plan.wanted.append({original, *range, day, &event});
    }
}

Result<void> SeriesPlanner::gather(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const
{
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    // Occurrences of one series can be in each other's way: those that stay as they are, and whatever a series that is
    // longer than its own interval has before.
    Reservation longest;
    for (const WantedOccurrence& wanted : std::as_const(plan.wanted)) {
        const TimeRange held = heldTime(wanted.time, work.space);
        auto conflicts = work.unit.reservations().conflicts(work.space.id, held, whole, 1);
        if (!conflicts)
            return failure(conflicts.error());
        const auto inTheWay = [&held](const Reservation& row) { return holds(row) && row.heldTime().overlaps(held); };
        std::copy_if(plan.kept.begin(), plan.kept.end(), std::back_inserter(*conflicts), inTheWay);
        if (inTheWay(longest))
            conflicts->append(longest);
        auto closures = work.unit.closures().touching(work.space.id, wanted.time);
        if (!closures)
            return failure(closures.error());
        plan.facts.occurrences.append({wanted.time, std::move(*conflicts), std::move(*closures)});
        if (held.end > longest.heldTime().end)
            longest = occurrenceRow(request, wanted, work);
    }
    plan.facts.isSame = isSame(work, request, plan);
    return {};
}

bool SeriesPlanner::isSame(const DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const
{
    if (!plan.series || plan.series->roomListed != request.roomListed)
        return false;
    QHash<QString, TimeRange> before;
    if (plan.series->status == ReservationStatus::Declined) {
        // Has left no rows to compare with.
        const PreparedMessage old = readAgain(*plan.series, m_reader, work.unit.now());
        const ItipEvent* master = old.meeting ? masterOf(*old.meeting, plan.series->uid) : nullptr;
        const QByteArray zone = m_configuration.zoneOf(work.space);
        const auto expansion = master ? m_reader.occurrences(m_reader.resolved(*master, zone), old.meeting->timezones, zone,
                                                             {plan.facts.now, plan.facts.windowEnd})
                                      : Result<Expansion>(Expansion());
        for (const Occurrence& occurrence : expansion ? expansion->occurrences : QList<Occurrence>())
            before.insert(occurrence.key, occurrence.time);
    }
    for (const Reservation& row : plan.toCome) {
        if (row.status != ReservationStatus::Cancelled)
            before.insert(row.recurrenceId, row.time);
    }
    const auto stood = [&before](const WantedOccurrence& wanted) { return before.value(wanted.key) == wanted.time; };
    return before.size() == plan.wanted.size() && std::all_of(plan.wanted.begin(), plan.wanted.end(), stood);
}

Result<SeriesPlan> SeriesPlanner::planFurther(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                              const Series& series, Instant until) const
{
    SeriesPlan plan;
    plan.series = series;
    plan.seriesId = series.id;
    plan.personId = series.personId;
    plan.facts.now = series.filledUntil;
    plan.facts.windowEnd = until;
    plan.facts.policies = m_configuration.policyFacts(work.space, false);
    plan.facts.space = work.space;
    auto rows = work.unit.reservations().occurrences(request.key.organizerKey, series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = plan.kept = std::move(*rows); // whatever has come by itself stays
    if (const auto expanded = expand(work, master, request, plan); !expanded)
        return failure(expanded.error());
    return plan;
}

Instant SeriesPlanner::endOfWindow(Instant now, const Space& space) const
{
    const int days = m_configuration.policies().policyFor(space).limits.bookingWindowInDays;
    return endOfBookingWindow(now, days, m_configuration.zoneOf(space));
}

Reservation occurrenceRow(const MeetingRequest& request, const WantedOccurrence& wanted, const DecisionWork& work)
{
    Reservation row;
    row.spaceId = work.space.id;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.recurrenceId = wanted.key;
    row.version = request.version;
    row.requesterEmail = work.prepared.reading->requester;
    row.sentBy = request.sentBy;
    row.subject = keptSubject(request.subject, request, request.content);
    row.time = wanted.time;
    row.allDay = request.allDay;
    row.isPrivate = request.isPrivate;
    row.timeZone = request.timeZone;
    row.setupMinutes = work.space.setupMinutes;
    row.clearupMinutes = work.space.clearupMinutes;
    row.roomListed = request.roomListed;
    row.roomAddress = request.roomAddress;
    row.traceId = work.trace.id;
    row.createdAt = row.changedAt = work.unit.now();
    if (const ItipEvent* own = wanted.override) {
        row.byItself = true;
        row.version = {own->sequence, own->stamp, false, own->contentHash};
        row.subject = keptSubject(own->summary, request, request.content);
        row.allDay = own->allDay;
    }
    return row;
}

PreparedMessage readAgain(const Series& series, const ItipReader& reader, Instant now)
{
    auto reading = std::make_shared<MessageReading>();
    reading->content.calendar.emplace();
    reading->content.calendar->text = series.calendar;
    reading->kind = MessageKind::MeetingRequest;
    reading->requester = series.requesterEmail;
    PreparedMessage prepared;
    prepared.meeting = readMeeting(*reading, reader, now);
    prepared.reading = std::move(reading);
    return prepared;
}

const ItipEvent* masterOf(const ItipMessage& message, const QString& uid)
{
    const auto found = std::find_if(message.events.begin(), message.events.end(),
                                    [&uid](const ItipEvent& event) { return event.isSeries() && event.uid == uid; });
    return found == message.events.end() ? nullptr : &*found;
}

} // namespace reserve
