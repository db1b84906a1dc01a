// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/approvalmodel.h"

#include "models/items/itemtexts.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

Result<IdentifiedRows<Approval>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    return unit.approvals().byIds(typedIds<ApprovalId>(ids)).map(identified<Approval>);
}

} // namespace

QString shownSubject(const Approval& approval)
{
    return approval.announcement.isPrivate ? sentence(Reason{"mail.private-subject", {}})
                                           : subjectText(approval.announcement.subject);
}

ApprovalModel::ApprovalModel(Store& store, QObject* parent)
    : FeedTable(store,
                {{ApprovalOrder::By::Asked},
                 {ApprovalOrder::By::Requester},
                 {ApprovalOrder::By::Space},
                 {ApprovalOrder::By::Meeting},
                 {ApprovalOrder::By::When},
                 {ApprovalOrder::By::State}},
                parent)
{
    begin();
}

FeedSource<Approval> ApprovalModel::source(const ApprovalOrder& order) const
{
    FeedSource<Approval> source{
        [](const ReadUnit& unit, qint64 before, int limit) {
            return unit.approvals().page(ApprovalId{before}, limit).map(plainIds<ApprovalId>);
        },
        readRows,
        [now = store().clock().now()](const ReadUnit& unit) { return unit.approvals().countWaiting(now); },
        {}};
    if (!order.isNewestFirst()) {
        source.sorted = [order](const ReadUnit& unit, int offset, int limit) {
            return unit.approvals().sorted(order, offset, limit).map(plainIds<ApprovalId>);
        };
    }
    return source;
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

QString ApprovalModel::listed(const Approval& approval, int column) const
{
    return column == WhenColumn ? beginText(approval.announcement.time, approval.announcement.allDay)
                                : text(approval, column);
}

QString ApprovalModel::title(int column) const
{
    switch (column) {
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
