// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/mailwithdrawal.h"

#include "models/base/address.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/outdating.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace reserve {

namespace {

Reason reasonOf(const Space& space, const QString& why)
{
    Reason reason{"decision.withdrawn", {{QStringLiteral("space"), space.name}}};
    if (!why.isEmpty())
        reason.arguments.insert(QStringLiteral("why"), why);
    return reason;
}

Announcement declineOf(const Reservation& row, const Space& space, const Configuration& configuration,
                       const Reason& reason)
{
    Announcement a = announcementOf(row, space, configuration.zoneOf(space));
    a.status = ReservationStatus::Declined;
    a.freedOldSlot = true;
    a.reason = reason;
    return a;
}

Result<void> decline(WriteUnit& unit, Reservation row, const Reason& reason)
{
    row.status = ReservationStatus::Declined;
    row.reason = reason;
    row.exchangeState = ExchangeState::Queued;
    row.exchangeReason = {};
    row.changedAt = unit.now();
    if (const auto updated = unit.reservations().update(row); !updated)
        return updated;
    return withdrawApproval(unit, row.id);
}

Result<int> declineSeries(WriteUnit& unit, Series series, const Reason& reason)
{
    const auto rows = unit.reservations().occurrences(addressKey(series.organizer), series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    int declined = 0;
    for (const Reservation& row : *rows) {
        if (!holdsSlot(row.status) || row.time.end <= unit.now())
            continue;
        if (const auto done = decline(unit, row, reason); !done)
            return failure(done.error());
        ++declined;
    }
    if (const auto withdrawn = withdrawApprovals(unit, series); !withdrawn)
        return failure(withdrawn.error());
    series.status = ReservationStatus::Declined;
    series.continues = false;
    series.changedAt = unit.now();
    return unit.series().save(series).map([declined](SeriesId) { return declined; });
}

// Of the whole, or of one date.
LastWord lastWordOn(const Reservation& row, const Announcement& decline)
{
    LastWord word;
    word.meeting = row.key();
    word.meeting.recurrenceId = decline.recurrenceId;
    word.version.sequence = std::numeric_limits<int>::max(); // whatever was said of a part
    return word;
}

// Where retention has not removed it, the message of the meeting tells what became of it.
Result<Trace> traceOf(const ReadUnit& unit, const Reservation& row)
{
    auto found = unit.traces().find(row.traceId);
    if (!found)
        return failure(found.error());
    Trace trace = (*found).value_or(Trace());
    trace.id = row.traceId;
    trace.spaceId = row.spaceId;
    return trace;
}

} // namespace

Result<Reason> withdrawMailMeeting(WriteUnit& unit, const Configuration& configuration, const Reservation& row,
                                   bool whole, const QString& why, const QString& actor)
{
    const Space* space = configuration.space(row.spaceId);
    if (!space || !holdsSlot(row.status))
        return failure(
            "console.not-standing",
            {{QStringLiteral("organizer"), row.organizer}, {QStringLiteral("space"), space ? space->name : QString()}});
    if (row.time.end <= unit.now())
        return failure("decision.over", {{QStringLiteral("end"), toIso(row.time.end)}});
    const Reason reason = reasonOf(*space, why);
    Announcement announcement = declineOf(row, *space, configuration, reason);
    auto series
        = whole && row.seriesId ? unit.series().find(row.seriesId) : Result<std::optional<Series>>(std::nullopt);
    if (!series)
        return failure(series.error());
    if (*series) {
        announcement.sequence = (*series)->version.sequence;
        const auto declined = declineSeries(unit, std::move(**series), reason);
        if (!declined)
            return failure(declined.error());
        announcement.occurrences = *declined;
    } else {
        announcement.recurrenceId = row.recurrenceId;
        if (const auto declined = decline(unit, row, reason); !declined)
            return failure(declined.error());
    }
    auto trace = traceOf(unit, row);
    if (!trace)
        return failure(trace.error());
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.answer = true;
    const auto ended = endOutdated(unit, lastWordOn(row, announcement), *trace);
    if (!ended)
        return failure(ended.error());
    const auto steps = announce(unit, announcement, decision, *trace, *series ? ReservationId() : row.id);
    if (!steps)
        return failure(steps.error());
    trace->steps.append({unit.now(), "R-NO-DOUBLE", reason});
    trace->steps += *ended;
    trace->steps += *steps;
    const bool isTraced = trace->receivedAt != Instant();
    if (const auto kept = isTraced ? unit.traces().update(*trace) : Result<void>(); !kept)
        return failure(kept.error());
    const QJsonObject after{{QStringLiteral("status"), QStringLiteral("declined")}, {QStringLiteral("why"), why}};
    const auto audited = unit.audit().append(
        {{}, unit.now(), actor, "reservation", row.uid, {}, QJsonDocument(after).toJson(QJsonDocument::Compact)});
    return audited.map([&reason] { return reason; });
}

} // namespace reserve
