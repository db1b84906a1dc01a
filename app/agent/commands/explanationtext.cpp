// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/explanationtext.h"

#include "app/agent/cli.h"
#include "models/explaining/account.h"

#include <algorithm>

namespace reserve {

namespace {

QString onOneLine(QString text)
{
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, QLatin1Char(' '));
    return text;
}

QString columns(const QList<std::pair<QString, QString>>& rows)
{
    qsizetype width = 0;
    for (const auto& row : rows)
        width = std::max(width, row.first.size());
    QString text;
    for (const auto& [left, right] : rows)
        text += QLatin1String("  ") + left.leftJustified(width + 2) + onOneLine(right) + QLatin1Char('\n');
    return text;
}

QString sectionText(const AccountSection& section)
{
    QList<std::pair<QString, QString>> rows;
    for (const AccountLine& line : section.lines)
        rows.append({line.label, line.text});
    return section.title + QLatin1Char('\n') + columns(rows) + QLatin1Char('\n');
}

QString partsText(const MessageContent& content)
{
    QList<std::pair<QString, QString>> rows;
    for (const MessagePart& part : content.parts) {
        QStringList said{QString::fromLatin1(part.type)};
        if (!part.charset.isEmpty())
            said.append(QString::fromLatin1(part.charset));
        said.append(Cli::tr("%n byte(s)", nullptr, int(part.size)));
        if (!part.name.isEmpty())
            said.append(part.name);
        rows.append({QString::fromLatin1(part.where), said.join(QLatin1String(", "))});
    }
    return Cli::tr("Parts") + QLatin1Char('\n') + columns(rows) + QLatin1Char('\n');
}

QString stepsText(const QList<TraceStep>& steps, const Reader& reader)
{
    QList<std::pair<QString, QString>> rows;
    for (const TraceStep& step : steps)
        rows.append({QString::fromLatin1(step.rule), sentence(step.reason, reader)});
    return Cli::tr("Every step it would take") + QLatin1Char('\n') + columns(rows) + QLatin1Char('\n');
}

} // namespace

QByteArray explanationText(const QString& source, const Explanation& explanation)
{
    const Reader reader = Reader::ofThisMachine();
    QString text = QLatin1String("== ") + source + QLatin1String(" ==\n\n");
    for (const AccountSection& section : mailAccount(explanation.understanding, reader))
        text += sectionText(section);
    text += partsText(explanation.understanding.message.reading->content);
    for (const RehearsedDecision& decision : explanation.decisions)
        text += sectionText(decisionAccount(decision, reader))
            + stepsText(foreseenSteps(decision), inZoneOf(decision, reader));
    if (!explanation.undecided.isEmpty())
        text += sentence(explanation.undecided, reader) + QLatin1String("\n\n");
    return text.toLocal8Bit();
}

} // namespace reserve
