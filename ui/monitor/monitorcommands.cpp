// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/monitorcommands.h"

#include "models/reserving/outdating.h"
#include "models/store/unit.h"

namespace reserve {

namespace {

Result<void> command(WriteUnit& unit, CommandKind kind, const Arguments& arguments, const QString& actor)
{
    Command command;
    command.kind = kind;
    command.arguments = arguments;
    command.createdAt = unit.now();
    command.actor = actor;
    if (const auto appended = unit.commands().append(command); !appended)
        return failure(appended.error());
    return {};
}

} // namespace

Result<void> useSpellingOf(WriteUnit& unit, const Trace& trace, const QString& actor)
{
    const auto found = unit.spaces().find(trace.spaceId);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure("trace.gone", {{QStringLiteral("id"), QString::number(trace.id.value)}});
    Space space = **found;
    space.mailbox = trace.recipient;
    if (const auto saved = unit.spaces().save(space, actor); !saved)
        return failure(saved.error());
    if (const auto reload = command(unit, CommandKind::ReloadSettings, {}, actor); !reload)
        return reload;
    // Without a trace the agent looks again at everything that is held for its spelling.
    return command(unit, CommandKind::DecideHeld, {{QStringLiteral("mailbox"), space.mailbox}}, actor);
}

Result<void> releaseHeld(WriteUnit& unit, TraceId id, const QString& actor)
{
    return command(unit, CommandKind::DecideHeld, {{QStringLiteral("trace"), QString::number(id.value)}}, actor);
}

Result<void> replayMessage(WriteUnit& unit, TraceId id, const QString& actor)
{
    return command(unit, CommandKind::Replay, {{QStringLiteral("trace"), QString::number(id.value)}}, actor);
}

Result<void> putAside(WriteUnit& unit, TraceId id, const QString& actor)
{
    const auto found = unit.traces().find(id);
    if (!found)
        return failure(found.error());
    if (!*found || (*found)->state != TraceState::Held)
        return {};
    Trace trace = **found;
    trace.state = TraceState::Done;
    trace.verdict = Verdict::Ignored;
    trace.reason = {"trace.put-aside", {{QStringLiteral("actor"), actor}}};
    trace.decidedAt = unit.now();
    trace.steps.append({unit.now(), "R-MATCH", trace.reason});
    return unit.traces().update(trace);
}

Result<Reason> retryOutbox(WriteUnit& unit, std::optional<OutboxId> id, const QString& actor)
{
    const auto ended = id ? endOldNews(unit, *id, actor) : Result<Reason>();
    if (!ended || !ended->isEmpty())
        return ended;
    if (const auto hurried = unit.outbox().retryNow(id, actor); !hurried)
        return failure(hurried.error());
    Arguments arguments;
    if (id)
        arguments.insert(QStringLiteral("id"), QString::number(id->value));
    return command(unit, CommandKind::RetryOutbox, arguments, actor).map([] { return Reason(); });
}

Result<Reason> sendElsewhere(WriteUnit& unit, OutboxId id, const QString& recipient, const QString& actor)
{
    const auto ended = endOldNews(unit, id, actor);
    if (!ended || !ended->isEmpty())
        return ended;
    return unit.outbox().edit(id, recipient, actor).map([] { return Reason(); });
}

Result<Approval> decideRequest(WriteUnit& unit, ApprovalId id, const ApproverWord& word)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    return decideApproval(unit, **configuration, id, word);
}

} // namespace reserve
