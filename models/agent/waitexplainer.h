// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/deliveryplan.h"
#include "models/agent/leasedstore.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace reserve {

// Notes on entries why they are not even tried: no server, a refused password, a server that is away. Some
// hundred at a time, after everything else, each once for each reason. Agent's thread.
class WaitExplainer final : public QObject
{
    Q_OBJECT

public:
    explicit WaitExplainer(LeasedStore& store, QObject* parent = nullptr);

    // All that stands still at the moment, and for why.
    void explain(const QList<DeliveryPlan::Obstacle>& obstacles);
    // An entry comes to those that wait, which may have been explained beyond it.
    void explainAgainFrom(OutboxId id);
    void stop();

private:
    struct Explained
    {
        Reason reason;
        QList<OutboxQueue> queues;
        OutboxId upTo;
        bool isDue = false;
    };

    void store();

    LeasedStore& m_store;
    QTimer m_timer;
    std::map<ServerProfileId, Explained> m_explained;
};

} // namespace reserve
