// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/corpus/outcometable.h"

#include <QFile>

#include <algorithm>

namespace reserve::test {

namespace {

constexpr QLatin1String
    remark("# File of the corpus, kind of message, verdict, reason. tst_corpus says how to write it anew.\n");

} // namespace

Result<OutcomeTable> OutcomeTable::load(const QString& file)
{
    QFile table(file);
    if (!table.open(QIODevice::ReadOnly))
        return failure("outcomes.unreadable", {{QStringLiteral("file"), file}});
    OutcomeTable loaded;
    for (const QString& line : QString::fromUtf8(table.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')))
            continue;
        const qsizetype tab = line.indexOf(QLatin1Char('\t'));
        if (tab <= 0)
            return failure("outcomes.unreadable", {{QStringLiteral("file"), file}, {QStringLiteral("line"), line}});
        loaded.insert(line.first(tab), line.sliced(tab + 1).replace(QLatin1Char('\t'), QLatin1Char(' ')));
    }
    return loaded;
}

Result<void> OutcomeTable::save(const QString& file) const
{
    QFile table(file);
    if (!table.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return failure("outcomes.unwritable", {{QStringLiteral("file"), file}});
    QString text = remark;
    for (auto it = m_outcomes.cbegin(); it != m_outcomes.cend(); ++it)
        text += it.key() + QLatin1Char('\t') + QString(it.value()).replace(QLatin1Char(' '), QLatin1Char('\t'))
            + QLatin1Char('\n');
    if (table.write(text.toUtf8()) < 0)
        return failure("outcomes.unwritable", {{QStringLiteral("file"), file}});
    return {};
}

QMap<QString, int> OutcomeTable::counts() const
{
    QMap<QString, int> counts;
    for (const QString& outcome : m_outcomes)
        ++counts[outcome];
    return counts;
}

QStringList OutcomeTable::differencesFrom(const OutcomeTable& found) const
{
    QStringList differences;
    for (auto it = m_outcomes.cbegin(); it != m_outcomes.cend(); ++it) {
        const auto other = found.m_outcomes.constFind(it.key());
        if (other == found.m_outcomes.cend())
            differences.append(it.key() + QStringLiteral("\n    expected: ") + it.value()
                               + QStringLiteral("\n    found:    no such file"));
        else if (*other != it.value())
            differences.append(it.key() + QStringLiteral("\n    expected: ") + it.value()
                               + QStringLiteral("\n    found:    ") + *other);
    }
    for (auto it = found.m_outcomes.cbegin(); it != found.m_outcomes.cend(); ++it) {
        if (!m_outcomes.contains(it.key()))
            differences.append(it.key() + QStringLiteral("\n    expected: not in the table\n    found:    ")
                               + it.value());
    }
    return differences;
}

bool OutcomeTable::isOfSameCorpus(const OutcomeTable& found) const
{
    const auto keys = m_outcomes.keys();
    const auto common = std::count_if(keys.begin(), keys.end(),
                                      [&found](const QString& name) { return found.m_outcomes.contains(name); });
    return common * 2 > keys.size();
}

} // namespace reserve::test
