// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesreserving.h"

#include "models/base/address.h"
#include "models/base/logging.h"
#include "models/booking/contentrules.h"
#include "models/booking/hindrance.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"

#include <QHash>

#include <algorithm>

namespace reserve {

namespace {

bool holds(const Reservation& row)
{
    return holdsSlot(row.status);
}

bool holdsDates(Outcome outcome)
{
    return outcome == Outcome::Accept || outcome == Outcome::Ask;
}

// An approver has no say any more in what this version takes the place of: the series, or the single meeting that it was.
Result<void> withdraw(WriteUnit& unit, const SeriesPlan& plan)
{
    if (const auto withdrawn = withdrawApproval(unit, {}, plan.seriesId); !withdrawn)
        return withdrawn;
    for (const Reservation& row : plan.toCome) {
        if (!holds(row) || row.status == ReservationStatus::Accepted)
            continue;
        if (const auto withdrawn = withdrawApproval(unit, row.id, {}); !withdrawn)
            return withdrawn;
    }
    return {};
}

} // namespace

SeriesReserving::SeriesReserving(const Configuration& configuration, const ItipReader& reader, bool tells)
    : m_configuration(configuration)
    , m_reader(reader)
    , m_tells(tells)
    , m_planner(configuration, reader)
{
}

Result<void> SeriesReserving::decide(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const
{
    auto planned = m_planner.plan(work, master, request);
    if (!planned)
        return failure(planned.error());
    MeetingRequest asked = request;
    if (asked.obstacle.isEmpty())
        asked.obstacle = planned->obstacle;
    SeriesDecision decision = decideSeries(asked, planned->facts);
    if (!m_tells)
        decision.whole.answer = decision.whole.confirm = false;
    if (!decision.whole.policy.isEmpty())
        work.step(ruleOf(decision.whole.policy), decision.whole.policy);
    work.step(ruleOf(decision.whole.reason), decision.whole.reason);
    work.end(verdictOf(decision.whole.outcome, planned->facts.stands), decision.whole.reason);
    return carryOut(work, master, request, *planned, decision);
}

Result<void> SeriesReserving::carryOut(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                       SeriesPlan& plan, const SeriesDecision& decision) const
{
    const Outcome outcome = decision.whole.outcome;
    if (outcome == Outcome::Ignore || outcome == Outcome::Hold)
        return {};
    const PersonId kept = plan.series ? plan.series->personId : plan.rows.isEmpty() ? PersonId() : plan.rows.first().personId;
    plan.personId = kept;
    if (outcome == Outcome::Accept || outcome == Outcome::Ask || outcome == Outcome::Decline) {
        const auto person = work.findPerson(kept);
        if (!person)
            return failure(person.error());
        plan.personId = *person;
    }
    if (const auto saved = saveSeries(work, request, plan, decision.whole); !saved)
        return saved;
    if (outcome == Outcome::Unchanged)
        return touch(work, request, plan);
    if (const auto withdrawn = withdraw(work.unit, plan); !withdrawn)
        return withdrawn;
    if (const auto freed = release(work, request, plan, decision.whole); !freed)
        return freed;
    if (outcome == Outcome::Cancel)
        return {};
    if (const auto written = writeOccurrences(work, request, plan, decision); !written)
        return written;
    return tell(work, master, request, plan, decision);
}

Result<void> SeriesReserving::saveSeries(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan, const Decision& whole) const
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
    else if (whole.outcome == Outcome::Ask)
        series.status = ReservationStatus::Pending;
    else if (whole.outcome == Outcome::Decline)
        series.status = ReservationStatus::Declined;
    if (holdsDates(whole.outcome) || whole.outcome == Outcome::Decline)
        series.continues = holdsDates(whole.outcome) && plan.facts.continues;
    const auto saved = work.unit.series().save(series);
    if (!saved)
        return failure(saved.error());
    plan.seriesId = *saved;
    return {};
}

// Texts changed, times did not.
Result<void> SeriesReserving::touch(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const
{
    for (Reservation row : plan.toCome) {
        row.version = request.version;
        row.subject = keptSubject(request.subject, request, request.content);
        row.isPrivate = request.isPrivate;
        row.traceId = work.trace.id;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

// All that this version reaches lets its time go first, so that occurrences can move onto each other's.
Result<void> SeriesReserving::release(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan, const Decision& whole) const
{
    for (Reservation row : plan.toCome) {
        const bool declined = whole.outcome == Outcome::Decline && holds(row);
        row.status = declined ? ReservationStatus::Declined : ReservationStatus::Cancelled;
        row.reason = holdsDates(whole.outcome) ? Reason{"decision.occurrence-removed", {}} : whole.reason;
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

Result<void> SeriesReserving::writeOccurrences(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                               const SeriesDecision& decision) const
{
    const bool accepts = holdsDates(decision.whole.outcome);
    const ReservationStatus held = decision.whole.outcome == Outcome::Ask ? ReservationStatus::Pending : ReservationStatus::Accepted;
    QHash<QString, const Reservation*> known;
    for (const Reservation& row : plan.rows)
        known.insert(row.recurrenceId, &row);
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const WantedOccurrence& wanted = plan.wanted.at(i);
        // Of a declined series one row tells of the request; the others would only fill the calendar.
        if (!accepts && (i > 0 || !plan.toCome.isEmpty()))
            break;
        Reservation row = occurrenceRow(request, wanted, work);
        row.seriesId = plan.seriesId;
        row.personId = plan.personId;
        const Reason hindrance = accepts ? decision.hindrances.at(i) : decision.whole.reason;
        row.status = accepts && hindrance.isEmpty() ? held : ReservationStatus::Declined;
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
                                   const SeriesPlan& plan, const SeriesDecision& decision) const
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
    if (holdsDates(decision.whole.outcome) && plan.facts.continues)
        whole.until = plan.facts.windowEnd;
    for (qsizetype i = 0; i < decision.hindrances.size(); ++i) {
        if (!decision.hindrances.at(i).isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, plan.wanted.at(i).time, decision.hindrances.at(i));
    }
    if (const auto offered = offerForDates(work.unit, m_configuration, work.space, told, plan.facts.now, whole); !offered)
        return offered;
    if (decision.whole.outcome == Outcome::Ask)
        return askApprovers(work, m_configuration, {{}, plan.seriesId, plan.wanted.last().time.end, whole, decision.whole, request.answerWanted, m_tells});
    auto steps = announce(work.unit, whole, decision.whole, work.trace, {});
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    if (!decision.whole.answer)
        return {};
    return tellDeclined(work, whole);
}

Result<void> SeriesReserving::tellDeclined(DecisionWork& work, const Announcement& whole) const
{
    auto steps = announceDeclined(work.unit, whole, work.trace);
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
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
    filled.filledUntil = *space ? m_planner.endOfWindow(unit.now(), **space) : series.filledUntil;
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
    const auto continues = addNew(work, *master, series, filled.filledUntil);
    if (!continues)
        return failure(continues.error());
    filled.continues = *continues;
    return unit.series().save(filled).map([](SeriesId) {});
}

// Whether there are more behind `until`.
Result<bool> SeriesReserving::addNew(DecisionWork& work, const ItipEvent& master, const Series& series, Instant until) const
{
    MeetingRequest request = requestFor(master, ItipMethod::Request, work.space, series.recipient,
                                              m_configuration.zoneOf(work.space), series.requesterEmail, m_reader);
    applyContent(request, m_configuration.policies().policyFor(work.space).content);
    const auto planned = m_planner.planFurther(work, master, request, series, until);
    if (!planned)
        return failure(planned.error());
    const SeriesPlan& plan = *planned;
    SeriesDecision decision;
    decision.whole.outcome = Outcome::Accept;
    decision.whole.reason = {"decision.series-filled", {{QStringLiteral("space"), work.space.name}}};
    decision.whole.answer = m_tells && request.answerWanted;
    const bool sharing = plan.facts.policies.policy.allowConflicts;
    decision.whole.exclusive = !sharing;
    Announcement whole = announcementOf({request, master, work.space, decision.whole, work.person, m_configuration.zoneOf(work.space),
                                         series.requesterEmail, {}, {}});
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const OccurrenceFacts& facts = plan.facts.occurrences.at(i);
        decision.hindrances.append(hindranceOf(facts.time, work.space, sharing, facts.conflicts, facts.closures));
        if (!decision.hindrances.last().isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, facts.time, decision.hindrances.last());
    }
    if (const auto written = writeOccurrences(work, request, plan, decision); !written)
        return failure(written.error());
    const auto told = decision.whole.answer ? tellDeclined(work, whole) : Result<void>();
    return told.map([&plan] { return plan.facts.continues; });
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
    if (const auto withdrawn = withdrawApproval(work.unit, {}, series.id); !withdrawn)
        return withdrawn;
    series.version = version;
    series.status = ReservationStatus::Cancelled;
    series.continues = false;
    series.changedAt = work.unit.now();
    return work.unit.series().save(series).map([](SeriesId) {});
}

} // namespace reserve
