// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedtable.h"

namespace reserve {

// The SMTP sessions of the monitor, newest first until they are sorted otherwise.
class SessionModel final : public FeedTable<SessionSummary, SessionOrder>
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

    SessionId sessionAt(int row) const { return {idAt(row)}; }

private:
    FeedSource<SessionSummary> source(const SessionOrder& order) const override;
    void take(const QList<Change>& changes) override;
    QString text(const SessionSummary& session, int column) const override;
    QString title(int column) const override;
};

} // namespace reserve
