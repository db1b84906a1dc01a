// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/daterevision.h"

#include "models/booking/hindrance.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/outdating.h"

namespace reserve {

namespace {

// As its message asked for it.
MeetingRequest requestOf(const Reservation& date)
{
    MeetingRequest request;
    request.key = date.key();
    request.namedAs = date.namedAs;
    request.version = date.version;
    request.organizer = date.organizer;
    request.sentBy = date.sentBy;
    request.subject = date.subject;
    request.time = date.time;
    request.allDay = date.allDay;
    request.isPrivate = date.isPrivate;
    request.timeZone = date.timeZone;
    request.roomListed = date.roomListed;
    request.roomAddress = date.roomAddress;
    request.seats = date.seats;
    return request;
}

// Nobody hears of an acceptance who did not want the decline.
bool wasAnswered(const Reservation& row)
{
    return row.exchangeState != ExchangeState::OnlyHere;
}

} // namespace

DateRevision::DateRevision(DecisionWork& work, const Configuration& configuration, bool tells)
    : m_work(work)
    , m_configuration(configuration)
    , m_tells(tells && !work.byConsole)
{
}

Result<DecisionFacts> DateRevision::gather(const Reservation& date) const
{
    DecisionFacts facts{m_work.unit.now(), m_work.space, {}, {}, {}};
    MeetingKey whole = date.key();
    whole.recurrenceId.clear();
    auto conflicts = m_work.unit.reservations().conflicts(date.spaceId, date.heldTime(), whole, -1);
    if (!conflicts)
        return failure(conflicts.error());
    facts.conflicts = std::move(*conflicts);
    auto closures = m_work.unit.closures().touching(date.spaceId, date.time);
    if (!closures)
        return failure(closures.error());
    facts.closures = std::move(*closures);
    return facts;
}

Result<Decision> DateRevision::judge(const Reservation& date, bool seriesWaits) const
{
    auto facts = gather(date);
    if (!facts)
        return failure(facts.error());
    auto own = OwnTrace::of(m_work, date);
    if (!own)
        return failure(own.error());
    const bool isMatched = own->trace().gate.match == GateMatch::Person;
    const auto person
        = isMatched ? m_work.unit.people().find(date.personId) : Result<std::optional<Person>>(std::nullopt);
    if (!person)
        return failure(person.error());
    const bool external = *person && isExternal(**person, date.requesterEmail, m_configuration);
    facts->policies = m_configuration.policyFacts(m_work.space, external);
    facts->seriesWaits = seriesWaits;
    return decide(requestOf(date), *facts);
}

Result<Decision> DateRevision::judgeDateOfSeries(const Reservation& date) const
{
    const auto facts = gather(date);
    if (!facts)
        return failure(facts.error());
    const bool sharing = m_configuration.policies().policyFor(m_work.space).allowConflicts;
    Decision decision;
    decision.reason = hindranceOf(date.time, m_work.space, sharing, facts->conflicts, facts->closures);
    decision.outcome = decision.reason.isEmpty() ? Outcome::Accept : Outcome::Decline;
    decision.exclusive = !sharing;
    if (decision.outcome == Outcome::Accept)
        decision.reason = {"decision.free",
                           {{QStringLiteral("space"), m_work.space.name},
                            {QStringLiteral("start"), toIso(date.time.start)},
                            {QStringLiteral("end"), toIso(date.time.end)}}};
    return decision;
}

ReservationStatus DateRevision::statusOf(Outcome outcome)
{
    return outcome == Outcome::Accept ? ReservationStatus::Accepted
        : outcome == Outcome::Ask     ? ReservationStatus::Pending
                                      : ReservationStatus::Declined;
}

Result<void> DateRevision::carryOut(const Reservation& date, const Decision& decision) const
{
    return carryOut(date, statusOf(decision.outcome), decision);
}

Result<void> DateRevision::carryOut(const Reservation& date, ReservationStatus status, Decision decision) const
{
    auto whole = m_work.unit.reservations().find(date.id); // with its attendees
    if (!whole || !*whole)
        return whole ? Result<void>() : failure(whole.error());
    Reservation row = std::move(**whole);
    const auto asked = m_work.unit.approvals().waitingFor(row.id);
    if (!asked)
        return failure(asked.error());
    const bool wantsAnswer = *asked ? (*asked)->wantsAnswer : wasAnswered(row);
    decision.answer = m_tells && wantsAnswer && status != ReservationStatus::Pending;
    decision.confirm
        = m_tells && status == ReservationStatus::Accepted && (*asked ? (*asked)->wantsConfirmation : wantsAnswer);
    row.status = status;
    row.reason = decision.reason;
    row.exclusive = decision.outcome == Outcome::Decline ? row.exclusive : decision.exclusive;
    row.exchangeState = decision.answer ? ExchangeState::Queued : row.exchangeState;
    if (status == ReservationStatus::Pending)
        row.exchangeState = ExchangeState::OnlyHere;
    row.exchangeReason = {};
    row.changedAt = m_work.unit.now();
    if (const auto updated = m_work.unit.reservations().update(row); !updated)
        return updated;
    if (const auto withdrawn = *asked ? withdrawApproval(m_work.unit, **asked) : Result<void>(); !withdrawn)
        return withdrawn;
    m_work.step(ruleOf(decision.reason), decision.reason);
    auto own = OwnTrace::of(m_work, row);
    if (!own)
        return failure(own.error());
    const auto told = tell(*own, row, decision, wantsAnswer);
    return told ? own->save() : told;
}

// What the row itself does not know of its message is told in the words of the room.
Result<Announcement> DateRevision::announcementFor(const Reservation& row, const Decision& decision) const
{
    Announcement announcement = announcementOf(row, m_work.space, m_configuration.zoneOf(m_work.space));
    announcement.status = row.status;
    announcement.freedOldSlot = decision.freesOldSlot;
    announcement.reason = decision.reason;
    announcement.recurrenceId = row.recurrenceId;
    const auto person = m_work.unit.people().find(row.personId);
    if (!person)
        return failure(person.error());
    if (*person) {
        announcement.personName = (*person)->displayName();
        announcement.requesterIsExternal = (*person)->kind == PersonKind::ExternalContact;
    }
    return announcement;
}

Result<void> DateRevision::tell(OwnTrace& own, const Reservation& row, const Decision& decision, bool wantsAnswer) const
{
    const bool isOther = own.trace().id != m_work.trace.id;
    if (isOther)
        own.trace().steps.append({m_work.unit.now(), ruleOf(decision.reason), decision.reason});
    const bool asks = decision.outcome == Outcome::Ask;
    const Verdict verdict = decision.outcome == Outcome::Decline ? Verdict::Declined : Verdict::Accepted;
    if (const auto ended = own.end(asks ? std::nullopt : std::optional(verdict), decision.reason); !ended)
        return ended;
    if (!m_tells && !asks)
        return {};
    const auto announcement = announcementFor(row, decision);
    if (!announcement)
        return failure(announcement.error());
    LastWord word;
    word.meeting = row.key();
    word.version = row.version;
    const auto ended = endOutdated(m_work.unit, word, own.trace());
    if (!ended)
        return failure(ended.error());
    own.trace().steps += *ended;
    if (asks)
        return askApprovers(m_work.unit, m_work.space, own.trace(), m_configuration,
                            {row.id, {}, row.time.end, *announcement, decision, wantsAnswer, m_tells});
    if (!decision.answer && !decision.confirm)
        return {};
    auto steps = announce(m_work.unit, *announcement, decision, own.trace(), row.id);
    if (!steps)
        return failure(steps.error());
    own.trace().steps += *steps;
    return {};
}

} // namespace reserve
