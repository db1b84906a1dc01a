// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipreader.h"
#include "models/reserving/preparedmessage.h"

#include <QList>

#include <optional>

namespace reserve {

// Where the zone of a time comes from (protocols: the message's own rules, a name, an offset, else the
// space's).
enum class ZoneSource { Utc, OwnRules, KnownName, OffsetOnly, Space, Unknown };

struct UnderstoodZone
{
    ZoneSource source = ZoneSource::Unknown;
    QByteArray sent; // TZID as sent
    QByteArray iana; // where the name is known, also beside own rules
};

// The dates of a series by its rule, before overrides.
struct UnderstoodDates
{
    QList<Occurrence> first; // a few
    int count = 0;
    bool isMore = false; // there are more than were counted
    Reason problem;      // why they are not known
};

struct UnderstoodEvent
{
    ItipEvent event; // times as the space sees them
    UnderstoodZone zone;
    std::optional<UnderstoodDates> dates; // of a series
    bool senderSpeaks = true;             // R-MATCH
};

// What was understood of one message, as values. The first half is in `message`, read once and shared.
struct Understanding
{
    PreparedMessage message;
    QList<UnderstoodEvent> events;
    qint64 size = 0;
};

// `zone`: the space's, or empty. Any thread; bounded as reading is.
Understanding understand(const PreparedMessage& message, const ItipReader& reader, const QByteArray& zone, qint64 size);

// "utc", "own-rules", ...: for scripts.
QByteArray toText(ZoneSource source);

} // namespace reserve
