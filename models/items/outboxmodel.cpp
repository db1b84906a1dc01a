// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/outboxmodel.h"

#include "models/items/itemtexts.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"

#include <QLocale>

#include <array>

namespace reserve {

namespace {

Result<IdentifiedRows<OutboxEntry>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    QList<OutboxId> wanted;
    wanted.reserve(ids.size());
    for (const qint64 id : ids)
        wanted.append(OutboxId{id});
    return unit.outbox().byIds(wanted).map([](const QList<OutboxEntry>& entries) {
        IdentifiedRows<OutboxEntry> rows;
        for (const OutboxEntry& entry : entries)
            rows.append({entry.id.value, entry});
        return rows;
    });
}

Result<int> countOf(const ReadUnit& unit, std::optional<OutboxState> state)
{
    // The store pages by id alone; a count walks the pages, of which only ids are read.
    int total = 0;
    OutboxId before;
    for (;;) {
        constexpr int step = 5000;
        const auto page = unit.outbox().page(state, before, step);
        if (!page)
            return failure(page.error());
        total += int(page->size());
        if (page->size() < step)
            return total;
        before = page->last();
    }
}

FeedSource<OutboxEntry> sourceOf(std::optional<OutboxState> state, const OutboxOrder& order)
{
    FeedSource<OutboxEntry> source{
        [state](const ReadUnit& unit, qint64 before, int limit) {
            return unit.outbox().page(state, OutboxId{before}, limit).map(plainIds<OutboxId>);
        },
        readRows,
        [state](const ReadUnit& unit) { return countOf(unit, state); },
        {}};
    if (!order.isNewestFirst()) {
        source.sorted = [state, order](const ReadUnit& unit, int offset, int limit) {
            return unit.outbox().sorted(state, order, offset, limit).map(plainIds<OutboxId>);
        };
    }
    return source;
}

OutboxOrder::By orderOf(int column)
{
    using By = OutboxOrder::By;
    static constexpr std::array columns{By::Created,  By::Kind,        By::Recipient, By::State,
                                        By::Attempts, By::NextAttempt, By::Failure};
    static_assert(columns.size() == OutboxModel::ColumnCount);
    return columns[std::size_t(column)];
}

} // namespace

QString failureText(const OutboxEntry& entry)
{
    const QString why = entry.lastFailure.isEmpty() ? QString() : sentence(entry.lastFailure);
    if (entry.remoteText.isEmpty() || why.contains(entry.remoteText))
        return why;
    return why.isEmpty() ? entry.remoteText : why + QLatin1Char(' ') + entry.remoteText;
}

OutboxModel::OutboxModel(Store& store, QObject* parent)
    : FeedModel(store, parent)
{
    connect(&store.changes(), &ChangeFeed::changed, this, &OutboxModel::take, Qt::QueuedConnection);
    open(sourceOf(m_state, m_order));
}

void OutboxModel::setState(std::optional<OutboxState> state)
{
    m_state = state;
    open(sourceOf(m_state, m_order));
}

void OutboxModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order = {orderOf(column), order == Qt::DescendingOrder};
    open(sourceOf(m_state, m_order));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void OutboxModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.subject == ChangeSubject::Outbox)
            noteMoved(change.id);
    }
}

int OutboxModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == AttemptsColumn)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const OutboxEntry* entry = rowAt(index.row());
    return entry ? text(*entry, index.column()) : QVariant();
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == AttemptsColumn)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation == Qt::Horizontal && role == Qt::AccessibleDescriptionRole && orderOf(section) == m_order.by)
        return sortedText(m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
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
