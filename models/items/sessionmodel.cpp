// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/sessionmodel.h"

#include "models/items/itemtexts.h"
#include "models/store/changefeed.h"

#include <QLocale>

#include <array>

namespace reserve {

namespace {

Result<IdentifiedRows<SessionSummary>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    QList<SessionId> wanted;
    wanted.reserve(ids.size());
    for (const qint64 id : ids)
        wanted.append(SessionId{id});
    return unit.sessionEvents().summaries(wanted).map([](const QList<SessionSummary>& sessions) {
        IdentifiedRows<SessionSummary> rows;
        for (const SessionSummary& session : sessions)
            rows.append({session.id.value, session});
        return rows;
    });
}

FeedSource<SessionSummary> sourceOf(const SessionOrder& order)
{
    FeedSource<SessionSummary> source{
        [](const ReadUnit& unit, qint64 before, int limit) {
            return unit.sessionEvents().page(SessionId{before}, limit).map(plainIds<SessionId>);
        },
        readRows,
        [](const ReadUnit& unit) { return unit.sessionEvents().sessionCount(); },
        {}};
    if (!order.isNewestFirst()) {
        source.sorted = [order](const ReadUnit& unit, int offset, int limit) {
            return unit.sessionEvents().sorted(order, offset, limit).map(plainIds<SessionId>);
        };
    }
    return source;
}

SessionOrder::By orderOf(int column)
{
    using By = SessionOrder::By;
    static constexpr std::array columns{By::Began, By::Peer,      By::HelloName, By::Messages,
                                        By::Lines, By::LastReply, By::Ended};
    static_assert(columns.size() == SessionModel::ColumnCount);
    return columns[std::size_t(column)];
}

bool isNumber(int column)
{
    return column >= SessionModel::MessagesColumn && column <= SessionModel::ReplyColumn;
}

} // namespace

SessionModel::SessionModel(Store& store, QObject* parent)
    : FeedModel(store, parent)
{
    connect(&store.changes(), &ChangeFeed::changed, this, &SessionModel::take, Qt::QueuedConnection);
    open(sourceOf(m_order));
}

void SessionModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order = {orderOf(column), order == Qt::DescendingOrder};
    open(sourceOf(m_order));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void SessionModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.subject == ChangeSubject::Sessions)
            noteMoved(change.id);
    }
}

int SessionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SessionModel::text(const SessionSummary& session, int column) const
{
    const Instant now = store().clock().now();
    switch (column) {
    case TimeColumn:
        return listTime(session.startedAt, now);
    case PeerColumn:
        return session.peer;
    case NameColumn:
        return session.helloName;
    case MessagesColumn:
        return QLocale().toString(session.messages);
    case LinesColumn:
        return QLocale().toString(session.events);
    case ReplyColumn:
        return session.lastReplyCode > 0 ? QString::number(session.lastReplyCode) : QString();
    case EndColumn:
        return session.endedAt == Instant{} ? tr("Open") : listTime(session.endedAt, now);
    default:
        return {};
    }
}

QVariant SessionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const SessionSummary* session = rowAt(index.row());
    return session ? text(*session, index.column()) : QVariant();
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation == Qt::Horizontal && role == Qt::AccessibleDescriptionRole && orderOf(section) == m_order.by)
        return sortedText(m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Began");
    case PeerColumn:
        return tr("From");
    case NameColumn:
        return tr("Host name");
    case MessagesColumn:
        return tr("Messages");
    case LinesColumn:
        return tr("Lines");
    case ReplyColumn:
        return tr("Last reply");
    case EndColumn:
        return tr("Ended");
    default:
        return {};
    }
}

} // namespace reserve
