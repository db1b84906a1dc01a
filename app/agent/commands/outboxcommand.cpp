// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/localtime.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/outboxjson.h"
#include "models/reserving/outdating.h"
#include "models/settings/settings.h"
#include "models/wording/wording.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace reserve {

namespace {

const QString stateOption = QStringLiteral("state");
const QString whyOption = QStringLiteral("why");
const QString serverOption = QStringLiteral("server");
const QString recipientOption = QStringLiteral("recipient");
constexpr int pageSize = 500;

Result<OutboxId> idFromInput(const QString& text)
{
    const Result<int> number = numberFromArgument(text, 1, std::numeric_limits<int>::max(), QStringLiteral("NUMBER"));
    if (!number)
        return failure(number.error());
    return OutboxId{*number};
}

// Newest first, page by page.
Result<void> forEachEntry(const ReadUnit& unit, std::optional<OutboxState> state,
                          const std::function<void(const OutboxEntry&)>& entry)
{
    OutboxId before;
    while (true) {
        const auto ids = unit.outbox().page(state, before, pageSize);
        if (!ids)
            return failure(ids.error());
        if (ids->isEmpty())
            return {};
        const auto entries = unit.outbox().byIds(*ids);
        if (!entries)
            return failure(entries.error());
        for (const OutboxEntry& one : *entries)
            entry(one);
        before = ids->last();
    }
}

class OutboxList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("outbox"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists what had to be told and how far it is, newest first"); }
    QList<QCommandLineOption> options() const override
    {
        return {{stateOption, Cli::tr("only one state: waiting, delivering, done, failed, given-up, bounced"),
                 QStringLiteral("STATE")}};
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        std::optional<OutboxState> state;
        if (invocation.isSet(stateOption)) {
            state = fromText<OutboxState>(invocation.value(stateOption).toLatin1());
            if (!state) {
                return invalidValue(stateOption, invocation.value(stateOption),
                                    QStringLiteral("waiting, delivering, done, failed, given-up, bounced"));
            }
        }
        const Result<void> done = workplace.read(
            [&out = workplace.terminal().out(), json = invocation.wantsJson(), state](const ReadUnit& unit) {
                return json ? writeJson(unit, state, out) : writeTable(unit, state, out);
            });
        if (!done)
            return failure(done.error());
        return invocation.wantsJson() ? ExitCode::Good : explainWaiting(workplace);
    }

private:
    // Why nothing moves, where that is not a fault of one entry.
    static Result<ExitCode> explainWaiting(Workplace& workplace)
    {
        const Result<bool> stuck = workplace.read([](const ReadUnit& unit) -> Result<bool> {
            const auto stored = unit.settings().all();
            if (!stored)
                return failure(stored.error());
            const auto counts = unit.outbox().counts();
            if (!counts)
                return failure(counts.error());
            const auto servers = unit.serverProfiles().all();
            if (!servers)
                return failure(servers.error());
            const bool hasServer = std::any_of(servers->begin(), servers->end(), [](const ServerProfile& server) {
                return server.kind != ServerKind::MailOnly;
            });
            return counts->waiting > 0 && Settings(*stored).outgoingHost().isEmpty() && !hasServer;
        });
        if (!stuck)
            return failure(stuck.error());
        if (*stuck)
            workplace.terminal().complain({"outbox.no-outgoing-server", {}});
        return ExitCode::Good;
    }

    static Result<void> writeJson(const ReadUnit& unit, std::optional<OutboxState> state, QIODevice& out)
    {
        JsonArray array(out);
        const Result<void> done
            = forEachEntry(unit, state, [&](const OutboxEntry& entry) { array.add(toJsonObject(entry)); });
        array.end();
        return done;
    }

    static Result<void> writeTable(const ReadUnit& unit, std::optional<OutboxState> state, QIODevice& out)
    {
        TextTable table({Cli::tr("Number"), Cli::tr("Kind"), Cli::tr("Recipient"), Cli::tr("State"),
                         Cli::tr("Attempts"), titleInLocalZone(Cli::tr("Next try")), Cli::tr("Why")});
        const Result<void> done = forEachEntry(unit, state, [&](const OutboxEntry& entry) {
            const bool waits = entry.state == OutboxState::Waiting && !entry.behind;
            table.add({QString::number(entry.id.value), word(entry.kind), entry.recipient, word(entry.state),
                       QString::number(entry.attempts), waits ? localMinute(entry.nextAttempt) : QString(),
                       sentence(reasonOf(entry))});
        });
        out.write(table.text());
        return done;
    }
};

class OutboxRetry final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("outbox"); }
    QString action() const override { return QStringLiteral("retry"); }
    QString summary() const override
    {
        return Cli::tr("tries one entry, all that wait, or all that wait or failed on a server, at once");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("NUMBER"), Cli::tr("the entry; without it all that wait"), true}};
    }
    QList<QCommandLineOption> options() const override
    {
        return {{serverOption, Cli::tr("only what goes to this server, failed entries too; done by the running agent"),
                 QStringLiteral("NAME")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        if (invocation.isSet(serverOption))
            return retryServer(invocation.value(serverOption), workplace);
        std::optional<OutboxId> id;
        if (const QString text = invocation.argument(0); !text.isEmpty()) {
            const Result<OutboxId> given = idFromInput(text);
            if (!given)
                return failure(given.error());
            id = *given;
        }
        const Result<Reason> done
            = workplace.write([id, actor = workplace.actor()](WriteUnit& unit) { return retry(unit, id, actor); });
        if (!done)
            return failure(done.error());
        workplace.terminal().line(*done);
        return ExitCode::Good;
    }

private:
    static Result<void> tell(WriteUnit& unit, const Arguments& arguments, const QString& actor)
    {
        Command command;
        command.kind = CommandKind::RetryOutbox;
        command.arguments = arguments;
        command.createdAt = unit.now();
        command.actor = actor;
        return unit.commands().append(command).map([](CommandId) {});
    }

    // The rows are due at once with or without an agent; one that stands still because of a refused password tries
    // it once more. Answers what was done.
    static Result<Reason> retry(WriteUnit& unit, std::optional<OutboxId> id, const QString& actor)
    {
        const Result<Reason> ended = id ? endOldNews(unit, *id, actor) : Result<Reason>();
        if (!ended || !ended->isEmpty())
            return ended;
        const Result<int> hurried = unit.outbox().retryNow(id, actor);
        if (!hurried)
            return failure(hurried.error());
        Arguments arguments;
        if (id)
            arguments.insert(QStringLiteral("id"), QString::number(id->value));
        return tell(unit, arguments, actor).map([&hurried] {
            return Reason{"cli.outbox-retried", {{QStringLiteral("count"), QString::number(*hurried)}}};
        });
    }

    // The agent alone knows which entries go where.
    static Result<ExitCode> retryServer(const QString& name, Workplace& workplace)
    {
        const Result<void> told = workplace.write([name, actor = workplace.actor()](WriteUnit& unit) -> Result<void> {
            const auto profiles = unit.serverProfiles().all();
            if (!profiles)
                return failure(profiles.error());
            QStringList known;
            for (const ServerProfile& profile : *profiles) {
                known.append(profile.name);
                if (profile.name == name)
                    return tell(unit, {{QStringLiteral("profile"), QString::number(profile.id.value)}}, actor);
            }
            return failure(
                "outbox.server-unknown",
                {{QStringLiteral("server"), name}, {QStringLiteral("known"), known.join(QStringLiteral(", "))}});
        });
        if (!told)
            return failure(told.error());
        workplace.terminal().line(Reason{"cli.outbox-server-retried", {{QStringLiteral("server"), name}}});
        return ExitCode::Good;
    }
};

class OutboxEdit final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("outbox"); }
    QString action() const override { return QStringLiteral("edit"); }
    QString summary() const override
    {
        return Cli::tr("sends a confirmation or a request for approval to another address, and tries it again");
    }
    QList<SubcommandArgument> arguments() const override { return {{QStringLiteral("NUMBER"), Cli::tr("the entry")}}; }
    QList<QCommandLineOption> options() const override
    {
        return {{recipientOption, Cli::tr("the address, and copies after commas"), QStringLiteral("ADDRESS")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<OutboxId> id = idFromInput(invocation.argument(0));
        if (!id)
            return failure(id.error());
        const QString recipient = invocation.value(recipientOption);
        const Result<Reason> done = workplace.write([id = *id, recipient, actor = workplace.actor()](WriteUnit& unit) {
            return edit(unit, id, recipient, actor);
        });
        if (!done)
            return failure(done.error());
        workplace.terminal().line(*done);
        return ExitCode::Good;
    }

private:
    static Result<Reason> edit(WriteUnit& unit, OutboxId id, const QString& recipient, const QString& actor)
    {
        const Result<Reason> ended = endOldNews(unit, id, actor);
        if (!ended || !ended->isEmpty())
            return ended;
        return unit.outbox().edit(id, recipient, actor).map([&] {
            return Reason{
                "cli.outbox-edited",
                {{QStringLiteral("id"), QString::number(id.value)}, {QStringLiteral("recipient"), recipient}}};
        });
    }
};

class OutboxGiveUp final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("outbox"); }
    QString action() const override { return QStringLiteral("give-up"); }
    QString summary() const override { return Cli::tr("gives one entry up, with a reason for those who look later"); }
    QList<SubcommandArgument> arguments() const override { return {{QStringLiteral("NUMBER"), Cli::tr("the entry")}}; }
    QList<QCommandLineOption> options() const override
    {
        return {{whyOption, Cli::tr("why, in words"), QStringLiteral("TEXT")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<OutboxId> id = idFromInput(invocation.argument(0));
        if (!id)
            return failure(id.error());
        const QString why = invocation.value(whyOption).trimmed();
        if (why.isEmpty())
            return failure("usage.option-missing", {{QStringLiteral("option"), whyOption}});
        const Result<void> done = workplace.write([id = *id, why, actor = workplace.actor()](WriteUnit& unit) {
            return unit.outbox().giveUp(id, why, actor);
        });
        if (!done)
            return failure(done.error());
        workplace.terminal().line(Reason{"cli.outbox-given-up", {{QStringLiteral("id"), QString::number(id->value)}}});
        return ExitCode::Good;
    }
};

} // namespace

Subcommands outboxCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<OutboxList>());
    commands.push_back(std::make_unique<OutboxRetry>());
    commands.push_back(std::make_unique<OutboxEdit>());
    commands.push_back(std::make_unique<OutboxGiveUp>());
    return commands;
}

} // namespace reserve
