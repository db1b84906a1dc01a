// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/seriesfilling.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/crashmark.h"
#include "models/base/logging.h"
#include "models/reserving/reserving.h"

namespace reserve {

namespace {

constexpr int atOnce = 20;

// As much of the series as is reserved stays; no more dates are worked out.
Result<void> setAside(WriteUnit& unit, Series series, Trace trace)
{
    const Reason reason{"trace.series-quarantined", {{QStringLiteral("attempts"), QString::number(trace.attempts)}}};
    qCWarning(lcAgent) << "series" << series.id.value << "of trace" << trace.id.value << "set aside";
    series.continues = false;
    if (const auto saved = unit.series().save(series); !saved)
        return failure(saved.error());
    trace.steps.append({unit.now(), "R-250", reason});
    return unit.traces().update(trace);
}

Result<int> fillSome(WriteUnit& unit, const Reserving& reserving)
{
    const auto series = reserving.seriesToFill(unit, atOnce);
    if (!series)
        return failure(series.error());
    for (const Series& one : *series) {
        const auto trace = unit.traces().find(one.traceId);
        if (!trace)
            return failure(trace.error());
        const CrashMark::Watch watch(one.traceId);
        const auto filled
            = *trace && (*trace)->attempts >= mostCrashes ? setAside(unit, one, **trace) : reserving.fill(unit, one);
        if (!filled)
            return failure(filled.error());
    }
    return int(series->size());
}

} // namespace

SeriesFilling::SeriesFilling(LeasedStore& store, const ConfigurationWatch& configuration, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_reader(std::make_shared<const ItipReader>())
    , m_hourly(this)
{
    m_hourly.setInterval(std::chrono::hours(1));
    m_hourly.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_hourly, &QTimer::timeout, this, &SeriesFilling::run);
}

void SeriesFilling::start()
{
    m_hourly.start();
    run();
}

void SeriesFilling::stop()
{
    m_hourly.stop();
}

void SeriesFilling::run()
{
    const auto fill = [configuration = m_configuration.current(), reader = m_reader](WriteUnit& unit) {
        return fillSome(unit, Reserving(configuration, *reader));
    };
    m_store.write(WritePriority::Background, fill, [this](const Result<int>& filled) {
        if (!filled)
            qCWarning(lcAgent) << "further dates of series:" << filled.error().logLine();
        else if (*filled == atOnce && m_hourly.isActive())
            run();
    });
}

} // namespace reserve
