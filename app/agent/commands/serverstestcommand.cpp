// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands/serverchoice.h"
#include "app/agent/commands/servercommands.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/workplace.h"
#include "models/wording/wording.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr int usualSeconds = 120; // an unreachable server is given up well before
constexpr int longestSeconds = 3600;
constexpr auto lookInterval = 100ms;

// What the agent is asked about a server.
struct Question
{
    CommandKind kind;
    QByteArray good;  // the code of an outcome that is well
    QString goodName; // what it is called in JSON
};

// The secrets are on the agent's machine, so the agent tries; this waits for what it says.
class ServerQuestion : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("servers"); }
    QList<SubcommandArgument> arguments() const override { return {serverArgument()}; }
    QList<QCommandLineOption> options() const override
    {
        return {{QStringLiteral("mailbox"), mailboxHelp(), QStringLiteral("address")},
                {QStringLiteral("seconds"), Cli::tr("how long to wait for the agent (120)"), QStringLiteral("number")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        int seconds = usualSeconds;
        if (invocation.isSet(QStringLiteral("seconds"))) {
            const Result<int> given = numberFromInput(invocation.value(QStringLiteral("seconds")), 1, longestSeconds,
                                                      QStringLiteral("seconds"));
            if (!given)
                return failure(given.error());
            seconds = *given;
        }
        const Result<CommandId> asked = ask(invocation, workplace);
        if (!asked)
            return failure(asked.error());
        const Result<Reason> outcome = awaitOutcome(*asked, seconds, workplace);
        if (!outcome)
            return failure(outcome.error());
        const bool isGood = outcome->code == m_question.good;
        if (invocation.wantsJson())
            writeJson(*outcome, isGood, workplace.terminal());
        else if (isGood)
            workplace.terminal().line(*outcome);
        else
            return failure(outcome->code, outcome->arguments);
        return isGood ? ExitCode::Good : ExitCode::Failed;
    }

protected:
    explicit ServerQuestion(const Question& question)
        : m_question(question)
    {
    }
    virtual QString mailboxHelp() const = 0;

private:
    Result<CommandId> ask(const Invocation& invocation, Workplace& workplace) const
    {
        return workplace.write([kind = m_question.kind, name = invocation.argument(0),
                                mailbox = invocation.value(QStringLiteral("mailbox")),
                                actor = workplace.actor()](WriteUnit& unit) -> Result<CommandId> {
            const auto server = serverNamed(unit, name);
            if (!server)
                return failure(server.error());
            const auto lease = unit.agent().lease();
            if (!lease)
                return failure(lease.error());
            if (!lease->isHeldAt(unit.now()))
                return failure("cli.no-agent");
            Command question;
            question.kind = kind;
            question.arguments = {{QStringLiteral("profile"), QString::number(server->id.value)},
                                  {QStringLiteral("mailbox"), mailbox}};
            question.createdAt = unit.now();
            question.actor = actor;
            return unit.commands().append(question);
        });
    }

    static Result<Reason> awaitOutcome(CommandId id, int seconds, Workplace& workplace)
    {
        const QDeadlineTimer limit{std::chrono::seconds(seconds)};
        while (true) {
            const Result<std::optional<Command>> command
                = workplace.read([id](const ReadUnit& unit) { return unit.commands().find(id); });
            if (!command)
                return failure(command.error());
            if (*command && (*command)->doneAt != Instant())
                return (*command)->outcome;
            if (!*command || limit.hasExpired())
                return failure("cli.agent-silent", {{QStringLiteral("seconds"), QString::number(seconds)}});
            QThread::msleep(lookInterval.count());
        }
    }

    void writeJson(const Reason& outcome, bool isGood, Terminal& terminal) const
    {
        QJsonObject arguments;
        for (auto argument = outcome.arguments.begin(); argument != outcome.arguments.end(); ++argument)
            arguments.insert(argument.key(), argument.value());
        const QJsonObject object{{m_question.goodName, isGood},
                                 {QStringLiteral("code"), QString::fromLatin1(outcome.code)},
                                 {QStringLiteral("arguments"), arguments},
                                 {QStringLiteral("text"), sentence(outcome)}};
        terminal.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }

    const Question m_question;
};

class ServersTest final : public ServerQuestion
{
public:
    ServersTest()
        : ServerQuestion({CommandKind::ProbeServer, "server.reached", QStringLiteral("reached")})
    {
    }
    QString action() const override { return QStringLiteral("test"); }
    QString summary() const override
    {
        return Cli::tr("has the running agent sign in to one server, and says what came of it");
    }

private:
    QString mailboxHelp() const override { return Cli::tr("a room's mailbox that is to be opened too"); }
};

class ServersDiscover final : public ServerQuestion
{
public:
    ServersDiscover()
        : ServerQuestion({CommandKind::FindServer, "server.found", QStringLiteral("found")})
    {
    }
    QString action() const override { return QStringLiteral("discover"); }
    QString summary() const override
    {
        return Cli::tr(
            "has the running agent look for the address of one Exchange Server by Autodiscover, and says it");
    }

private:
    QString mailboxHelp() const override
    {
        return Cli::tr("the mailbox to ask by; without it that of the server's first room");
    }
};

} // namespace

std::unique_ptr<Subcommand> makeServersDiscover()
{
    return std::make_unique<ServersDiscover>();
}

std::unique_ptr<Subcommand> makeServersTest()
{
    return std::make_unique<ServersTest>();
}

} // namespace reserve
