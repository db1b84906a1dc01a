// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>

namespace reserve {

// A mutex that is given out in the order of asking. Between a writer that hardly pauses and an upkeep that seldom asks,
// std::mutex (and SQLite's own lock) would let the writer win for ever.
class FairMutex final
{
public:
    void lock()
    {
        std::unique_lock guard(m_mutex);
        const quint64 ticket = m_nextTicket++;
        m_turn.wait(guard, [&] { return m_serving == ticket; });
    }
    void unlock()
    {
        {
            const std::lock_guard guard(m_mutex);
            ++m_serving;
        }
        m_turn.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_turn;
    quint64 m_nextTicket = 0;
    quint64 m_serving = 0;
};

} // namespace reserve
