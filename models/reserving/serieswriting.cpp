// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/serieswriting.h"

#include "models/booking/hindrance.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/occurrencerow.h"
#include "models/reserving/untold.h"

#include <QHash>

#include <algorithm>

namespace reserve {

namespace {

bool holds(const Reservation& row)
{
    return holdsSlot(row.status);
}

// Of a declined series one row tells of the request; the others would only fill the calendar.
qsizetype occurrencesToWrite(const SeriesPlan& plan, const SeriesDecision& decision)
{
    if (holdsDates(decision.whole.outcome))
        return plan.wanted.size();
    const bool isToldOf = decision.whole.outcome != Outcome::Decline || !plan.toCome.isEmpty();
    return isToldOf ? 0 : std::min<qsizetype>(1, plan.wanted.size());
}

// What is offered in place of a series is near the first date that it cannot have.
MeetingRequest atHinderedDate(MeetingRequest request, const SeriesPlan& plan, const Space& space)
{
    const bool sharing = plan.facts.policies.policy.allowConflicts;
    const auto hindered
        = std::find_if(plan.facts.occurrences.begin(), plan.facts.occurrences.end(), [&](const OccurrenceFacts& date) {
              return !hindranceOf(date.time, space, sharing, date.conflicts, date.closures).isEmpty();
          });
    if (hindered != plan.facts.occurrences.end())
        request.time = hindered->time;
    return request;
}

// Which row learns that a decline was told; none where the dates of the series do.
ReservationId rowOfRefused(const DecisionWork& work, const SeriesPlan& plan)
{
    if (!plan.wanted.isEmpty())
        return {};
    if (plan.rows.isEmpty())
        return work.trace.reservationId;
    return plan.toCome.size() == 1 ? plan.toCome.first().id : ReservationId();
}

// As the series itself would name the date of its DTSTART.
QString keyOfFirst(const ItipEvent& series, TimeRange time)
{
    if (series.start.kind == ItipTime::Kind::Date)
        return series.start.wall.date().toString(Qt::ISODate);
    return series.start.kind == ItipTime::Kind::Floating ? series.start.wall.toString(u"yyyy-MM-ddTHH:mm:ss")
                                                         : toIso(time.start);
}

} // namespace

bool holdsDates(Outcome outcome)
{
    return outcome == Outcome::Accept || outcome == Outcome::Ask;
}

SeriesWriting::SeriesWriting(const Configuration& configuration, bool tells)
    : m_configuration(configuration)
    , m_tells(tells)
{
}

Result<void> SeriesWriting::carryOut(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                     const SeriesPlan& plan, const SeriesDecision& decision) const
{
    if (const auto written = writeRows(work, request, plan, decision, 0, rowsToWrite(plan, decision)); !written)
        return written;
    if (const auto written = writeRefused(work, event, request, plan, decision); !written)
        return written;
    return tell(work, event, request, plan, decision);
}

// Where none of its dates can be looked at, its first time tells of a series that was declined. One without a time
// leaves its trace alone.
Result<void> SeriesWriting::writeRefused(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                         const SeriesPlan& plan, const SeriesDecision& decision) const
{
    const bool isUntold = decision.whole.outcome == Outcome::Decline && plan.wanted.isEmpty() && plan.rows.isEmpty();
    if (!isUntold || !event.isSeries() || !request.time || request.time->end <= plan.facts.now)
        return {};
    SeriesPlan first = plan;
    first.wanted.append({keyOfFirst(event, *request.time), *request.time, event.start.wall.date(), nullptr, -1});
    return writeOccurrences(work, request, first, decision, 0, 1);
}

qsizetype SeriesWriting::rowsToWrite(const SeriesPlan& plan, const SeriesDecision& decision)
{
    return plan.toCome.size() + occurrencesToWrite(plan, decision);
}

Result<void> SeriesWriting::writeRows(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                      const SeriesDecision& decision, qsizetype begin, qsizetype count) const
{
    const qsizetype end = begin + count;
    const qsizetype before = plan.toCome.size();
    if (begin < before) {
        const qsizetype last = std::min(end, before);
        const auto done = decision.whole.outcome == Outcome::Unchanged
            ? touch(work, request, plan, begin, last)
            : release(work, request, plan, decision.whole, begin, last);
        if (!done)
            return done;
    }
    const qsizetype first = std::max(begin, before) - before;
    return writeOccurrences(work, request, plan, decision, first,
                            std::min(end - before, occurrencesToWrite(plan, decision)));
}

// Texts changed, times did not.
Result<void> SeriesWriting::touch(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                  qsizetype begin, qsizetype end) const
{
    QHash<QString, const WantedOccurrence*> wanted;
    for (const WantedOccurrence& occurrence : plan.wanted)
        wanted.insert(occurrence.key, &occurrence);
    for (qsizetype i = begin; i < end; ++i) {
        Reservation row = plan.toCome.at(i);
        const WantedOccurrence* occurrence = wanted.value(row.recurrenceId);
        if (!occurrence)
            continue;
        const Reservation said = occurrenceRow(request, plan, *occurrence, work);
        row.version = said.version;
        row.byItself = said.byItself;
        row.namedAs = said.namedAs;
        row.seats = said.seats;
        row.subject = said.subject;
        row.isPrivate = said.isPrivate;
        row.changedAt = said.changedAt;
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

// All that this version reaches lets its time go first, so that occurrences can move onto each other's.
Result<void> SeriesWriting::release(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                    const Decision& whole, qsizetype begin, qsizetype end) const
{
    for (qsizetype i = begin; i < end; ++i) {
        Reservation row = plan.toCome.at(i);
        // Made here, it has ended once, and says why.
        if (work.byConsole && row.status == ReservationStatus::Cancelled)
            continue;
        const bool declined
            = whole.outcome == Outcome::Decline && (holds(row) || row.status == ReservationStatus::Declined);
        row.status = declined ? ReservationStatus::Declined : ReservationStatus::Cancelled;
        row.reason = holdsDates(whole.outcome) ? Reason{"decision.occurrence-removed", {}} : whole.reason;
        // What its organizer took back is not told again.
        row.exchangeState = declined && whole.answer ? ExchangeState::Queued : untold(row.exchangeState);
        // What takes the room off may have come before this older version.
        row.version = std::max(request.version, plan.facts.known.value_or(request.version));
        row.byItself = false;
        row.namedAs.clear();
        row.traceId = work.trace.id;
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
        // A move that an approver has yet to decide does not give up what stands.
        const Reservation& before = plan.toCome.at(i);
        const bool keeps
            = whole.outcome == Outcome::Ask && before.status == ReservationStatus::Accepted && before.exclusive;
        const auto kept = keeps ? work.unit.reservations().keepTime(before, plan.seriesId) : Result<void>();
        if (!kept)
            return kept;
    }
    return {};
}

Result<void> SeriesWriting::writeOccurrences(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan,
                                             const SeriesDecision& decision, qsizetype begin, qsizetype end) const
{
    const bool accepts = holdsDates(decision.whole.outcome);
    const ReservationStatus given
        = decision.whole.outcome == Outcome::Ask ? ReservationStatus::Pending : ReservationStatus::Accepted;
    QHash<QString, const Reservation*> known;
    for (const Reservation& row : plan.rows)
        known.insert(row.recurrenceId, &row);
    for (qsizetype i = begin; i < end; ++i) {
        const WantedOccurrence& wanted = plan.wanted.at(i);
        Reservation row = occurrenceRow(request, plan, wanted, work);
        row.seriesId = plan.seriesId;
        row.personId = plan.personId;
        const Reason hindrance = accepts ? decision.hindrances.at(i) : decision.whole.reason;
        const bool waits = wanted.waits && accepts && hindrance.isEmpty();
        row.status = waits                   ? ReservationStatus::Pending
            : accepts && hindrance.isEmpty() ? given
                                             : ReservationStatus::Declined;
        row.reason = hindrance.isEmpty() ? decision.whole.reason : hindrance;
        row.exclusive = decision.whole.exclusive;
        row.exchangeState = decision.whole.answer && !waits ? ExchangeState::Queued : ExchangeState::OnlyHere;
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

Result<void> SeriesWriting::tell(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                 const SeriesPlan& plan, const SeriesDecision& decision) const
{
    if (!holdsDates(decision.whole.outcome) && decision.whole.outcome != Outcome::Decline)
        return {};
    const bool stands = plan.wanted.isEmpty() && holdsDates(decision.whole.outcome);
    MeetingRequest told = request;
    if (!plan.wanted.isEmpty())
        told.time = plan.wanted.first().time;
    else if (stands && !plan.facts.kept.isEmpty())
        told.time = plan.facts.kept.first();
    QList<Alternative> alternatives;
    if (decision.whole.outcome == Outcome::Decline && decision.whole.answer && told.time) {
        auto found = findAlternatives(work.unit, m_configuration, work.space, atHinderedDate(told, plan, work.space),
                                      plan.facts.now);
        if (!found)
            return failure(found.error());
        alternatives = std::move(*found);
    }
    const QByteArray zone = m_configuration.zoneOf(work.space);
    const QString& messageId = work.prepared.reading->content.messageId;
    Announcement whole
        = announcementOf({told, event, work.space, decision.whole, work.person, zone, work.prepared.reading->requester,
                          messageId, alternatives, work.prepared.meeting->timezones});
    whole.byConsole = work.byConsole;
    whole.occurrences = int(stands ? plan.facts.kept.size() : plan.wanted.size());
    whole.goesOn = plan.facts.continues;
    whole.begins = request.time;
    whole.thisAndFuture = event.recurrenceId && event.recurrenceId->thisAndFuture;
    if (holdsDates(decision.whole.outcome) && plan.facts.continues)
        whole.until = plan.facts.windowEnd;
    for (qsizetype i = 0; i < decision.hindrances.size(); ++i) {
        if (!decision.hindrances.at(i).isEmpty())
            addDeclined(whole, plan.wanted.at(i).key, plan.wanted.at(i).time, decision.hindrances.at(i));
    }
    if (const auto offered = offerForDates(work.unit, m_configuration, work.space, told, plan.facts.now, whole);
        !offered)
        return offered;
    if (work.byConsole)
        work.toTell = whole;
    if (decision.whole.outcome == Outcome::Ask)
        return askApprovers(
            work.unit, work.space, work.trace, m_configuration,
            {{}, plan.seriesId, plan.wanted.last().time.end, whole, decision.whole, request.answerWanted, m_tells});
    if (work.byConsole)
        return {};
    auto steps = announce(work.unit, whole, decision.whole, work.trace, rowOfRefused(work, plan));
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    if (!decision.whole.answer)
        return {};
    return tellDeclined(work, whole);
}

Result<void> SeriesWriting::tellDeclined(DecisionWork& work, const Announcement& whole) const
{
    auto steps = announceDeclined(work.unit, whole, work.trace);
    if (!steps)
        return failure(steps.error());
    work.trace.steps += *steps;
    return {};
}

} // namespace reserve
