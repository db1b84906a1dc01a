// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"

#include <QObject>
#include <QTimer>

namespace reserve {

// Governments change when clocks go forward and back, and the machine learns it with an update. When the
// agent starts, and once a day, it notes which reservations that concerns, behind everything else.
class ZoneWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ZoneWatch(LeasedStore& store, QObject* parent = nullptr);

    void start();
    void stop();

private:
    void run();

    LeasedStore& m_store;
    QTimer m_daily;
};

} // namespace reserve
