// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/reserving.h"

#include "models/base/address.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"

#include <algorithm>

namespace reserve {

// One trace on its way through one transaction.
struct Reserving::Work
{
    WriteUnit& unit;
    const PreparedMessage& prepared;
    bool released;
    Trace trace;
    Space space;
    std::optional<Person> person;

    void step(const char* rule, Reason reason) { trace.steps.append({unit.now(), rule, std::move(reason)}); }

    void end(Verdict verdict, const Reason& reason)
    {
        trace.state = verdict == Verdict::Held ? TraceState::Held : TraceState::Done;
        trace.verdict = verdict;
        trace.reason = reason;
        trace.decidedAt = unit.now();
    }
};

namespace {

Reason kept(const MessageReading& reading)
{
    return reading.mailClass.reason;
}

Verdict verdictOf(const Decision& decision, const DecisionFacts& facts)
{
    switch (decision.outcome) {
    case Outcome::Accept:
        return Verdict::Accepted;
    case Outcome::Decline:
        return Verdict::Declined;
    case Outcome::Cancel:
        return Verdict::Cancelled;
    case Outcome::Unchanged:
        return facts.existing && holdsSlot(facts.existing->status) ? Verdict::Accepted : Verdict::Declined;
    case Outcome::Ignore:
        return Verdict::Ignored;
    case Outcome::Hold:
        return Verdict::Held;
    }
    Q_UNREACHABLE();
}

ReservationStatus statusOf(const Decision& decision, const DecisionFacts& facts)
{
    switch (decision.outcome) {
    case Outcome::Accept:
        return ReservationStatus::Accepted;
    case Outcome::Cancel:
        return ReservationStatus::Cancelled;
    case Outcome::Unchanged:
        return facts.existing->status;
    default:
        return ReservationStatus::Declined;
    }
}

// The row as the decision leaves it. What the request does not say stays as it was.
Reservation rowFor(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision,
                   const Trace& trace, const QString& requester)
{
    Reservation row = facts.existing.value_or(Reservation());
    const bool isNew = !facts.existing;
    row.spaceId = facts.space.id;
    row.organizer = request.organizer;
    row.uid = request.key.uid;
    row.recurrenceId = request.key.recurrenceId;
    row.version = request.version;
    row.sentBy = request.sentBy;
    row.traceId = trace.id;
    row.changedAt = facts.now;
    if (isNew)
        row.createdAt = facts.now;
    if (decision.outcome != Outcome::Cancel || isNew) {
        row.requesterEmail = requester;
        row.subject = request.subject;
        row.time = request.time.value_or(row.time);
        row.allDay = request.allDay;
        row.isPrivate = request.isPrivate;
        row.timeZone = request.timeZone;
        row.attendees = request.attendees;
        row.roomListed = request.roomListed;
        row.roomAddress = request.roomAddress;
        row.setupMinutes = facts.space.setupMinutes;
        row.clearupMinutes = facts.space.clearupMinutes;
    }
    row.status = statusOf(decision, facts);
    if (decision.outcome != Outcome::Unchanged) {
        row.reason = decision.reason;
        row.exclusive = decision.exclusive;
        row.exchangeState = decision.answer ? ExchangeState::Queued : row.exchangeState;
        row.exchangeReason = decision.answer ? Reason() : row.exchangeReason;
    }
    if (decision.outcome == Outcome::Cancel) // by the organizer, in Exchange: nothing is left to be told
        row.exchangeState = ExchangeState::InExchange;
    if (isNew && !decision.answer)
        row.exchangeState = ExchangeState::OnlyHere;
    return row;
}

// A row needs a time; a request that could not be understood and is known nowhere leaves only its trace and answer.
bool leavesRow(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision)
{
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return false;
    return facts.existing || request.time;
}

} // namespace

PreparedMessage prepare(std::shared_ptr<const MessageReading> reading, const ItipReader& reader, Instant now)
{
    PreparedMessage prepared{reading, ItipMessage{}};
    const bool meeting = reading->isRequestOrCancel() || reading->kind == MessageKind::MeetingOther;
    if (meeting)
        prepared.meeting = readMeeting(*reading, reader, now);
    return prepared;
}

Reserving::Reserving(std::shared_ptr<const Configuration> configuration, const ItipReader& reader, Telling telling)
    : m_configuration(std::move(configuration))
    , m_reader(reader)
    , m_telling(telling)
{
}

Result<Trace> Reserving::decideTrace(WriteUnit& unit, TraceId id, const PreparedMessage& prepared, bool released) const
{
    auto found = unit.traces().find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("trace.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    Work work{unit, prepared, released, std::move(**found), {}, {}};
    const bool open = work.trace.state == TraceState::Waiting || (released && work.trace.state == TraceState::Held);
    if (!open)
        return work.trace;
    if (released)
        work.step("R-MATCH", {"trace.released", {}});
    const bool meeting = prepared.reading->isRequestOrCancel();
    if (const auto decided = meeting ? decideMeeting(work) : decideMail(work); !decided)
        return failure(decided.error());
    if (const auto updated = unit.traces().update(work.trace); !updated)
        return failure(updated.error());
    return work.trace;
}

// What is no meeting request is kept, classified and never answered. What cannot be read may be one: a person sees it.
Result<void> Reserving::decideMail(Work& work) const
{
    const MessageReading& reading = *work.prepared.reading;
    const bool mayBeRequest = reading.kind == MessageKind::Unreadable && work.trace.spaceId && !work.released;
    work.end(mayBeRequest ? Verdict::Held : Verdict::Ignored, kept(reading));
    if (reading.kind == MessageKind::MeetingOther) {
        const Reason reason{"decision.method-not-for-rooms",
                            {{QStringLiteral("method"), QString::fromLatin1(reading.method)}}};
        work.end(Verdict::Ignored, reason);
        work.step("R-MEETING", reason);
        return {};
    }
    work.step("R-QUIET", kept(reading));
    if (reading.kind != MessageKind::Bounce || !reading.content.report)
        return {};
    const MessageReport& report = *reading.content.report;
    const auto entry = work.unit.outbox().findByMessageId(report.originalMessageId);
    if (!entry)
        return failure(entry.error());
    const bool final = report.action.isEmpty() || report.action == QLatin1String("failed");
    if (!*entry || !final)
        return {};
    const Reason reason{"outbox.bounced",
                        {{QStringLiteral("recipient"), report.recipient}, {QStringLiteral("status"), report.status}}};
    if (const auto marked = work.unit.outbox().markBounced((*entry)->id, reason, report.diagnostic); !marked)
        return marked;
    work.step("R-CONFIRM", reason);
    if ((*entry)->kind == OutboxKind::Answer && (*entry)->reservationId)
        return work.unit.reservations().setExchangeState((*entry)->reservationId, ExchangeState::Failed, reason);
    return {};
}

Result<void> Reserving::decideMeeting(Work& work) const
{
    if (!work.trace.spaceId) {
        work.end(Verdict::Ignored, {"decision.no-space", {}});
        work.step("R-SUBDOMAIN", work.trace.reason);
        return {};
    }
    auto space = work.unit.spaces().find(work.trace.spaceId);
    if (!space)
        return failure(space.error());
    if (!*space) {
        work.end(Verdict::Ignored, {"decision.space-removed", {}});
        work.step("R-SUBDOMAIN", work.trace.reason);
        return {};
    }
    work.space = std::move(**space);
    if (!work.prepared.meeting) {
        work.end(Verdict::Held, work.prepared.meeting.error().reason());
        work.step("R-MEETING", work.trace.reason);
        return {};
    }
    for (const ItipEvent& event : work.prepared.meeting->events) {
        if (const auto decided = decideEvent(work, event); !decided)
            return decided;
    }
    return {};
}

Result<void> Reserving::decideEvent(Work& work, const ItipEvent& event) const
{
    const MessageReading& reading = *work.prepared.reading;
    if (!work.released && !senderSpeaksForOrganizer(reading, event)) {
        work.end(Verdict::Held, {"match.sender-not-organizer",
                                 {{QStringLiteral("sender"), reading.content.from.address},
                                  {QStringLiteral("organizer"), event.organizer.address}}});
        work.step("R-MATCH", work.trace.reason);
        return {};
    }
    const MeetingRequest request =
        requestFor(event, reading.kind == MessageKind::MeetingCancel ? ItipMethod::Cancel : ItipMethod::Request,
                   work.space, work.trace.recipient, m_configuration->zoneOf(work.space), reading.requester, m_reader);
    const auto facts = gather(work, request);
    if (!facts)
        return failure(facts.error());
    Decision decision = decide(request, *facts);
    if (m_telling == Telling::Nobody)
        decision.answer = decision.confirm = false;
    work.step(ruleOf(decision.reason).constData(), decision.reason);
    work.end(verdictOf(decision, *facts), decision.reason);
    return carryOut(work, request, *facts, decision, event);
}

Result<DecisionFacts> Reserving::gather(Work& work, const MeetingRequest& request) const
{
    DecisionFacts facts{work.unit.now(), work.space, {}, {}, {}};
    auto existing = work.unit.reservations().findByMeeting(request.key);
    if (!existing)
        return failure(existing.error());
    facts.existing = std::move(*existing);
    if (!request.time || request.time->isEmpty() || request.version.cancels)
        return facts;
    const TimeRange held = heldTime(*request.time, work.space);
    auto conflicts = work.unit.reservations().conflicts(work.space.id, held, request.key, 1);
    if (!conflicts)
        return failure(conflicts.error());
    facts.conflicts = std::move(*conflicts);
    auto closures = work.unit.closures().touching(work.space.id, *request.time);
    if (!closures)
        return failure(closures.error());
    facts.closures = std::move(*closures);
    return facts;
}

// Who the reservation belongs to: what the gate found holds; an update keeps its person where nobody better is known.
Result<PersonId> Reserving::personFor(Work& work, const std::optional<Reservation>& existing) const
{
    const GateFinding& gate = work.trace.gate;
    if (gate.match == GateMatch::NewContact) {
        const QString& email = work.prepared.reading->requester;
        auto contact = work.unit.people().createExternalContact(email, QStringLiteral("agent"));
        if (!contact)
            return failure(contact.error());
        work.step("R-EXTERNAL", {"match.external-contact",
                                 {{QStringLiteral("email"), contact->email},
                                  {QStringLiteral("control-number"), contact->controlNumber.text()}}});
        work.person = std::move(*contact);
        return work.person->id;
    }
    const PersonId id = gate.personId ? gate.personId : existing ? existing->personId : PersonId();
    if (id) {
        auto person = work.unit.people().find(id);
        if (!person)
            return failure(person.error());
        work.person = std::move(*person);
    }
    if (work.person) {
        work.step(gate.match == GateMatch::DefaultUser ? "R-DEFAULT" : "R-MATCH",
                  {"match.person", {{QStringLiteral("person"), work.person->displayName()},
                                    {QStringLiteral("control-number"), work.person->controlNumber.text()}}});
    }
    return id;
}

Result<void> Reserving::carryOut(Work& work, const MeetingRequest& request, const DecisionFacts& facts,
                                 const Decision& decision, const ItipEvent& event) const
{
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return {};
    const bool concernsPerson = decision.outcome == Outcome::Accept || decision.outcome == Outcome::Decline;
    PersonId personId = facts.existing ? facts.existing->personId : work.trace.gate.personId;
    if (concernsPerson) {
        const auto person = personFor(work, facts.existing);
        if (!person)
            return failure(person.error());
        personId = *person;
    }
    const QString& requester = work.prepared.reading->requester;
    if (leavesRow(request, facts, decision)) {
        Reservation row = rowFor(request, facts, decision, work.trace, requester);
        row.personId = personId;
        const auto stored = facts.existing
            ? work.unit.reservations().update(row).map([&row] { return row.id; })
            : work.unit.reservations().insert(row);
        if (!stored)
            return failure(stored.error());
        work.trace.reservationId = *stored;
    }
    if (!concernsPerson)
        return {};
    QList<Alternative> alternatives;
    if (decision.outcome == Outcome::Decline && decision.answer) {
        auto found = findAlternatives(work.unit, *m_configuration, work.space, request, facts.now);
        if (!found)
            return failure(found.error());
        alternatives = std::move(*found);
    }
    const Announcement announcement = announcementOf({request, event, work.space, decision, work.person,
                                                      m_configuration->zoneOf(work.space), requester,
                                                      work.prepared.reading->content.messageId, alternatives});
    auto steps = announce(work.unit, announcement, decision, work.trace, work.trace.reservationId);
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    return {};
}

} // namespace reserve
