// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/approval.h"
#include "models/items/feedtable.h"
#include "models/store/approvalrepository.h"

namespace reserve {

// The requests that wait for an approver, and those that did, newest first until they are sorted otherwise. total()
// counts the waiting ones.
class ApprovalModel final : public FeedTable<Approval, ApprovalOrder>
{
    Q_OBJECT

public:
    enum Column { AskedColumn, RequesterColumn, SpaceColumn, MeetingColumn, WhenColumn, StateColumn, ColumnCount };

    explicit ApprovalModel(Store& store, QObject* parent = nullptr);

private:
    FeedSource<Approval> source(const ApprovalOrder& order) const override;
    void take(const QList<Change>& changes) override;
    QString text(const Approval& approval, int column) const override;
    QString listed(const Approval& approval, int column) const override;
    QString title(int column) const override;
};

// What others than the requester read of the meeting.
QString shownSubject(const Approval& approval);

} // namespace reserve
