// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesreserving.h"

#include "models/base/address.h"
#include "models/base/logging.h"
#include "models/booking/hindrance.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/calendarorders.h"
#include "models/reserving/holdingversions.h"
#include "models/reserving/occurrencerow.h"
#include "models/reserving/outdating.h"
#include "models/reserving/seriesapprovals.h"
#include "models/reserving/seriesparts.h"
#include "models/reserving/siblingdates.h"
#include "models/reserving/storedcalendar.h"
#include "models/reserving/untold.h"

#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

MeetingRequest withObstacle(MeetingRequest request, const Reason& obstacle)
{
    if (request.obstacle.isEmpty())
        request.obstacle = obstacle;
    return request;
}

void ignore(DecisionWork& work, const MeetingVersion& version, const MeetingVersion& known)
{
    const Reason reason{version == known ? "decision.repeat" : "decision.outdated",
                        {{QStringLiteral("sequence"), QString::number(version.sequence)},
                         {QStringLiteral("known-sequence"), QString::number(known.sequence)}}};
    work.step(ruleOf(reason), reason);
    work.end(Verdict::Ignored, reason);
}

void note(DecisionWork& work, const Decision& decision, Standing before)
{
    if (!decision.policy.isEmpty())
        work.step(ruleOf(decision.policy), decision.policy);
    work.step(ruleOf(decision.reason), decision.reason);
    work.end(verdictOf(decision.outcome, before), decision.reason);
}

// What is over is ignored, and yet known when something older comes (R-MEETING).
bool leavesNothing(const Decision& decision)
{
    return decision.outcome == Outcome::Hold || (decision.outcome == Outcome::Ignore && !decision.isOver);
}

// Whether it says something that is not known, of dates that are not all past.
bool concernsWhatComes(const Decision& decision, const SeriesPlan& plan)
{
    return decision.outcome != Outcome::Unchanged && !(decision.isOver && plan.toCome.isEmpty());
}

// What was answered for the whole. What took place is not undone by a newer version that is over too.
ReservationStatus statusAfter(const Decision& whole, const SeriesPlan& plan, const Series& before)
{
    if (whole.outcome == Outcome::Accept)
        return ReservationStatus::Accepted;
    if (whole.outcome == Outcome::Ask)
        return ReservationStatus::Pending;
    if (whole.outcome == Outcome::Decline)
        return ReservationStatus::Declined;
    const bool isKnown = plan.series && !before.isBegun();
    const bool ends = whole.outcome == Outcome::Cancel || (whole.isOver && !(isKnown && plan.toCome.isEmpty()));
    return ends ? ReservationStatus::Cancelled : before.status;
}

// What has no dates to come may have some again when the series changes.
bool endsPart(const Decision& decision)
{
    const bool mayComeBack = decision.isOver || decision.reason.code == "decision.series-empty";
    return !mayComeBack && (decision.outcome == Outcome::Decline || decision.outcome == Outcome::Cancel);
}

// Whether a part takes several transactions. Not where other events of the message are decided behind it, nor where an
// approver is asked, whose word is about all of it.
bool isForSeveral(const DecisionWork& work, const SeriesPlan& plan, const SeriesDecision& decision)
{
    return work.mostRows > 0 && decision.whole.outcome != Outcome::Ask && work.prepared.meeting->events.size() == 1
        && SeriesWriting::rowsToWrite(plan, decision) > work.mostRows;
}

} // namespace

SeriesReserving::SeriesReserving(const Configuration& configuration, const ItipReader& reader, bool tells)
    : m_configuration(configuration)
    , m_reader(reader)
    , m_tells(tells)
    , m_planner(configuration, reader)
    , m_writing(configuration, tells)
{
}

SeriesDecision SeriesReserving::decision(const MeetingRequest& request, const SeriesPlan& plan) const
{
    SeriesDecision decision = decideSeries(withObstacle(request, plan.obstacle), plan.facts);
    if (!m_tells)
        decision.whole.answer = decision.whole.confirm = false;
    return decision;
}

Result<void> SeriesReserving::decide(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const
{
    auto planned = m_planner.plan(work, master, request);
    if (!planned)
        return failure(planned.error());
    SeriesDecision decided = decision(request, *planned);
    if (decided.whole.outcome == Outcome::Cancel && !work.ends.isEmpty())
        decided.whole.reason = work.ends;
    note(work, decided.whole, planned->facts.standing);
    return carryOut(work, master, request, *planned, decided);
}

Result<void> SeriesReserving::findPerson(DecisionWork& work, SeriesPlan& plan, Outcome outcome) const
{
    plan.personId = plan.series ? plan.series->personId : plan.rows.isEmpty() ? PersonId() : plan.rows.first().personId;
    if (!holdsDates(outcome) && outcome != Outcome::Decline)
        return {};
    return work.findPerson(plan.personId).map([&plan](PersonId person) { plan.personId = person; });
}

Result<void> SeriesReserving::carryOut(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                       SeriesPlan& plan, const SeriesDecision& decision) const
{
    if (leavesNothing(decision.whole))
        return {};
    if (const auto found = findPerson(work, plan, decision.whole.outcome); !found)
        return found;
    if (concernsWhatComes(decision.whole, plan)) {
        const SeriesApprovals asked(work, m_configuration, m_reader, request.key);
        if (const auto withdrawn = asked.withdrawReached(plan); !withdrawn)
            return withdrawn;
        // At once, also where what is decided is written in several transactions.
        if (const auto ended = endOutdated(work, lastWordOf(request, decision.whole, plan.toCome)); !ended)
            return ended;
    }
    if (const auto made = makeWay(work, plan, decision); !made)
        return made;
    if (work.mostRows > 0 && SeriesWriting::rowsToWrite(plan, decision) > work.mostRows)
        return beginInParts(work, master, request, plan, decision, {});
    if (const auto saved = saveSeries(work, request, plan, decision.whole); !saved)
        return saved;
    return m_writing.carryOut(work, master, request, plan, decision);
}

Result<void> SeriesReserving::makeWay(DecisionWork& work, const SeriesPlan& plan, const SeriesDecision& decision) const
{
    if (!holdsDates(decision.whole.outcome))
        return {};
    QSet<ReservationId> given;
    for (const DateInTheWay& one : plan.inTheWay) {
        if (!decision.hindrances.at(one.wanted).isEmpty() || given.contains(one.row.id))
            continue;
        given.insert(one.row.id);
        const Reservation wanted = occurrenceRow(plan.versions.first().request, plan, plan.wanted.at(one.wanted), work);
        if (const auto done = SiblingDates(work, m_configuration, m_tells).giveWay(one.row, wanted); !done)
            return done;
    }
    return {};
}

// Under a header that says so: until the last part is written, what was decided before is what is known.
Result<void> SeriesReserving::beginInParts(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                           const SeriesPlan& plan, const SeriesDecision& decision,
                                           const std::optional<SeriesChange>& part) const
{
    Series header = plan.series.value_or(Series());
    if (!plan.series) {
        header.spaceId = work.space.id;
        header.organizer = request.organizer;
        header.uid = request.key.uid;
        header.version.sequence = Series::sequenceOfBegun;
        header.status = ReservationStatus::Cancelled; // nothing holds yet
        header.createdAt = work.unit.now();
    }
    header.pendingTraceId = work.trace.id;
    header.pendingStood = plan.facts.stands;
    header.pendingSame = plan.facts.isSame;
    header.changedAt = work.unit.now();
    const auto saved = work.unit.series().save(header);
    if (!saved)
        return failure(saved.error());
    auto decided = std::make_shared<SeriesInProgress::Decided>(
        SeriesInProgress::Decided{&event, request, plan, decision, work.space, work.person, work.released, part});
    header.id = decided->plan.seriesId = *saved;
    decided->plan.series = header;
    return goOn(work, {std::move(decided), work.trace, 0});
}

Result<void> SeriesReserving::goOn(DecisionWork& work, const SeriesInProgress& progress) const
{
    const SeriesInProgress::Decided& decided = *progress.decided;
    const qsizetype all = SeriesWriting::rowsToWrite(decided.plan, decided.decision);
    const qsizetype count = std::min(work.mostRows, all - progress.written);
    if (const auto written
        = m_writing.writeRows(work, decided.request, decided.plan, decided.decision, progress.written, count);
        !written)
        return written;
    if (progress.written + count < all) {
        work.rest = std::make_shared<const SeriesInProgress>(
            SeriesInProgress{progress.decided, work.trace, progress.written + count});
        return {};
    }
    work.rest.reset();
    SeriesPlan plan = decided.plan;
    if (const auto ended = end(work, plan, decided); !ended)
        return ended;
    return m_writing.tell(work, *decided.event, decided.request, plan, decided.decision);
}

// Only now is known what was decided.
Result<void> SeriesReserving::end(DecisionWork& work, SeriesPlan& plan, const SeriesInProgress::Decided& decided) const
{
    if (!decided.part)
        return saveSeries(work, decided.request, plan, decided.decision.whole);
    SeriesChange part = *decided.part;
    part.id = {}; // not kept meanwhile
    if (const auto saved = work.unit.seriesChanges().save(part); !saved)
        return failure(saved.error());
    return saveSeriesOf(work, plan, *decided.part);
}

Result<void> SeriesReserving::saveSeries(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan,
                                         const Decision& whole) const
{
    Series series = plan.series.value_or(Series());
    const Instant now = work.unit.now();
    if (!plan.series)
        series.createdAt = now;
    series.spaceId = work.space.id;
    series.personId = plan.personId;
    series.organizer = request.organizer;
    series.uid = request.key.uid;
    series.status = statusAfter(whole, plan, series);
    series.version = series.isBegun() || !plan.series ? request.version : std::max(series.version, request.version);
    series.changedAt = now;
    series.traceId = work.trace.id;
    series.pendingTraceId = {};
    series.pendingStood = series.pendingSame = false;
    if (whole.outcome == Outcome::Cancel && !whole.isOver) {
        series.continues = false;
    } else {
        series.requesterEmail = work.prepared.reading->requester;
        series.recipient = work.trace.recipient;
        series.roomListed = request.roomListed;
        series.attendees = request.attendees;
        series.calendar = work.prepared.reading->content.calendar->text;
        series.filledUntil = plan.facts.windowEnd;
    }
    if (whole.isOver)
        series.continues = plan.continues;
    else if (holdsDates(whole.outcome) || whole.outcome == Outcome::Decline)
        series.continues = plan.continues && (holdsDates(whole.outcome) || plan.versions.size() > 1);
    const auto saved = work.unit.series().save(series);
    if (!saved)
        return failure(saved.error());
    plan.seriesId = *saved;
    return {};
}

Result<SeriesHistory> SeriesReserving::historyOf(DecisionWork& work, const Series& series) const
{
    SeriesHistory history(m_configuration, m_reader, work);
    const auto changes = work.unit.seriesChanges().ofMeeting(addressKey(series.organizer), series.uid, series.spaceId);
    if (!changes)
        return failure(changes.error());
    history.setWhole(series);
    history.add(*changes);
    return history;
}

Result<void> SeriesReserving::decidePart(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                         const Series& series) const
{
    auto history = historyOf(work, series);
    if (!history)
        return failure(history.error());
    const QString from = history->placeOf(*event.recurrenceId);
    if (const SeriesVersion* newer = history->newerThan(from, request.version)) {
        ignore(work, request.version, newer->version);
        return {};
    }
    if (history->versions().size() > mostParts) {
        ignoreTooMany(work);
        return {};
    }
    const SeriesVersion before = history->holdingFor(from);
    SeriesChange change = changeOf(work, event, request);
    change.state = request.version.cancels ? SeriesChangeState::Ended : SeriesChangeState::Holding;
    const auto saved = work.unit.seriesChanges().save(change);
    if (!saved)
        return failure(saved.error());
    change.id = *saved;
    history->add(event, work.prepared.meeting->timezones, change, !request.version.cancels);
    auto planned = m_planner.planPart(work, *history, series, change, before);
    if (!planned)
        return failure(planned.error());
    const SeriesDecision decided = decision(request, *planned);
    note(work, decided.whole, planned->facts.standing);
    return carryOutPart(work, event, request, *planned, decided, change);
}

Result<void> SeriesReserving::carryOutPart(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                           SeriesPlan& plan, const SeriesDecision& decision, SeriesChange change) const
{
    if (leavesNothing(decision.whole))
        return work.unit.seriesChanges().remove(change.id);
    if (const auto found = findPerson(work, plan, decision.whole.outcome); !found)
        return found;
    if (concernsWhatComes(decision.whole, plan)) {
        const SeriesApprovals asked(work, m_configuration, m_reader, request.key);
        if (const auto withdrawn = asked.withdrawReached(plan); !withdrawn)
            return withdrawn;
        const auto replaced
            = decision.whole.outcome == Outcome::Accept ? asked.withdrawPart(plan, change.id) : Result<void>();
        if (!replaced)
            return replaced;
        LastWord word = lastWordOf(request, decision.whole, plan.toCome);
        word.thisAndFuture = true;
        if (const auto ended = endOutdated(work, word); !ended)
            return ended;
    }
    if (const auto made = makeWay(work, plan, decision); !made)
        return made;
    change.state = endsPart(decision.whole) ? SeriesChangeState::Ended : SeriesChangeState::Holding;
    if (isForSeveral(work, plan, decision)) {
        // Kept before all is written, it would make a repeat of the message that is begun again after a crash.
        const auto removed = work.unit.seriesChanges().remove(change.id);
        return removed ? beginInParts(work, event, request, plan, decision, change) : removed;
    }
    if (const auto saved = work.unit.seriesChanges().save(change); !saved)
        return failure(saved.error());
    if (const auto saved = saveSeriesOf(work, plan, change); !saved)
        return saved;
    return m_writing.carryOut(work, event, request, plan, decision);
}

// `part` as it is named in the plan.
Result<void> SeriesReserving::saveSeriesOf(DecisionWork& work, const SeriesPlan& plan, const SeriesChange& part) const
{
    auto found = work.unit.series().find(plan.seriesId);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("series.missing", {{QStringLiteral("id"), QString::number(plan.seriesId.value)}});
    Series& series = **found;
    const bool isLast = plan.versions.last().change.id == part.id;
    series.continues = part.state == SeriesChangeState::Ended ? series.continues && !isLast : plan.continues;
    if (series.pendingTraceId == work.trace.id) {
        series.pendingTraceId = {};
        series.pendingStood = series.pendingSame = false;
    }
    series.changedAt = work.unit.now();
    return work.unit.series().save(series).map([](SeriesId) {});
}

Result<void> SeriesReserving::refreshPart(DecisionWork& work, const ItipEvent& event, const SeriesChange& change,
                                          const Series& series) const
{
    const auto history = historyOf(work, series);
    if (!history)
        return failure(history.error());
    const QList<SeriesVersion> living = history->living();
    const auto own = std::find_if(living.begin(), living.end(),
                                  [&change](const SeriesVersion& version) { return version.change.id == change.id; });
    if (own == living.end())
        return change.version.cancels ? Result<void>() : work.unit.seriesChanges().remove(change.id);
    if (change.state != SeriesChangeState::Holding)
        return {};
    auto planned = m_planner.planPart(work, *history, series, change, *own);
    if (!planned)
        return failure(planned.error());
    const SeriesDecision decided = decision(own->request, *planned);
    if (planned->facts.isSame || decided.whole.outcome == Outcome::Ignore)
        return {};
    return carryOutPart(work, event, own->request, *planned, decided, change);
}

Result<void> SeriesReserving::fill(WriteUnit& unit, const Series& series, qsizetype mostRows) const
{
    const auto space = unit.spaces().find(series.spaceId);
    if (!space)
        return failure(space.error());
    Series filled = series;
    const Instant until = *space ? m_planner.endOfWindow(unit.now(), **space) : series.filledUntil;
    filled.continues = space->has_value();
    if (!*space || until <= series.filledUntil)
        return unit.series().save(filled).map([](SeriesId) {});
    const auto calendars = std::make_shared<StoredCalendars>();
    const PreparedMessage prepared
        = readAgain({series.calendar, series.requesterEmail, {}}, *calendars, m_reader, unit.now());
    if (!prepared.meeting || !masterOf(*prepared.meeting, series.uid)) {
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
    work.calendars = calendars;
    const auto console
        = isConsoleUid(series.uid) ? unit.consoleMeetings().find(series.uid) : Result<std::optional<ConsoleMeeting>>();
    if (!console)
        return failure(console.error());
    work.byConsole = console->has_value();
    work.mostRows = mostRows;
    if (const auto added = addNew(work, filled, until); !added)
        return added;
    if (work.byConsole) {
        if (const auto followed = CalendarOrders(unit, m_configuration).followFilled(**console); !followed)
            return followed;
    }
    return unit.series().save(filled).map([](SeriesId) {});
}

// Up to `until`, or as far as one part goes; `series` says then how far that was, and whether there is more.
Result<void> SeriesReserving::addNew(DecisionWork& work, Series& series, Instant until) const
{
    const auto history = historyOf(work, series);
    if (!history)
        return failure(history.error());
    auto planned = m_planner.planFurther(work, *history, series, until);
    if (!planned)
        return failure(planned.error());
    SeriesPlan& plan = *planned;
    if (const auto waits = letWait(work, series, plan); !waits)
        return waits;
    const MeetingRequest& request = plan.versions.first().request;
    SeriesDecision decision;
    decision.whole.outcome = Outcome::Accept;
    decision.whole.reason = {"decision.series-filled", {{QStringLiteral("space"), work.space.name}}};
    decision.whole.answer = m_tells && request.answerWanted && !work.byConsole;
    const bool sharing = plan.facts.policies.policy.allowConflicts;
    decision.whole.exclusive = !sharing;
    Announcement whole = announcementOf({request,
                                         history->series(),
                                         work.space,
                                         decision.whole,
                                         work.person,
                                         m_configuration.zoneOf(work.space),
                                         series.requesterEmail,
                                         {},
                                         {}});
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const OccurrenceFacts& facts = plan.facts.occurrences.at(i);
        decision.hindrances.append(hindranceOf(facts, work.space, sharing));
        if (!decision.hindrances.last().isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, facts.time, decision.hindrances.last());
    }
    if (const auto made = makeWay(work, plan, decision); !made)
        return failure(made.error());
    if (const auto written = m_writing.writeOccurrences(work, request, plan, decision, 0, plan.wanted.size()); !written)
        return failure(written.error());
    series.filledUntil = plan.facts.windowEnd;
    series.continues = plan.continues;
    return decision.whole.answer ? m_writing.tellDeclined(work, whole) : Result<void>();
}

// The series is accepted, but a part of it may not be yet.
Result<void> SeriesReserving::letWait(DecisionWork& work, const Series& series, SeriesPlan& plan) const
{
    const auto versions = HoldingVersions::of(work, m_configuration, m_reader,
                                              {addressKey(series.organizer), series.uid, {}, series.spaceId});
    if (!versions)
        return failure(versions.error());
    for (WantedOccurrence& wanted : plan.wanted)
        wanted.waits = versions->waitsFor(wanted.key);
    return {};
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
        row.exchangeState = untold(row.exchangeState);
        row.version = version;
        row.byItself = false;
        row.namedAs.clear();
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    if (const auto withdrawn = withdrawApprovals(work.unit, series); !withdrawn)
        return withdrawn;
    series.version = version;
    series.status = ReservationStatus::Cancelled;
    series.continues = false;
    series.changedAt = work.unit.now();
    return work.unit.series().save(series).map([](SeriesId) {});
}

} // namespace reserve
