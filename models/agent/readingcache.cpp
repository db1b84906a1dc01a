// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/readingcache.h"

namespace reserve {

namespace {

// What a reading costs beside the octets of its message.
constexpr qint64 overhead = 2048;

} // namespace

ReadingCache::ReadingCache(qint64 octets)
    : m_limit(octets)
{
}

void ReadingCache::put(TraceId id, std::shared_ptr<const MessageReading> reading, qint64 octets)
{
    m_held.insert_or_assign(id.value, Held{std::move(reading), octets + overhead});
    m_order.push_back(id.value);
    m_octets += octets + overhead;
    makeRoom();
}

std::shared_ptr<const MessageReading> ReadingCache::take(TraceId id)
{
    const auto found = m_held.find(id.value);
    if (found == m_held.end())
        return nullptr;
    std::shared_ptr<const MessageReading> reading = std::move(found->second.reading);
    m_octets -= found->second.octets;
    m_held.erase(found);
    while (!m_order.empty() && !m_held.contains(m_order.front()))
        m_order.pop_front();
    return reading;
}

void ReadingCache::makeRoom()
{
    while (m_octets > m_limit && !m_order.empty()) {
        if (const auto oldest = m_held.find(m_order.front()); oldest != m_held.end()) {
            m_octets -= oldest->second.octets;
            m_held.erase(oldest);
        }
        m_order.pop_front();
    }
}

} // namespace reserve
