// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QHash>

#include <mutex>

namespace reserve {

// messages for one space are decided in the order in which they became durable. Many decisions wait for the
// store's writer at once; when one of them fails there, this keeps the later ones for the same space from overtaking it
// until it has been decided. Any thread; shared with the units of work.
class SpaceOrder final
{
public:
    // Whether a trace may be decided now. A trace without a space waits for nobody.
    bool mayDecide(SpaceId space, TraceId id) const
    {
        const std::lock_guard lock(m_mutex);
        const auto stalled = m_stalled.constFind(space);
        return stalled == m_stalled.cend() || id <= *stalled;
    }

    void stall(SpaceId space, TraceId id)
    {
        const std::lock_guard lock(m_mutex);
        if (!space)
            return;
        const auto stalled = m_stalled.find(space);
        if (stalled == m_stalled.end())
            m_stalled.insert(space, id);
        else
            *stalled = std::min(*stalled, id);
    }

    void decided(SpaceId space, TraceId id)
    {
        const std::lock_guard lock(m_mutex);
        const auto stalled = m_stalled.constFind(space);
        if (stalled != m_stalled.cend() && *stalled == id)
            m_stalled.erase(stalled);
    }

private:
    mutable std::mutex m_mutex;
    QHash<SpaceId, TraceId> m_stalled;
};

} // namespace reserve
