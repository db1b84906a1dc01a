// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/decision.h"

#include "models/booking/hindrance.h"

#include <QSet>

namespace reserve {

namespace {

const QString startKey = QStringLiteral("start");
const QString endKey = QStringLiteral("end");

Decision without(Outcome outcome, const char* code, Arguments arguments = {})
{
    Decision decision;
    decision.outcome = outcome;
    decision.reason = {code, std::move(arguments)};
    return decision;
}

bool stands(const std::optional<Reservation>& existing)
{
    return existing && holdsSlot(existing->status);
}

bool sameSlot(const MeetingRequest& request, const Reservation& existing)
{
    return existing.time == *request.time && existing.allDay == request.allDay;
}

// R-ANSWER: the same SEQUENCE with a later DTSTAMP asks for an answer only when it changes something that matters.
bool isInformational(const MeetingRequest& request, const Reservation& existing)
{
    return existing.version.sequence == request.version.sequence && existing.status != ReservationStatus::Cancelled
        && sameSlot(request, existing) && existing.roomListed == request.roomListed;
}

Decision over(Instant end)
{
    Decision decision = without(Outcome::Ignore, "decision.over", {{endKey, toIso(end)}});
    decision.isOver = true;
    return decision;
}

// As far as the meeting is not known, or only that it was over.
Decision cancelUnknown(const MeetingRequest& request, const DecisionFacts& facts)
{
    std::optional<TimeRange> time = request.time;
    if (!time && facts.existing)
        time = facts.existing->time;
    return time && time->end <= facts.now ? over(time->end)
                                          : without(Outcome::Cancel, "decision.cancelled-before-request");
}

Decision decideCancel(const MeetingRequest& request, const DecisionFacts& facts)
{
    if (!facts.existing || facts.existing->isNote)
        return cancelUnknown(request, facts);
    if (facts.existing->status == ReservationStatus::Cancelled)
        return without(Outcome::Cancel, "decision.already-cancelled");
    if (facts.existing->time.end <= facts.now)
        return over(facts.existing->time.end);
    return without(Outcome::Cancel, "decision.cancelled-by-organizer",
                   {{QStringLiteral("organizer"), request.organizer}});
}

Decision declined(const MeetingRequest& request, const DecisionFacts& facts, const Reason& reason)
{
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.reason = reason;
    decision.answer = request.answerWanted;
    decision.freesOldSlot = stands(facts.existing);
    return decision;
}

Decision accepted(const MeetingRequest& request, const DecisionFacts& facts)
{
    const bool stood = stands(facts.existing);
    Decision decision;
    decision.outcome = Outcome::Accept;
    decision.moved = stood && !sameSlot(request, *facts.existing);
    decision.answer = request.answerWanted;
    decision.confirm = !stood || decision.moved;
    decision.exclusive = !facts.policies.policy.allowConflicts;
    decision.reason = {decision.moved ? "decision.moved" : "decision.free",
                       {{QStringLiteral("space"), facts.space.name},
                        {startKey, toIso(request.time->start)},
                        {endKey, toIso(request.time->end)}}};
    return decision;
}

// What an approver said yes to stays approved while its time does.
bool isApproved(const MeetingRequest& request, const DecisionFacts& facts)
{
    return facts.existing && facts.existing->status == ReservationStatus::Accepted
        && sameSlot(request, *facts.existing);
}

Decision asked(const MeetingRequest& request, const DecisionFacts& facts, const Reason& reason, const Reason& broken)
{
    Decision decision = accepted(request, facts);
    decision.outcome = Outcome::Ask;
    decision.reason = reason;
    decision.policy = broken;
    decision.answer = decision.confirm = false; // once an approver has decided
    return decision;
}

// What the policies and the space say to a request that has a time to come.
Decision decideTime(const MeetingRequest& request, const DecisionFacts& facts)
{
    const bool canBeHad = facts.space.bookable && !request.time->isEmpty();
    const int taken = facts.policies.policy.allowConflicts ? mostSeatsTaken(facts.conflicts, *request.time) : 0;
    const LimitedTime meeting{*request.time, request.allDay, request.seats, taken};
    const Reason broken = brokenLimit(meeting, facts.space, facts.policies, facts.now);
    const AdmissionJudgement judgement = judgeAdmission(broken, request.organizer, facts.space, facts.policies);
    if (canBeHad && judgement.admission == Admission::Refuse)
        return declined(request, facts, judgement.reason);
    const Reason hindrance = hindranceOf(*request.time, facts.space, facts.policies.policy.allowConflicts,
                                         facts.conflicts, facts.closures);
    if (!hindrance.isEmpty())
        return declined(request, facts, hindrance);
    const Reason sibling
        = hindranceOf(*request.time, facts.space, facts.policies.policy.allowConflicts, facts.siblings, {});
    if (!sibling.isEmpty())
        return declined(request, facts, takenBySibling(sibling, facts.siblings.first()));
    if (judgement.admission == Admission::Ask && !isApproved(request, facts))
        return asked(request, facts, judgement.reason, broken);
    if (facts.seriesWaits) {
        const Reason waits{seriesWaits, {{QStringLiteral("space"), facts.space.name}}};
        return asked(request, facts, waits, waits);
    }
    Decision decision = accepted(request, facts);
    if (judgement.admission == Admission::Book)
        decision.policy = judgement.reason;
    return decision;
}

// A message about one occurrence goes before one about the whole series with the same SEQUENCE, whenever it was sent.
bool isOutdated(const MeetingRequest& request, const Reservation& existing)
{
    const bool byItself = !request.key.recurrenceId.isEmpty();
    if (byItself && !existing.byItself && request.version.sequence == existing.version.sequence)
        return false;
    return request.version <= existing.version;
}

// The room was taken off the meeting by what is known of it, which came before this older version that still lists it.
bool listedTheRoomBefore(const MeetingRequest& request, const Reservation& existing)
{
    return holdsSlot(existing.status) && !existing.roomListed && request.roomListed && !request.version.cancels
        && request.version < existing.version;
}

// Over is the meeting only where it holds no time to come.
Decision movedToPast(const MeetingRequest& request, const DecisionFacts& facts)
{
    if (!stands(facts.existing) || facts.existing->time.end <= facts.now)
        return over(request.time->end);
    Decision decision = without(Outcome::Cancel, "decision.moved-to-past",
                                {{QStringLiteral("space"), facts.space.name}, {endKey, toIso(request.time->end)}});
    decision.isOver = true;
    return decision;
}

Decision decideRequest(const MeetingRequest& request, const DecisionFacts& facts)
{
    if (!request.time) {
        // A space without a zone is for the people here to mend; anything else only the requester can.
        if (request.obstacle.code == "itip.default-zone-missing")
            return without(Outcome::Hold, "decision.space-zone-missing", {{QStringLiteral("space"), facts.space.name}});
        return declined(request, facts, request.obstacle);
    }
    if (request.time->end <= facts.now)
        return movedToPast(request, facts);
    const bool wasListed = facts.seriesListsRoom || (facts.existing && facts.existing->roomListed);
    if (wasListed && !request.roomListed)
        return without(Outcome::Cancel, "decision.room-removed", {{QStringLiteral("space"), facts.space.name}});
    if (facts.existing && isInformational(request, *facts.existing))
        return without(Outcome::Unchanged, unchangedCode(standingOf(facts.existing->status)));
    if (needsZone(facts.policies))
        return without(Outcome::Hold, "decision.work-hours-need-zone", {{QStringLiteral("space"), facts.space.name}});
    return decideTime(request, facts);
}

} // namespace

Standing standingOf(ReservationStatus status)
{
    if (status == ReservationStatus::Pending)
        return Standing::Waiting;
    return holdsSlot(status) ? Standing::Holding : Standing::Nothing;
}

const char* unchangedCode(Standing standing)
{
    return standing == Standing::Waiting ? "decision.unchanged-waiting" : "decision.unchanged";
}

QByteArray ruleOf(const Reason& reason)
{
    static const QSet<QByteArray> noDouble{"decision.free",          "decision.moved",          "decision.conflict",
                                           "decision.closed",        "decision.not-bookable",   "decision.series-free",
                                           "decision.series-partly", "decision.series-conflict"};
    if (noDouble.contains(reason.code))
        return "R-NO-DOUBLE";
    if (reason.code == seriesWaits || reason.code.startsWith("decision.policy-")
        || reason.arguments.contains(QStringLiteral("policy")))
        return "R-POLICY";
    if (reason.code == "decision.space-zone-missing" || reason.code == "decision.work-hours-need-zone"
        || reason.code.startsWith("itip."))
        return "R-TIMEZONE";
    if (reason.code.startsWith("decision.unchanged"))
        return "R-ANSWER";
    return "R-MEETING";
}

TimeRange heldTime(TimeRange time, const Space& space)
{
    return {time.start - Minutes(space.setupMinutes), time.end + Minutes(space.clearupMinutes)};
}

Decision decide(const MeetingRequest& request, const DecisionFacts& facts)
{
    if (facts.existing && isOutdated(request, *facts.existing)) {
        if (listedTheRoomBefore(request, *facts.existing))
            return without(Outcome::Cancel, "decision.room-removed", {{QStringLiteral("space"), facts.space.name}});
        const bool repeat = request.version == facts.existing->version;
        return without(Outcome::Ignore, repeat ? "decision.repeat" : "decision.outdated",
                       {{QStringLiteral("sequence"), QString::number(request.version.sequence)},
                        {QStringLiteral("known-sequence"), QString::number(facts.existing->version.sequence)}});
    }
    return request.version.cancels ? decideCancel(request, facts) : decideRequest(request, facts);
}

} // namespace reserve
