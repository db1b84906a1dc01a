// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/base/result.h"
#include "models/entities/agentstatus.h"

#include <QObject>
#include <QTimer>

namespace reserve {

// Takes, renews and gives back the lease of the store's one agent. Its token goes into every write of the agent, so
// that an agent that was stopped for a while and lost its lease is powerless (the store refuses the old token).
class AgentLeaseKeeper final : public QObject
{
    Q_OBJECT

public:
    AgentLeaseKeeper(LeasedStore& store, Milliseconds duration, QObject* parent = nullptr);

    // Then taken(), held() or failed(). A lease whose holder was killed on this machine is taken over at once.
    void take();
    // Then released(), also when there was nothing to give back.
    void release();
    // Another write was refused as lost.
    void noteLost(const Reason& reason);

    bool holds() const { return m_store.token() != 0; }

Q_SIGNALS:
    void taken();
    void held(const reserve::Reason& reason);
    void failed(const reserve::Reason& reason);
    void lost(const reserve::Reason& reason);
    void released();

private:
    void renew();
    void onRenewed(const Result<AgentLease>& lease);

    LeasedStore& m_store;
    const Milliseconds m_duration;
    QTimer m_renewal;
};

} // namespace reserve
