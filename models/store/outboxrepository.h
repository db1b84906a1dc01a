// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/outbox.h"
#include "models/store/outboxqueue.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

struct OutboxCounts
{
    int waiting = 0;               // waiting and delivering
    int failed = 0;                // failed and bounced
    std::optional<Instant> oldest; // createdAt of the oldest waiting one
    std::optional<Instant> nextTry;
};

// How a list of entries is ordered; what is equal stands newest first.
struct OutboxOrder
{
    // State: what a person has to look at first. NextAttempt: only of what waits.
    enum class By { Created, Kind, Recipient, State, Attempts, NextAttempt, Failure };

    By by = By::Created;
    bool descending = true;

    bool isNewestFirst() const { return by == By::Created && descending; }
};

class OutboxRepository final
{
public:
    explicit OutboxRepository(Connection& connection);

    Result<OutboxId> append(const OutboxEntry& entry);
    Result<std::optional<OutboxEntry>> find(OutboxId id) const; // with payload
    Result<std::optional<OutboxEntry>> findByMessageId(const QString& messageId) const;
    Result<QList<OutboxEntry>> byIds(const QList<OutboxId>& ids) const; // without payload
    // Newest first, without payload; all states unless one is named.
    Result<QList<OutboxId>> page(std::optional<OutboxState> state, OutboxId before, int limit) const;
    // In another order: from the `offset`th on. Of the newest (mostsorted.h), and all that are not done.
    Result<QList<OutboxId>> sorted(std::optional<OutboxState> state, const OutboxOrder& order, int offset,
                                   int limit) const;
    Result<int> count(std::optional<OutboxState> state) const;
    Result<OutboxCounts> counts() const;
    // What of a lane is not done: what waits, failed or was given up, oldest first, with payload.
    Result<QList<OutboxEntry>> notDone(const QString& lane) const;
    // When the last mail of this kind to this recipient is or was due (B1); nothing where none was queued since.
    Result<std::optional<Instant>> lastDue(OutboxKind kind, const QString& recipient, Instant since) const;

    // The queues in which something waits that may go: of a lane only its oldest unfinished entry may; a Failed one
    // holds its lane back (R-RETRY). Laneless ones (empty lane) are free. Costs a step in an index for each queue,
    // however much waits.
    Result<QList<WaitingQueue>> queues() const;
    // Marks due entries as Delivering, counts the attempt and answers them with payload: from each queue in turn as
    // much as its share allows and its group has room for.
    Result<QList<OutboxEntry>> take(const QList<OutboxShare>& shares, QList<int> groupRoom, Milliseconds longestWait);
    // When the next waiting one that may go is due.
    Result<std::optional<Instant>> nextDue() const;
    // What an agent held when it died waits again at once: outbox.interrupted, and begun, if not more.
    Result<int> releaseDelivering();

    // All that name one entry: outbox.missing (id).
    Result<void> markDone(OutboxId id);
    // A temporary failure: waits again until `nextAttempt`.
    Result<void> markForRetry(OutboxId id, Instant nextAttempt, const Reason& reason, const QString& remoteText,
                              int looks = 0, EarlierAttempt earlier = EarlierAttempt::None);
    // Taken, but not tried: it waits again, and the attempt does not count.
    Result<void> putBack(OutboxId id, Instant nextAttempt);
    // Why the waiting ones of these queues are not even tried (no server, a refused password): noted without counting
    // an attempt, on at most `limit` with ids above `after` that do not say so yet. Answers the last of them, `after`
    // when there was none.
    Result<OutboxId> explainWaiting(const Reason& reason, const QList<OutboxQueue>& queues, OutboxId after, int limit);
    Result<void> markFailed(OutboxId id, const Reason& reason, const QString& remoteText);
    Result<void> markBounced(OutboxId id, const Reason& reason, const QString& remoteText);
    // Given up by nobody: another entry has taken its place, or there is nothing left to tell.
    Result<void> supersede(OutboxId id, const Reason& reason);
    // "Retry now": a waiting, failed or bounced one is due at once (0 when it is none of these). No id: all that wait.
    // Answers how many.
    Result<int> retryNow(std::optional<OutboxId> id, const QString& actor);
    // The same for all that wait or failed in these queues: after what held them back was mended.
    Result<int> retryNow(const QList<OutboxQueue>& queues, const QString& actor);
    // Another recipient for what is mailed to a person and is not done; copies follow after commas. What failed is
    // tried again. Errors: outbox.settled (id), outbox.recipient-fixed (id) of what goes to an organizer or a mailbox,
    // outbox.recipient-invalid (recipient).
    Result<void> edit(OutboxId id, const QString& recipient, const QString& actor);
    // Error: outbox.settled (id) for what is told or given up already. With the order that creates an item go those
    // that wait to change it.
    Result<void> giveUp(OutboxId id, const QString& why, const QString& actor);

    // What waits, is being told or failed in a lane, with payload, oldest first.
    Result<QList<OutboxEntry>> unfinishedIn(const QString& lane) const;
    // R-ANSWER: a newer decision has made it superfluous. Given up as outbox.outdated (cause, where it had failed or
    // came back) or, where an attempt may have arrived, outbox.outdated-perhaps-told; its lane goes on. What is being
    // told at this moment keeps its place in the lane, says outbox.outdated-while-told, and is given up when the
    // attempt has not succeeded. Answers the reason for which it is given up; none where it is not yet, or was settled
    // before.
    Result<Reason> outdate(OutboxId id);

private:
    Result<void> appendDue(QList<OutboxEntry>& taken, const OutboxShare& share, int most,
                           Milliseconds longestWait) const;
    Result<void> markTaken(OutboxEntry& entry);
    Result<std::optional<OutboxId>> firstUnfinished(const QString& lane) const;
    // After an entry left its lane, or came back into it.
    Result<void> letTheFirstLead(const QString& lane);
    Result<void> noteBehind(OutboxId first, const QString& lane);
    Result<OutboxEntry> existing(OutboxId id) const;
    Result<void> settle(OutboxId id, OutboxState state, const Reason& reason, const QString& remoteText);
    // Whether it was outdated while it was told, and is given up now.
    Result<bool> endIfOutdated(OutboxId id, EarlierAttempt earlier, const QString& remoteText);
    Result<void> endWhatWasOutdated();
    Result<void> giveUpDependants(const OutboxEntry& entry, const Reason& reason);
    Result<void> audit(OutboxId id, const QString& actor, const QByteArray& before, const QByteArray& after);

    Connection& m_connection;
};

} // namespace reserve
