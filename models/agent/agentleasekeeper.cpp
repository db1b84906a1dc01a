// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/agentleasekeeper.h"

#include "models/agent/leaseholder.h"
#include "models/base/logging.h"

namespace reserve {

namespace {

Result<AgentLease> acquire(WriteUnit& unit, const QString& holder, Milliseconds duration)
{
    const Result<AgentLease> present = unit.agent().lease();
    if (!present)
        return present;
    if (present->isHeldAt(unit.now()) && isHolderGone(*present, unit.now())) {
        if (const Result<void> freed = unit.agent().release(present->token); !freed)
            return failure(freed.error());
    }
    return unit.agent().acquire(holder, unit.now(), duration);
}

} // namespace

AgentLeaseKeeper::AgentLeaseKeeper(LeasedStore& store, Milliseconds duration, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_duration(duration)
    , m_renewal(this)
{
    m_renewal.setInterval(duration / 3);
    connect(&m_renewal, &QTimer::timeout, this, &AgentLeaseKeeper::renew);
}

void AgentLeaseKeeper::take()
{
    const QString holder = LeaseHolder::thisProcess().text();
    auto work = [holder, duration = m_duration](WriteUnit& unit) { return acquire(unit, holder, duration); };
    m_store.courier().await(m_store.store().write(WritePriority::Intake, work),
                            [this](const Result<AgentLease>& lease) {
                                if (lease) {
                                    m_store.setToken(lease->token);
                                    qCInfo(lcAgent) << "lease taken with token" << lease->token;
                                    m_renewal.start();
                                    Q_EMIT taken();
                                } else if (lease.error().code() == "lease.held") {
                                    Q_EMIT held(lease.error().reason());
                                } else {
                                    Q_EMIT failed(lease.error().reason());
                                }
                            });
}

void AgentLeaseKeeper::renew()
{
    auto work = [token = m_store.token(), duration = m_duration](WriteUnit& unit) {
        return unit.agent().renew(token, unit.now(), duration);
    };
    m_store.courier().await(m_store.store().write(WritePriority::Intake, work),
                            [this](const Result<AgentLease>& lease) { onRenewed(lease); });
}

void AgentLeaseKeeper::onRenewed(const Result<AgentLease>& lease)
{
    if (lease || !holds())
        return;
    // A store that is busy for a while leaves the lease as it is: the token holds until somebody takes a newer one.
    if (lease.error().code() == "lease.lost")
        noteLost(lease.error().reason());
    else
        qCWarning(lcAgent) << "lease not renewed:" << lease.error().logLine();
}

void AgentLeaseKeeper::noteLost(const Reason& reason)
{
    if (!holds())
        return;
    m_store.setToken(0);
    m_renewal.stop();
    Q_EMIT lost(reason);
}

void AgentLeaseKeeper::release()
{
    m_renewal.stop();
    const qint64 token = m_store.token();
    if (token == 0) {
        m_store.courier().post([this] { Q_EMIT released(); });
        return;
    }
    m_store.setToken(0);
    auto work = [token](WriteUnit& unit) { return unit.agent().release(token); };
    m_store.courier().await(m_store.store().write(WritePriority::Intake, work), [this](const Result<void>& done) {
        if (!done)
            qCWarning(lcAgent) << "lease not given back:" << done.error().logLine();
        Q_EMIT released();
    });
}

} // namespace reserve
