// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/eventtimes.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr char codeNoDefaultZone[] = "itip.default-zone-missing";
constexpr char codeInGap[] = "itip.time-in-gap";
constexpr char codeTwice[] = "itip.time-twice";

QString offsetOf(const ZoneRules& zone, Instant instant)
{
    const auto seconds = zone.offsetAt(std::chrono::floor<std::chrono::seconds>(instant));
    return QString::number(seconds.count());
}

class TimeSettler
{
public:
    TimeSettler(ItipEvent& event, MessageZones& zones, const QByteArray& defaultZone)
        : m_event(event)
        , m_zones(zones)
        , m_defaultZone(defaultZone)
    {
    }

    void settle()
    {
        if (!fits())
            return;
        const auto start = resolve(m_event.start, true);
        const auto end = start ? resolveEnd(*start) : std::nullopt;
        if (!end)
            return;
        if (*end < *start)
            obstruct(QByteArrayLiteral("itip.end-before-start"), {});
        else if (toDateTime(*start).date().year() < 1 || toDateTime(*end).date().year() > 9999)
            obstruct(QByteArrayLiteral("itip.time-out-of-range"), {});
        else
            m_event.range = TimeRange{*start, *end};
        if (*end == *start)
            m_event.problems.append({QByteArrayLiteral("itip.no-length"), {}});
    }

    std::optional<Instant> resolve(const ItipTime& time, bool isStart)
    {
        if (time.kind == ItipTime::Kind::Utc) {
            if (isStart)
                m_event.zoneId = QByteArrayLiteral("UTC");
            return fromDateTime(time.wall);
        }
        const ResolvedZone zone = zoneOf(time);
        if (!zone.rules)
            return std::nullopt;
        const ZonedInstant moment = zone.rules->toInstant(wallTime(time.wall));
        if (isStart) {
            m_event.zoneId = zone.ianaId;
            compare(time, zone, moment.instant);
        }
        if (moment.fit != WallFit::Once && time.kind != ItipTime::Kind::Date)
            mention(moment.fit == WallFit::InGap ? codeInGap : codeTwice, time, zone);
        return moment.instant;
    }

private:
    // False when there is nothing to resolve, or nothing that could be.
    bool fits()
    {
        const ItipTime& start = m_event.start;
        const ItipTime& end = m_event.end;
        if (start.kind == ItipTime::Kind::Absent)
            return false;
        const bool bothDates = start.kind == ItipTime::Kind::Date && end.kind == ItipTime::Kind::Date;
        const bool bothFloat = start.kind == ItipTime::Kind::Floating && end.kind == ItipTime::Kind::Floating;
        if (end.kind == ItipTime::Kind::Absent || bothDates || bothFloat || endTakesZoneOfStart()
            || (!start.needsSpaceZone() && !end.needsSpaceZone()))
            return true;
        obstruct(QByteArrayLiteral("itip.times-mixed"), {});
        return false;
    }

    // DTEND without a zone behind a DTSTART with one: the same wall clock, which some clients think is said.
    bool endTakesZoneOfStart() const
    {
        return m_event.start.kind == ItipTime::Kind::Zoned && m_event.end.kind == ItipTime::Kind::Floating;
    }

    std::optional<Instant> resolveEnd(Instant start)
    {
        if (m_event.duration)
            return addDuration(start, *m_event.duration);
        const bool isDate = m_event.start.kind == ItipTime::Kind::Date;
        if (m_event.end.kind == ItipTime::Kind::Absent)
            return isDate ? addDuration(start, ItipDuration{1, std::chrono::seconds(0)}) : start;
        // One date twice is what some clients write for one day.
        if (isDate && m_event.end.wall == m_event.start.wall)
            return addDuration(start, ItipDuration{1, std::chrono::seconds(0)});
        if (!endTakesZoneOfStart())
            return resolve(m_event.end, false);
        m_event.problems.append({QByteArrayLiteral("itip.end-without-zone"),
                                 {{QStringLiteral("zone"), QString::fromUtf8(m_event.start.zone)}}});
        ItipTime end = m_event.start;
        end.wall = m_event.end.wall;
        return resolve(end, false);
    }

    // Days follow the wall clock, the rest is exact (RFC 5545 3.8.2.5).
    std::optional<Instant> addDuration(Instant start, const ItipDuration& duration)
    {
        if (duration.days == 0)
            return start + duration.time;
        ItipTime day = m_event.start;
        day.wall = day.wall.addDays(duration.days);
        const auto end = resolve(day, false);
        return end ? std::optional(*end + duration.time) : std::nullopt;
    }

    ResolvedZone zoneOf(const ItipTime& time)
    {
        if (!time.needsSpaceZone()) {
            ResolvedZone zone = m_zones.zone(time.zone);
            if (!zone.rules)
                obstruct(zone.problem.code, zone.problem.arguments);
            else if (!zone.problem.isEmpty() && !m_event.problems.contains(zone.problem))
                m_event.problems.append(zone.problem);
            return zone;
        }
        ResolvedZone zone;
        zone.rules = m_defaultZone.isEmpty() ? nullptr : m_zones.named(m_defaultZone);
        zone.ianaId = m_defaultZone;
        if (!zone.rules)
            obstruct(codeNoDefaultZone, {{QStringLiteral("zone"), QString::fromUtf8(m_defaultZone)}});
        return zone;
    }

    void compare(const ItipTime& time, const ResolvedZone& zone, Instant instant)
    {
        if (!zone.known)
            return;
        const QString sent = offsetOf(*zone.rules, instant);
        const QString known = offsetOf(*zone.known, instant);
        if (sent != known) {
            m_event.problems.append({QByteArrayLiteral("itip.zone-contradicts-name"),
                                     {{QStringLiteral("zone"), QString::fromUtf8(time.zone)},
                                      {QStringLiteral("iana"), QString::fromLatin1(zone.ianaId)},
                                      {QStringLiteral("sent"), sent},
                                      {QStringLiteral("known"), known}}});
        }
    }

    void mention(const char* code, const ItipTime& time, const ResolvedZone& zone)
    {
        const QString name = QString::fromUtf8(zone.ianaId.isEmpty() ? time.zone : zone.ianaId);
        m_event.problems.append(
            {code,
             {{QStringLiteral("time"), time.wall.toString(u"yyyy-MM-ddTHH:mm:ss")}, {QStringLiteral("zone"), name}}});
    }

    void obstruct(const QByteArray& code, const Arguments& arguments)
    {
        const Reason reason{code, arguments};
        if (m_event.needsTimes && m_event.obstacle.isEmpty())
            m_event.obstacle = reason;
        else if (!m_event.needsTimes && !m_event.problems.contains(reason))
            m_event.problems.append(reason);
    }

    ItipEvent& m_event;
    MessageZones& m_zones;
    QByteArray m_defaultZone;
};

} // namespace

MessageZones::MessageZones(const ZoneResolver& zones, Timezones timezones)
    : m_zones(zones)
    , m_timezones(std::move(timezones))
{
}

ResolvedZone MessageZones::zone(const QByteArray& tzid)
{
    const auto found = m_found.constFind(tzid);
    return found != m_found.constEnd() ? *found : *m_found.insert(tzid, m_zones.resolve(tzid, m_timezones.value(tzid)));
}

Result<ZoneRulesPointer> rulesOf(const ItipTime& time, MessageZones& zones, const QByteArray& defaultZone)
{
    if (time.kind == ItipTime::Kind::Utc)
        return std::make_shared<const FixedZone>(std::chrono::seconds(0));
    if (!time.needsSpaceZone()) {
        const ResolvedZone zone = zones.zone(time.zone);
        if (!zone.rules)
            return failure(zone.problem.code, zone.problem.arguments);
        return zone.rules;
    }
    ZoneRulesPointer rules = defaultZone.isEmpty() ? nullptr : zones.named(defaultZone);
    if (!rules)
        return failure(codeNoDefaultZone, {{QStringLiteral("zone"), QString::fromUtf8(defaultZone)}});
    return rules;
}

void settleTimes(ItipEvent& event, MessageZones& zones, const QByteArray& defaultZone)
{
    TimeSettler(event, zones, defaultZone).settle();
}

bool unsettleTimes(ItipEvent& event)
{
    if (event.obstacle.code == codeNoDefaultZone)
        event.obstacle = {};
    if (!event.obstacle.isEmpty())
        return false;
    event.range.reset();
    event.zoneId.clear();
    const auto depends = [](const Reason& problem) {
        return problem.code == codeInGap || problem.code == codeTwice || problem.code == codeNoDefaultZone
            || problem.code == "itip.no-length";
    };
    event.problems.removeIf(depends);
    return true;
}

void settleRecurrenceId(ItipEvent& event, MessageZones& zones)
{
    ItipRecurrenceId& id = *event.recurrenceId;
    const QDateTime& wall = id.sent.wall;
    if (id.sent.kind == ItipTime::Kind::Date) {
        id.key = wall.date().toString(Qt::ISODate);
        return;
    }
    if (!id.sent.needsSpaceZone())
        id.instant = TimeSettler(event, zones, {}).resolve(id.sent, false);
    id.key = id.instant ? toIso(*id.instant) : wall.toString(u"yyyy-MM-ddTHH:mm:ss");
}

} // namespace reserve
