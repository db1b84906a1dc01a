// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedmodel.h"

namespace reserve {

// The SMTP sessions of the monitor, newest first until they are sorted otherwise.
class SessionModel final : public FeedModel<SessionSummary>
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        PeerColumn,
        NameColumn,
        MessagesColumn,
        LinesColumn,
        ReplyColumn,
        EndColumn,
        ColumnCount
    };

    explicit SessionModel(Store& store, QObject* parent = nullptr);

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    SessionId sessionAt(int row) const { return {idAt(row)}; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const QList<Change>& changes);
    QString text(const SessionSummary& session, int column) const;

    SessionOrder m_order;
};

} // namespace reserve
