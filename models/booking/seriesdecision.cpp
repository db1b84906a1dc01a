// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/seriesdecision.h"

#include "models/booking/hindrance.h"

#include <algorithm>

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");

SeriesDecision without(Outcome outcome, const char* code, Arguments arguments = {})
{
    SeriesDecision decision;
    decision.whole.outcome = outcome;
    decision.whole.reason = {code, std::move(arguments)};
    return decision;
}

SeriesDecision declined(const MeetingRequest& request, const SeriesFacts& facts, Reason reason)
{
    SeriesDecision decision;
    decision.whole.outcome = Outcome::Decline;
    decision.whole.reason = std::move(reason);
    decision.whole.answer = request.answerWanted;
    decision.whole.freesOldSlot = facts.stands;
    return decision;
}

Reason byPolicy(const char* code, const char* policy, const SeriesFacts& facts)
{
    return {code, {{QStringLiteral("policy"), QString::fromLatin1(policy)}, {spaceKey, facts.space.name}}};
}

// What is wrong with the series as a whole, before any of its dates is looked at.
Reason obstacleOf(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (!request.obstacle.isEmpty())
        return request.obstacle;
    if (!facts.space.bookable)
        return {"decision.not-bookable", {{spaceKey, facts.space.name}}};
    if (!facts.policy.allowRecurringMeetings)
        return byPolicy("decision.series-not-allowed", "AllowRecurringMeetings", facts);
    if (facts.continues && facts.policy.enforceSchedulingHorizon) {
        Reason reason = byPolicy("decision.series-beyond-window", "EnforceSchedulingHorizon", facts);
        reason.arguments.insert(QStringLiteral("until"), toIso(facts.windowEnd));
        reason.arguments.insert(QStringLiteral("days"), QString::number(facts.policy.bookingWindowInDays));
        return reason;
    }
    if (facts.occurrences.isEmpty())
        return {"decision.series-empty", {{spaceKey, facts.space.name}}};
    return {};
}

bool allowsConflicts(const BookingPolicy& policy, qsizetype conflicts, qsizetype occurrences)
{
    return conflicts < occurrences && conflicts <= policy.maximumConflictInstances
        && conflicts * 100 <= policy.conflictPercentageAllowed * occurrences;
}

Reason conflictReason(const SeriesFacts& facts, const QList<Reason>& hindrances, qsizetype conflicts)
{
    const Reason& first = *std::find_if(hindrances.begin(), hindrances.end(), [](const Reason& r) { return !r.isEmpty(); });
    Reason reason = byPolicy("decision.series-conflict", "MaximumConflictInstances", facts);
    reason.arguments.insert(QStringLiteral("conflicts"), QString::number(conflicts));
    reason.arguments.insert(QStringLiteral("count"), QString::number(hindrances.size()));
    for (const char* key : {"start", "end", "holder"}) {
        const QString name = QString::fromLatin1(key);
        if (const QString value = first.arguments.value(name); !value.isEmpty())
            reason.arguments.insert(name, value);
    }
    return reason;
}

SeriesDecision accepted(const MeetingRequest& request, const SeriesFacts& facts, QList<Reason> hindrances, qsizetype conflicts)
{
    SeriesDecision decision;
    Decision& whole = decision.whole;
    whole.outcome = Outcome::Accept;
    whole.moved = facts.stands && !facts.isSame;
    whole.answer = request.answerWanted;
    whole.confirm = !facts.stands || whole.moved;
    whole.exclusive = !facts.space.allowConflicts;
    whole.reason = {conflicts > 0 ? "decision.series-partly" : "decision.series-free",
                    {{spaceKey, facts.space.name},
                     {QStringLiteral("count"), QString::number(hindrances.size())},
                     {QStringLiteral("start"), toIso(facts.occurrences.first().time.start)},
                     {QStringLiteral("end"), toIso(facts.occurrences.last().time.end)}}};
    if (conflicts > 0)
        whole.reason.arguments.insert(QStringLiteral("conflicts"), QString::number(conflicts));
    decision.hindrances = std::move(hindrances);
    return decision;
}

SeriesDecision decideCancel(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (!facts.known)
        return without(Outcome::Cancel, "decision.cancelled-before-request");
    if (!facts.stands)
        return without(Outcome::Cancel, "decision.already-cancelled");
    return without(Outcome::Cancel, "decision.cancelled-by-organizer", {{QStringLiteral("organizer"), request.organizer}});
}

} // namespace

SeriesDecision decideSeries(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (facts.known && request.version <= *facts.known)
        return without(Outcome::Ignore, request.version == *facts.known ? "decision.repeat" : "decision.outdated",
                       {{QStringLiteral("sequence"), QString::number(request.version.sequence)},
                        {QStringLiteral("known-sequence"), QString::number(facts.known->sequence)}});
    if (request.version.cancels)
        return decideCancel(request, facts);
    if (facts.roomWasListed && !request.roomListed)
        return without(Outcome::Cancel, "decision.room-removed", {{spaceKey, facts.space.name}});
    if (request.obstacle.code == "itip.default-zone-missing")
        return without(Outcome::Hold, "decision.space-zone-missing", {{spaceKey, facts.space.name}});
    if (facts.isOver)
        return without(Outcome::Ignore, "decision.series-over");
    if (facts.known && facts.isSame && facts.known->sequence == request.version.sequence && !facts.known->cancels)
        return without(Outcome::Unchanged, "decision.unchanged");
    if (Reason obstacle = obstacleOf(request, facts); !obstacle.isEmpty())
        return declined(request, facts, std::move(obstacle));
    QList<Reason> hindrances;
    for (const OccurrenceFacts& occurrence : facts.occurrences)
        hindrances.append(hindranceOf(occurrence.time, facts.space, occurrence.conflicts, occurrence.closures));
    const auto conflicts = std::count_if(hindrances.begin(), hindrances.end(), [](const Reason& r) { return !r.isEmpty(); });
    if (conflicts > 0 && !allowsConflicts(facts.policy, conflicts, hindrances.size()))
        return declined(request, facts, conflictReason(facts, hindrances, conflicts));
    return accepted(request, facts, std::move(hindrances), conflicts);
}

} // namespace reserve
