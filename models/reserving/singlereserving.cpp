// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/singlereserving.h"

#include "models/booking/contentrules.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/outdating.h"
#include "models/reserving/serieswriting.h"
#include "models/reserving/siblingdates.h"
#include "models/reserving/untold.h"

#include <algorithm>

namespace reserve {

namespace {

ReservationStatus statusOf(const Decision& decision, const DecisionFacts& facts)
{
    switch (decision.outcome) {
    case Outcome::Accept:
        return ReservationStatus::Accepted;
    case Outcome::Ask:
        return ReservationStatus::Pending;
    case Outcome::Cancel:
        return ReservationStatus::Cancelled;
    case Outcome::Unchanged:
        return facts.existing->status;
    default:
        return ReservationStatus::Declined;
    }
}

bool wantsTimeToCome(const Reservation& row, Instant now)
{
    return row.status != ReservationStatus::Cancelled && row.time.end > now;
}

// The row as the decision leaves it. What the request does not say stays as it was.
Reservation rowFor(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision,
                   const Trace& trace, const QString& requester, ReservationOrigin origin)
{
    Reservation row = facts.existing.value_or(Reservation());
    const bool isNew = !facts.existing || facts.existing->isNote;
    row.isNote = false;
    row.origin = isNew ? origin : row.origin;
    row.spaceId = facts.space.id;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.recurrenceId = request.key.recurrenceId;
    if (isNew || row.version <= request.version)
        row.namedAs = request.namedAs;
    row.version = facts.existing ? std::max(row.version, request.version) : request.version;
    row.sentBy = request.sentBy;
    // Of what is unchanged, the answer may have to be told still (markTold()).
    row.traceId = decision.outcome == Outcome::Unchanged ? row.traceId : trace.id;
    row.changedAt = facts.now;
    if (isNew)
        row.createdAt = facts.now;
    if (decision.outcome != Outcome::Cancel || isNew) {
        row.requesterEmail = requester;
        row.subject = keptSubject(request.subject, request, request.content);
        row.time = request.time.value_or(row.time);
        row.allDay = request.allDay;
        row.isPrivate = request.isPrivate;
        row.timeZone = request.timeZone;
        row.attendees = request.attendees;
        row.roomListed = request.roomListed;
        row.seats = request.seats;
        row.roomAddress = request.roomAddress;
        row.setupMinutes = facts.space.setupMinutes;
        row.clearupMinutes = facts.space.clearupMinutes;
    }
    row.status = statusOf(decision, facts);
    if (decision.outcome != Outcome::Unchanged) {
        row.reason = decision.reason;
        row.exclusive = decision.exclusive;
        // Of what the organizer took back there is nothing to be told.
        const bool isToBeTold = decision.answer && decision.outcome != Outcome::Cancel;
        row.exchangeState = isToBeTold ? ExchangeState::Queued : untold(row.exchangeState);
        row.exchangeReason = {};
    }
    if ((isNew && !decision.answer) || decision.outcome == Outcome::Ask)
        row.exchangeState = ExchangeState::OnlyHere;
    return row;
}

// What a message leaves of a meeting that is over. Of what took place, or had ended, it changes only the version; a
// time to come that was declined is asked for no more; where nothing is known there is a note.
Reservation rowForOver(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision,
                       const Trace& trace, const QString& requester, ReservationOrigin origin)
{
    const bool isKnown = facts.existing && !facts.existing->isNote;
    if (isKnown && !wantsTimeToCome(*facts.existing, facts.now)) {
        Reservation row = *facts.existing;
        row.namedAs = request.namedAs;
        row.version = std::max(row.version, request.version);
        return row;
    }
    Decision ended = decision;
    ended.outcome = Outcome::Cancel;
    Reservation row = rowFor(request, facts, ended, trace, requester, origin);
    row.isNote = !isKnown;
    return row;
}

// A row needs a time; a request that could not be understood and is known nowhere leaves only its trace and answer.
bool leavesRow(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision)
{
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return false;
    return facts.existing || request.time;
}

// A move that an approver has yet to decide does not give up what stands.
Result<void> keepOldTime(WriteUnit& unit, const DecisionFacts& facts)
{
    const std::optional<Reservation>& existing = facts.existing;
    if (!existing || existing->status != ReservationStatus::Accepted || !existing->exclusive)
        return {};
    return unit.reservations().keepTime(*existing, {});
}

} // namespace

SingleReserving::SingleReserving(const Configuration& configuration, bool tells)
    : m_configuration(configuration)
    , m_tells(tells)
{
}

Result<void> SingleReserving::decide(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                     const DateOfSeries& date) const
{
    const auto facts = gather(work, request, date);
    if (!facts)
        return failure(facts.error());
    Decision decision = reserve::decide(request, *facts);
    if (!m_tells)
        decision.answer = decision.confirm = false;
    if (decision.outcome == Outcome::Cancel && !work.ends.isEmpty())
        decision.reason = work.ends;
    if (!decision.policy.isEmpty())
        work.step(ruleOf(decision.policy), decision.policy);
    work.step(ruleOf(decision.reason), decision.reason);
    work.end(verdictOf(decision.outcome, facts->existing ? standingOf(facts->existing->status) : Standing::Nothing),
             decision.reason);
    return carryOut(work, request, *facts, decision, event, date.series);
}

Result<DecisionFacts> SingleReserving::gather(DecisionWork& work, const MeetingRequest& request,
                                              const DateOfSeries& date) const
{
    DecisionFacts facts{work.unit.now(), work.space, {}, {}, {}};
    const auto external = work.isExternal(m_configuration);
    if (!external)
        return failure(external.error());
    facts.policies = m_configuration.policyFacts(work.space, *external);
    auto existing = work.unit.reservations().findByMeeting(request.key);
    if (!existing)
        return failure(existing.error());
    facts.existing = std::move(*existing);
    if (const auto gathered = gatherSeries(work, request, date, facts); !gathered)
        return failure(gathered.error());
    if (!request.time || request.time->isEmpty() || request.version.cancels)
        return facts;
    const TimeRange held = heldTime(*request.time, work.space);
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    // Where meetings may overlap all of them share the seats; else one in the way is enough.
    const int limit = facts.policies.policy.allowConflicts ? -1 : 1;
    auto conflicts = work.unit.reservations().conflicts(work.space.id, held, whole, limit);
    if (!conflicts)
        return failure(conflicts.error());
    facts.conflicts = std::move(*conflicts);
    auto siblings = SiblingDates::find(work.unit, request, held);
    if (!siblings)
        return failure(siblings.error());
    facts.siblings = std::move(siblings->before);
    auto closures = work.unit.closures().touching(work.space.id, *request.time);
    if (!closures)
        return failure(closures.error());
    facts.closures = std::move(*closures);
    return facts;
}

Result<void> SingleReserving::gatherSeries(DecisionWork& work, const MeetingRequest& request, const DateOfSeries& date,
                                           DecisionFacts& facts) const
{
    const auto whole = date.series ? work.unit.series().find(date.series) : Result<std::optional<Series>>();
    if (!whole)
        return failure(whole.error());
    if (!*whole)
        return {};
    const bool isKnown = facts.existing && !facts.existing->isNote;
    facts.seriesListsRoom = !isKnown && !request.roomListed && (*whole)->roomListed;
    facts.seriesWaits = date.waits;
    return {};
}

// Of dates of one meeting that want the same time the older message has it, also where it comes later.
Result<void> SingleReserving::makeWay(DecisionWork& work, const MeetingRequest& request, const Decision& decision) const
{
    if (!holdsDates(decision.outcome) || !decision.exclusive)
        return {};
    const TimeRange held = heldTime(*request.time, work.space);
    const auto siblings = SiblingDates::find(work.unit, request, held);
    if (!siblings)
        return failure(siblings.error());
    for (const Reservation& row : siblings->behind) {
        Reservation wanted = row; // of the same meeting and requester
        wanted.recurrenceId = request.key.recurrenceId;
        wanted.time = *request.time;
        wanted.setupMinutes = work.space.setupMinutes;
        wanted.clearupMinutes = work.space.clearupMinutes;
        if (const auto given = SiblingDates(work, m_configuration, m_tells).giveWay(row, wanted); !given)
            return given;
    }
    return {};
}

// What is over is ignored, and yet known when something older comes (R-MEETING).
Result<void> SingleReserving::remember(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                                       const Decision& decision, SeriesId series) const
{
    const bool isPast = facts.existing && !facts.existing->isNote && facts.existing->time.end <= facts.now;
    if (!isPast) {
        if (const auto ended = endOutdated(work, lastWordOf(request, decision)); !ended)
            return ended;
    }
    Reservation row
        = rowForOver(request, facts, decision, work.trace, work.prepared.reading->requester, originOf(work));
    row.seriesId = series ? series : row.seriesId;
    row.byItself = !request.key.recurrenceId.isEmpty();
    return facts.existing ? work.unit.reservations().update(row)
                          : work.unit.reservations().insert(row).map([](ReservationId) {});
}

Result<void> SingleReserving::carryOut(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                                       const Decision& decision, const ItipEvent& event, SeriesId series) const
{
    if (decision.outcome == Outcome::Ignore && decision.isOver)
        return remember(work, request, facts, decision, series);
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return {};
    const bool concernsPerson = decision.outcome == Outcome::Accept || decision.outcome == Outcome::Ask
        || decision.outcome == Outcome::Decline;
    const bool isKnown = facts.existing && !facts.existing->isNote;
    PersonId personId = isKnown ? facts.existing->personId : work.trace.gate.personId;
    if (concernsPerson) {
        const auto person = work.findPerson(facts.existing ? facts.existing->personId : PersonId());
        if (!person)
            return failure(person.error());
        personId = *person;
    }
    if (facts.existing && decision.outcome != Outcome::Unchanged) {
        if (const auto withdrawn = withdrawApproval(work.unit, facts.existing->id); !withdrawn)
            return withdrawn;
    }
    if (decision.outcome != Outcome::Unchanged) {
        if (const auto ended = endOutdated(work, lastWordOf(request, decision)); !ended)
            return ended;
    }
    if (const auto given = makeWay(work, request, decision); !given)
        return given;
    const QString& requester = work.prepared.reading->requester;
    if (leavesRow(request, facts, decision)) {
        Reservation row = rowFor(request, facts, decision, work.trace, requester, originOf(work));
        row.personId = personId;
        row.seriesId = series ? series : row.seriesId;
        row.byItself = !request.key.recurrenceId.isEmpty();
        const auto stored = facts.existing ? work.unit.reservations().update(row).map([&row] { return row.id; })
                                           : work.unit.reservations().insert(row);
        if (!stored)
            return failure(stored.error());
        work.trace.reservationId = *stored;
        if (decision.outcome == Outcome::Ask) {
            if (const auto kept = keepOldTime(work.unit, facts); !kept)
                return kept;
        }
    }
    if (!concernsPerson)
        return {};
    QList<Alternative> alternatives;
    if (decision.outcome == Outcome::Decline && decision.answer) {
        auto found = findAlternatives(work.unit, m_configuration, work.space, request, facts.now);
        if (!found)
            return failure(found.error());
        alternatives = std::move(*found);
    }
    Announcement announcement = announcementOf(
        {request, event, work.space, decision, work.person, m_configuration.zoneOf(work.space), requester,
         work.prepared.reading->content.messageId, alternatives, work.prepared.meeting->timezones});
    announcement.byConsole = work.byConsole;
    if (work.byConsole)
        work.toTell = announcement;
    if (decision.outcome == Outcome::Ask)
        return askApprovers(
            work.unit, work.space, work.trace, m_configuration,
            {work.trace.reservationId, {}, request.time->end, announcement, decision, request.answerWanted, m_tells});
    if (work.byConsole)
        return {};
    auto steps = announce(work.unit, announcement, decision, work.trace, work.trace.reservationId);
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    return {};
}

} // namespace reserve
