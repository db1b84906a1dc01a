// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/outboxmodel.h"

#include "models/wording/wording.h"

#include <QLocale>

namespace reserve {

namespace {

Result<IdentifiedRows<OutboxEntry>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    return unit.outbox().byIds(typedIds<OutboxId>(ids)).map(identified<OutboxEntry>);
}

} // namespace

QString failureText(const OutboxEntry& entry)
{
    const Reason reason = reasonOf(entry);
    const QString why = reason.isEmpty() ? QString() : sentence(reason);
    if (reason != entry.lastFailure)
        return why;
    if (entry.remoteText.isEmpty() || why.contains(entry.remoteText))
        return why;
    return why.isEmpty() ? entry.remoteText : why + QLatin1Char(' ') + entry.remoteText;
}

OutboxModel::OutboxModel(Store& store, QObject* parent)
    : FeedTable(store,
                {{OutboxOrder::By::Created},
                 {OutboxOrder::By::Kind},
                 {OutboxOrder::By::Recipient},
                 {OutboxOrder::By::State},
                 {OutboxOrder::By::Attempts, Content::Number},
                 {OutboxOrder::By::NextAttempt},
                 {OutboxOrder::By::Failure}},
                parent)
{
    begin();
}

void OutboxModel::setState(std::optional<OutboxState> state)
{
    m_state = state;
    begin();
}

FeedSource<OutboxEntry> OutboxModel::source(const OutboxOrder& order) const
{
    const std::optional<OutboxState> state = m_state;
    FeedSource<OutboxEntry> source{
        [state](const ReadUnit& unit, qint64 before, int limit) {
            return unit.outbox().page(state, OutboxId{before}, limit).map(plainIds<OutboxId>);
        },
        readRows,
        [state](const ReadUnit& unit) { return unit.outbox().count(state); },
        {}};
    if (!order.isNewestFirst()) {
        source.sorted = [state, order](const ReadUnit& unit, int offset, int limit) {
            return unit.outbox().sorted(state, order, offset, limit).map(plainIds<OutboxId>);
        };
    }
    return source;
}

void OutboxModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.subject == ChangeSubject::Outbox)
            noteMoved(change.id);
    }
}

QString OutboxModel::text(const OutboxEntry& entry, int column) const
{
    const Instant now = store().clock().now();
    switch (column) {
    case CreatedColumn:
        return listTime(entry.createdAt, now);
    case KindColumn:
        return word(entry.kind);
    case RecipientColumn:
        return entry.recipient;
    case StateColumn:
        return word(entry.state);
    case AttemptsColumn:
        return QLocale().toString(entry.attempts);
    case NextTryColumn:
        // What is due and still waits, waits for something else: its failure says for what.
        return entry.state == OutboxState::Waiting && entry.nextAttempt > now ? shortTime(entry.nextAttempt, now)
                                                                              : QString();
    case FailureColumn:
        return failureText(entry);
    default:
        return {};
    }
}

QString OutboxModel::title(int column) const
{
    switch (column) {
    case CreatedColumn:
        return tr("Since");
    case KindColumn:
        return tr("What");
    case RecipientColumn:
        return tr("To");
    case StateColumn:
        return tr("State");
    case AttemptsColumn:
        return tr("Tries");
    case NextTryColumn:
        return tr("Next try");
    case FailureColumn:
        return tr("Last failure");
    default:
        return {};
    }
}

} // namespace reserve
