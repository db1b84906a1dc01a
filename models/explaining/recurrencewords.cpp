// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/recurrencewords.h"

#include "models/explaining/explaining.h"

#include <array>

namespace reserve {

namespace {

using Frequency = RecurrenceRule::Frequency;
using Weekday = RecurrenceRule::Weekday;

QString ordinalWord(int ordinal)
{
    static const std::array words{
        QT_TRANSLATE_NOOP("reserve::Explaining", "first"), QT_TRANSLATE_NOOP("reserve::Explaining", "second"),
        QT_TRANSLATE_NOOP("reserve::Explaining", "third"), QT_TRANSLATE_NOOP("reserve::Explaining", "fourth"),
        QT_TRANSLATE_NOOP("reserve::Explaining", "fifth")};
    if (ordinal == -1)
        return Explaining::tr("last");
    if (ordinal >= 1 && ordinal <= int(words.size()))
        return Explaining::tr(words[std::size_t(ordinal - 1)]);
    if (ordinal < 0)
        return Explaining::tr("%1. from the end", "an ordinal number").arg(-ordinal);
    return Explaining::tr("%1.", "an ordinal number").arg(ordinal);
}

QString dayName(const Weekday& weekday, const QLocale& locale)
{
    const QString name = locale.standaloneDayName(int(weekday.day.iso_encoding()));
    if (weekday.ordinal == 0)
        return name;
    return Explaining::tr("the %1 %2", "an ordinal and a weekday").arg(ordinalWord(weekday.ordinal), name);
}

QString listed(const QList<Weekday>& weekdays, const QLocale& locale)
{
    QStringList names;
    for (const Weekday& weekday : weekdays)
        names.append(dayName(weekday, locale));
    return locale.createSeparatedList(names);
}

QString listed(const QList<int>& numbers, const QLocale& locale)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return locale.createSeparatedList(texts);
}

QString listedMonths(const QList<int>& months, const QLocale& locale)
{
    QStringList names;
    for (const int month : months)
        names.append(locale.standaloneMonthName(month));
    return locale.createSeparatedList(names);
}

QString pace(const RecurrenceRule& rule)
{
    switch (rule.frequency) {
    case Frequency::Daily:
        return rule.interval == 1 ? Explaining::tr("Every day")
                                  : Explaining::tr("Every %n day(s)", nullptr, rule.interval);
    case Frequency::Weekly:
        return rule.interval == 1 ? Explaining::tr("Every week")
                                  : Explaining::tr("Every %n week(s)", nullptr, rule.interval);
    case Frequency::Monthly:
        return rule.interval == 1 ? Explaining::tr("Every month")
                                  : Explaining::tr("Every %n month(s)", nullptr, rule.interval);
    case Frequency::Yearly:
        return rule.interval == 1 ? Explaining::tr("Every year")
                                  : Explaining::tr("Every %n year(s)", nullptr, rule.interval);
    }
    Q_UNREACHABLE();
}

// On which days; what the rule leaves to the start is taken from there (RFC 5545 3.3.10).
QString days(const RecurrenceRule& rule, const ItipTime& start, const QLocale& locale)
{
    if (!rule.weekdays.isEmpty())
        return Explaining::tr("%1 on %2", "every week, Monday").arg(pace(rule), listed(rule.weekdays, locale));
    const QDate first = start.wall.date();
    const bool bySomethingElse = !rule.monthDays.isEmpty() || !rule.yearDays.isEmpty() || !rule.weekNumbers.isEmpty();
    if (!first.isValid() || bySomethingElse)
        return pace(rule);
    switch (rule.frequency) {
    case Frequency::Daily:
        return pace(rule);
    case Frequency::Weekly:
        return Explaining::tr("%1 on %2", "every week, Monday")
            .arg(pace(rule), locale.standaloneDayName(first.dayOfWeek()));
    case Frequency::Monthly:
        return Explaining::tr("%1 on day %2", "every month, 15").arg(pace(rule)).arg(first.day());
    case Frequency::Yearly:
        if (!rule.months.isEmpty())
            return Explaining::tr("%1 on day %2", "every month, 15").arg(pace(rule)).arg(first.day());
        return Explaining::tr("%1 on %2 %3", "every year, 18, November")
            .arg(pace(rule))
            .arg(first.day())
            .arg(locale.monthName(first.month()));
    }
    Q_UNREACHABLE();
}

QStringList limits(const RecurrenceRule& rule, const QLocale& locale)
{
    QStringList said;
    if (!rule.monthDays.isEmpty())
        said.append(Explaining::tr("on day %1 of the month").arg(listed(rule.monthDays, locale)));
    if (!rule.months.isEmpty())
        said.append(Explaining::tr("in %1", "months").arg(listedMonths(rule.months, locale)));
    if (!rule.weekNumbers.isEmpty())
        said.append(Explaining::tr("in calendar week %1").arg(listed(rule.weekNumbers, locale)));
    if (!rule.yearDays.isEmpty())
        said.append(Explaining::tr("on day %1 of the year").arg(listed(rule.yearDays, locale)));
    if (!rule.hours.isEmpty())
        said.append(Explaining::tr("at the hours %1").arg(listed(rule.hours, locale)));
    if (!rule.minutes.isEmpty())
        said.append(Explaining::tr("at the minutes %1").arg(listed(rule.minutes, locale)));
    if (!rule.setPositions.isEmpty()) {
        QStringList which;
        for (const int position : rule.setPositions)
            which.append(ordinalWord(position));
        said.append(Explaining::tr("of these only the %1").arg(locale.createSeparatedList(which)));
    }
    return said;
}

QString end(const RecurrenceRule& rule, const QLocale& locale)
{
    if (rule.count)
        return Explaining::tr("%n time(s)", "how often a series repeats", *rule.count);
    if (rule.until.isPresent())
        return Explaining::tr("until %1").arg(locale.toString(rule.until.wall.date(), QLocale::LongFormat));
    return Explaining::tr("without end");
}

} // namespace

QString recurrenceWords(const ItipRecurrence& recurrence, const ItipTime& start, const QLocale& locale)
{
    QStringList said;
    if (recurrence.rule) {
        said.append(days(*recurrence.rule, start, locale));
        said += limits(*recurrence.rule, locale);
        said.append(end(*recurrence.rule, locale));
    }
    if (const int dates = int(recurrence.dates.size() + recurrence.periods.size()); dates > 0) {
        said.append(recurrence.rule ? Explaining::tr("and on %n further date(s)", nullptr, dates)
                                    : Explaining::tr("On %n date(s) of its own", nullptr, dates));
    }
    if (!recurrence.exceptions.isEmpty())
        said.append(Explaining::tr("except on %n date(s)", nullptr, int(recurrence.exceptions.size())));
    return said.join(QStringLiteral("; "));
}

} // namespace reserve
