// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QTimeZone>

#include <chrono>
#include <memory>

namespace reserve {

// A time on a wall clock, of no zone yet.
using WallTime = std::chrono::local_time<std::chrono::seconds>;

WallTime wallTime(const QDateTime& dateTime); // its date and time, whatever its spec

// Once: the wall showed this time one time. InGap: it never did; the offset before the gap was used (RFC
// 5545 3.3.5), so that 02:30 means what 03:30 shows. Twice: it did two times; the first is meant.
enum class WallFit { Once, InGap, Twice };

struct ZonedInstant
{
    Instant instant;
    WallFit fit = WallFit::Once;
};

// The offsets of one zone at every moment. Immutable, so that any thread may ask.
class ZoneRules
{
public:
    virtual ~ZoneRules() = default;

    // Seconds east of UTC, less than 24 hours either way.
    virtual std::chrono::seconds offsetAt(std::chrono::sys_seconds moment) const = 0;

    ZonedInstant toInstant(WallTime wall) const;
};

using ZoneRulesPointer = std::shared_ptr<const ZoneRules>;

class FixedZone final : public ZoneRules
{
public:
    explicit FixedZone(std::chrono::seconds offset);
    std::chrono::seconds offsetAt(std::chrono::sys_seconds moment) const override;

private:
    std::chrono::seconds m_offset;
};

// A zone of the machine's time zone database.
class NamedZone final : public ZoneRules
{
public:
    explicit NamedZone(const QTimeZone& zone);
    std::chrono::seconds offsetAt(std::chrono::sys_seconds moment) const override;

private:
    QTimeZone m_zone;
};

} // namespace reserve
