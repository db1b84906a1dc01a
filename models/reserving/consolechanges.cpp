// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/exchangepattern.h"
#include "models/itip/recurrencerule.h"
#include "models/reserving/consoleseries.h"
#include "models/reserving/consolework.h"
#include "models/reserving/datesinorder.h"
#include "models/reserving/wallclock.h"

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

// How much later each date begins, on the wall.
struct Shift
{
    int days = 0;
    qint64 seconds = 0; // of its time of day
};

// The value of UNTIL, so that the last date stays in.
QByteArray shiftedUntil(const RecurrenceRule& rule, Shift shift)
{
    const bool isDate = rule.until.kind == ItipTime::Kind::Date;
    const QDateTime until = rule.until.wall.addDays(shift.days).addSecs(isDate ? 0 : shift.seconds);
    const QByteArray text = until.toString(isDate ? u"yyyyMMdd" : u"yyyyMMdd'T'HHmmss").toLatin1();
    return rule.until.kind == ItipTime::Kind::Utc ? text + 'Z' : text;
}

// The rule when every date is so much later; nothing where it names days that do not move along.
std::optional<QByteArray> shiftedRule(const QByteArray& rule, Shift shift)
{
    const auto read = parseRecurrenceRule(rule);
    if (!read)
        return std::nullopt;
    const bool isWeekly = read->frequency == RecurrenceRule::Frequency::Weekly;
    QList<QByteArray> parts = rule.split(';');
    for (QByteArray& part : parts) {
        if (part.startsWith("UNTIL="))
            part = "UNTIL=" + shiftedUntil(*read, shift);
        if (shift.days == 0 || !part.startsWith("BY"))
            continue;
        const auto shifted
            = isWeekly && part.startsWith("BYDAY=") ? shiftedDays(part.sliced(6), shift.days) : std::nullopt;
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

// The same days, wherever they end and whether or not they are named: of a series that begins so.
bool saySameDays(const QByteArray& one, const QByteArray& other, const QDateTime& start)
{
    auto left = parseRecurrenceRule(one);
    auto right = parseRecurrenceRule(other);
    if (!left || !right)
        return false;
    for (RecurrenceRule* rule : {&*left, &*right}) {
        rule->count.reset();
        rule->until = {};
    }
    if (*left == *right)
        return true;
    const auto pattern = exchangePatternOf(*left, start);
    const auto otherPattern = exchangePatternOf(*right, start);
    return pattern && otherPattern && *pattern == *otherPattern;
}

// The days of one rule up to the end of another.
QByteArray withEndOf(const QByteArray& rule, const QByteArray& other)
{
    const auto isEnd = [](const QByteArray& part) { return part.startsWith("COUNT=") || part.startsWith("UNTIL="); };
    QList<QByteArray> parts = rule.split(';');
    parts.removeIf(isEnd);
    for (const QByteArray& part : other.split(';')) {
        if (isEnd(part))
            parts.append(part);
    }
    return parts.join(';');
}

} // namespace

// The meeting as it is asked for now, in the space where it is.
Result<ConsoleWork::Turned> ConsoleWork::changed(const Standing& standing, const ConsoleChange& change,
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
    auto rule = normalisedRule(change.rule.value_or(meeting.rule));
    if (!rule)
        return failure(rule.error());
    if (meeting.isSeries())
        return turned(std::move(meeting), *rule, standing.row.time, change.time);
    meeting.rule = *std::move(rule);
    meeting.time = change.time.value_or(meeting.time);
    return Turned{std::move(meeting), true};
}

// Of a series the date at `named` is to be at `time`. A rule that says no more than where the days have moved to, or
// another end, is the old series still.
Result<ConsoleWork::Turned> ConsoleWork::turned(ConsoleMeeting series, const QByteArray& rule, TimeRange named,
                                                const std::optional<TimeRange>& time) const
{
    ConsoleMeeting shifted = series;
    const auto shift = time ? moveSeries(shifted, named, *time) : Result<void>();
    const bool isSame = saySame(rule, series.rule);
    const WallClock clock(zoneOf(series));
    const bool hasSameDays = saySameDays(rule, series.rule, clock.at(series.time.start));
    if (hasSameDays && !shift)
        return failure(shift.error());
    if (hasSameDays || (shift && saySameDays(rule, shifted.rule, clock.at(shifted.time.start)))) {
        const QByteArray ended = withEndOf(shifted.rule, rule);
        if (!isSame && !saySame(ended, shifted.rule))
            shifted.rule = ended;
        return Turned{std::move(shifted), true};
    }
    series.rule = rule;
    series.exceptions.clear();
    series.time = time.value_or(series.time); // of a new series the first date
    return Turned{std::move(series), false};
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

// One date as it is asked for now, where it is.
ConsoleMeeting ConsoleWork::dateAskedFor(const Standing& standing, const ConsoleChange& change) const
{
    ConsoleMeeting date = standing.meeting;
    date.time = change.time.value_or(standing.row.time);
    date.subject = change.subject ? change.subject->trimmed() : standing.row.subject;
    date.isPrivate = change.isPrivate.value_or(standing.row.isPrivate);
    return date;
}

// Whether Exchange lets one date of the series go to where it is asked for. What stays where it is asks nothing new.
Result<void> ConsoleWork::checkOrder(const Standing& standing, TimeRange asked) const
{
    const bool stays = asked == standing.row.time && standing.row.exchangeState != ExchangeState::Failed;
    if (stays || !CalendarOrders::holdsItems(*m_configuration, standing.space))
        return {};
    Reservation date = standing.row;
    date.time = asked;
    const auto crossing
        = firstCrossing(standing.meeting, zoneOf(standing.meeting, standing.space), standing.rows, {date});
    if (!crossing)
        return {};
    return failure("console.exchange-order",
                   {{QStringLiteral("space"), standing.space.name},
                    {QStringLiteral("start"), toIso(crossing->neighbour.start)},
                    {QStringLiteral("end"), toIso(crossing->neighbour.end)}});
}

// Dates that go along with the whole keep their distance and may still come to the day of a neighbour, such as past
// midnight, or before what a later end adds.
Result<void> ConsoleWork::checkOrder(const ConsoleMeeting& series, const QList<Reservation>& along,
                                     const Space& space) const
{
    if (along.isEmpty() || !CalendarOrders::holdsItems(*m_configuration, space))
        return {};
    const auto crossing = firstCrossing(series, zoneOf(series, space), {}, along);
    if (!crossing)
        return {};
    return failure("console.exchange-order-along",
                   {{QStringLiteral("space"), space.name},
                    {QStringLiteral("start"), toIso(crossing->date.start)},
                    {QStringLiteral("end"), toIso(crossing->date.end)},
                    {QStringLiteral("neighbour"), toIso(crossing->neighbour.start)}});
}

// On whose wall it is counted, in the space where it is.
QByteArray ConsoleWork::zoneOf(const ConsoleMeeting& meeting) const
{
    const Space* space = m_configuration->space(meeting.spaceId);
    return meeting.allDay && space ? m_configuration->zoneOf(*space) : meeting.timeZone;
}

// One date of the series is dragged from `before` to `now`, and all go with it by as much, on the wall of the series'
// own zone: the date that is named may stand elsewhere than the series says.
Result<void> ConsoleWork::moveSeries(ConsoleMeeting& meeting, TimeRange before, TimeRange now) const
{
    const WallClock clock(zoneOf(meeting));
    const QDateTime start = clock.at(meeting.time.start);
    const Shift shift = [&] {
        const QDateTime moved = start.addSecs(clock.at(before.start).secsTo(clock.at(now.start)));
        return Shift{int(start.date().daysTo(moved.date())), start.time().secsTo(moved.time())};
    }();
    const qint64 endsLater = clock.at(before.end).secsTo(clock.at(now.end));
    const Instant end = clock.instantOf(clock.at(meeting.time.end).addSecs(endsLater));
    meeting.time = {clock.instantOf(start.addDays(shift.days).addSecs(shift.seconds)), end};
    if (meeting.time.isEmpty()) // the date that is named has a length of its own
        meeting.time.end = meeting.time.start + (now.end - now.start);
    const auto rule = shiftedRule(meeting.rule, shift);
    if (!rule)
        return failure("console.series-day", {{QStringLiteral("rule"), QString::fromUtf8(meeting.rule)}});
    meeting.rule = *rule;
    for (QDate& date : meeting.exceptions)
        date = date.addDays(shift.days);
    return {};
}

} // namespace reserve
