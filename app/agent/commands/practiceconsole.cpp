// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/practiceconsole.h"

#include "app/agent/cli.h"
#include "app/agent/commands/timeinput.h"
#include "models/base/address.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

struct PracticeConsole::Command
{
    QString name;
    QString usage; // behind the name
    QString description;
    int fewest = 0; // words behind the name
    Result<void> (PracticeConsole::*run)(const QStringList& words);
};

PracticeConsole::PracticeConsole(PracticeExchange& exchange, Terminal& terminal, const QByteArray& zone)
    : m_exchange(exchange)
    , m_terminal(terminal)
    , m_zone(zone)
{
}

const QList<PracticeConsole::Command>& PracticeConsole::commands()
{
    static const QList<Command> all{
        {QStringLiteral("set"), QStringLiteral("SWITCH VALUE"), Cli::tr("turns a switch"), 2, &PracticeConsole::set},
        {QStringLiteral("switches"), {}, Cli::tr("shows all switches"), 0, &PracticeConsole::switches},
        {QStringLiteral("send"), QStringLiteral("PERSON ROOM START MINUTES SUBJECT..."),
         Cli::tr("has a person invite a room; tells the UID"), 5, &PracticeConsole::send},
        {QStringLiteral("move"), QStringLiteral("UID START MINUTES"), Cli::tr("moves a meeting that was sent"), 3,
         &PracticeConsole::move},
        {QStringLiteral("cancel"), QStringLiteral("UID"), Cli::tr("cancels a meeting that was sent"), 1,
         &PracticeConsole::cancel},
        {QStringLiteral("mailboxes"), {}, Cli::tr("lists the mailboxes"), 0, &PracticeConsole::mailboxes},
        {QStringLiteral("mailbox"), QStringLiteral("ADDRESS"), Cli::tr("shows what lies in a mailbox"), 1,
         &PracticeConsole::mailbox},
        {QStringLiteral("mails"), {}, Cli::tr("shows the mails that people received"), 0, &PracticeConsole::mails},
        {QStringLiteral("help"), {}, Cli::tr("shows this"), 0, &PracticeConsole::help},
        {QStringLiteral("quit"), {}, Cli::tr("ends the Practice Exchange"), 0, &PracticeConsole::quit},
    };
    return all;
}

void PracticeConsole::run(const QString& line)
{
    QStringList words = line.simplified().split(QLatin1Char(' '));
    const QString name = words.takeFirst();
    for (const Command& command : commands()) {
        if (command.name != name)
            continue;
        if (words.size() < command.fewest) {
            m_terminal.complain(
                {"practice.command-arguments",
                 {{QStringLiteral("command"), name}, {QStringLiteral("usage"), QString(name + u' ' + command.usage)}}});
            return;
        }
        if (const auto done = (this->*command.run)(words); !done)
            m_terminal.complain(done.error().reason());
        return;
    }
    m_terminal.complain({"practice.command-unknown", {{QStringLiteral("command"), name}}});
}

// Whoever asked waits for the line.
Result<void> PracticeConsole::tell(const QByteArray& json)
{
    m_terminal.write(json);
    return m_terminal.finish();
}

Result<void> PracticeConsole::help(const QStringList&)
{
    for (const Command& command : commands()) {
        const QString usage = command.usage.isEmpty() ? command.name : QString(command.name + u' ' + command.usage);
        m_terminal.line(usage.leftJustified(46) + command.description);
    }
    for (const QString& name : PracticeSwitches::names())
        m_terminal.line(QStringLiteral("  set %1 %2").arg(name, PracticeSwitches::valuesOf(name)));
    return {};
}

Result<void> PracticeConsole::set(const QStringList& words)
{
    return m_exchange.setSwitch(words.at(0), words.at(1));
}

Result<void> PracticeConsole::switches(const QStringList&)
{
    QJsonObject object;
    for (const QString& name : PracticeSwitches::names())
        object.insert(name, m_exchange.switches().value(name));
    return tell(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

Result<TimeRange> PracticeConsole::rangeFrom(const QString& start, const QString& minutes) const
{
    const auto from = instantFromInput(start, QTimeZone(m_zone), QStringLiteral("START"));
    if (!from)
        return failure(from.error());
    constexpr int longest = 366 * 24 * 60;
    const auto length = numberFromArgument(minutes, 1, longest, QStringLiteral("MINUTES"));
    if (!length)
        return failure(length.error());
    return TimeRange{*from, *from + Minutes(*length)};
}

void PracticeConsole::sendVersion(MeetingMail meeting)
{
    meeting.identity = {newMessageId(domainOf(meeting.organizer.address).toString()), SystemClock().now()};
    m_meetings.insert(meeting.uid, meeting);
    m_exchange.send(meeting);
    m_terminal.line(Reason{"cli.meeting-uid", {{QStringLiteral("uid"), meeting.uid}}});
}

Result<void> PracticeConsole::send(const QStringList& words)
{
    for (const int address : {0, 1}) {
        if (!looksLikeAddress(words.at(address)))
            return invalidArgument(address == 0 ? QStringLiteral("PERSON") : QStringLiteral("ROOM"), words.at(address),
                                   Cli::tr("an e-mail address"));
    }
    const auto range = rangeFrom(words.at(2), words.at(3));
    if (!range)
        return failure(range.error());
    MeetingMail meeting;
    meeting.organizer = {words.at(0), {}};
    meeting.rooms = {{words.at(1), {}}};
    meeting.uid = newMeetingUid(SystemClock().now());
    meeting.range = *range;
    meeting.zone = m_zone;
    meeting.subject = words.mid(4).join(QLatin1Char(' '));
    sendVersion(meeting);
    return {};
}

Result<MeetingMail> PracticeConsole::known(const QString& uid) const
{
    const auto meeting = m_meetings.constFind(uid);
    if (meeting == m_meetings.constEnd())
        return failure("practice.meeting-unknown", {{QStringLiteral("uid"), uid}});
    MeetingMail next = *meeting;
    ++next.sequence;
    return next;
}

Result<void> PracticeConsole::move(const QStringList& words)
{
    auto meeting = known(words.at(0));
    if (!meeting)
        return failure(meeting.error());
    const auto range = rangeFrom(words.at(1), words.at(2));
    if (!range)
        return failure(range.error());
    meeting->range = *range;
    sendVersion(*meeting);
    return {};
}

Result<void> PracticeConsole::cancel(const QStringList& words)
{
    auto meeting = known(words.at(0));
    if (!meeting)
        return failure(meeting.error());
    meeting->method = ItipMethod::Cancel;
    sendVersion(*meeting);
    return {};
}

Result<void> PracticeConsole::mailboxes(const QStringList&)
{
    return tell(m_exchange.mailboxesJson());
}

Result<void> PracticeConsole::mailbox(const QStringList& words)
{
    const auto json = m_exchange.mailboxJson(words.at(0));
    if (!json)
        return failure(json.error());
    return tell(*json);
}

Result<void> PracticeConsole::mails(const QStringList&)
{
    return tell(m_exchange.mailsJson());
}

Result<void> PracticeConsole::quit(const QStringList&)
{
    Q_EMIT quitAsked();
    return {};
}

} // namespace reserve
