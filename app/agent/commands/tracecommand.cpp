// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/localtime.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/tracesjson.h"
#include "models/wording/wording.h"

#include <QHash>

namespace reserve {

namespace {

const QString lastOption = QStringLiteral("last");
const QString idOption = QStringLiteral("id");

struct TracesWithSpaces
{
    QList<Trace> traces;
    QHash<SpaceId, QString> spaceNames;
};

Result<QList<Trace>> newestTraces(const ReadUnit& unit, int count)
{
    const auto ids = unit.traces().page({}, {}, count);
    if (!ids)
        return failure(ids.error());
    return unit.traces().byIds(*ids);
}

Result<QList<Trace>> oneTrace(const ReadUnit& unit, TraceId id)
{
    const auto trace = unit.traces().find(id);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return failure("trace.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    return QList<Trace>{**trace};
}

Result<TracesWithSpaces> readTraces(const ReadUnit& unit, TraceId id, int count)
{
    const Result<QList<Trace>> traces = id ? oneTrace(unit, id) : newestTraces(unit, count);
    if (!traces)
        return failure(traces.error());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    TracesWithSpaces found{*traces, {}};
    for (const Space& space : *spaces)
        found.spaceNames.insert(space.id, space.name);
    return found;
}

QString verdictText(const Trace& trace)
{
    if (trace.verdict)
        return word(*trace.verdict);
    return trace.state == TraceState::Done ? word(ApprovalState::Open) : word(trace.state);
}

QByteArray listText(const TracesWithSpaces& found)
{
    TextTable table({Cli::tr("Number"), titleInLocalZone(Cli::tr("Received")), Cli::tr("Verdict"), Cli::tr("Requester"),
                     Cli::tr("Recipient"), Cli::tr("Space"), Cli::tr("Subject")});
    for (const Trace& trace : found.traces) {
        table.add({QString::number(trace.id.value), localSecond(trace.receivedAt), verdictText(trace), trace.requester,
                   trace.recipient, found.spaceNames.value(trace.spaceId), shownSubject(trace)});
    }
    return table.text();
}

QByteArray wholeText(const Trace& trace, const QString& spaceName)
{
    TextTable facts({Cli::tr("Number"), QString::number(trace.id.value)});
    facts.add({titleInLocalZone(Cli::tr("Received")), localSecond(trace.receivedAt)});
    facts.add({Cli::tr("Sender"), trace.sender});
    facts.add({Cli::tr("Recipient"), trace.recipient});
    facts.add({Cli::tr("Space"), spaceName});
    facts.add({Cli::tr("Requester"), trace.requester});
    facts.add({Cli::tr("Subject"), shownSubject(trace)});
    facts.add({Cli::tr("Message-ID"), trace.messageId});
    facts.add({Cli::tr("Verdict"), verdictText(trace)});
    QString text = QString::fromLocal8Bit(facts.text()) + sentence(trace.reason) + QLatin1String("\n\n");
    for (const TraceStep& step : trace.steps) {
        text += localSecond(step.at) + QLatin1String("  ") + QString::fromLatin1(step.rule).leftJustified(16)
            + sentence(step.reason) + QLatin1Char('\n');
    }
    return text.toLocal8Bit();
}

class TraceCommand final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("trace"); }
    QString summary() const override
    {
        return Cli::tr("shows what happened to messages, newest first, one entry a message and recipient");
    }
    QList<QCommandLineOption> options() const override
    {
        return {{lastOption, Cli::tr("how many; 20 without it"), QStringLiteral("N"), QStringLiteral("20")},
                {idOption, Cli::tr("one entry with all its steps"), QStringLiteral("NUMBER")}};
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<int> last = numberFromInput(invocation.value(lastOption), 1, 1'000'000, lastOption);
        if (!last)
            return failure(last.error());
        Result<int> id = 0;
        if (invocation.isSet(idOption))
            id = numberFromInput(invocation.value(idOption), 1, std::numeric_limits<int>::max(), idOption);
        if (!id)
            return failure(id.error());
        const Result<TracesWithSpaces> found = workplace.read(
            [id = TraceId{*id}, count = *last](const ReadUnit& unit) { return readTraces(unit, id, count); });
        if (!found)
            return failure(found.error());
        if (invocation.wantsJson())
            writeJson(*found, workplace.terminal());
        else if (*id > 0)
            workplace.terminal().write(
                wholeText(found->traces.first(), found->spaceNames.value(found->traces.first().spaceId)));
        else
            workplace.terminal().write(listText(*found));
        return ExitCode::Good;
    }

private:
    static void writeJson(const TracesWithSpaces& found, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const Trace& trace : found.traces)
            array.add(toJsonObject(trace, found.spaceNames.value(trace.spaceId)));
        array.end();
    }
};

} // namespace

Subcommands traceCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<TraceCommand>());
    return commands;
}

} // namespace reserve
