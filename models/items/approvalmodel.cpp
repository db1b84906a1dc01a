// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/approvalmodel.h"

#include "models/items/itemtexts.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"

#include <array>

namespace reserve {

namespace {

Result<IdentifiedRows<Approval>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    QList<ApprovalId> wanted;
    wanted.reserve(ids.size());
    for (const qint64 id : ids)
        wanted.append(ApprovalId{id});
    return unit.approvals().byIds(wanted).map([](const QList<Approval>& approvals) {
        IdentifiedRows<Approval> rows;
        for (const Approval& approval : approvals)
            rows.append({approval.id.value, approval});
        return rows;
    });
}

FeedSource<Approval> sourceOf(const ApprovalOrder& order, Instant now)
{
    FeedSource<Approval> source{[](const ReadUnit& unit, qint64 before, int limit) {
                                    return unit.approvals().page(ApprovalId{before}, limit).map(plainIds<ApprovalId>);
                                },
                                readRows,
                                [now](const ReadUnit& unit) { return unit.approvals().countWaiting(now); },
                                {}};
    if (!order.isNewestFirst()) {
        source.sorted = [order](const ReadUnit& unit, int offset, int limit) {
            return unit.approvals().sorted(order, offset, limit).map(plainIds<ApprovalId>);
        };
    }
    return source;
}

ApprovalOrder::By orderOf(int column)
{
    using By = ApprovalOrder::By;
    static constexpr std::array columns{By::Asked, By::Requester, By::Space, By::Meeting, By::When, By::State};
    static_assert(columns.size() == ApprovalModel::ColumnCount);
    return columns[std::size_t(column)];
}

} // namespace

QString shownSubject(const Approval& approval)
{
    return approval.announcement.isPrivate ? sentence(Reason{"mail.private-subject", {}})
                                           : approval.announcement.subject;
}

ApprovalModel::ApprovalModel(Store& store, QObject* parent)
    : FeedModel(store, parent)
{
    connect(&store.changes(), &ChangeFeed::changed, this, &ApprovalModel::take, Qt::QueuedConnection);
    open(sourceOf(m_order, store.clock().now()));
}

void ApprovalModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order = {orderOf(column), order == Qt::DescendingOrder};
    open(sourceOf(m_order, store().clock().now()));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ApprovalModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.subject != ChangeSubject::Approvals)
            continue;
        noteMoved(change.id);
        noteMoved(0); // one that is decided stays in the list and waits no more: they are counted anew
    }
}

int ApprovalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApprovalModel::text(const Approval& approval, int column) const
{
    switch (column) {
    case AskedColumn:
        return listTime(approval.askedAt, store().clock().now());
    case RequesterColumn:
        return approval.announcement.requester;
    case SpaceColumn:
        return approval.announcement.spaceName;
    case MeetingColumn:
        return shownSubject(approval);
    case WhenColumn:
        return rangeText(approval.announcement.time, approval.announcement.allDay, Reader::ofThisMachine());
    case StateColumn:
        return word(approval.state);
    default:
        return {};
    }
}

QVariant ApprovalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Approval* approval = rowAt(index.row());
    if (!approval)
        return {};
    // The list has room for the beginning; tip, screen reader and pane say the whole.
    if (role == Qt::DisplayRole && index.column() == WhenColumn)
        return beginText(approval->announcement.time, approval->announcement.allDay);
    return text(*approval, index.column());
}

QVariant ApprovalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::AccessibleDescriptionRole && orderOf(section) == m_order.by)
        return sortedText(m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AskedColumn:
        return tr("Asked");
    case RequesterColumn:
        return tr("Requester");
    case SpaceColumn:
        return tr("Space");
    case MeetingColumn:
        return tr("Meeting");
    case WhenColumn:
        return tr("When");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace reserve
