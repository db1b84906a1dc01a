// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"
#include "models/items/feedmodel.h"
#include "models/store/approvalrepository.h"

namespace reserve {

// The requests that wait for an approver, and those that did, newest first until they are sorted otherwise. total()
// counts the waiting ones.
class ApprovalModel final : public FeedModel<Approval>
{
    Q_OBJECT

public:
    enum Column { AskedColumn, RequesterColumn, SpaceColumn, MeetingColumn, WhenColumn, StateColumn, ColumnCount };

    explicit ApprovalModel(Store& store, QObject* parent = nullptr);

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const QList<Change>& changes);
    QString text(const Approval& approval, int column) const;

    ApprovalOrder m_order;
};

// What others than the requester read of the meeting.
QString shownSubject(const Approval& approval);

} // namespace reserve
