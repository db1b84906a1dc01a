// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/hostandport.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/meetinginput.h"
#include "app/agent/commands/messageaddresses.h"
#include "app/agent/workplace.h"
#include "models/transport/mailtransport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

const QString serverOption = QStringLiteral("server");
const QString senderOption = QStringLiteral("sender");
const QString recipientOption = QStringLiteral("recipient");

struct Letter
{
    MailToSend mail;
    QString uid;       // of a composed meeting
    QString messageId; // of a composed meeting
};

void applyEnvelope(const Invocation& invocation, MailToSend& mail)
{
    if (invocation.isSet(senderOption))
        mail.envelopeSender = invocation.value(senderOption);
    if (invocation.isSet(recipientOption))
        mail.recipients = invocation.values(recipientOption);
}

Result<Letter> composedLetter(const Invocation& invocation, Instant now)
{
    const Result<MeetingMail> meeting = meetingFromInput(invocation, now);
    if (!meeting)
        return failure(meeting.error());
    const ComposedMail mail = composeMeeting(*meeting);
    QStringList rooms;
    for (const MailPerson& room : meeting->rooms)
        rooms.append(room.address);
    return Letter{{mail.from, rooms, mail.bytes}, meeting->uid, mail.messageId};
}

Result<Letter> letterFromFile(const QString& path, Terminal& terminal)
{
    const Result<QByteArray> content = readInput(path, terminal);
    if (!content)
        return failure(content.error());
    const QStringList senders = addressesOfField(*content, "From");
    QStringList recipients = addressesOfField(*content, "To") + addressesOfField(*content, "Cc");
    recipients.removeDuplicates();
    return Letter{{senders.value(0), recipients, *content}, {}, {}};
}

Reason outcomeReason(const RecipientOutcome& outcome, const QString& server, const SendReport& report)
{
    return {outcome.isTaken() ? "cli.sent" : "cli.sent-not",
            {{QStringLiteral("server"), server},
             {QStringLiteral("recipient"), outcome.address},
             {QStringLiteral("remote"),
              outcome.isTaken() ? report.remoteText : outcome.refusal->arguments().value(QStringLiteral("remote"))}}};
}

QByteArray toJson(const Letter& letter, const SendReport& report)
{
    QJsonArray recipients;
    for (const RecipientOutcome& outcome : report.recipients) {
        recipients.append(QJsonObject{
            {QStringLiteral("address"), outcome.address},
            {QStringLiteral("taken"), outcome.isTaken()},
            {QStringLiteral("reply"),
             outcome.isTaken() ? report.remoteText : outcome.refusal->arguments().value(QStringLiteral("remote"))}});
    }
    const QJsonObject object{{QStringLiteral("uid"), letter.uid},
                             {QStringLiteral("message_id"), letter.messageId},
                             {QStringLiteral("recipients"), recipients}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

class SendCommand final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("send"); }
    QString summary() const override
    {
        return Cli::tr("sends a stored message, or a meeting request made of the options, to an agent over SMTP");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("a stored message (.eml); - for standard input"), true}};
    }
    QList<QCommandLineOption> options() const override
    {
        QList<QCommandLineOption> options{
            {serverOption, Cli::tr("where the agent listens"), QStringLiteral("HOST:PORT"),
             QStringLiteral("127.0.0.1:8025")},
            {senderOption, Cli::tr("sender of the envelope; without it the message's From; '' for none"),
             QStringLiteral("ADDRESS")},
            {recipientOption,
             Cli::tr("recipient of the envelope; may be repeated; without it the rooms, or the file's "
                     "To and Cc"),
             QStringLiteral("ADDRESS")}};
        return options + meetingOptions();
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<HostAndPort> where = hostAndPortFromInput(invocation.value(serverOption), serverOption);
        if (!where)
            return failure(where.error());
        Result<Letter> letter = letterOf(invocation, workplace);
        if (!letter)
            return failure(letter.error());
        applyEnvelope(invocation, letter->mail);
        OutgoingServer server;
        server.host = where->host;
        server.port = where->port;
        server.security = OutgoingSecurity::None;
        MailTransport transport;
        const Result<SendReport> report = transport.send(server, letter->mail).result();
        if (!report)
            return failure(report.error());
        if (invocation.wantsJson())
            workplace.terminal().write(toJson(*letter, *report));
        else
            tell(*letter, *report, where->text(), workplace.terminal());
        return report->everybodyTaken() ? ExitCode::Good : ExitCode::Failed;
    }

private:
    static Result<Letter> letterOf(const Invocation& invocation, Workplace& workplace)
    {
        const QString path = invocation.argument(0);
        if (path.isEmpty())
            return composedLetter(invocation, workplace.clock()->now());
        if (describesMeeting(invocation))
            return failure("usage.file-and-meeting", {{QStringLiteral("path"), path}});
        return letterFromFile(path, workplace.terminal());
    }

    static void tell(const Letter& letter, const SendReport& report, const QString& server, Terminal& terminal)
    {
        if (!letter.uid.isEmpty())
            terminal.line({"cli.meeting-uid", {{QStringLiteral("uid"), letter.uid}}});
        for (const RecipientOutcome& outcome : report.recipients) {
            const Reason reason = outcomeReason(outcome, server, report);
            if (outcome.isTaken())
                terminal.line(reason);
            else
                terminal.complain(reason);
        }
    }
};

} // namespace

Subcommands sendCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<SendCommand>());
    return commands;
}

} // namespace reserve
