// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/entities/ids.h"
#include "models/itip/itipreader.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace reserve {

class ConfigurationWatch;

// The booking window moves on with the days: once an hour, and when the agent starts, series that go on behind it get
// the occurrences that have come into it, behind everything else and in parts that hold nothing else up.
class SeriesFilling final : public QObject
{
    Q_OBJECT

public:
    SeriesFilling(LeasedStore& store, const ConfigurationWatch& configuration, QObject* parent = nullptr);

    void start();
    void stop();

private:
    void run();
    void goOn();

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    std::shared_ptr<const ItipReader> m_reader; // shared with units of work, which may outlive this
    QTimer m_hourly;
    QList<SeriesId> m_waiting;
    int m_filled = 0; // since the last look at what waits
    bool m_isRunning = false;
};

} // namespace reserve
