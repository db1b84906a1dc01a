// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/zonewatch.h"

#include "models/base/logging.h"
#include "models/reserving/zonechanges.h"

namespace reserve {

ZoneWatch::ZoneWatch(LeasedStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_daily(this)
{
    m_daily.setInterval(std::chrono::hours(24));
    m_daily.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_daily, &QTimer::timeout, this, &ZoneWatch::run);
}

void ZoneWatch::start()
{
    m_daily.start();
    run();
}

void ZoneWatch::stop()
{
    m_daily.stop();
}

void ZoneWatch::run()
{
    m_store.write(
        WritePriority::Background, [](WriteUnit& unit) { return noteZoneChanges(unit); },
        [](const Result<int>& shifted) {
            if (!shifted)
                qCWarning(lcAgent) << "time zones not compared:" << shifted.error().logLine();
            else if (*shifted > 0)
                qCWarning(lcAgent) << *shifted << "reservations are in zones whose clocks are set otherwise now";
        });
}

} // namespace reserve
