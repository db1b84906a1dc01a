// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/deliveryways.h"
#include "models/base/reason.h"

#include <optional>

namespace reserve {

// How it stands with the outgoing mail server.
struct OutgoingStanding
{
    int room = 0;
    Reason obstacle; // why nothing is sent; empty while it goes on
    Instant ends;    // when that may be over; epoch where a person has to act
};

// What is taken from the outbox next, and why the rest waits.
struct DeliveryPlan
{
    struct Obstacle
    {
        ServerProfileId server; // none: the outgoing mail server
        Reason reason;
        QList<OutboxQueue> queues;
    };

    QList<OutboxShare> shares; // what has waited longest first
    QList<int> groupRoom;
    QList<Obstacle> obstacles;
    std::optional<Instant> next; // when something may be due that is not yet
};

// R-RETRY: each server by itself, four requests at most into one mailbox, whoever stands still holds back
// nobody else.
DeliveryPlan planDelivery(QList<WaitingQueue> waiting, const DeliveryWays& ways, const OutgoingStanding& outgoing,
                          Instant now, Milliseconds longestWait);

} // namespace reserve
