// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencerule.h"
#include "models/reserving/consoleseries.h"
#include "models/reserving/consolework.h"

#include <QTimeZone>

namespace reserve {

namespace {

constexpr int daysOfWeek = 7;

// "MO,WE" some days later. With ordinals ("2MO") the rule means days of a month, which cannot be moved along.
std::optional<QByteArray> shiftedDays(const QByteArray& days, int by)
{
    static const QList<QByteArray> names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    QList<QByteArray> shifted;
    for (const QByteArray& day : days.split(',')) {
        const qsizetype place = names.indexOf(day.trimmed());
        if (place < 0)
            return std::nullopt;
        shifted.append(names.at(((place + by) % daysOfWeek + daysOfWeek) % daysOfWeek));
    }
    return shifted.join(',');
}

// The rule when every date is so many days later; nothing where it names days that do not move along.
std::optional<QByteArray> shiftedRule(const QByteArray& rule, int days)
{
    const auto read = parseRecurrenceRule(rule);
    if (!read)
        return std::nullopt;
    const bool isWeekly = read->frequency == RecurrenceRule::Frequency::Weekly;
    QList<QByteArray> parts = rule.split(';');
    for (QByteArray& part : parts) {
        if (!part.startsWith("BY"))
            continue;
        const auto shifted = isWeekly && part.startsWith("BYDAY=") ? shiftedDays(part.sliced(6), days) : std::nullopt;
        if (!shifted)
            return std::nullopt;
        part = "BYDAY=" + *shifted;
    }
    return parts.join(';');
}

bool saySame(const QByteArray& one, const QByteArray& other)
{
    const auto left = parseRecurrenceRule(one);
    const auto right = parseRecurrenceRule(other);
    return left && right && *left == *right;
}

} // namespace

// The meeting as it is asked for now, in the space where it is.
Result<ConsoleMeeting> ConsoleWork::changed(const Standing& standing, const ConsoleChange& change,
                                            const Person& person) const
{
    ConsoleMeeting meeting = standing.meeting;
    meeting.subject = change.subject ? change.subject->trimmed() : meeting.subject;
    meeting.body = change.body.value_or(meeting.body);
    meeting.isPrivate = change.isPrivate.value_or(meeting.isPrivate);
    meeting.allDay = change.allDay.value_or(meeting.allDay);
    meeting.invites = change.invites.value_or(meeting.invites);
    if (change.personId && *change.personId != meeting.personId) {
        meeting.personId = person.id;
        meeting.organizer = person.email;
        meeting.timeZone = person.timeZone;
    }
    const bool wasSeries = meeting.isSeries();
    ConsoleMeeting shifted = meeting; // with the rule that it had
    if (change.rule) {
        auto rule = normalisedRule(*change.rule);
        if (!rule)
            return failure(rule.error());
        meeting.rule = std::move(*rule);
        if (meeting.rule != standing.meeting.rule)
            meeting.exceptions.clear();
    }
    if (!change.time)
        return meeting;
    const bool isOther = change.rule && !saySame(meeting.rule, shifted.rule);
    const auto moved = wasSeries ? moveSeries(shifted, standing.row.time, *change.time) : Result<void>();
    // A rule that says no more than where its days have moved to is the old series still.
    if (wasSeries && moved && (!isOther || saySame(meeting.rule, shifted.rule)))
        return shifted;
    if (!wasSeries || isOther) {
        meeting.time = *change.time; // of a new series the first date
        return meeting;
    }
    return failure(moved.error());
}

// The meeting as the space can hold it: what Exchange has no words for is refused before anything is promised.
Result<void> ConsoleWork::settle(ConsoleMeeting& meeting, const Space& space) const
{
    const QByteArray zone = zoneOf(meeting, space);
    if (meeting.isSeries())
        beginOnFirstDate(meeting, zone);
    if (!CalendarOrders::holdsItems(*m_configuration, space))
        return {};
    const auto said = checkExchangeCanSay(meeting, zone, space);
    return said ? checkExchangeKnowsZone(meeting, zone, space) : said;
}

// One date of the series is dragged from `before` to `now`, and all go with it, on the wall of the series'
// own zone.
Result<void> ConsoleWork::moveSeries(ConsoleMeeting& meeting, TimeRange before, TimeRange now) const
{
    const Space* space = m_configuration->space(meeting.spaceId);
    const QByteArray id = meeting.allDay && space ? m_configuration->zoneOf(*space) : meeting.timeZone;
    const QTimeZone zone = QTimeZone(id).isValid() ? QTimeZone(id) : QTimeZone::utc();
    const auto wall = [&zone](Instant instant) { return toDateTime(instant).toTimeZone(zone); };
    const int days = int(wall(before.start).date().daysTo(wall(now.start).date()));
    const QDate first = wall(meeting.time.start).date().addDays(days);
    meeting.time.start = fromDateTime(QDateTime(first, wall(now.start).time(), zone));
    const qint64 spanned = wall(now.start).date().daysTo(wall(now.end).date());
    meeting.time.end = fromDateTime(QDateTime(first.addDays(spanned), wall(now.end).time(), zone));
    if (days == 0 || !meeting.isSeries())
        return {};
    const auto rule = shiftedRule(meeting.rule, days);
    if (!rule)
        return failure("console.series-day", {{QStringLiteral("rule"), QString::fromUtf8(meeting.rule)}});
    meeting.rule = *rule;
    for (QDate& date : meeting.exceptions)
        date = date.addDays(days);
    return {};
}

} // namespace reserve
