// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/reserving.h"

#include "models/base/address.h"
#include "models/booking/contentrules.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approvalreply.h"
#include "models/reserving/approving.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/seriesreserving.h"

#include <algorithm>

namespace reserve {

namespace {

Reason kept(const MessageReading& reading)
{
    return reading.mailClass.reason;
}

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
        row.subject = keptSubject(request.subject, request, request.content);
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
    if ((isNew && !decision.answer) || decision.outcome == Outcome::Ask)
        row.exchangeState = ExchangeState::OnlyHere;
    return row;
}

// A message about one occurrence is newer than the series unless a later version of the series is known, or its end.
bool isBehind(const MeetingVersion& occurrence, const MeetingVersion& series)
{
    return series.cancels ? occurrence <= series : occurrence.sequence < series.sequence;
}

void ignoreOutdated(DecisionWork& work, const MeetingVersion& version, const MeetingVersion& known)
{
    const Reason reason{"decision.outdated",
                        {{QStringLiteral("sequence"), QString::number(version.sequence)},
                         {QStringLiteral("known-sequence"), QString::number(known.sequence)}}};
    work.step(ruleOf(reason), reason);
    work.end(Verdict::Ignored, reason);
}

// Occurrences may have come before their series.
Result<bool> isKnownByOccurrences(const ReadUnit& unit, const MeetingKey& key)
{
    return unit.reservations().occurrences(key.organizerKey, key.uid, key.spaceId).map([](const QList<Reservation>& rows) {
        return std::any_of(rows.begin(), rows.end(), [](const Reservation& row) { return !row.recurrenceId.isEmpty(); });
    });
}

// A row needs a time; a request that could not be understood and is known nowhere leaves only its trace and answer.
bool leavesRow(const MeetingRequest& request, const DecisionFacts& facts, const Decision& decision)
{
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return false;
    return facts.existing || request.time;
}

} // namespace

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
    DecisionWork work{unit, prepared, released, std::move(**found), {}, {}};
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

Result<int> Reserving::fillSeries(WriteUnit& unit, int limit) const
{
    const auto found = seriesToFill(unit, limit);
    if (!found)
        return failure(found.error());
    for (const Series& series : *found) {
        if (const auto filled = fill(unit, series); !filled)
            return failure(filled.error());
    }
    return int(found->size());
}

Result<QList<Series>> Reserving::seriesToFill(WriteUnit& unit, int limit) const
{
    QMap<int, QList<SpaceId>> windows; // by their length in days
    for (const Space& space : m_configuration->spaces())
        windows[m_configuration->policies().policyFor(space).limits.bookingWindowInDays].append(space.id);
    QList<Series> found;
    for (auto window = windows.cbegin(); window != windows.cend() && found.size() < limit; ++window) {
        // Never later than the end of a window, which is a midnight.
        const Instant until = unit.now() + std::chrono::days(window.key());
        const auto ids = unit.series().toFill(until, window.value(), limit - int(found.size()));
        if (!ids)
            return failure(ids.error());
        for (const SeriesId id : *ids) {
            auto one = unit.series().find(id);
            if (!one)
                return failure(one.error());
            found.append(std::move(**one));
        }
    }
    return found;
}

Result<void> Reserving::fill(WriteUnit& unit, const Series& series) const
{
    return SeriesReserving(*m_configuration, m_reader, m_telling == Telling::AsDecided).fill(unit, series);
}

// What is no meeting request is kept, classified and never answered. What cannot be read may be one: a person sees it.
Result<void> Reserving::decideMail(DecisionWork& work) const
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
    if (reading.kind == MessageKind::Plain) {
        const auto isReply = decideByReply(work, *m_configuration);
        if (!isReply)
            return failure(isReply.error());
        if (*isReply)
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
    return markTold(work.unit, **entry, ExchangeState::Failed, reason);
}

Result<void> Reserving::decideMeeting(DecisionWork& work) const
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
    const QList<ItipEvent>& events = work.prepared.meeting->events;
    for (const ItipEvent& event : events) {
        // What a message says of one occurrence beside the whole series is decided with it.
        const bool isPart = event.recurrenceId && std::any_of(events.begin(), events.end(), [&event](const ItipEvent& other) {
                                return other.isSeries() && other.uid == event.uid;
                            });
        if (isPart)
            continue;
        if (const auto decided = decideEvent(work, event); !decided)
            return decided;
    }
    return {};
}

Result<void> Reserving::decideEvent(DecisionWork& work, const ItipEvent& event) const
{
    const MessageReading& reading = *work.prepared.reading;
    if (!work.released && !senderSpeaksForOrganizer(reading, event)) {
        work.end(Verdict::Held, {"match.sender-not-organizer",
                                 {{QStringLiteral("sender"), reading.content.from.address},
                                  {QStringLiteral("organizer"), event.organizer.address}}});
        work.step("R-MATCH", work.trace.reason);
        return {};
    }
    MeetingRequest request =
        requestFor(event, reading.kind == MessageKind::MeetingCancel ? ItipMethod::Cancel : ItipMethod::Request,
                   work.space, work.trace.recipient, m_configuration->zoneOf(work.space), reading.requester, m_reader);
    applyContent(request, m_configuration->policies().policyFor(work.space).content);
    const MeetingKey& key = request.key;
    auto series = work.unit.series().findByMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!series)
        return failure(series.error());
    const SeriesReserving whole(*m_configuration, m_reader, m_telling == Telling::AsDecided);
    const bool endsTheWhole = request.version.cancels && key.recurrenceId.isEmpty();
    const auto known = endsTheWhole && !*series ? isKnownByOccurrences(work.unit, key) : Result<bool>(series->has_value());
    if (!known)
        return failure(known.error());
    if (event.isSeries() || (endsTheWhole && *known))
        return whole.decide(work, event, request);
    if (event.recurrenceId && event.recurrenceId->thisAndFuture && !(*series && request.version.cancels)) {
        work.end(Verdict::Held, {"decision.this-and-future", {}});
        work.step(ruleOf(work.trace.reason), work.trace.reason);
        return {};
    }
    if (!*series)
        return decideWithoutSeries(work, event, request);
    const bool isOutdated = key.recurrenceId.isEmpty() ? request.version <= (*series)->version
                                                       : isBehind(request.version, (*series)->version);
    if (isOutdated) {
        ignoreOutdated(work, request.version, (*series)->version);
        return {};
    }
    if (event.recurrenceId && event.recurrenceId->thisAndFuture)
        return whole.endAt(work, **series, request);
    if (!key.recurrenceId.isEmpty())
        return decideSingle(work, event, request, (*series)->id);
    if (const auto dissolved = whole.dissolve(work, **series, request.version); !dissolved)
        return dissolved;
    return decideSingle(work, event, request, {});
}

// A single meeting, or one occurrence of a series that has not come: its end may have.
Result<void> Reserving::decideWithoutSeries(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const
{
    if (request.key.recurrenceId.isEmpty())
        return decideSingle(work, event, request, {});
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    const auto known = work.unit.reservations().findByMeeting(whole);
    if (!known)
        return failure(known.error());
    if (*known && (*known)->version.cancels && isBehind(request.version, (*known)->version)) {
        ignoreOutdated(work, request.version, (*known)->version);
        return {};
    }
    return decideSingle(work, event, request, {});
}

Result<void> Reserving::decideSingle(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                     SeriesId series) const
{
    const auto facts = gather(work, request);
    if (!facts)
        return failure(facts.error());
    Decision decision = decide(request, *facts);
    if (m_telling == Telling::Nobody)
        decision.answer = decision.confirm = false;
    if (!decision.policy.isEmpty())
        work.step(ruleOf(decision.policy), decision.policy);
    work.step(ruleOf(decision.reason), decision.reason);
    work.end(verdictOf(decision.outcome, facts->existing && holdsSlot(facts->existing->status)), decision.reason);
    return carryOut(work, request, *facts, decision, event, series);
}

Result<DecisionFacts> Reserving::gather(DecisionWork& work, const MeetingRequest& request) const
{
    DecisionFacts facts{work.unit.now(), work.space, {}, {}, {}, {}};
    const auto external = work.isExternal(*m_configuration);
    if (!external)
        return failure(external.error());
    facts.policies = m_configuration->policyFacts(work.space, *external);
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

Result<void> Reserving::carryOut(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                                 const Decision& decision, const ItipEvent& event, SeriesId series) const
{
    if (decision.outcome == Outcome::Ignore || decision.outcome == Outcome::Hold)
        return {};
    const bool concernsPerson = decision.outcome == Outcome::Accept || decision.outcome == Outcome::Ask
        || decision.outcome == Outcome::Decline;
    PersonId personId = facts.existing ? facts.existing->personId : work.trace.gate.personId;
    if (concernsPerson) {
        const auto person = work.findPerson(facts.existing ? facts.existing->personId : PersonId());
        if (!person)
            return failure(person.error());
        personId = *person;
    }
    if (facts.existing && decision.outcome != Outcome::Unchanged) {
        if (const auto withdrawn = withdrawApproval(work.unit, facts.existing->id, {}); !withdrawn)
            return withdrawn;
    }
    const QString& requester = work.prepared.reading->requester;
    if (leavesRow(request, facts, decision)) {
        Reservation row = rowFor(request, facts, decision, work.trace, requester);
        row.personId = personId;
        row.seriesId = series ? series : row.seriesId;
        row.byItself = !request.key.recurrenceId.isEmpty();
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
    if (decision.outcome == Outcome::Ask)
        return askApprovers(work, *m_configuration,
                            {work.trace.reservationId, {}, request.time->end, announcement, decision, request.answerWanted,
                             m_telling == Telling::AsDecided});
    auto steps = announce(work.unit, announcement, decision, work.trace, work.trace.reservationId);
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    return {};
}

} // namespace reserve
