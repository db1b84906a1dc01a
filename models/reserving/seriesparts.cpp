// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesparts.h"

#include "models/reserving/announcing.h"
#include "models/reserving/untold.h"

#include <algorithm>

namespace reserve {

SeriesChange changeOf(const DecisionWork& work, const ItipEvent& event, const MeetingRequest& request)
{
    SeriesChange change;
    change.spaceId = work.space.id;
    change.organizer = request.organizer;
    change.uid = request.key.uid;
    change.recurrenceId = event.recurrenceId ? event.recurrenceId->key : QString();
    change.version = request.version;
    change.requesterEmail = work.prepared.reading->requester;
    change.recipient = work.trace.recipient;
    change.calendar = work.prepared.reading->content.calendar->text;
    change.traceId = work.trace.id;
    change.createdAt = work.unit.now();
    return change;
}

void ignoreTooMany(DecisionWork& work)
{
    const Reason reason{"decision.series-parts-many", {{QStringLiteral("limit"), QString::number(mostParts)}}};
    work.step("R-MEETING", reason);
    work.end(Verdict::Ignored, reason);
}

SeriesParts::SeriesParts(DecisionWork& work, const Configuration& configuration, const ItipReader& reader)
    : m_work(work)
    , m_configuration(configuration)
    , m_reader(reader)
{
}

Result<bool> SeriesParts::isNothingToKeep(const ItipEvent& event, const MeetingRequest& request)
{
    const MeetingKey& key = request.key;
    const auto changes = m_work.unit.seriesChanges().ofMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!changes)
        return failure(changes.error());
    const SeriesChange said = changeOf(m_work, event, request);
    const bool isRepeat = std::any_of(changes->begin(), changes->end(), [&said](const SeriesChange& known) {
        return known.recurrenceId == said.recurrenceId && known.version == said.version
            && known.traceId != said.traceId;
    });
    if (isRepeat) {
        const Reason reason{"decision.repeat", {}};
        m_work.step("R-MEETING", reason);
        m_work.end(Verdict::Ignored, reason);
    } else if (changes->size() >= mostParts) {
        ignoreTooMany(m_work);
    }
    return isRepeat || changes->size() >= mostParts;
}

Result<bool> SeriesParts::await(const ItipEvent& event, const MeetingRequest& request, const Reason& reason)
{
    if (m_work.settles)
        return false;
    const auto nothing = m_work.released ? Result<bool>(false) : isNothingToKeep(event, request);
    if (!nothing || *nothing)
        return nothing.map([](bool) { return false; });
    m_work.step("R-MEETING", reason);
    m_work.end(Verdict::Held, reason);
    // What a person has released is kept already.
    if (m_work.released)
        return false;
    return m_work.unit.seriesChanges().save(changeOf(m_work, event, request)).map([](SeriesChangeId) { return true; });
}

Result<void> SeriesParts::awaitMeeting(const ItipEvent& event, const MeetingRequest& request, bool asks)
{
    const auto isNew = await(event, request, {"decision.addition-awaited", {}});
    if (!isNew)
        return failure(isNew.error());
    if (!*isNew || !asks || !request.answerWanted)
        return {};
    const Decision none;
    const Announcement question = announcementOf({request,
                                                  event,
                                                  m_work.space,
                                                  none,
                                                  {},
                                                  m_configuration.zoneOf(m_work.space),
                                                  m_work.prepared.reading->requester,
                                                  m_work.prepared.reading->content.messageId,
                                                  {}});
    auto step = askForMeeting(m_work.unit, question, m_work.trace);
    if (!step)
        return failure(step.error());
    m_work.trace.steps.append(std::move(*step));
    return {};
}

Result<void> SeriesParts::takeRange(const ItipEvent& event, const MeetingRequest& request)
{
    if (!request.version.cancels)
        return await(event, request, {"decision.series-awaited", {}}).map([](bool) {});
    const auto nothing = isNothingToKeep(event, request);
    if (!nothing || *nothing)
        return nothing.map([](bool) {});
    const Reason reason{"decision.cancelled-before-request", {}};
    m_work.step("R-MEETING", reason);
    m_work.end(Verdict::Cancelled, reason);
    SeriesChange change = changeOf(m_work, event, request);
    change.state = SeriesChangeState::Ended;
    if (const auto saved = m_work.unit.seriesChanges().save(change); !saved)
        return failure(saved.error());
    return cancelFrom(change.recurrenceId, request);
}

// Dates of the series that came before it.
Result<void> SeriesParts::cancelFrom(const QString& key, const MeetingRequest& request)
{
    auto rows = m_work.unit.reservations().occurrences(request.key.organizerKey, request.key.uid, request.key.spaceId);
    if (!rows)
        return failure(rows.error());
    for (Reservation& row : *rows) {
        const bool isMeant
            = row.byItself && isSurelyBehind(key, row.recurrenceId) && wipes(request.version, row.version);
        if (!isMeant || row.time.end <= m_work.unit.now())
            continue;
        row.status = ReservationStatus::Cancelled;
        row.exchangeState = untold(row.exchangeState);
        row.reason = {"decision.cancelled-by-organizer", {{QStringLiteral("organizer"), request.organizer}}};
        row.version = request.version;
        row.traceId = m_work.trace.id;
        row.changedAt = m_work.unit.now();
        if (const auto updated = m_work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

Result<QList<MeetingRequest>> SeriesParts::added(const ItipEvent& event, const MeetingRequest& request,
                                                 const std::optional<Series>& series) const
{
    SeriesHistory history(m_configuration, m_reader, m_work);
    if (series)
        history.setWhole(*series);
    const QByteArray zone = m_configuration.zoneOf(m_work.space);
    const ItipEvent here = m_reader.resolved(event, zone);
    QList<TimeRange> times;
    if (event.recurrence && request.obstacle.isEmpty()) {
        const Instant now = m_work.unit.now();
        const auto expansion = m_reader.occurrences({here, m_work.prepared.meeting->timezones, zone, {}},
                                                    {now, now + std::chrono::days(366 * 10)});
        if (!expansion)
            return failure(expansion.error());
        for (const Occurrence& occurrence : expansion->occurrences)
            times.append(occurrence.time);
    } else if (here.range) {
        times.append(*here.range);
    }
    QList<MeetingRequest> requests;
    for (const TimeRange& time : std::as_const(times)) {
        MeetingRequest one = request;
        ItipRecurrenceId id;
        id.sent = here.start;
        id.instant = time.start;
        id.key = toIso(time.start);
        if (here.start.kind == ItipTime::Kind::Date) {
            id.sent.wall = here.start.wall.addMSecs((time.start - here.range->start).count());
            id.instant.reset();
            id.key = id.sent.wall.date().toString(Qt::ISODate);
        }
        one.key.recurrenceId = history.placeOf(id);
        one.time = time;
        requests.append(one);
    }
    if (requests.isEmpty())
        requests.append(request); // says what is wrong with it
    return requests;
}

} // namespace reserve
