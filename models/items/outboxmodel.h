// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedtable.h"

#include <optional>

namespace reserve {

// What Exchange or a person must still be told, newest first until it is sorted otherwise; without the
// mails themselves.
class OutboxModel final : public FeedTable<OutboxEntry, OutboxOrder>
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
    OutboxId entryAt(int row) const { return {idAt(row)}; }

private:
    FeedSource<OutboxEntry> source(const OutboxOrder& order) const override;
    void take(const QList<Change>& changes) override;
    QString text(const OutboxEntry& entry, int column) const override;
    QString title(int column) const override;

    std::optional<OutboxState> m_state;
};

// Why it is not told, in a sentence (reasonOf), with the other server's own words after it.
QString failureText(const OutboxEntry& entry);

} // namespace reserve
