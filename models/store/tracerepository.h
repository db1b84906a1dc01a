// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/trace.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace reserve {

class Connection;

// Which traces a list shows. Every field narrows.
struct TraceFilter
{
    QString text; // in requester, subject, recipient, sender
    std::optional<SpaceId> spaceId;
    std::optional<Verdict> verdict;
    std::optional<TraceState> state;
    std::optional<TimeRange> received;
};

// How a list of traces is ordered; what is equal stands newest first.
struct TraceOrder
{
    // Answer and Exchange: what a person has to look at first.
    enum class By { Received, Requester, Space, Subject, Answer, Exchange };

    By by = By::Received;
    bool descending = true;

    bool isNewestFirst() const { return by == By::Received && descending; }
};

struct TraceCounts
{
    int waiting = 0;
    int held = 0;
    int accepted = 0;
    int tentative = 0;
    int declined = 0;
    int rejected = 0;
    int other = 0;
};

class TraceRepository final
{
public:
    explicit TraceRepository(Connection& connection);

    Result<TraceId> append(const Trace& trace);
    // Overwrites what may change after arrival: state, verdict, reason, reservation, attempts, decidedAt, steps,
    // endings, space, gate, isPrivate.
    Result<void> update(const Trace& trace);

    Result<std::optional<Trace>> find(TraceId id) const;
    Result<QList<Trace>> byIds(const QList<TraceId>& ids) const;
    Result<QList<Trace>> ofMessage(InboxId id) const;
    // The inbox: waiting ones after `after` in the order in which they became durable.
    Result<QList<Trace>> waiting(TraceId after, int limit) const;
    // Held because the recipient differs only in case from this mailbox (R-MAILBOX-CASE).
    Result<QList<Trace>> heldForMailbox(const QString& mailbox) const;
    // Held for one of these reasons, oldest first: ids above `after`.
    Result<QList<Trace>> heldFor(const QStringList& codes, TraceId after, int limit) const;
    // Newest first: ids smaller than `before` (none: from the newest).
    Result<QList<TraceId>> page(const TraceFilter& filter, TraceId before, int limit) const;
    // In another order: from the `offset`th on. Of the newest that fit (mostsorted.h), and all that wait or are held.
    Result<QList<TraceId>> sorted(const TraceFilter& filter, const TraceOrder& order, int offset, int limit) const;
    Result<int> count(const TraceFilter& filter) const;
    Result<TraceCounts> counts(TimeRange received) const;

    // R-RETENTION: answers how many went, at most `limit`.
    Result<int> removeBefore(Instant instant, int limit);

private:
    Connection& m_connection;
};

} // namespace reserve
