// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedmodel.h"

#include <optional>

namespace reserve {

// What Exchange or a person must still be told, newest first until it is sorted otherwise; without the
// mails themselves.
class OutboxModel final : public FeedModel<OutboxEntry>
{
    Q_OBJECT

public:
    enum Column {
        CreatedColumn,
        KindColumn,
        RecipientColumn,
        StateColumn,
        AttemptsColumn,
        NextTryColumn,
        FailureColumn,
        ColumnCount
    };

    explicit OutboxModel(Store& store, QObject* parent = nullptr);

    void setState(std::optional<OutboxState> state);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    OutboxId entryAt(int row) const { return {idAt(row)}; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const QList<Change>& changes);
    QString text(const OutboxEntry& entry, int column) const;

    std::optional<OutboxState> m_state;
    OutboxOrder m_order;
};

// Why the last attempt failed, in a sentence, with the other server's own words after it.
QString failureText(const OutboxEntry& entry);

} // namespace reserve
