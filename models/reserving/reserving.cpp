// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/reserving.h"

#include "models/base/address.h"
#include "models/booking/contentrules.h"
#include "models/entities/consolemeeting.h"
#include "models/reserving/announcing.h"
#include "models/reserving/datesettling.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/holdingversions.h"
#include "models/reserving/mailverdict.h"
#include "models/reserving/othermail.h"
#include "models/reserving/seriesparts.h"
#include "models/reserving/seriesreserving.h"
#include "models/reserving/singlereserving.h"
#include "models/reserving/storedcalendar.h"

#include <algorithm>

namespace reserve {

namespace {

// Some 10 ms of writing.
constexpr qsizetype rowsInOnePart = 250;

void ignoreOutdated(DecisionWork& work, const MeetingVersion& version, const MeetingVersion& known)
{
    const Reason reason{"decision.outdated",
                        {{QStringLiteral("sequence"), QString::number(version.sequence)},
                         {QStringLiteral("known-sequence"), QString::number(known.sequence)}}};
    work.step(ruleOf(reason), reason);
    work.end(Verdict::Ignored, reason);
}

// Whether what ends a meeting that is not known as a series ends one: parts may have come before it. So may the end
// itself, and where it says nothing about a time only a series can keep in mind that there was one.
Result<bool> isSeries(const ReadUnit& unit, const MeetingRequest& end)
{
    const MeetingKey& key = end.key;
    const auto changes = unit.seriesChanges().ofMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!changes || !changes->isEmpty())
        return changes.map([](const QList<SeriesChange>&) { return true; });
    return unit.reservations()
        .occurrences(key.organizerKey, key.uid, key.spaceId)
        .map([&end](const QList<Reservation>& rows) {
            const bool hasDates = std::any_of(rows.begin(), rows.end(),
                                              [](const Reservation& row) { return !row.recurrenceId.isEmpty(); });
            return hasDates || (rows.isEmpty() && !end.time);
        });
}

// With the number of what is known, and sent before it.
bool isOlderText(const MeetingRequest& request, const std::optional<Series>& known)
{
    return known && !known->isBegun() && !known->version.cancels && !request.version.cancels
        && request.version.sequence == known->version.sequence && request.version < known->version;
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
    return decideInParts(unit, id, prepared, released, 0).map([](const DecisionProgress& progress) {
        return progress.trace;
    });
}

Result<DecisionProgress> Reserving::beginTrace(WriteUnit& unit, TraceId id, const PreparedMessage& prepared,
                                               bool released) const
{
    return decideInParts(unit, id, prepared, released, rowsInOnePart);
}

Result<DecisionProgress> Reserving::goOn(WriteUnit& unit, const SeriesInProgress& progress,
                                         const PreparedMessage& prepared) const
{
    const SeriesInProgress::Decided& decided = *progress.decided;
    DecisionWork work{unit, prepared, decided.released, progress.trace, decided.space, decided.person};
    work.mostRows = rowsInOnePart;
    const SeriesReserving whole(*m_configuration, m_reader, m_telling == Telling::AsDecided);
    if (const auto written = whole.goOn(work, progress); !written)
        return failure(written.error());
    if (const auto settled = work.rest ? Result<void>() : settle(work, decided.request.key); !settled)
        return failure(settled.error());
    return progressOf(work);
}

// What is not all written leaves its trace as it is: waiting.
Result<DecisionProgress> Reserving::progressOf(DecisionWork& work) const
{
    if (work.rest)
        return DecisionProgress{work.trace, work.rest};
    if (const auto updated = work.unit.traces().update(work.trace); !updated)
        return failure(updated.error());
    return DecisionProgress{work.trace, {}};
}

Result<DecisionProgress> Reserving::decideInParts(WriteUnit& unit, TraceId id, const PreparedMessage& prepared,
                                                  bool released, qsizetype mostRows) const
{
    auto found = unit.traces().find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("trace.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    DecisionWork work{unit, prepared, released, std::move(**found), {}, {}};
    const bool open = work.trace.state == TraceState::Waiting || (released && work.trace.state == TraceState::Held);
    if (!open)
        return DecisionProgress{work.trace, {}};
    work.mostRows = mostRows;
    if (released)
        work.step("R-MATCH", {"trace.released", {}});
    const bool meeting = prepared.reading->isRequestOrCancel() || prepared.reading->isAddition();
    if (const auto decided = meeting ? decideMeeting(work) : decideOtherMail(work, *m_configuration); !decided)
        return failure(decided.error());
    return progressOf(work);
}

Result<void> Reserving::decideMeeting(DecisionWork& work) const
{
    const auto hasSpace = work.findSpace(*m_configuration);
    if (!hasSpace || !*hasSpace)
        return hasSpace ? Result<void>() : failure(hasSpace.error());
    if (!work.prepared.meeting) {
        work.end(Verdict::Held, work.prepared.meeting.error().reason());
        work.step("R-MEETING", work.trace.reason);
        return {};
    }
    const QList<ItipEvent>& events = work.prepared.meeting->events;
    work.tellZones(events);
    const bool aboutOne = std::all_of(events.begin(), events.end(),
                                      [&events](const ItipEvent& event) { return event.uid == events.first().uid; });
    if (!aboutOne)
        work.mostRows = 0;
    MailVerdict verdict(std::exchange(work.trace.endings, {}));
    for (const ItipEvent& event : events) {
        // What a message says of one occurrence beside the whole series is decided with it.
        const bool isPart = event.recurrenceId
            && std::any_of(events.begin(), events.end(),
                           [&event](const ItipEvent& other) { return other.isSeries() && other.uid == event.uid; });
        if (isPart || work.rest)
            continue;
        if (const auto decided = decideEvent(work, event); !decided)
            return decided;
        verdict.add(work.trace, meetingIn(event));
        work.trace.endings.clear();
    }
    if (const auto ended = verdict.end(work.unit, work.trace); !ended)
        return ended;
    for (const MeetingKey& key : work.rest ? QList<MeetingKey>() : std::exchange(work.heard, {})) {
        if (const auto settled = settle(work, key); !settled)
            return settled;
    }
    return {};
}

Result<void> Reserving::decideEvent(DecisionWork& work, const ItipEvent& event) const
{
    const MessageReading& reading = *work.prepared.reading;
    work.meetingStood = work.trace.gate.isStanding(event.uid);
    if (!work.trace.gate.admits(event.uid)) {
        work.end(Verdict::Rejected,
                 {"gate.meeting-new",
                  {{QStringLiteral("requester"), reading.requester}, {QStringLiteral("space"), work.space.name}}});
        work.step("R-GATE", work.trace.reason);
        return {};
    }
    if (!work.released && !senderSpeaksForOrganizer(reading, event)) {
        work.end(Verdict::Held,
                 {"match.sender-not-organizer",
                  {{QStringLiteral("sender"), reading.content.from.address},
                   {QStringLiteral("organizer"), event.organizer.address}}});
        work.step("R-MATCH", work.trace.reason);
        return {};
    }
    // RFC 5546 3.2.2 knows no REQUEST of a cancelled event; who sends one has called it off.
    const bool cancels = reading.kind == MessageKind::MeetingCancel || event.status == "CANCELLED";
    MeetingRequest request
        = requestFor(event, cancels ? ItipMethod::Cancel : ItipMethod::Request, work.space, work.trace.recipient,
                     m_configuration->zoneOf(work.space), reading.requester, m_reader);
    const ContentPolicy content = m_configuration->policies().policyFor(work.space).content;
    applyContent(request, content);
    work.trace.isPrivate = work.trace.isPrivate && !content.removePrivateProperty;
    if (isConsoleUid(request.key.uid) && !work.byConsole) {
        const auto left = leaveToConsole(work, event, request);
        if (!left || *left)
            return left.map([](bool) {});
    }
    const SeriesReserving whole(*m_configuration, m_reader, m_telling == Telling::AsDecided);
    const auto isHeard = [&request](const MeetingKey& key) {
        return key.uid == request.key.uid && key.organizerKey == request.key.organizerKey
            && (key.recurrenceId.isEmpty() || !request.key.recurrenceId.isEmpty());
    };
    if (std::none_of(work.heard.begin(), work.heard.end(), isHeard))
        work.heard.append(request.key);
    return reading.isAddition() ? decideAddition(work, event, request) : decideRequest(work, event, request, whole);
}

// A meeting made in the console is changed there alone, whoever mails about it. R-QUIET: a request is answered.
Result<bool> Reserving::leaveToConsole(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const
{
    const auto meeting = work.unit.consoleMeetings().find(request.key.uid);
    if (!meeting)
        return failure(meeting.error());
    const bool isOurs = *meeting && addressKey((*meeting)->organizer) == request.key.organizerKey
        && (*meeting)->spaceId == work.space.id;
    if (!isOurs)
        return false;
    const Reason reason{"decision.made-in-console", {{QStringLiteral("space"), work.space.name}}};
    work.step("R-MEETING", reason);
    work.end(request.version.cancels ? Verdict::Ignored : Verdict::Declined, reason);
    if (request.version.cancels || !request.answerWanted || m_telling == Telling::Nobody)
        return true;
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.reason = reason;
    decision.answer = true;
    const Announcement announcement = announcementOf({request,
                                                      event,
                                                      work.space,
                                                      decision,
                                                      work.person,
                                                      m_configuration->zoneOf(work.space),
                                                      work.prepared.reading->requester,
                                                      work.prepared.reading->content.messageId,
                                                      {}});
    auto steps = announce(work.unit, announcement, decision, work.trace, {});
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    return true;
}

Result<void> Reserving::decideHere(DecisionWork& work) const
{
    return decideMeeting(work);
}

Result<void> Reserving::decideRequest(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                      const SeriesReserving& whole) const
{
    const MeetingKey& key = request.key;
    const auto series = work.unit.series().findByMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!series)
        return failure(series.error());
    if (event.recurrenceId)
        return decideOccurrences(work, event, request, *series, whole);
    const auto endsTheWhole
        = !request.version.cancels || *series ? Result<bool>(request.version.cancels) : isSeries(work.unit, request);
    if (!endsTheWhole)
        return failure(endsTheWhole.error());
    if (event.isSeries() || *endsTheWhole) {
        const auto decided = whole.decide(work, event, request);
        return decided && isOlderText(request, *series) ? decideDatesBeside(work, event) : decided;
    }
    if (!*series)
        return decideSingle(work, event, request, {});
    if (request.version <= (*series)->version) {
        ignoreOutdated(work, request.version, (*series)->version);
        return {};
    }
    if (const auto dissolved = whole.dissolve(work, **series, request.version); !dissolved)
        return dissolved;
    return decideSingle(work, event, request, {});
}

// What was said of single dates beside an older text of the series holds unless it was said anew.
Result<void> Reserving::decideDatesBeside(DecisionWork& work, const ItipEvent& whole) const
{
    MailVerdict verdict;
    verdict.add(work.trace, meetingIn(whole));
    for (const ItipEvent& event : work.prepared.meeting->events) {
        if (!event.recurrenceId || event.uid != whole.uid)
            continue;
        if (const auto decided = decideEvent(work, event); !decided)
            return decided;
        verdict.add(work.trace, meetingIn(event));
        work.trace.endings.clear();
    }
    verdict.putInto(work.trace);
    return {};
}

// One date of a series, or one and all that follow, by itself.
Result<void> Reserving::decideOccurrences(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                          const std::optional<Series>& series, const SeriesReserving& whole) const
{
    if (!series || series->calendar.isEmpty())
        return decideWithoutSeries(work, event, request, series);
    const auto history = whole.historyOf(work, *series);
    if (!history)
        return failure(history.error());
    const auto meant = history->meant(*event.recurrenceId);
    if (!meant) // declined, because nobody can tell its dates
        return decideWithoutSeries(work, event, request, series);
    const QString place = history->placeOf(*event.recurrenceId);
    const bool decidesUnknown = request.version.cancels || (work.released && !work.settles);
    if (meant->isEmpty() && !decidesUnknown && !history->isWiped(place, request.version))
        return SeriesParts(work, *m_configuration, m_reader)
            .await(event, request, {"decision.date-awaited", {}})
            .map([](bool) {});
    if (event.recurrenceId->thisAndFuture)
        return whole.decidePart(work, event, request, *series);
    QStringList keys = meant->isEmpty() ? QStringList{request.key.recurrenceId} : *meant;
    if (!request.version.cancels)
        keys = keys.first(1);
    const auto versions = HoldingVersions::of(work, *m_configuration, m_reader, request.key);
    if (!versions)
        return failure(versions.error());
    MailVerdict verdict;
    for (const QString& occurrence : keys) {
        const QString& date = meant->isEmpty() ? place : occurrence;
        const auto said = history->saidWithTheWhole(occurrence);
        const bool isSaid = said && request.version < *said;
        if (isSaid || history->isWiped(date, request.version)) {
            ignoreOutdated(work, request.version, isSaid ? *said : history->holdingFor(date).version);
            verdict.add(work.trace, meetingIn(request.key.uid, occurrence));
            continue;
        }
        MeetingRequest one = request;
        one.key.recurrenceId = occurrence;
        if (const auto decided = decideSingle(work, event, one, {series->id, versions->waitsFor(date)}); !decided)
            return decided;
        verdict.add(work.trace, meetingIn(one.key.uid, occurrence));
    }
    verdict.putInto(work.trace);
    return {};
}

// One occurrence of a series that has not come: its end, or that of the dates from one on, may have.
Result<void> Reserving::decideWithoutSeries(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                            const std::optional<Series>& ended) const
{
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    const auto known = work.unit.reservations().findByMeeting(whole);
    if (!known)
        return failure(known.error());
    const auto changes = work.unit.seriesChanges().ofMeeting(whole.organizerKey, whole.uid, whole.spaceId);
    if (!changes)
        return failure(changes.error());
    SeriesHistory history(*m_configuration, m_reader, work);
    if (ended)
        history.setEnd(ended->version);
    else if (*known && (*known)->version.cancels)
        history.setEnd((*known)->version);
    history.add(*changes);
    if (history.isWiped(request.key.recurrenceId, request.version)) {
        ignoreOutdated(work, request.version, history.holdingFor(request.key.recurrenceId).version);
        return {};
    }
    if (event.recurrenceId->thisAndFuture)
        return SeriesParts(work, *m_configuration, m_reader).takeRange(event, request);
    return decideSingle(work, event, request, {});
}

// METHOD:ADD (RFC 5546 3.2.4): further dates of a meeting that is known.
Result<void> Reserving::decideAddition(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const
{
    const MeetingKey& key = request.key;
    const auto series = work.unit.series().findByMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!series)
        return failure(series.error());
    const auto single = work.unit.reservations().findByMeeting(key);
    if (!single)
        return failure(single.error());
    SeriesParts parts(work, *m_configuration, m_reader);
    if (!*series && !*single)
        return parts.awaitMeeting(event, request, m_telling == Telling::AsDecided);
    const MeetingVersion& known = *series ? (*series)->version : (*single)->version;
    // What is newer names all dates there are.
    if (wipes(known, request.version) || request.version <= known) {
        ignoreOutdated(work, request.version, known);
        return {};
    }
    const auto added = parts.added(event, request, *series);
    if (!added)
        return failure(added.error());
    const auto versions = HoldingVersions::of(work, *m_configuration, m_reader, key);
    if (!versions)
        return failure(versions.error());
    MailVerdict verdict;
    for (const MeetingRequest& one : *added) {
        const DateOfSeries date{*series ? (*series)->id : SeriesId(), versions->waitsFor(one.key.recurrenceId)};
        if (const auto decided = decideSingle(work, event, one, date); !decided)
            return decided;
        verdict.add(work.trace, meetingIn(one.key.uid, one.key.recurrenceId));
    }
    verdict.putInto(work.trace);
    return {};
}

// What waited for what has just been decided is decided now, as if it had come behind it; what holds for a part of a
// series follows it.
Result<void> Reserving::settle(DecisionWork& work, const MeetingKey& key) const
{
    bool settled = true;
    while (settled) {
        settled = false;
        const auto changes = work.unit.seriesChanges().ofMeeting(key.organizerKey, key.uid, key.spaceId);
        if (!changes)
            return failure(changes.error());
        for (const SeriesChange& change : *changes) {
            // Only a new version of the whole changes what holds for a part of it.
            if (change.state != SeriesChangeState::Waiting && !key.recurrenceId.isEmpty())
                continue;
            const auto done = settleOne(work, change);
            if (!done)
                return failure(done.error());
            settled = settled || *done;
        }
    }
    return DateSettling(work, *m_configuration, m_reader, m_telling == Telling::AsDecided).settle(key);
}

// Whether it waits no more.
Result<bool> Reserving::settleOne(DecisionWork& work, const SeriesChange& change) const
{
    const auto trace = work.unit.traces().find(change.traceId);
    if (!trace)
        return failure(trace.error());
    const auto series = work.unit.series().findByMeeting(addressKey(change.organizer), change.uid, change.spaceId);
    if (!series)
        return failure(series.error());
    const bool waits = change.state == SeriesChangeState::Waiting;
    const bool isReleased
        = waits && (!*trace || ((*trace)->state != TraceState::Held && change.traceId != work.trace.id));
    if (isReleased)
        return work.unit.seriesChanges().remove(change.id).map([] { return true; });
    if (change.traceId == work.trace.id)
        return false;
    if (!work.calendars)
        work.calendars = std::make_shared<StoredCalendars>();
    const PreparedMessage prepared = readAgain(
        {change.calendar, change.requesterEmail, *trace ? (*trace)->messageId : QString(), methodOf(change)},
        *work.calendars, m_reader, work.unit.now());
    const ItipEvent* event = prepared.meeting ? eventOf(*prepared.meeting, change) : nullptr;
    if (!event)
        return false;
    DecisionWork other{work.unit, prepared, true, trace->value_or(Trace()), work.space, {}, true};
    other.calendars = work.calendars;
    const SeriesReserving whole(*m_configuration, m_reader, m_telling == Telling::AsDecided);
    if (!waits)
        return *series ? whole.refreshPart(other, *event, change, **series).map([] { return false; })
                       : Result<bool>(false);
    MailVerdict verdict(std::exchange(other.trace.endings, {}));
    if (const auto decided = decideEvent(other, *event); !decided)
        return failure(decided.error());
    if (other.trace.state == TraceState::Held)
        return false;
    verdict.add(other.trace, meetingIn(*event));
    if (const auto ended = verdict.end(work.unit, other.trace); !ended)
        return failure(ended.error());
    if (const auto updated = work.unit.traces().update(other.trace); !updated)
        return failure(updated.error());
    return work.unit.seriesChanges().remove(change.id).map([] { return true; });
}

Result<void> Reserving::decideSingle(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                     const DateOfSeries& date) const
{
    return SingleReserving(*m_configuration, m_telling == Telling::AsDecided).decide(work, event, request, date);
}

} // namespace reserve
