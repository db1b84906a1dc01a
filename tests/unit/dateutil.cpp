// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/dateutil.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace reserve::test {

namespace {

constexpr int longest = 90'000; // milliseconds; only a process that hangs comes near it

const QString wallFormat = QStringLiteral("yyyyMMdd'T'HHmmss");

bool hasDateutil(const QString& python)
{
    if (python.isEmpty())
        return false;
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QStringLiteral("import dateutil.rrule")});
    return process.waitForFinished(longest) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

Dateutil::Answer answerOf(const QByteArray& line)
{
    if (line.startsWith("refused: "))
        return {{}, line.sliced(9)};
    Dateutil::Answer answer;
    for (const QByteArray& text : line.split(' ')) {
        QDateTime time = QDateTime::fromString(QString::fromLatin1(text), wallFormat);
        time.setTimeSpec(Qt::UTC);
        if (!text.isEmpty())
            answer.times.append(time);
    }
    return answer;
}

QByteArray partOf(const QByteArray& rule, const QByteArray& name)
{
    for (const QByteArray& part : rule.split(';')) {
        if (part.startsWith(name) && part.mid(name.size(), 1) == "=")
            return part.sliced(name.size() + 1);
    }
    return {};
}

// Week numbers alone leave the weekday to DTSTART (RFC 5545 3.3.10); dateutil takes every day of the week.
QByteArray withItsWeekday(const QByteArray& rule, const QDateTime& start)
{
    static const QByteArrayList names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const bool isAlone = rule.contains("BYWEEKNO=") && !rule.contains("BYDAY=") && !rule.contains("BYMONTHDAY=")
        && !rule.contains("BYYEARDAY=");
    return isAlone ? rule + ";BYDAY=" + names.at(start.date().dayOfWeek() - 1) : rule;
}

// A list such as FR,1MO means all Fridays and the first Monday; dateutil wants a day to be both. Spelled out,
// every Friday is the first to the last.
QByteArray withOrdinalsThroughout(const QByteArray& rule)
{
    const QByteArray days = partOf(rule, "BYDAY");
    const QByteArrayList list = days.split(',');
    const auto isPlain = [](const QByteArray& day) { return day.size() == 2; };
    const auto plain = std::count_if(list.begin(), list.end(), isPlain);
    if (plain == 0 || plain == list.size())
        return rule;
    const int most = rule.contains("FREQ=YEARLY") && !rule.contains("BYMONTH=") ? 53 : 5;
    QByteArrayList spelled;
    for (const QByteArray& day : list) {
        for (int ordinal = 1; ordinal <= most && isPlain(day); ++ordinal)
            spelled.append(QByteArray::number(ordinal) + day);
        if (!isPlain(day))
            spelled.append(day);
    }
    const qsizetype at = rule.indexOf("BYDAY=") + 6;
    return QByteArray(rule).replace(at, days.size(), spelled.join(','));
}

// RFC 7529, which dateutil does not know; these two values change nothing.
QByteArray withoutCalendarScale(const QByteArray& rule)
{
    QByteArrayList parts = rule.split(';');
    parts.removeIf([](const QByteArray& part) { return part == "RSCALE=GREGORIAN" || part == "SKIP=OMIT"; });
    return parts.join(';');
}

// The rule in the words that mean the same to dateutil. These are all the differences that are known.
QByteArray inItsWords(const QByteArray& rule, const QDateTime& start)
{
    return withOrdinalsThroughout(withItsWeekday(withoutCalendarScale(rule), start));
}

} // namespace

Dateutil::Dateutil()
{
    // Another Python may stand before the one that has Debian's packages.
    for (const QString& python :
         {QStandardPaths::findExecutable(QStringLiteral("python3")), QStringLiteral("/usr/bin/python3")}) {
        if (m_python.isEmpty() && hasDateutil(python))
            m_python = python;
    }
}

QList<Dateutil::Answer> Dateutil::answers(const QList<Question>& questions) const
{
    QByteArray input;
    for (const Question& question : questions) {
        input += inItsWords(question.rule, question.start) + '\t' + question.start.toString(wallFormat).toLatin1()
            + '\t' + question.last.toString(wallFormat).toLatin1() + '\n';
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(m_python, {QStringLiteral(RESERVE_SOURCE_DIR "/tests/unit/dateutilrules.py")});
    process.write(input);
    process.closeWriteChannel();
    QList<Answer> answers;
    if (!process.waitForFinished(longest) || process.exitCode() != 0)
        return answers;
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        answers.append(answerOf(lines.at(i)));
    return answers;
}

} // namespace reserve::test
