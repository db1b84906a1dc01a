// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/exitcode.h"
#include "models/base/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

namespace reserve {

class Workplace;

struct SubcommandArgument
{
    QString name; // in capitals, as the help shows it
    QString description;
    bool isOptional = false;
    bool isRepeatable = false; // the last one alone
};

// What was written on the command line, already checked against the sub-command's own description.
class Invocation final
{
public:
    Invocation(const QCommandLineParser& line, QString format)
        : m_line(line)
        , m_format(std::move(format))
    {
    }

    QString argument(int index) const { return m_line.positionalArguments().value(index); }
    QStringList arguments() const { return m_line.positionalArguments(); }
    bool isSet(const QString& option) const { return m_line.isSet(option); }
    QString value(const QString& option) const { return m_line.value(option); }
    QStringList values(const QString& option) const { return m_line.values(option); }
    const QString& format() const { return m_format; }
    bool wantsJson() const { return m_format == QLatin1String("json"); }

private:
    const QCommandLineParser& m_line;
    QString m_format;
};

// One thing that reserve-agent does: "settings get", "run". The dispatcher parses, checks and helps by its description.
class Subcommand
{
public:
    virtual ~Subcommand() = default;

    virtual QString command() const = 0;          // "settings"
    virtual QString action() const { return {}; } // "get"; empty: the command alone
    virtual QString summary() const = 0;
    virtual QList<SubcommandArgument> arguments() const { return {}; }
    virtual QList<QCommandLineOption> options() const { return {}; }
    // What --format takes, the default first; none: there is no --format.
    virtual QStringList formats() const { return {}; }

    // A failure becomes one line on standard error and, by exitCodeOf(), the exit status.
    virtual Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) = 0;

    QString path() const;
};

inline QString Subcommand::path() const
{
    return action().isEmpty() ? command() : QString(command() + QLatin1Char(' ') + action());
}

} // namespace reserve
