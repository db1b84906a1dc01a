// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/seriesfilling.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"
#include "models/reserving/reserving.h"

namespace reserve {

namespace {

constexpr int atOnce = 20;

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
        return Reserving(configuration, *reader).fillSeries(unit, atOnce);
    };
    m_store.write(WritePriority::Background, fill, [this](const Result<int>& filled) {
        if (!filled)
            qCWarning(lcAgent) << "further dates of series:" << filled.error().logLine();
        else if (*filled == atOnce && m_hourly.isActive())
            run();
    });
}

} // namespace reserve
