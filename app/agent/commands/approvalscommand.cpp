// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/reserving/approving.h"
#include "models/wording/wording.h"

#include <QHash>
#include <QJsonObject>

#include <limits>

namespace reserve {

namespace {

const QString whyOption = QStringLiteral("why");

struct Queue
{
    QList<Approval> approvals;
    QHash<SpaceId, Space> spaces;
};

Result<Queue> readQueue(const ReadUnit& unit, Instant now)
{
    auto approvals = unit.approvals().waiting(now);
    if (!approvals)
        return failure(approvals.error());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    Queue queue{std::move(*approvals), {}};
    for (const Space& space : *spaces)
        queue.spaces.insert(space.id, space);
    return queue;
}

QString subjectOf(const Approval& approval)
{
    return approval.announcement.isPrivate ? sentence(Reason{"mail.private-subject", {}})
                                           : approval.announcement.subject;
}

// Of a series its first date.
QString whenOf(const Approval& approval)
{
    return rangeText(approval.announcement.time, approval.announcement.allDay, Reader::ofThisMachine());
}

QJsonObject toJsonObject(const Approval& approval, const Space& space)
{
    const Announcement& about = approval.announcement;
    return {{QStringLiteral("id"), approval.id.value},
            {QStringLiteral("state"), QString::fromLatin1(toText(approval.state))},
            {QStringLiteral("space"), space.name},
            {QStringLiteral("mailbox"), space.mailbox},
            {QStringLiteral("requester_email"), about.requester},
            {QStringLiteral("subject"), subjectOf(approval)},
            {QStringLiteral("start"), jsonInstant(about.time.start)},
            {QStringLiteral("end"), jsonInstant(about.time.end)},
            {QStringLiteral("occurrences"), about.occurrences},
            {QStringLiteral("policy"), approval.reason.arguments.value(QStringLiteral("policy"))},
            {QStringLiteral("out_of_policy"), approval.broken.arguments.value(QStringLiteral("policy"))},
            {QStringLiteral("asked_at"), jsonInstant(approval.askedAt)}};
}

class ApprovalsList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("approvals"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override
    {
        return Cli::tr("lists the requests that wait for an approver, the oldest first");
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Queue> queue
            = workplace.read([now = workplace.clock()->now()](const ReadUnit& unit) { return readQueue(unit, now); });
        if (!queue)
            return failure(queue.error());
        if (invocation.wantsJson())
            writeJson(*queue, workplace.terminal());
        else
            writeTable(*queue, workplace.terminal());
        return ExitCode::Good;
    }

private:
    static void writeJson(const Queue& queue, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const Approval& approval : queue.approvals)
            array.add(toJsonObject(approval, queue.spaces.value(approval.spaceId)));
        array.end();
    }

    static void writeTable(const Queue& queue, Terminal& terminal)
    {
        TextTable table({Cli::tr("Number"), Cli::tr("Space"), Cli::tr("Requester"), Cli::tr("Meeting"), Cli::tr("When"),
                         Cli::tr("State"), Cli::tr("Out of policy")});
        for (const Approval& approval : queue.approvals) {
            table.add({QString::number(approval.id.value), approval.announcement.spaceName,
                       approval.announcement.requester, subjectOf(approval), whenOf(approval), word(approval.state),
                       sentence(approval.broken)});
        }
        terminal.write(table.text());
    }
};

// One of the three words of an approver.
class ApprovalsDecide final : public Subcommand
{
public:
    ApprovalsDecide(QString name, ApprovalAnswer answer, QString summary)
        : m_name(std::move(name))
        , m_answer(answer)
        , m_summary(std::move(summary))
    {
    }

    QString command() const override { return QStringLiteral("approvals"); }
    QString action() const override { return m_name; }
    QString summary() const override { return m_summary; }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("NUMBER"), Cli::tr("the request, as approvals list numbers it")}};
    }
    QList<QCommandLineOption> options() const override
    {
        return {{whyOption, Cli::tr("why, in words that the requester reads"), QStringLiteral("TEXT")}};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<int> number
            = numberFromArgument(invocation.argument(0), 1, std::numeric_limits<int>::max(), QStringLiteral("NUMBER"));
        if (!number)
            return failure(number.error());
        const ApproverWord said{m_answer, workplace.actor(), invocation.value(whyOption)};
        const Result<Approval> decided = workplace.write(
            [id = ApprovalId{*number}, said](WriteUnit& unit) -> Result<Approval> {
                const auto configuration = Configuration::load(unit);
                return configuration ? decideApproval(unit, **configuration, id, said) : failure(configuration.error());
            });
        if (!decided)
            return failure(decided.error());
        workplace.terminal().line(Reason{"cli.approval-decided",
                                         {{QStringLiteral("id"), QString::number(*number)},
                                          {QStringLiteral("state"), word(decided->state)},
                                          {QStringLiteral("requester"), decided->announcement.requester}}});
        return ExitCode::Good;
    }

private:
    QString m_name;
    ApprovalAnswer m_answer;
    QString m_summary;
};

} // namespace

Subcommands approvalsCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<ApprovalsList>());
    commands.push_back(std::make_unique<ApprovalsDecide>(QStringLiteral("approve"), ApprovalAnswer::Approve,
                                                         Cli::tr("reserves what a request asks for, and answers it")));
    commands.push_back(std::make_unique<ApprovalsDecide>(QStringLiteral("decline"), ApprovalAnswer::Decline,
                                                         Cli::tr("declines a request, and answers it")));
    commands.push_back(std::make_unique<ApprovalsDecide>(
        QStringLiteral("tentative"), ApprovalAnswer::Tentative,
        Cli::tr("answers a request tentatively; the time stays held, and it can be decided later")));
    return commands;
}

} // namespace reserve
