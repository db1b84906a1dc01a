// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"
#include "models/entities/outbox.h"

#include <QHashFunctions>
#include <QList>
#include <QString>

namespace reserve {

// By which way an entry goes: to the server of a room's mailbox (answers and calendar orders), or as a mail.
// Where no server handles the mailbox, what is for it is mailed as well (DeliveryWays).
enum class OutboxWay { Mail, Exchange };

// Entries of one space that go the same way: they are free to go, or stand still, together. The space is none
// for what is about no space.
struct OutboxQueue
{
    SpaceId space;
    OutboxWay way = OutboxWay::Mail;

    friend bool operator==(const OutboxQueue&, const OutboxQueue&) = default;
    friend size_t qHash(const OutboxQueue& queue, size_t seed = 0)
    {
        return qHashMulti(seed, queue.space, int(queue.way));
    }
};

inline OutboxQueue queueOf(const OutboxEntry& entry)
{
    const bool toServer
        = entry.kind == OutboxKind::CalendarOrder || (entry.kind == OutboxKind::Answer && !isInPlaceOfExchange(entry));
    return {entry.spaceId, toServer ? OutboxWay::Exchange : OutboxWay::Mail};
}

// As the column "queue" of the outbox is computed, and back; several for "queue IN (SELECT value FROM json_each(?))".
qint64 numberOf(const OutboxQueue& queue);
OutboxQueue queueNumbered(qint64 number);
QString queuesToJson(const QList<OutboxQueue>& queues);

// What waits in a queue and has nothing of its lane before it.
struct WaitingQueue
{
    OutboxQueue queue;
    Instant first; // of their next attempts
    Instant last;

    // Nothing is ever put off by more than `longestWait`: what lies farther ahead has seen the clock set
    // back, and is due.
    bool isDue(Instant now, Milliseconds longestWait) const { return first <= now || last > now + longestWait; }
};

// How much may be taken from a queue. Queues of one group share what the group may take.
struct OutboxShare
{
    OutboxQueue queue;
    int most = 0;
    qsizetype group = 0;
};

} // namespace reserve
