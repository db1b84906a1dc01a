// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/dispatcher.h"

#include "app/agent/cli.h"
#include "app/agent/help.h"
#include "app/agent/workplace.h"

#include <algorithm>

namespace reserve {

namespace {

const QString storeOption = QStringLiteral("store");
const QString formatOption = QStringLiteral("format");
const QString helpOption = QStringLiteral("help");

// Options that take a value and may stand before the command.
bool takesValue(const QString& word)
{
    return word == QLatin1String("--store") || word == QLatin1String("--format");
}

// Takes the first word that is neither an option nor an option's value.
QString takeWord(QStringList& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (takesValue(words.at(i)))
            ++i;
        else if (!words.at(i).startsWith(QLatin1Char('-')))
            return words.takeAt(i);
    }
    return {};
}

bool contains(const QStringList& words, const char* shortName, const char* longName)
{
    return words.contains(QLatin1String(shortName)) || words.contains(QLatin1String(longName));
}

QList<QCommandLineOption> allOptions(const Subcommand& subcommand)
{
    QList<QCommandLineOption> options = subcommand.options();
    if (const QStringList formats = subcommand.formats(); !formats.isEmpty()) {
        options.append({formatOption, Cli::tr("one of: %1").arg(formats.join(QLatin1String(", "))),
                        QStringLiteral("FORMAT"), formats.first()});
    }
    options.append({storeOption, Cli::tr("the store; without it this desk's own"), QStringLiteral("FILE")});
    options.append({{QStringLiteral("h"), helpOption}, Cli::tr("this help")});
    return options;
}

// No option begins with a digit: "settings set smtp.port -1" means the number. The parser takes what stands behind "--"
// for no option; an argument so moved is the last one in every command that has numbers.
QStringList withNumbersAsArguments(const QStringList& words)
{
    QStringList plain;
    QStringList numbers;
    for (const QString& word : words) {
        const bool isNumber = word.size() > 1 && word.startsWith(QLatin1Char('-')) && word.at(1).isDigit();
        const bool isValue = !plain.isEmpty() && plain.last().startsWith(QLatin1String("--"));
        (isNumber && !isValue ? numbers : plain).append(word);
    }
    return numbers.isEmpty() ? plain : plain + QStringList{QStringLiteral("--")} + numbers;
}

Result<void> checkArguments(const Subcommand& subcommand, const QStringList& given)
{
    const QList<SubcommandArgument> wanted = subcommand.arguments();
    for (qsizetype i = given.size(); i < wanted.size(); ++i) {
        if (!wanted.at(i).isOptional) {
            return failure(
                "usage.argument-missing",
                {{QStringLiteral("command"), subcommand.path()}, {QStringLiteral("argument"), wanted.at(i).name}});
        }
    }
    const bool mayRepeat = !wanted.isEmpty() && wanted.last().isRepeatable;
    if (given.size() > wanted.size() && !mayRepeat) {
        return failure(
            "usage.argument-surplus",
            {{QStringLiteral("command"), subcommand.path()}, {QStringLiteral("argument"), given.at(wanted.size())}});
    }
    return {};
}

Result<QString> chosenFormat(const Subcommand& subcommand, const QCommandLineParser& line)
{
    const QStringList formats = subcommand.formats();
    if (formats.isEmpty())
        return QString();
    const QString format = line.value(formatOption).toLower();
    if (formats.contains(format))
        return format;
    return failure("usage.format-unknown",
                   {{QStringLiteral("value"), line.value(formatOption)},
                    {QStringLiteral("known"), formats.join(QLatin1String(", "))}});
}

// What is wrong about its use leads to the help of the command that was used.
Error naming(const Subcommand& subcommand, const Error& error)
{
    const QString command = QStringLiteral("command");
    if (!error.code().startsWith("usage.") || error.arguments().contains(command))
        return error;
    Arguments arguments = error.arguments();
    arguments.insert(command, subcommand.path());
    return Error(error.code(), arguments, error.isRetryable());
}

} // namespace

Dispatcher::Dispatcher(Terminal& terminal)
    : m_terminal(terminal)
{
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::add(std::unique_ptr<Subcommand> subcommand)
{
    m_subcommands.push_back(std::move(subcommand));
}

ExitCode Dispatcher::run(QStringList words)
{
    Result<ExitCode> outcome = dispatch(std::move(words));
    if (const Result<void> written = m_terminal.finish(); outcome && !written)
        outcome = failure(written.error());
    if (outcome)
        return *outcome;
    m_terminal.complain(outcome.error().reason());
    return exitCodeOf(outcome.error());
}

Result<ExitCode> Dispatcher::dispatch(QStringList words)
{
    const bool wantsHelp = contains(words, "-h", "--help");
    const Result<Subcommand*> chosen = choose(words, wantsHelp);
    if (!chosen)
        return failure(chosen.error());
    if (!*chosen)
        return ExitCode::Good;
    return execute(**chosen, words);
}

// nullptr: the answer was a help text or the version.
Result<Subcommand*> Dispatcher::choose(QStringList& words, bool wantsHelp)
{
    const QString command = takeWord(words);
    if (command.isEmpty() && contains(words, "-v", "--version")) {
        m_terminal.line(QStringLiteral("reserve-agent %1").arg(QCoreApplication::applicationVersion()));
        return nullptr;
    }
    if (command.isEmpty() && wantsHelp) {
        std::vector<Subcommand*> all;
        for (const auto& subcommand : m_subcommands)
            all.push_back(subcommand.get());
        m_terminal.write(generalHelp(all));
        return nullptr;
    }
    if (command.isEmpty())
        return failure("usage.command-missing", {{QStringLiteral("known"), knownCommands()}});
    const std::vector<Subcommand*> actions = actionsOf(command);
    if (actions.empty()) {
        return failure("usage.command-unknown",
                       {{QStringLiteral("command"), command}, {QStringLiteral("known"), knownCommands()}});
    }
    if (actions.front()->action().isEmpty())
        return actions.front();
    const QString action = takeWord(words);
    if (action.isEmpty() && wantsHelp) {
        m_terminal.write(helpOf(command, actions));
        return nullptr;
    }
    const auto found
        = std::find_if(actions.begin(), actions.end(), [&](const Subcommand* s) { return s->action() == action; });
    if (found != actions.end())
        return *found;
    QStringList known;
    for (const Subcommand* subcommand : actions)
        known.append(subcommand->action());
    return failure(action.isEmpty() ? "usage.action-missing" : "usage.action-unknown",
                   {{QStringLiteral("command"), command},
                    {QStringLiteral("action"), action},
                    {QStringLiteral("known"), known.join(QLatin1String(", "))}});
}

Result<ExitCode> Dispatcher::execute(Subcommand& subcommand, const QStringList& words)
{
    const QList<QCommandLineOption> options = allOptions(subcommand);
    QCommandLineParser line;
    line.addOptions(options);
    if (!line.parse(QStringList{QStringLiteral("reserve-agent")} + withNumbersAsArguments(words))) {
        return failure("usage.option",
                       {{QStringLiteral("command"), subcommand.path()},
                        {QStringLiteral("detail"), line.errorText().remove(QLatin1Char('.'))}});
    }
    if (line.isSet(helpOption)) {
        m_terminal.write(helpOf(subcommand, options));
        return ExitCode::Good;
    }
    if (const Result<void> fits = checkArguments(subcommand, line.positionalArguments()); !fits)
        return failure(fits.error());
    const Result<QString> format = chosenFormat(subcommand, line);
    if (!format)
        return failure(format.error());
    if (line.isSet(storeOption) && line.value(storeOption).isEmpty())
        return failure("store.location-empty");
    Workplace workplace(line.value(storeOption), m_terminal);
    const Result<ExitCode> outcome = subcommand.run(Invocation(line, *format), workplace);
    return outcome ? outcome : failure(naming(subcommand, outcome.error()));
}

std::vector<Subcommand*> Dispatcher::actionsOf(const QString& command) const
{
    std::vector<Subcommand*> actions;
    for (const auto& subcommand : m_subcommands) {
        if (subcommand->command() == command)
            actions.push_back(subcommand.get());
    }
    return actions;
}

QString Dispatcher::knownCommands() const
{
    QStringList known;
    for (const auto& subcommand : m_subcommands) {
        if (!known.contains(subcommand->command()))
            known.append(subcommand->command());
    }
    return known.join(QLatin1String(", "));
}

} // namespace reserve
