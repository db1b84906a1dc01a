// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/understanding.h"

#include "models/itip/zoneresolver.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype fewDates = 5;
// How far dates are counted.
constexpr std::chrono::days countedSpan(5 * 366);

UnderstoodZone zoneOf(const ItipEvent& event, const Timezones& timezones, const ItipReader& reader,
                      const QByteArray& zone)
{
    switch (event.start.kind) {
    case ItipTime::Kind::Utc:
        return {ZoneSource::Utc, {}, {}};
    case ItipTime::Kind::Floating:
    case ItipTime::Kind::Date:
        return {zone.isEmpty() ? ZoneSource::Unknown : ZoneSource::Space, {}, zone};
    case ItipTime::Kind::Absent:
        return {};
    case ItipTime::Kind::Zoned:
        break;
    }
    const ResolvedZone resolved = reader.zones().resolve(event.start.zone, timezones.value(event.start.zone));
    UnderstoodZone understood{ZoneSource::Unknown, event.start.zone, resolved.ianaId};
    const bool ownRules = resolved.rules && timezones.contains(event.start.zone)
        && resolved.problem.code != "itip.zone-rules-unreadable" && resolved.problem.code != "itip.zone-offset-only";
    if (ownRules)
        understood.source = ZoneSource::OwnRules;
    else if (resolved.problem.code == "itip.zone-offset-only")
        understood.source = ZoneSource::OffsetOnly;
    else if (resolved.rules)
        understood.source = ZoneSource::KnownName;
    return understood;
}

UnderstoodDates datesOf(const ItipEvent& series, const Timezones& timezones, const ItipReader& reader,
                        const QByteArray& zone)
{
    UnderstoodDates dates;
    if (!series.range) {
        dates.problem = series.obstacle;
        return dates;
    }
    const TimeRange counted{series.range->start, series.range->start + countedSpan};
    const auto expansion = reader.occurrences({series, timezones, zone, {}}, counted);
    if (!expansion) {
        dates.problem = expansion.error().reason();
        return dates;
    }
    dates.count = int(expansion->occurrences.size());
    dates.first = expansion->occurrences.first(std::min(expansion->occurrences.size(), fewDates));
    dates.isMore = expansion->continues;
    if (!expansion->problems.isEmpty())
        dates.problem = expansion->problems.first();
    return dates;
}

} // namespace

Understanding understand(const PreparedMessage& message, const ItipReader& reader, const QByteArray& zone, qint64 size)
{
    Understanding understanding{message, {}, size};
    if (!message.reading->content.calendar || !message.meeting)
        return understanding;
    const Timezones& timezones = message.meeting->timezones;
    for (const ItipEvent& sent : message.meeting->events) {
        UnderstoodEvent understood;
        understood.event = sent.needsSpaceZone() ? reader.resolved(sent, zone) : sent;
        understood.zone = zoneOf(sent, timezones, reader, zone);
        understood.senderSpeaks = senderSpeaksForOrganizer(*message.reading, sent);
        if (sent.isSeries())
            understood.dates = datesOf(understood.event, timezones, reader, zone);
        understanding.events.append(std::move(understood));
    }
    return understanding;
}

QByteArray toText(ZoneSource source)
{
    switch (source) {
    case ZoneSource::Utc:
        return "utc";
    case ZoneSource::OwnRules:
        return "own-rules";
    case ZoneSource::KnownName:
        return "name";
    case ZoneSource::OffsetOnly:
        return "offset";
    case ZoneSource::Space:
        return "space";
    case ZoneSource::Unknown:
        return "unknown";
    }
    Q_UNREACHABLE();
}

} // namespace reserve
