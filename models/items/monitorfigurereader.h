// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/store/outboxrepository.h"
#include "models/store/tracerepository.h"

#include <QList>

namespace reserve {

class ReadUnit;

// One minute of messages, as the store has it.
struct MinuteFigures
{
    Instant minute;
    TraceCounts counts;
    QList<Milliseconds> waits; // taken to decided, shortest first; of the newest 500 at most

    int messages() const;
};

// Everything the monitor's cards show. Reader thread.
struct MonitorReading
{
    QList<MinuteFigures> minutes;
    TraceCounts today;
    OutboxCounts outbox;
    QList<int> waitingByMinute; // how many outbox entries waited at the end of each of the last 60 minutes
};

Result<MinuteFigures> readMinute(const ReadUnit& unit, Instant minute);
// The minutes asked for, and what has no minute.
Result<MonitorReading> readMonitor(const ReadUnit& unit, Instant firstMinute, Instant now);

// The value below which `share` of a sorted list lies; zero for an empty one.
Milliseconds percentile(const QList<Milliseconds>& sorted, double share);

} // namespace reserve
