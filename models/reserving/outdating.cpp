// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/outdating.h"

#include "models/entities/enumtext.h"
#include "models/reserving/announcing.h"
#include "models/reserving/oldnews.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

// As one version of a series makes void what an older one said of a part of it.
bool wipes(const MeetingVersion& version, const Announcement& earlier)
{
    return version.cancels ? earlier.sequence <= version.sequence : earlier.sequence < version.sequence;
}

QByteArray ruleOf(OutboxKind kind)
{
    return kind == OutboxKind::Answer ? QByteArrayLiteral("R-ANSWER") : QByteArrayLiteral("R-CONFIRM");
}

Result<void> addToItsTrace(WriteUnit& unit, TraceId id, const TraceStep& step)
{
    auto trace = unit.traces().find(id);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return {};
    (*trace)->steps.append(step);
    return unit.traces().update(**trace);
}

QByteArray stateJson(OutboxState state)
{
    const QJsonObject object{{QStringLiteral("state"), QString::fromLatin1(toText(state))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isOutdated(const LastWord& word, const OutboxEntry& entry)
{
    if (entry.kind != OutboxKind::Answer && (entry.kind != OutboxKind::Confirmation || word.keepsConfirmation))
        return false;
    const auto announcement = announcementFromJson(entry.payload);
    return announcement && word.outdates(*announcement);
}

} // namespace

bool LastWord::outdates(const Announcement& earlier) const
{
    const bool isOfDate = !earlier.recurrenceId.isEmpty() && !earlier.thisAndFuture;
    if (isOfDate && dates.contains(earlier.recurrenceId))
        return true;
    if (meeting.recurrenceId.isEmpty())
        return earlier.recurrenceId.isEmpty() || wipes(version, earlier);
    if (!thisAndFuture)
        return isOfDate && earlier.recurrenceId == meeting.recurrenceId;
    if (earlier.thisAndFuture && earlier.recurrenceId == meeting.recurrenceId)
        return true;
    return earlier.recurrenceId >= meeting.recurrenceId && wipes(version, earlier);
}

LastWord lastWordOf(const MeetingRequest& request, const Decision& decision, const QList<Reservation>& dates)
{
    LastWord word;
    word.meeting = request.key;
    word.version = request.version;
    word.keepsConfirmation = decision.outcome == Outcome::Accept && !decision.confirm;
    for (const Reservation& date : dates) {
        if (!date.recurrenceId.isEmpty())
            word.dates.insert(date.recurrenceId);
    }
    return word;
}

Result<QList<TraceStep>> endOutdated(WriteUnit& unit, const LastWord& word, const Trace& trace)
{
    const auto earlier = unit.outbox().unfinishedIn(laneOf(word.meeting));
    if (!earlier)
        return failure(earlier.error());
    QList<TraceStep> steps;
    for (const OutboxEntry& entry : *earlier) {
        if (!isOutdated(word, entry))
            continue;
        const auto ended = unit.outbox().outdate(entry.id);
        if (!ended)
            return failure(ended.error());
        if (ended->isEmpty() || !entry.traceId)
            continue;
        const TraceStep step{unit.now(), ruleOf(entry.kind), *ended};
        if (entry.traceId == trace.id)
            steps.append(step);
        else if (const auto added = addToItsTrace(unit, entry.traceId, step); !added)
            return failure(added.error());
    }
    return steps;
}

Result<void> endOutdated(DecisionWork& work, const LastWord& word)
{
    if (work.byConsole)
        return {};
    const auto ended = endOutdated(work.unit, word, work.trace);
    if (!ended)
        return failure(ended.error());
    work.trace.steps += *ended;
    return {};
}

Result<Reason> endOldNews(WriteUnit& unit, OutboxId id, const QString& actor)
{
    const auto entry = unit.outbox().find(id);
    if (!entry)
        return failure(entry.error());
    if (!*entry || (*entry)->state != OutboxState::Bounced)
        return Reason();
    const auto isOld = isOldNews(unit, **entry);
    if (!isOld || !*isOld)
        return isOld.map([](bool) { return Reason(); });
    const auto ended = unit.outbox().outdate(id);
    if (!ended)
        return failure(ended.error());
    if ((*entry)->traceId) {
        const TraceStep step{unit.now(), ruleOf((*entry)->kind), *ended};
        if (const auto added = addToItsTrace(unit, (*entry)->traceId, step); !added)
            return failure(added.error());
    }
    const auto audited = unit.audit().append({{},
                                              unit.now(),
                                              actor,
                                              "outbox",
                                              QString::number(id.value),
                                              stateJson(OutboxState::Bounced),
                                              stateJson(OutboxState::GivenUp)});
    return audited.map([&ended] { return *ended; });
}

} // namespace reserve
