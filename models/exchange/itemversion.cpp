// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/itemversion.h"

#include "models/exchange/exchangegateway.h"

#include <algorithm>

namespace reserve {

namespace {

// Exchange keeps the parts of a second that a message leaves out.
constexpr Milliseconds sameMoment = std::chrono::seconds(1);

// Exchange keeps the times of meetings in whole minutes.
Instant toTheMinute(Instant instant)
{
    return std::chrono::floor<Minutes>(instant);
}

QDate dayOf(Instant instant, const QTimeZone& zone)
{
    return toDateTime(instant).toTimeZone(zone).date();
}

// Whole days are dates: their midnights are those of whoever reads them.
bool areOtherDays(const ItemVersion& item, const RoomResponse& decided)
{
    const QTimeZone zone(decided.timeZone); // an empty name would mean this machine's
    if (decided.timeZone.isEmpty() || !zone.isValid() || !item.zone.isValid())
        return false;
    return dayOf(item.time.start, item.zone) != dayOf(decided.time->start, zone)
        || dayOf(item.time.end, item.zone) != dayOf(decided.time->end, zone);
}

bool isAtOtherTime(const ItemVersion& item, const RoomResponse& decided)
{
    if (!decided.time || item.allDay != decided.allDay)
        return false;
    if (item.allDay)
        return areOtherDays(item, decided);
    if (toTheMinute(item.time.start) != toTheMinute(decided.time->start))
        return true;
    // What has no length in the message gets one from the server.
    return !decided.time->isEmpty() && toTheMinute(item.time.end) != toTheMinute(decided.time->end);
}

} // namespace

VersionOrder versionOrder(const ItemVersion& item, const RoomResponse& decided)
{
    const int sequence = item.sequence.value_or(decided.sequence);
    if (sequence != decided.sequence)
        return sequence < decided.sequence ? VersionOrder::Older : VersionOrder::Newer;
    if (!isAtOtherTime(item, decided))
        return VersionOrder::Same;
    if (!item.stamp || !decided.stamp)
        return VersionOrder::Newer;
    const Milliseconds later = *item.stamp - *decided.stamp;
    if (later >= -sameMoment && later <= sameMoment)
        return VersionOrder::Same;
    return later < Milliseconds(0) ? VersionOrder::Older : VersionOrder::Newer;
}

Error newerAwaited(const ItemVersion& item, const RoomResponse& decided)
{
    Arguments arguments{{QStringLiteral("mailbox"), decided.mailbox}};
    if (!item.allDay && isAtOtherTime(item, decided)) {
        arguments.insert(QStringLiteral("start"), toIso(item.time.start));
        arguments.insert(QStringLiteral("end"), toIso(item.time.end));
    }
    return Error("exchange.newer-awaited", arguments, true);
}

} // namespace reserve
