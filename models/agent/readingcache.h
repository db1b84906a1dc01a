// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "models/reserving/meetingreading.h"

#include <deque>
#include <memory>
#include <unordered_map>

namespace reserve {

// Readings on their way from the intake to the decision, so that nothing is parsed twice. Bounded in bytes: what falls
// out is read again from the store.
class ReadingCache final
{
public:
    explicit ReadingCache(qint64 octets);

    // `octets`: the size of the message.
    void put(TraceId id, std::shared_ptr<const MessageReading> reading, qint64 octets);
    // Null when it is not here.
    std::shared_ptr<const MessageReading> take(TraceId id);

private:
    struct Held
    {
        std::shared_ptr<const MessageReading> reading;
        qint64 octets = 0;
    };
    void makeRoom();

    const qint64 m_limit;
    qint64 m_octets = 0;
    std::unordered_map<qint64, Held> m_held;
    std::deque<qint64> m_order; // taken ones too, until they come to the front
};

} // namespace reserve
