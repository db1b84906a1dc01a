// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/waitexplainer.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr int mostExplained = 500;
constexpr std::chrono::milliseconds interval(250);

} // namespace

WaitExplainer::WaitExplainer(LeasedStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &WaitExplainer::store);
}

void WaitExplainer::explain(const QList<DeliveryPlan::Obstacle>& obstacles)
{
    // What went on meanwhile is explained anew when it stands still again.
    std::erase_if(m_explained, [&](const auto& explained) {
        return std::none_of(obstacles.begin(), obstacles.end(),
                            [&](const DeliveryPlan::Obstacle& obstacle) { return obstacle.server == explained.first; });
    });
    for (const DeliveryPlan::Obstacle& obstacle : obstacles) {
        Explained& explained = m_explained[obstacle.server];
        if (explained.reason != obstacle.reason)
            explained.upTo = {};
        explained.reason = obstacle.reason;
        explained.queues = obstacle.queues;
        explained.isDue = true;
    }
    if (!obstacles.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void WaitExplainer::explainAgainFrom(OutboxId id)
{
    for (auto& [server, explained] : m_explained)
        explained.upTo.value = std::min(explained.upTo.value, id.value - 1);
}

void WaitExplainer::stop()
{
    m_timer.stop();
    m_explained.clear();
}

void WaitExplainer::store()
{
    for (auto& [server, explained] : m_explained) {
        if (!std::exchange(explained.isDue, false))
            continue;
        m_store.write(
            WritePriority::Background,
            [reason = explained.reason, queues = explained.queues, after = explained.upTo](WriteUnit& unit) {
                return unit.outbox().explainWaiting(reason, queues, after, mostExplained);
            },
            [this, server = server, reason = explained.reason, after = explained.upTo](const Result<OutboxId>& last) {
                const auto found = m_explained.find(server);
                if (!last || found == m_explained.end() || found->second.reason != reason)
                    return;
                const bool isAnew = found->second.upTo != after;
                if (!isAnew && *last == after)
                    return;
                if (!isAnew)
                    found->second.upTo = *last;
                found->second.isDue = true;
                m_timer.start();
            });
    }
}

} // namespace reserve
