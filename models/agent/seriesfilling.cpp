// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/seriesfilling.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/crashmark.h"
#include "models/base/logging.h"
#include "models/reserving/seriestopup.h"

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

Result<void> fillOne(WriteUnit& unit, const SeriesTopUp& topUp, SeriesId id)
{
    const auto series = unit.series().find(id);
    if (!series)
        return failure(series.error());
    if (!*series)
        return {};
    const auto trace = unit.traces().find((*series)->traceId);
    if (!trace)
        return failure(trace.error());
    const CrashMark::Watch watch((*series)->traceId);
    return *trace && (*trace)->attempts >= mostCrashes ? setAside(unit, **series, **trace) : topUp.fill(unit, id);
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
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_filled = 0;
    const auto find
        = [configuration = m_configuration.current(), reader = m_reader, now = m_store.now()](const ReadUnit& unit) {
              return SeriesTopUp(configuration, *reader).waiting(unit, now, atOnce);
          };
    m_store.read(find, [this](const Result<QList<SeriesId>>& found) {
        if (!found)
            qCWarning(lcAgent) << "series to fill:" << found.error().logLine();
        m_waiting = found.value_or(QList<SeriesId>());
        goOn();
    });
}

// A transaction each, and the next is asked for only when it is through: whatever came meanwhile goes first.
void SeriesFilling::goOn()
{
    if (m_waiting.isEmpty() || !m_hourly.isActive()) {
        m_isRunning = false;
        // What is left of those, and whatever waited behind them; where nothing could be written the next hour tries.
        if (m_filled > 0 && m_hourly.isActive())
            run();
        return;
    }
    const SeriesId id = m_waiting.takeFirst();
    const auto fill = [configuration = m_configuration.current(), reader = m_reader, id](WriteUnit& unit) {
        return fillOne(unit, SeriesTopUp(configuration, *reader), id);
    };
    m_store.write(WritePriority::Background, fill, [this, id](const Result<void>& filled) {
        if (filled)
            ++m_filled;
        else
            qCWarning(lcAgent) << "further dates of series" << id.value << ":" << filled.error().logLine();
        goOn();
    });
}

} // namespace reserve
