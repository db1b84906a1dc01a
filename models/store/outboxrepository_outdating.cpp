// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// What a newer decision has made superfluous. The mark on what is being told at this moment is its reason: the row
// cannot leave its lane, else what the newer decision tells could arrive before it.
#include "models/base/error.h"
#include "models/store/connection.h"
#include "models/store/outboxrepository.h"

namespace reserve {

namespace {

Reason whileTold()
{
    return {"outbox.outdated-while-told", {}};
}

Reason outdated(EarlierAttempt earlier)
{
    return {earlier == EarlierAttempt::None ? "outbox.outdated" : "outbox.outdated-perhaps-told", {}};
}

// What failed for good, or came back, says why.
Reason outdatedAfter(const OutboxEntry& entry)
{
    const bool cameBack = entry.state == OutboxState::Bounced;
    Reason reason = outdated(cameBack ? EarlierAttempt::None : entry.earlier);
    if (cameBack || entry.state == OutboxState::Failed)
        reason.arguments = causedBy(Error(entry.lastFailure.code, entry.lastFailure.arguments));
    return reason;
}

} // namespace

Result<Reason> OutboxRepository::outdate(OutboxId id)
{
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    if (entry->state == OutboxState::Delivering) {
        const Result<int> marked
            = m_connection.run(QStringLiteral("UPDATE outbox SET last_failure = ? WHERE id = ?"), {whileTold(), id});
        if (!marked)
            return failure(marked.error());
        m_connection.note(ChangeSubject::Outbox, id.value);
        return Reason();
    }
    const bool isOpen = entry->state == OutboxState::Waiting || entry->state == OutboxState::Failed
        || entry->state == OutboxState::Bounced;
    if (!isOpen)
        return Reason();
    const Reason reason = outdatedAfter(*entry);
    return settle(id, OutboxState::GivenUp, reason, entry->remoteText).map([&reason] { return reason; });
}

Result<bool> OutboxRepository::endIfOutdated(OutboxId id, EarlierAttempt earlier, const QString& remoteText)
{
    const Result<qint64> marked = m_connection.number(
        QStringLiteral("SELECT count(*) FROM outbox WHERE id = ? AND state = 'delivering' AND last_failure = ?"),
        {id, whileTold()});
    if (!marked || *marked == 0)
        return marked.map([](qint64) { return false; });
    return settle(id, OutboxState::GivenUp, outdated(earlier), remoteText).map([] { return true; });
}

// Of an agent that died while it told them.
Result<void> OutboxRepository::endWhatWasOutdated()
{
    const auto ids
        = m_connection.rows(QStringLiteral("SELECT id FROM outbox WHERE state = 'delivering' AND last_failure = ?"),
                            {whileTold()}, [](Row& row) {
                                OutboxId id;
                                row >> id;
                                return id;
                            });
    if (!ids)
        return failure(ids.error());
    for (const OutboxId id : *ids) {
        const Result<void> ended = settle(id, OutboxState::GivenUp, outdated(EarlierAttempt::Begun), {});
        if (!ended)
            return ended;
    }
    return {};
}

} // namespace reserve
