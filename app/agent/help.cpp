// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/help.h"

#include "app/agent/cli.h"

namespace reserve {

namespace {

constexpr int indent = 2;
constexpr int descriptionColumn = 28;
constexpr int width = 80;

// Breaks at blanks; lines after the first begin at `column`.
QString wrapped(const QString& text, int column)
{
    QString result;
    int used = column;
    const QStringList words = text.split(QLatin1Char(' '));
    for (const QString& word : words) {
        if (used > column && used + 1 + word.size() > width) {
            result += QLatin1Char('\n') + QString(column, QLatin1Char(' '));
            used = column;
        } else if (used > column) {
            result += QLatin1Char(' ');
            ++used;
        }
        result += word;
        used += int(word.size());
    }
    return result;
}

QString entry(const QString& name, const QString& description)
{
    QString line = QString(indent, QLatin1Char(' ')) + name;
    if (line.size() + 2 > descriptionColumn)
        line += QLatin1Char('\n') + QString(descriptionColumn, QLatin1Char(' '));
    else
        line = line.leftJustified(descriptionColumn);
    return line + wrapped(description, descriptionColumn) + QLatin1Char('\n');
}

QString optionNames(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names())
        names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    QString text = names.join(QLatin1String(", "));
    if (!option.valueName().isEmpty())
        text += QLatin1Char(' ') + option.valueName();
    return text;
}

QString exitCodes()
{
    return Cli::tr("Exit status: 0 good, 1 found something or failed, 2 wrong usage.") + QLatin1Char('\n');
}

} // namespace

QByteArray helpOf(const Subcommand& subcommand, const QList<QCommandLineOption>& options)
{
    QString usage = QStringLiteral("reserve-agent ") + subcommand.path();
    QString arguments;
    for (const SubcommandArgument& argument : subcommand.arguments()) {
        usage += argument.isOptional ? QStringLiteral(" [%1]").arg(argument.name) : QLatin1Char(' ') + argument.name;
        usage += argument.isRepeatable ? QStringLiteral(" ...") : QString();
        arguments += entry(argument.name, argument.description);
    }
    QString text = Cli::tr("Usage: %1 [options]").arg(usage) + QLatin1String("\n\n") + wrapped(subcommand.summary(), 0)
        + QLatin1String("\n\n");
    if (!arguments.isEmpty())
        text += Cli::tr("Arguments:") + QLatin1Char('\n') + arguments + QLatin1Char('\n');
    text += Cli::tr("Options:") + QLatin1Char('\n');
    for (const QCommandLineOption& option : options)
        text += entry(optionNames(option), option.description());
    return QString(text + QLatin1Char('\n') + exitCodes()).toLocal8Bit();
}

QByteArray helpOf(const QString& command, const std::vector<Subcommand*>& actions)
{
    QString text = Cli::tr("Usage: %1 [options]").arg(QStringLiteral("reserve-agent %1 ACTION").arg(command))
        + QLatin1String("\n\n") + Cli::tr("Actions:") + QLatin1Char('\n');
    for (const Subcommand* action : actions)
        text += entry(action->action(), action->summary());
    text += QLatin1Char('\n') + Cli::tr("More: %1").arg(QStringLiteral("reserve-agent %1 ACTION --help").arg(command))
        + QLatin1Char('\n');
    return text.toLocal8Bit();
}

QByteArray generalHelp(const std::vector<Subcommand*>& subcommands)
{
    QString text
        = Cli::tr("Usage: %1 [options]").arg(QStringLiteral("reserve-agent COMMAND")) + QLatin1String("\n\n")
        + wrapped(
              Cli::tr(
                  "The Reserve SMTP Agent: takes meeting requests, reserves spaces and answers; and the commands to "
                  "set it up, look into it and repair it."),
              0)
        + QLatin1String("\n\n") + Cli::tr("Commands:") + QLatin1Char('\n');
    for (const Subcommand* subcommand : subcommands)
        text += entry(subcommand->path(), subcommand->summary());
    text += QLatin1Char('\n') + Cli::tr("Options of every command:") + QLatin1Char('\n')
        + entry(QStringLiteral("--store FILE"), Cli::tr("the store; without it this desk's own"))
        + entry(QStringLiteral("-h, --help"), Cli::tr("help on a command"))
        + entry(QStringLiteral("-v, --version"), Cli::tr("the program's version")) + QLatin1Char('\n') + exitCodes();
    return text.toLocal8Bit();
}

} // namespace reserve
