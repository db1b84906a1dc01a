// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/deliveryplan.h"

#include "models/agent/serverlink.h"

#include <algorithm>
#include <map>

namespace reserve {

namespace {

// Gathers the plan, queue by queue.
class Planning final
{
public:
    Planning(const DeliveryWays& ways, const OutgoingStanding& outgoing, Instant now, Milliseconds longestWait)
        : m_ways(ways)
        , m_outgoing(outgoing)
        , m_now(now)
        , m_longestWait(longestWait)
    {
    }

    void add(const WaitingQueue& waiting)
    {
        const DeliveryWay way = m_ways.of(waiting.queue);
        if (way.by == DeliveryWay::By::Nobody)
            return;
        const Reason obstacle = obstacleOf(way);
        if (!obstacle.isEmpty())
            return hold(waiting.queue, way, obstacle);
        if (!waiting.isDue(m_now, m_longestWait))
            return wakeAt(waiting.first);
        const int most = way.link ? way.link->room(way.mailbox, m_now, m_longestWait) : m_outgoing.room;
        if (most > 0)
            m_plan.shares.append({waiting.queue, most, groupOf(way)});
        else if (way.link && way.link->mailboxHeldUntil(way.mailbox) > m_now)
            wakeAt(way.link->mailboxHeldUntil(way.mailbox));
    }

    DeliveryPlan take() { return std::move(m_plan); }

private:
    static ServerProfileId serverOf(const DeliveryWay& way)
    {
        return way.link ? way.link->profile().id : ServerProfileId();
    }

    Reason obstacleOf(const DeliveryWay& way) const
    {
        return way.link ? way.link->obstacle(m_now, m_longestWait) : m_outgoing.obstacle;
    }

    void wakeAt(Instant instant) { m_plan.next = std::min(instant, m_plan.next.value_or(instant)); }

    qsizetype groupOf(const DeliveryWay& way)
    {
        const auto [group, isNew] = m_groups.try_emplace(serverOf(way), m_plan.groupRoom.size());
        if (isNew)
            m_plan.groupRoom.append(way.link ? way.link->room(m_now, m_longestWait) : m_outgoing.room);
        return group->second;
    }

    // With what waits behind it for the same server.
    void hold(const OutboxQueue& queue, const DeliveryWay& way, const Reason& reason)
    {
        const ServerProfileId server = serverOf(way);
        const Instant ends = way.link ? way.link->obstacleEnds() : m_outgoing.ends;
        if (ends != Instant())
            wakeAt(ends);
        const auto [place, isNew] = m_obstacles.try_emplace(server, m_plan.obstacles.size());
        if (isNew)
            m_plan.obstacles.append({server, reason, {}});
        QList<OutboxQueue>& queues = m_plan.obstacles[place->second].queues;
        const OutboxQueue other{queue.space, queue.way == OutboxWay::Mail ? OutboxWay::Exchange : OutboxWay::Mail};
        queues.append(queue);
        const DeliveryWay otherWay = m_ways.of(other);
        if (otherWay.by == way.by && serverOf(otherWay) == server)
            queues.append(other);
    }

    const DeliveryWays& m_ways;
    const OutgoingStanding& m_outgoing;
    const Instant m_now;
    const Milliseconds m_longestWait;
    std::map<ServerProfileId, qsizetype> m_groups;
    std::map<ServerProfileId, qsizetype> m_obstacles;
    DeliveryPlan m_plan;
};

} // namespace

DeliveryPlan planDelivery(QList<WaitingQueue> waiting, const DeliveryWays& ways, const OutgoingStanding& outgoing,
                          Instant now, Milliseconds longestWait)
{
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const WaitingQueue& left, const WaitingQueue& right) { return left.first < right.first; });
    Planning planning(ways, outgoing, now, longestWait);
    for (const WaitingQueue& one : waiting)
        planning.add(one);
    return planning.take();
}

} // namespace reserve
