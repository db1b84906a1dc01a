// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/hostandport.h"
#include "app/agent/commands/inputlines.h"
#include "app/agent/commands/practiceconsole.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/signalwatcher.h"
#include "app/agent/workplace.h"
#include "models/base/address.h"
#include "models/settings/settings.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

const QString ewsOption = QStringLiteral("listen-ews");
const QString smtpOption = QStringLiteral("smtp");
const QString agentOption = QStringLiteral("agent");
const QString setOption = QStringLiteral("set");
const QString roomOption = QStringLiteral("room");
const QString passwordOption = QStringLiteral("password");
const QString certificateOption = QStringLiteral("certificate");

Result<void> readPlaces(const Invocation& invocation, PracticeOptions& options)
{
    constexpr int highestPort = 65535;
    const auto http = numberFromInput(invocation.value(ewsOption), 0, highestPort, ewsOption);
    if (!http)
        return failure(http.error());
    const auto smtp = numberFromInput(invocation.value(smtpOption), 0, highestPort, smtpOption);
    if (!smtp)
        return failure(smtp.error());
    const auto agent = hostAndPortFromInput(invocation.value(agentOption), agentOption);
    if (!agent)
        return failure(agent.error());
    options.httpPort = quint16(*http);
    options.smtpPort = quint16(*smtp);
    options.agentHost = agent->host;
    options.agentPort = agent->port;
    return {};
}

Result<void> readSwitches(const Invocation& invocation, PracticeOptions& options)
{
    const QStringList values = invocation.values(setOption);
    for (const QString& text : values) {
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals < 0)
            return invalidValue(setOption, text, QStringLiteral("SWITCH=VALUE"));
        if (const auto set = options.switches.set(text.left(equals), text.mid(equals + 1)); !set)
            return set;
    }
    return {};
}

// "CR1@x.example" or "CR1@x.example=Borealis".
Result<QList<PracticeRoom>> roomsFromInput(const QStringList& values)
{
    QList<PracticeRoom> rooms;
    for (const QString& text : values) {
        const QString address = text.section(QLatin1Char('='), 0, 0);
        const QString name = text.section(QLatin1Char('='), 1);
        if (!looksLikeAddress(address))
            return invalidValue(roomOption, text, Cli::tr("an e-mail address, or ADDRESS=NAME"));
        rooms.append({address, name.isEmpty() ? localPartOf(address).toString() : name, {}});
    }
    return rooms;
}

struct Site
{
    QList<PracticeRoom> rooms;
    QByteArray zone;
};

Result<Site> siteOf(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) -> Result<Site> {
        const auto spaces = unit.spaces().all();
        if (!spaces)
            return failure(spaces.error());
        auto stored = unit.settings().all();
        if (!stored)
            return failure(stored.error());
        Site site{{}, Settings(std::move(*stored)).timeZone()};
        for (const Space& space : *spaces)
            site.rooms.append({space.mailbox, space.name, space.delegateContact});
        return site;
    });
}

Result<PracticeOptions> practiceOptions(const Invocation& invocation, Workplace& workplace)
{
    PracticeOptions options;
    options.zone = QTimeZone::systemTimeZoneId();
    options.account.password = SecretString(invocation.value(passwordOption).toUtf8());
    options.account.clientSecret = options.account.password;
    if (const auto read = readPlaces(invocation, options); !read)
        return failure(read.error());
    if (const auto read = readSwitches(invocation, options); !read)
        return failure(read.error());
    if (invocation.isSet(certificateOption)) {
        QFile file(invocation.value(certificateOption));
        if (!file.open(QIODevice::ReadOnly))
            return invalidValue(certificateOption, file.fileName(), Cli::tr("a PEM file that can be read"));
        options.account.clientCertificate = QString::fromUtf8(file.readAll());
    }
    if (invocation.isSet(roomOption)) {
        const auto rooms = roomsFromInput(invocation.values(roomOption));
        if (!rooms)
            return failure(rooms.error());
        options.rooms = *rooms;
        return options;
    }
    const auto site = siteOf(workplace);
    if (!site)
        return failure(site.error());
    options.rooms = site->rooms;
    if (!site->zone.isEmpty())
        options.zone = site->zone;
    return options;
}

// Runs until somebody ends it, and says what goes by.
class PracticeRun final : public QObject
{
public:
    PracticeRun(const PracticeOptions& options, Terminal& terminal)
        : m_terminal(terminal)
        , m_exchange(options)
        , m_console(m_exchange, terminal, options.zone)
    {
        connect(&m_signals, &SignalWatcher::stopAsked, this, [] { QCoreApplication::quit(); });
        connect(
            &m_console, &PracticeConsole::quitAsked, this, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
        connect(&m_lines, &InputLines::line, &m_console, &PracticeConsole::run);
        connect(&m_exchange, &PracticeExchange::mailDelivered, this,
                [this](const QString& mailbox, const QString& from, const QString& subject) {
                    m_terminal.line(Reason{"practice.mail-delivered",
                                           {{QStringLiteral("mailbox"), mailbox},
                                            {QStringLiteral("from"), from},
                                            {QStringLiteral("subject"), subject}}});
                });
        connect(&m_exchange, &PracticeExchange::requestForwarded, this, [this](const QString& recipient) {
            m_terminal.line(Reason{"practice.forwarded", {{QStringLiteral("recipient"), recipient}}});
        });
        connect(&m_exchange, &PracticeExchange::requestRefused, this, &PracticeRun::tellRefusal);
    }

    Result<ExitCode> run(bool asJson)
    {
        if (const auto started = m_exchange.start(); !started)
            return failure(started.error());
        if (asJson)
            m_terminal.write(endPointsJson());
        else
            tellEndPoints();
        if (const auto told = m_terminal.finish(); !told)
            return failure(told.error());
        QCoreApplication::exec();
        m_exchange.stop();
        return ExitCode::Good;
    }

private:
    void tellRefusal(const QString& recipient, const QString& remote, bool again)
    {
        // Once while the agent is away, not every few seconds.
        if (again && std::exchange(m_lastWaiting, recipient) == recipient)
            return;
        m_terminal.complain({again ? "practice.forward-later" : "practice.forward-refused",
                             {{QStringLiteral("recipient"), recipient}, {QStringLiteral("remote"), remote}}});
    }

    QString password() const { return QString::fromUtf8(m_exchange.account().password.reveal().toByteArray()); }

    void tellEndPoints()
    {
        const PracticeAccount& account = m_exchange.account();
        m_terminal.line(Cli::tr("EWS: server profile of kind EWS, URL %1, user %2, NTLM domain %3, password %4")
                            .arg(m_exchange.ewsUrl().toString(), account.user, account.domain, password()));
        m_terminal.line(
            Cli::tr("Graph: server profile of kind Graph, URL %1, authority %2, tenant %3, client %4, secret %5")
                .arg(m_exchange.graphUrl().toString(), m_exchange.authority().toString(), account.tenant,
                     account.clientId, password()));
        m_terminal.line(Cli::tr("Mail: outgoing.host 127.0.0.1, outgoing.port %1, outgoing.security none")
                            .arg(m_exchange.smtpPort()));
    }

    QByteArray endPointsJson() const
    {
        const PracticeAccount& account = m_exchange.account();
        const QJsonObject object{{QStringLiteral("ews"), m_exchange.ewsUrl().toString()},
                                 {QStringLiteral("graph"), m_exchange.graphUrl().toString()},
                                 {QStringLiteral("authority"), m_exchange.authority().toString()},
                                 {QStringLiteral("tenant"), account.tenant},
                                 {QStringLiteral("client_id"), account.clientId},
                                 {QStringLiteral("user"), account.user},
                                 {QStringLiteral("domain"), account.domain},
                                 {QStringLiteral("password"), password()},
                                 {QStringLiteral("smtp_port"), m_exchange.smtpPort()}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }

    Terminal& m_terminal;
    PracticeExchange m_exchange;
    PracticeConsole m_console;
    SignalWatcher m_signals;
    InputLines m_lines;
    QString m_lastWaiting;
};

class PracticeCommand final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("practice"); }
    QString summary() const override
    {
        return Cli::tr("runs a Practice Exchange on this machine to rehearse with, until SIGTERM, Ctrl+C or \"quit\"");
    }
    QList<QCommandLineOption> options() const override
    {
        const QString port = QStringLiteral("PORT");
        return {{ewsOption, Cli::tr("where EWS, Graph and tokens are; 8026 without it, 0: any free port"), port,
                 QStringLiteral("8026")},
                {smtpOption, Cli::tr("where mail is taken; 8027 without it, 0: any free port"), port,
                 QStringLiteral("8027")},
                {agentOption, Cli::tr("where requests are forwarded to; 127.0.0.1:8025 without it"),
                 QStringLiteral("HOST:PORT"), QStringLiteral("127.0.0.1:8025")},
                {setOption, Cli::tr("a switch, such as slow=2000; may be repeated"), QStringLiteral("SWITCH=VALUE")},
                {roomOption, Cli::tr("a room; may be repeated; without it the spaces of the store"),
                 QStringLiteral("ADDRESS=NAME")},
                {passwordOption, Cli::tr("password and client secret; \"practice\" without it"), QStringLiteral("TEXT"),
                 QStringLiteral("practice")},
                {certificateOption, Cli::tr("certificate whose key may sign for the OAuth client"),
                 QStringLiteral("FILE")}};
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto options = practiceOptions(invocation, workplace);
        if (!options)
            return failure(options.error());
        if (options->rooms.isEmpty())
            workplace.terminal().complain({"practice.no-rooms", {}});
        return PracticeRun(*options, workplace.terminal()).run(invocation.wantsJson());
    }
};

} // namespace

Subcommands practiceCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<PracticeCommand>());
    return commands;
}

} // namespace reserve
