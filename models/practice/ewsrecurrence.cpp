// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsrecurrence.h"

#include "models/practice/mailbox.h"

namespace reserve::practice {

namespace {

using Weekday = RecurrenceRule::Weekday;
using Frequency = RecurrenceRule::Frequency;

const QStringList& dayNames()
{
    static const QStringList names{QStringLiteral("Sunday"),    QStringLiteral("Monday"),   QStringLiteral("Tuesday"),
                                   QStringLiteral("Wednesday"), QStringLiteral("Thursday"), QStringLiteral("Friday"),
                                   QStringLiteral("Saturday")};
    return names;
}

const QStringList& monthNames()
{
    static const QStringList names{QStringLiteral("January"), QStringLiteral("February"), QStringLiteral("March"),
                                   QStringLiteral("April"),   QStringLiteral("May"),      QStringLiteral("June"),
                                   QStringLiteral("July"),    QStringLiteral("August"),   QStringLiteral("September"),
                                   QStringLiteral("October"), QStringLiteral("November"), QStringLiteral("December")};
    return names;
}

const QStringList& indexNames()
{
    static const QStringList names{QStringLiteral("First"), QStringLiteral("Second"), QStringLiteral("Third"),
                                   QStringLiteral("Fourth"), QStringLiteral("Last")};
    return names;
}

// The group of days that a word means: "Weekday", "Monday".
QList<Weekday> daysFrom(const QString& words)
{
    QList<Weekday> days;
    const QStringList list = words.simplified().split(QLatin1Char(' '));
    for (const QString& word : list) {
        const qsizetype index = dayNames().indexOf(word);
        const bool all = word == QLatin1String("Day");
        for (unsigned day = 0; day < 7; ++day) {
            const bool isWeekend = day == 0 || day == 6;
            if (index == qsizetype(day) || all || (word == QLatin1String("Weekday") && !isWeekend)
                || (word == QLatin1String("WeekendDay") && isWeekend))
                days.append({0, std::chrono::weekday(day)});
        }
    }
    return days;
}

QString dayName(const Weekday& day)
{
    return dayNames().at(qsizetype(day.day.c_encoding()));
}

QString daysText(const QList<Weekday>& days)
{
    QStringList names;
    for (const Weekday& day : days)
        names.append(dayName(day));
    return names.join(QLatin1Char(' '));
}

struct Place // the first, the last
{
    QString index;
    QString days;
};

// "BYDAY=2MO" and "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2" are what EWS has a word for.
std::optional<Place> placeOf(const RecurrenceRule& rule)
{
    const int position = rule.setPositions.isEmpty() ? (rule.weekdays.size() == 1 ? rule.weekdays.first().ordinal : 0)
                                                     : rule.setPositions.first();
    if (position == 0 || position < -1 || position > 4 || rule.weekdays.isEmpty())
        return std::nullopt;
    const QString index = position == -1 ? QStringLiteral("Last") : indexNames().at(position - 1);
    if (rule.weekdays.size() == 1)
        return Place{index, dayName(rule.weekdays.first())};
    if (rule.weekdays.size() == 7)
        return Place{index, QStringLiteral("Day")};
    return Place{index, rule.weekdays.size() == 5 ? QStringLiteral("Weekday") : QStringLiteral("WeekendDay")};
}

void writeMonthly(EwsXml& xml, const RecurrenceRule& rule, const QDate& start)
{
    if (const auto place = placeOf(rule)) {
        xml.startT("RelativeMonthlyRecurrence");
        xml.t("Interval", rule.interval);
        xml.t("DaysOfWeek", place->days);
        xml.t("DayOfWeekIndex", place->index);
    } else {
        xml.startT("AbsoluteMonthlyRecurrence");
        xml.t("Interval", rule.interval);
        xml.t("DayOfMonth", rule.monthDays.isEmpty() ? start.day() : rule.monthDays.first());
    }
    xml.end();
}

void writeYearly(EwsXml& xml, const RecurrenceRule& rule, const QDate& start)
{
    const int month = rule.months.isEmpty() ? start.month() : rule.months.first();
    if (const auto place = placeOf(rule)) {
        xml.startT("RelativeYearlyRecurrence");
        xml.t("DaysOfWeek", place->days);
        xml.t("DayOfWeekIndex", place->index);
    } else {
        xml.startT("AbsoluteYearlyRecurrence");
        xml.t("DayOfMonth", rule.monthDays.isEmpty() ? start.day() : rule.monthDays.first());
    }
    xml.t("Month", monthNames().at(month - 1));
    xml.end();
}

void writePattern(EwsXml& xml, const RecurrenceRule& rule, const QDate& start)
{
    switch (rule.frequency) {
    case Frequency::Daily:
        xml.startT("DailyRecurrence");
        xml.t("Interval", rule.interval);
        xml.end();
        return;
    case Frequency::Weekly:
        xml.startT("WeeklyRecurrence");
        xml.t("Interval", rule.interval);
        xml.t("DaysOfWeek", rule.weekdays.isEmpty() ? dayNames().at(start.dayOfWeek() % 7) : daysText(rule.weekdays));
        xml.t("FirstDayOfWeek", dayName({0, rule.weekStart}));
        xml.end();
        return;
    case Frequency::Monthly:
        return writeMonthly(xml, rule, start);
    case Frequency::Yearly:
        return writeYearly(xml, rule, start);
    }
}

void writeRange(EwsXml& xml, const RecurrenceRule& rule, const QDate& start)
{
    const char* name = rule.count ? "NumberedRecurrence" : rule.isEndless() ? "NoEndRecurrence" : "EndDateRecurrence";
    xml.startT(name);
    xml.t("StartDate", start.toString(Qt::ISODate));
    if (rule.count)
        xml.t("NumberOfOccurrences", *rule.count);
    else if (!rule.isEndless())
        xml.t("EndDate", rule.until.wall.date().toString(Qt::ISODate));
    xml.end();
}

tl::unexpected<EwsFault> invalid()
{
    return tl::unexpected(EwsFault{QStringLiteral("ErrorCalendarInvalidRecurrence"),
                                   QStringLiteral("The recurrence pattern or range is invalid."),
                                   {}});
}

} // namespace

void writeRecurrence(EwsXml& xml, const Item& item)
{
    if (!item.isSeries() || !item.recurrence->rule)
        return;
    const QDate start = item.seriesStart.wall.date();
    xml.startT("Recurrence");
    writePattern(xml, *item.recurrence->rule, start);
    writeRange(xml, *item.recurrence->rule, start);
    xml.end();
}

void writeModifiedDates(EwsXml& xml, const Item& item)
{
    bool began = false;
    for (auto it = item.exceptions.cbegin(); it != item.exceptions.cend(); ++it) {
        const auto id = recurrenceIdFromKey(it.key());
        if (it->isRemoved || !id)
            continue;
        if (!std::exchange(began, true))
            xml.startT("ModifiedOccurrences");
        xml.startT("Occurrence");
        xml.startT("ItemId");
        xml.attribute("Id", Mailbox::idOfDate(item.id, it.key()));
        xml.attribute("ChangeKey", Mailbox::changeKey(item));
        xml.end();
        xml.t("Start", it->appointment.time.start);
        xml.t("End", it->appointment.time.end);
        xml.t("OriginalStart", id->instant.value_or(it->appointment.time.start));
        xml.end();
    }
    if (began)
        xml.end();
}

void writeDeletedDates(EwsXml& xml, const Item& item)
{
    bool began = false;
    for (auto it = item.exceptions.cbegin(); it != item.exceptions.cend(); ++it) {
        const auto id = recurrenceIdFromKey(it.key());
        if (!it->isRemoved || !id || !id->instant)
            continue;
        if (!std::exchange(began, true))
            xml.startT("DeletedOccurrences");
        xml.startT("DeletedOccurrence");
        xml.t("Start", *id->instant);
        xml.end();
    }
    if (began)
        xml.end();
}

tl::expected<RecurrenceRule, EwsFault> ruleFromEws(const XmlElement& recurrence)
{
    const XmlElement& pattern = recurrence.children.at(0); // the schema has seen to both
    const XmlElement& range = recurrence.children.at(1);
    RecurrenceRule rule;
    rule.interval = pattern.child(QLatin1String("Interval")) ? pattern.childText(QLatin1String("Interval")).toInt() : 1;
    rule.frequency = pattern.name.contains(QLatin1String("Yearly")) ? Frequency::Yearly
        : pattern.name.contains(QLatin1String("Monthly"))           ? Frequency::Monthly
        : pattern.name.startsWith(QLatin1String("Weekly"))          ? Frequency::Weekly
                                                                    : Frequency::Daily;
    if (const XmlElement* days = pattern.child(QLatin1String("DaysOfWeek")))
        rule.weekdays = daysFrom(days->text);
    if (const XmlElement* index = pattern.child(QLatin1String("DayOfWeekIndex"))) {
        const qsizetype place = indexNames().indexOf(index->text.trimmed());
        const int position = place == 4 ? -1 : int(place) + 1;
        if (rule.weekdays.size() == 1)
            rule.weekdays.first().ordinal = position;
        else
            rule.setPositions = {position};
    }
    if (const XmlElement* day = pattern.child(QLatin1String("DayOfMonth")))
        rule.monthDays = {day->text.toInt()};
    if (const XmlElement* month = pattern.child(QLatin1String("Month")))
        rule.months = {int(monthNames().indexOf(month->text.trimmed())) + 1};
    if (const XmlElement* first = pattern.child(QLatin1String("FirstDayOfWeek")))
        rule.weekStart
            = std::chrono::weekday(unsigned(std::max<qsizetype>(0, dayNames().indexOf(first->text.trimmed()))));
    if (const XmlElement* count = range.child(QLatin1String("NumberOfOccurrences")))
        rule.count = count->text.toInt();
    if (const XmlElement* last = range.child(QLatin1String("EndDate")))
        rule.until = {ItipTime::Kind::Date,
                      QDateTime(QDate::fromString(last->text.trimmed().left(10), Qt::ISODate), QTime(0, 0), Qt::UTC),
                      {}};
    const bool sound = rule.interval >= 1 && rule.interval <= 999
        && (!rule.count || (*rule.count >= 1 && *rule.count <= 999))
        && (rule.monthDays.isEmpty() || (rule.monthDays.first() >= 1 && rule.monthDays.first() <= 31));
    return sound ? tl::expected<RecurrenceRule, EwsFault>(rule) : invalid();
}

} // namespace reserve::practice
