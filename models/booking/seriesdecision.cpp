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

// What is wrong with the series as a whole, before any of its dates is looked at.
Reason obstacleOf(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (!request.obstacle.isEmpty())
        return request.obstacle;
    if (!facts.space.bookable)
        return {"decision.not-bookable", {{spaceKey, facts.space.name}}};
    return {};
}

Reason outsideWindow(const char* code, const char* policy, const SeriesFacts& facts)
{
    Reason reason = byPolicy(code, policy, facts.space);
    reason.arguments.insert(QStringLiteral("until"), toIso(facts.windowEnd));
    reason.arguments.insert(QStringLiteral("days"), QString::number(facts.policies.policy.limits.bookingWindowInDays));
    return reason;
}

// What puts the series out of policy; empty when nothing does.
Reason brokenPolicy(const MeetingRequest& request, const SeriesFacts& facts)
{
    const SeriesPolicy& policy = facts.policies.policy.series;
    if (!policy.allowRecurringMeetings)
        return byPolicy("decision.series-not-allowed", "AllowRecurringMeetings", facts.space);
    if (facts.continues && facts.occurrences.isEmpty() && facts.kept.isEmpty())
        return outsideWindow("decision.series-behind-window", "BookingWindowInDays", facts);
    if (facts.continues && policy.enforceSchedulingHorizon)
        return outsideWindow("decision.series-beyond-window", "EnforceSchedulingHorizon", facts);
    for (const OccurrenceFacts& occurrence : facts.occurrences) {
        const bool sharing = facts.policies.policy.allowConflicts;
        const int taken = sharing ? mostSeatsTaken(occurrence.conflicts, occurrence.time) : 0;
        const LimitedTime date{occurrence.time, request.allDay, request.seats, taken};
        Reason broken = brokenLimit(date, facts.space, facts.policies, facts.now);
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

bool allowsConflicts(const SeriesFacts& facts, qsizetype conflicts, qsizetype occurrences)
{
    const SeriesPolicy& policy = facts.policies.policy.series;
    const bool isAllowed = facts.comesBack
        || (conflicts <= policy.maximumConflictInstances
            && conflicts * 100 <= policy.conflictPercentageAllowed * occurrences);
    return conflicts < occurrences && isAllowed;
}

// The first of the two that is exceeded.
const char* thresholdOf(const SeriesPolicy& policy, qsizetype conflicts)
{
    return conflicts > policy.maximumConflictInstances ? "MaximumConflictInstances" : "ConflictPercentageAllowed";
}

bool isConflict(const Reason& hindrance)
{
    return !hindrance.isEmpty() && !isTakenBySibling(hindrance);
}

Reason conflictReason(const SeriesFacts& facts, const QList<Reason>& hindrances, qsizetype conflicts)
{
    const Reason& first = *std::find_if(hindrances.begin(), hindrances.end(), isConflict);
    const char* code = "decision.series-conflict";
    Reason reason = facts.comesBack ? Reason{code, {{spaceKey, facts.space.name}}}
                                    : byPolicy(code, thresholdOf(facts.policies.policy.series, conflicts), facts.space);
    reason.arguments.insert(QStringLiteral("conflicts"), QString::number(conflicts));
    reason.arguments.insert(QStringLiteral("count"), QString::number(hindrances.size()));
    for (const char* key : {"start", "end", "holder"}) {
        const QString name = QString::fromLatin1(key);
        if (const QString value = first.arguments.value(name); !value.isEmpty())
            reason.arguments.insert(name, value);
    }
    return reason;
}

SeriesDecision accepted(const MeetingRequest& request, const SeriesFacts& facts, QList<Reason> hindrances)
{
    const auto refused
        = std::count_if(hindrances.begin(), hindrances.end(), [](const Reason& r) { return !r.isEmpty(); });
    SeriesDecision decision;
    Decision& whole = decision.whole;
    whole.outcome = Outcome::Accept;
    whole.moved = facts.stands && !facts.isSame;
    whole.answer = request.answerWanted;
    whole.confirm = !facts.stands || whole.moved;
    whole.exclusive = !facts.policies.policy.allowConflicts;
    whole.reason = {refused > 0 ? "decision.series-partly" : "decision.series-free",
                    {{spaceKey, facts.space.name},
                     {QStringLiteral("count"), QString::number(hindrances.size())},
                     {QStringLiteral("start"), toIso(facts.occurrences.first().time.start)},
                     {QStringLiteral("end"), toIso(facts.occurrences.last().time.end)}}};
    if (refused > 0)
        whole.reason.arguments.insert(QStringLiteral("conflicts"), QString::number(refused));
    decision.hindrances = std::move(hindrances);
    return decision;
}

SeriesDecision asked(SeriesDecision accepted, const AdmissionJudgement& judgement, const Reason& broken)
{
    accepted.whole.outcome = Outcome::Ask;
    accepted.whole.reason = judgement.reason;
    accepted.whole.policy = broken;
    accepted.whole.answer = accepted.whole.confirm = false; // once an approver has decided
    return accepted;
}

// All dates that the series has came before it and were decided by themselves: nothing is left to be confirmed.
SeriesDecision standing(const MeetingRequest& request, const SeriesFacts& facts)
{
    SeriesDecision decision;
    decision.whole.outcome = Outcome::Accept;
    decision.whole.answer = request.answerWanted;
    decision.whole.exclusive = !facts.policies.policy.allowConflicts;
    decision.whole.reason = {"decision.series-stands",
                             {{spaceKey, facts.space.name},
                              {QStringLiteral("count"), QString::number(facts.kept.size())},
                              {QStringLiteral("start"), toIso(facts.kept.first().start)},
                              {QStringLiteral("end"), toIso(facts.kept.last().end)}}};
    return decision;
}

// What the policies and the space say to a series whose dates are known.
SeriesDecision decideDates(const MeetingRequest& request, const SeriesFacts& facts)
{
    const Reason broken = brokenPolicy(request, facts);
    const AdmissionJudgement judgement = judgeAdmission(broken, request.organizer, facts.space, facts.policies);
    if (judgement.admission == Admission::Refuse)
        return declined(request, facts, judgement.reason);
    if (facts.occurrences.isEmpty() && !facts.kept.isEmpty())
        return standing(request, facts);
    if (facts.occurrences.isEmpty())
        return declined(request, facts,
                        broken.isEmpty() ? Reason{"decision.series-empty", {{spaceKey, facts.space.name}}} : broken);
    const bool sharing = facts.policies.policy.allowConflicts;
    QList<Reason> hindrances;
    for (const OccurrenceFacts& occurrence : facts.occurrences)
        hindrances.append(hindranceOf(occurrence, facts.space, sharing));
    const auto conflicts = std::count_if(hindrances.begin(), hindrances.end(), isConflict);
    if (conflicts > 0 && !allowsConflicts(facts, conflicts, hindrances.size()))
        return declined(request, facts, conflictReason(facts, hindrances, conflicts));
    SeriesDecision decision = accepted(request, facts, std::move(hindrances));
    const bool isApproved = facts.isSame && facts.isAccepted;
    if (judgement.admission == Admission::Ask && !isApproved)
        return asked(std::move(decision), judgement, broken);
    if (judgement.admission == Admission::Book)
        decision.whole.policy = judgement.reason;
    return decision;
}

SeriesDecision over(const SeriesFacts& facts)
{
    SeriesDecision decision = facts.stands
        ? without(Outcome::Cancel, "decision.series-moved-to-past", {{spaceKey, facts.space.name}})
        : without(Outcome::Ignore, "decision.series-over");
    decision.whole.isOver = true;
    return decision;
}

SeriesDecision decideCancel(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (!facts.known)
        return without(Outcome::Cancel, "decision.cancelled-before-request");
    if (!facts.stands)
        return without(Outcome::Cancel, "decision.already-cancelled");
    return without(Outcome::Cancel, "decision.cancelled-by-organizer",
                   {{QStringLiteral("organizer"), request.organizer}});
}

} // namespace

Reason hindranceOf(const OccurrenceFacts& date, const Space& space, bool allowsConflicts)
{
    const Reason hindrance = hindranceOf(date.time, space, allowsConflicts, date.conflicts, date.closures);
    if (!hindrance.isEmpty() || !date.sibling)
        return hindrance;
    return takenBySibling(hindranceOf(date.time, space, false, {*date.sibling}, {}), *date.sibling);
}

bool listedTheRoomBefore(const MeetingRequest& request, const SeriesFacts& facts)
{
    return facts.known && request.version < *facts.known && !facts.roomWasListed && request.roomListed
        && !request.version.cancels && !facts.known->cancels;
}

SeriesDecision decideSeries(const MeetingRequest& request, const SeriesFacts& facts)
{
    if (facts.stands && listedTheRoomBefore(request, facts))
        return without(Outcome::Cancel, "decision.room-removed", {{spaceKey, facts.space.name}});
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
        return over(facts);
    if (facts.known && facts.isSame && facts.known->sequence == request.version.sequence && !facts.known->cancels)
        return without(Outcome::Unchanged, unchangedCode(facts.standing));
    if (Reason obstacle = obstacleOf(request, facts); !obstacle.isEmpty())
        return declined(request, facts, std::move(obstacle));
    if (needsZone(facts.policies))
        return without(Outcome::Hold, "decision.work-hours-need-zone", {{spaceKey, facts.space.name}});
    return decideDates(request, facts);
}

} // namespace reserve
