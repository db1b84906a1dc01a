// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QThreadPool;

namespace reserve {

class ConfigurationWatch;

// R-RETENTION: once a day raw and kept mail, traces and session events that are old enough go, in small batches behind
// everything else; notes of meetings that were over go with the traces. So do times that stay held for a move about
// which nobody can decide any more. Audit rows never go.
class Retention final : public QObject
{
    Q_OBJECT

public:
    Retention(LeasedStore& store, const ConfigurationWatch& configuration, QThreadPool& workers,
              QObject* parent = nullptr);

    void start();
    void stop();

private:
    // Removes one batch and answers how many rows went.
    using Batch = std::function<Result<int>(WriteUnit&)>;

    void run();
    void next();
    void removeKeptMail(Instant before);

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    QThreadPool& m_workers;
    QTimer m_daily;
    std::vector<Batch> m_batches; // those still to be run, last one first
};

} // namespace reserve
