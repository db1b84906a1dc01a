// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesreserving.h"

#include "models/base/address.h"
#include "models/base/logging.h"
#include "models/booking/hindrance.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

// One occurrence as the message wants it.
struct Wanted
{
    QString key;
    TimeRange time;
    QDate day;
    const ItipEvent* override = nullptr;
};

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

Reservation occurrenceRow(const MeetingRequest& request, const Wanted& wanted, const DecisionWork& work)
{
    Reservation row;
    row.spaceId = work.space.id;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.recurrenceId = wanted.key;
    row.version = request.version;
    row.requesterEmail = work.prepared.reading->requester;
    row.sentBy = request.sentBy;
    row.subject = request.subject;
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
        row.subject = own->summary;
        row.allDay = own->allDay;
    }
    return row;
}

// The message that a stored series came in, as far as its occurrences need it.
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

} // namespace

// What is there, what is wanted, and what the decision is to be made from.
struct SeriesReserving::Plan
{
    std::optional<Series> series;
    SeriesId seriesId;
    PersonId personId;
    QList<Reservation> rows;   // of this meeting in this space, over or not
    QList<Reservation> toCome; // of those, the ones that are not over and that this version reaches
    QList<Reservation> kept;   // ... and that it does not reach
    QList<Wanted> wanted;      // what is left to decide, by start
    SeriesFacts facts;
    Reason obstacle;
};

SeriesReserving::SeriesReserving(const Configuration& configuration, const ItipReader& reader, bool tells)
    : m_configuration(configuration)
    , m_reader(reader)
    , m_tells(tells)
{
}

Result<void> SeriesReserving::decide(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const
{
    auto planned = plan(work, master, request);
    if (!planned)
        return failure(planned.error());
    MeetingRequest asked = request;
    if (asked.obstacle.isEmpty())
        asked.obstacle = planned->obstacle;
    SeriesDecision decision = decideSeries(asked, planned->facts);
    if (!m_tells)
        decision.whole.answer = decision.whole.confirm = false;
    work.step(ruleOf(decision.whole.reason), decision.whole.reason);
    work.end(verdictOf(decision.whole.outcome, planned->facts.stands), decision.whole.reason);
    return carryOut(work, master, request, *planned, decision);
}

Result<SeriesReserving::Plan> SeriesReserving::plan(DecisionWork& work, const ItipEvent& master,
                                                    const MeetingRequest& request) const
{
    Plan plan;
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
    facts.policy = m_policy;
    facts.windowEnd = endOfWindow(facts.now, work.space);
    if (plan.series) {
        facts.known = plan.series->version;
        facts.roomWasListed = plan.series->roomListed;
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

Result<void> SeriesReserving::expand(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, Plan& plan) const
{
    SeriesFacts& facts = plan.facts;
    const auto expansion = m_reader.occurrences(master, work.prepared.meeting->timezones, m_configuration.zoneOf(work.space),
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
    plan.wanted.removeIf([&plan](const Wanted& wanted) {
        return std::any_of(plan.kept.begin(), plan.kept.end(), [&](const Reservation& row) { return row.recurrenceId == wanted.key; });
    });
    std::stable_sort(plan.wanted.begin(), plan.wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.time.start < b.time.start; });
    facts.isOver = plan.wanted.isEmpty() && plan.kept.isEmpty() && !facts.continues && master.range && master.range->end <= facts.now;
    return gather(work, request, plan);
}

// Events of the same message that say otherwise for one occurrence.
void SeriesReserving::takeOverrides(const DecisionWork& work, const ItipEvent& master, Plan& plan) const
{
    for (const ItipEvent& event : work.prepared.meeting->events) {
        if (!event.recurrenceId || event.uid != master.uid)
            continue;
        const QString& key = event.recurrenceId->key;
        const QDate day = event.recurrenceId->sent.wall.date();
        const bool byDay = event.recurrenceId->sent.kind == ItipTime::Kind::Date;
        QString original = key;
        plan.wanted.removeIf([&](const Wanted& wanted) {
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
        const std::optional<TimeRange>& range = event.range;
        if (range && range->end > plan.facts.now && range->start < plan.facts.windowEnd && event.status != "CANCELLED")
            plan.wanted.append({original, *range, day, &event});
    }
}

Result<void> SeriesReserving::gather(DecisionWork& work, const MeetingRequest& request, Plan& plan) const
{
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    // Occurrences of one series can be in each other's way: those that stay as they are, and whatever a series that is
    // longer than its own interval has before.
    Reservation longest;
    for (const Wanted& wanted : std::as_const(plan.wanted)) {
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

bool SeriesReserving::isSame(const DecisionWork& work, const MeetingRequest& request, const Plan& plan) const
{
    if (!plan.series || plan.series->roomListed != request.roomListed)
        return false;
    QHash<QString, TimeRange> before;
    if (plan.series->status == ReservationStatus::Declined) {
        // Has left no rows to compare with.
        const PreparedMessage old = readAgain(*plan.series, m_reader, work.unit.now());
        const ItipEvent* master = old.meeting ? masterOf(*old.meeting, plan.series->uid) : nullptr;
        const auto expansion = master ? m_reader.occurrences(*master, old.meeting->timezones, m_configuration.zoneOf(work.space),
                                                             {plan.facts.now, plan.facts.windowEnd})
                                      : Result<Expansion>(Expansion());
        for (const Occurrence& occurrence : expansion ? expansion->occurrences : QList<Occurrence>())
            before.insert(occurrence.key, occurrence.time);
    }
    for (const Reservation& row : plan.toCome) {
        if (row.status != ReservationStatus::Cancelled)
            before.insert(row.recurrenceId, row.time);
    }
    const auto stood = [&before](const Wanted& wanted) { return before.value(wanted.key) == wanted.time; };
    return before.size() == plan.wanted.size() && std::all_of(plan.wanted.begin(), plan.wanted.end(), stood);
}

Result<void> SeriesReserving::carryOut(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                       Plan& plan, const SeriesDecision& decision) const
{
    const Outcome outcome = decision.whole.outcome;
    if (outcome == Outcome::Ignore || outcome == Outcome::Hold)
        return {};
    const PersonId kept = plan.series ? plan.series->personId : plan.rows.isEmpty() ? PersonId() : plan.rows.first().personId;
    plan.personId = kept;
    if (outcome == Outcome::Accept || outcome == Outcome::Decline) {
        const auto person = work.findPerson(kept);
        if (!person)
            return failure(person.error());
        plan.personId = *person;
    }
    if (const auto saved = saveSeries(work, request, plan, decision.whole); !saved)
        return saved;
    if (outcome == Outcome::Unchanged)
        return touch(work, request, plan);
    if (const auto freed = free(work, request, plan, decision.whole); !freed)
        return freed;
    if (outcome == Outcome::Cancel)
        return {};
    if (const auto written = writeOccurrences(work, request, plan, decision); !written)
        return written;
    return tell(work, master, request, plan, decision);
}

Result<void> SeriesReserving::saveSeries(DecisionWork& work, const MeetingRequest& request, Plan& plan, const Decision& whole) const
{
    Series series = plan.series.value_or(Series());
    const Instant now = work.unit.now();
    if (!plan.series)
        series.createdAt = now;
    series.spaceId = work.space.id;
    series.personId = plan.personId;
    series.organizer = request.organizer;
    series.uid = request.key.uid;
    series.version = request.version;
    series.changedAt = now;
    series.traceId = work.trace.id;
    if (whole.outcome == Outcome::Cancel) {
        series.status = ReservationStatus::Cancelled;
        series.continues = false;
    } else {
        series.requesterEmail = work.prepared.reading->requester;
        series.recipient = work.trace.recipient;
        series.roomListed = request.roomListed;
        series.attendees = request.attendees;
        series.calendar = work.prepared.reading->content.calendar->text;
        series.filledUntil = plan.facts.windowEnd;
    }
    if (whole.outcome == Outcome::Accept)
        series.status = ReservationStatus::Accepted;
    else if (whole.outcome == Outcome::Decline)
        series.status = ReservationStatus::Declined;
    if (whole.outcome == Outcome::Accept || whole.outcome == Outcome::Decline)
        series.continues = whole.outcome == Outcome::Accept && plan.facts.continues;
    const auto saved = work.unit.series().save(series);
    if (!saved)
        return failure(saved.error());
    plan.seriesId = *saved;
    return {};
}

// Texts changed, times did not.
Result<void> SeriesReserving::touch(DecisionWork& work, const MeetingRequest& request, const Plan& plan) const
{
    for (Reservation row : plan.toCome) {
        row.version = request.version;
        row.subject = request.subject;
        row.isPrivate = request.isPrivate;
        row.traceId = work.trace.id;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

// All that this version reaches lets its time go first, so that occurrences can move onto each other's.
Result<void> SeriesReserving::free(DecisionWork& work, const MeetingRequest& request, const Plan& plan, const Decision& whole) const
{
    for (Reservation row : plan.toCome) {
        const bool declined = whole.outcome == Outcome::Decline && holds(row);
        row.status = declined ? ReservationStatus::Declined : ReservationStatus::Cancelled;
        row.reason = whole.outcome == Outcome::Accept ? Reason{"decision.occurrence-removed", {}} : whole.reason;
        // What its organizer took back in Exchange is not told again.
        row.exchangeState = declined && whole.answer ? ExchangeState::Queued : ExchangeState::InExchange;
        row.version = request.version;
        row.byItself = false;
        row.traceId = work.trace.id;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

Result<void> SeriesReserving::writeOccurrences(DecisionWork& work, const MeetingRequest& request, const Plan& plan,
                                               const SeriesDecision& decision) const
{
    const bool accepts = decision.whole.outcome == Outcome::Accept;
    QHash<QString, const Reservation*> known;
    for (const Reservation& row : plan.rows)
        known.insert(row.recurrenceId, &row);
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const Wanted& wanted = plan.wanted.at(i);
        // Of a declined series one row tells of the request; the others would only fill the calendar.
        if (!accepts && (i > 0 || !plan.toCome.isEmpty()))
            break;
        Reservation row = occurrenceRow(request, wanted, work);
        row.seriesId = plan.seriesId;
        row.personId = plan.personId;
        const Reason hindrance = accepts ? decision.hindrances.at(i) : decision.whole.reason;
        row.status = accepts && hindrance.isEmpty() ? ReservationStatus::Accepted : ReservationStatus::Declined;
        row.reason = hindrance.isEmpty() ? decision.whole.reason : hindrance;
        row.exclusive = decision.whole.exclusive;
        row.exchangeState = decision.whole.answer ? ExchangeState::Queued : ExchangeState::OnlyHere;
        const Reservation* before = known.value(wanted.key);
        if (before) {
            row.id = before->id;
            row.createdAt = before->createdAt;
        }
        const auto written = before ? work.unit.reservations().update(row).map([&row] { return row.id; })
                                    : work.unit.reservations().insert(row);
        if (!written)
            return failure(written.error());
        if (i == 0)
            work.trace.reservationId = *written; // where the monitor leads to
    }
    return {};
}

Result<void> SeriesReserving::tell(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                   const Plan& plan, const SeriesDecision& decision) const
{
    MeetingRequest told = request;
    told.key.recurrenceId.clear();
    if (!plan.wanted.isEmpty())
        told.time = plan.wanted.first().time;
    QList<Alternative> alternatives;
    if (decision.whole.outcome == Outcome::Decline && decision.whole.answer && told.time) {
        auto found = findAlternatives(work.unit, m_configuration, work.space, told, plan.facts.now);
        if (!found)
            return failure(found.error());
        alternatives = std::move(*found);
    }
    const QByteArray zone = m_configuration.zoneOf(work.space);
    const QString& messageId = work.prepared.reading->content.messageId;
    Announcement whole = announcementOf({told, master, work.space, decision.whole, work.person, zone,
                                         work.prepared.reading->requester, messageId, alternatives});
    whole.occurrences = int(plan.wanted.size());
    if (decision.whole.outcome == Outcome::Accept && plan.facts.continues)
        whole.until = plan.facts.windowEnd;
    for (qsizetype i = 0; i < decision.hindrances.size(); ++i) {
        if (!decision.hindrances.at(i).isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, plan.wanted.at(i).time, decision.hindrances.at(i));
    }
    auto steps = announce(work.unit, whole, decision.whole, work.trace, {});
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    if (!decision.whole.answer)
        return {};
    return tellDeclined(work, whole);
}

// One REPLY for each occurrence that is declined while the series is accepted (RFC 5546 3.2.3; Exchange likewise).
Result<void> SeriesReserving::tellDeclined(DecisionWork& work, const Announcement& whole) const
{
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.answer = true;
    for (const DeclinedOccurrence& occurrence : whole.declined) {
        Announcement one = whole;
        one.status = ReservationStatus::Declined;
        one.recurrenceId = occurrence.recurrenceId;
        one.time = occurrence.time;
        one.reason = occurrence.reason;
        one.occurrences = 0;
        one.declined.clear();
        one.until.reset();
        auto steps = announce(work.unit, one, decision, work.trace, {});
        if (!steps)
            return failure(steps.error());
        work.trace.steps += *steps;
    }
    return {};
}

Result<void> SeriesReserving::endAt(DecisionWork& work, Series series, const MeetingRequest& request) const
{
    auto rows = work.unit.reservations().occurrences(request.key.organizerKey, series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    const Reason reason{"decision.cancelled-by-organizer", {{QStringLiteral("organizer"), request.organizer}}};
    for (Reservation& row : *rows) {
        // Keys of one series are all instants or all dates: they sort as the occurrences do.
        const bool isMeant = row.recurrenceId >= request.key.recurrenceId && row.time.end > work.unit.now();
        if (!isMeant || row.version.sequence > request.version.sequence)
            continue;
        row.status = ReservationStatus::Cancelled;
        row.exchangeState = ExchangeState::InExchange;
        row.reason = reason;
        row.version = request.version;
        row.byItself = true;
        row.traceId = work.trace.id;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    series.continues = false;
    series.changedAt = work.unit.now();
    work.step("R-MEETING", reason);
    work.end(Verdict::Cancelled, reason);
    return work.unit.series().save(series).map([](SeriesId) {});
}

Result<void> SeriesReserving::fill(WriteUnit& unit, const Series& series) const
{
    const auto space = unit.spaces().find(series.spaceId);
    if (!space)
        return failure(space.error());
    Series filled = series;
    filled.filledUntil = *space ? endOfWindow(unit.now(), **space) : series.filledUntil;
    filled.continues = space->has_value();
    if (!*space || filled.filledUntil <= series.filledUntil)
        return unit.series().save(filled).map([](SeriesId) {});
    PreparedMessage prepared = readAgain(series, m_reader, unit.now());
    const ItipEvent* master = prepared.meeting ? masterOf(*prepared.meeting, series.uid) : nullptr;
    if (!master) {
        // Cannot be: it was read when it was decided. Asked for ever it would be in the way of the others.
        qCWarning(lcBooking) << "the calendar of series" << series.id.value << "cannot be read again";
        filled.continues = false;
        return unit.series().save(filled).map([](SeriesId) {});
    }
    Trace trace;
    trace.id = series.traceId;
    trace.spaceId = series.spaceId;
    trace.recipient = series.recipient;
    auto person = unit.people().find(series.personId);
    if (!person)
        return failure(person.error());
    DecisionWork work{unit, prepared, true, std::move(trace), **space, std::move(*person)};
    Plan plan;
    plan.series = series;
    plan.seriesId = series.id;
    plan.personId = series.personId;
    plan.facts.now = series.filledUntil;
    plan.facts.windowEnd = filled.filledUntil;
    plan.facts.policy = m_policy;
    plan.facts.space = **space;
    if (const auto added = addNew(work, *master, series, plan); !added)
        return added;
    filled.continues = plan.facts.continues;
    return unit.series().save(filled).map([](SeriesId) {});
}

Result<void> SeriesReserving::addNew(DecisionWork& work, const ItipEvent& master, const Series& series, Plan& plan) const
{
    const MeetingRequest request = requestFor(master, ItipMethod::Request, work.space, series.recipient,
                                              m_configuration.zoneOf(work.space), series.requesterEmail, m_reader);
    auto rows = work.unit.reservations().occurrences(request.key.organizerKey, series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = plan.kept = std::move(*rows); // whatever has come by itself stays
    if (const auto expanded = expand(work, master, request, plan); !expanded)
        return expanded;
    SeriesDecision decision;
    decision.whole.outcome = Outcome::Accept;
    decision.whole.reason = {"decision.series-filled", {{QStringLiteral("space"), work.space.name}}};
    decision.whole.answer = m_tells && request.answerWanted;
    decision.whole.exclusive = !work.space.allowConflicts;
    Announcement whole = announcementOf({request, master, work.space, decision.whole, work.person, m_configuration.zoneOf(work.space),
                                         series.requesterEmail, {}, {}});
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const OccurrenceFacts& facts = plan.facts.occurrences.at(i);
        decision.hindrances.append(hindranceOf(facts.time, work.space, facts.conflicts, facts.closures));
        if (!decision.hindrances.last().isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, facts.time, decision.hindrances.last());
    }
    if (const auto written = writeOccurrences(work, request, plan, decision); !written)
        return written;
    return decision.whole.answer ? tellDeclined(work, whole) : Result<void>();
}

Result<void> SeriesReserving::dissolve(DecisionWork& work, Series series, const MeetingVersion& version) const
{
    auto rows = work.unit.reservations().occurrences(addressKey(series.organizer), series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    for (Reservation& row : *rows) {
        if (row.recurrenceId.isEmpty() || row.time.end <= work.unit.now())
            continue;
        row.status = ReservationStatus::Cancelled;
        row.reason = {"decision.occurrence-removed", {}};
        row.exchangeState = ExchangeState::InExchange;
        row.version = version;
        row.byItself = false;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    series.version = version;
    series.status = ReservationStatus::Cancelled;
    series.continues = false;
    series.changedAt = work.unit.now();
    return work.unit.series().save(series).map([](SeriesId) {});
}

// The midnight after the last day of the window, where the space is.
Instant SeriesReserving::endOfWindow(Instant now, const Space& space) const
{
    const QTimeZone known(m_configuration.zoneOf(space));
    const QTimeZone zone = known.isValid() ? known : QTimeZone::utc();
    const QDate last = toDateTime(now).toTimeZone(zone).date().addDays(m_policy.bookingWindowInDays);
    return fromDateTime(last.addDays(1).startOfDay(zone));
}

} // namespace reserve
