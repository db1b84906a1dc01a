// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/repeatchoice.h"

#include "models/itip/recurrencerule.h"

#include <array>

namespace reserve {

namespace {

const QByteArray workDays = "MO,TU,WE,TH,FR";

QByteArray dayName(QDate date)
{
    static constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return names.at(std::size_t(date.dayOfWeek() - 1));
}

QByteArray frequencyOf(RepeatChoice::Every every, QDate first)
{
    switch (every) {
    case RepeatChoice::Every::Day:
        return "FREQ=DAILY";
    case RepeatChoice::Every::WorkDay:
        return "FREQ=WEEKLY;BYDAY=" + workDays;
    case RepeatChoice::Every::Week:
        return "FREQ=WEEKLY;BYDAY=" + dayName(first);
    case RepeatChoice::Every::Month:
        return "FREQ=MONTHLY;BYMONTHDAY=" + QByteArray::number(first.day());
    default:
        return {};
    }
}

} // namespace

QByteArray ruleOf(const RepeatChoice& choice, QDate first)
{
    if (choice.every == RepeatChoice::Every::Other)
        return choice.other;
    QByteArray rule = frequencyOf(choice.every, first);
    if (rule.isEmpty())
        return rule;
    if (choice.interval > 1 && choice.every != RepeatChoice::Every::WorkDay)
        rule += ";INTERVAL=" + QByteArray::number(choice.interval);
    if (choice.until.isValid())
        return rule + ";UNTIL=" + choice.until.toString(u"yyyyMMdd").toLatin1();
    return rule + ";COUNT=" + QByteArray::number(choice.count);
}

RepeatChoice choiceOf(const QByteArray& rule, QDate first)
{
    RepeatChoice choice;
    if (rule.isEmpty())
        return choice;
    choice.other = rule;
    const auto read = parseRecurrenceRule(rule);
    if (read) {
        choice.interval = read->interval;
        choice.count = read->count.value_or(choice.count);
        if (read->until.isPresent())
            choice.until = read->until.wall.date();
        // Whatever writes the same rule again says all that it says.
        for (const auto every : {RepeatChoice::Every::Day, RepeatChoice::Every::WorkDay, RepeatChoice::Every::Week,
                                 RepeatChoice::Every::Month}) {
            choice.every = every;
            const auto same = parseRecurrenceRule(ruleOf(choice, first));
            if (same && *same == *read)
                return choice;
        }
    }
    choice.every = RepeatChoice::Every::Other;
    return choice;
}

} // namespace reserve
