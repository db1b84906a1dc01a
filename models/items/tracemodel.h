// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"
#include "models/items/feedtable.h"

#include <optional>

namespace reserve {

// What the list of messages shows of one message and recipient. Steps are read when a row is opened.
struct TraceRow
{
    Trace trace;
    QString spaceName;
    std::optional<ReservationStatus> status;
    std::optional<ExchangeState> exchange;

    // Held by R-MAILBOX-CASE.
    bool differsOnlyInCase() const;
    // The state in one word, as in the column Answer.
    QString answerWord() const;
    QString exchangeWord() const;
    QString subjectText() const;
};

Result<IdentifiedRows<TraceRow>> readTraceRows(const ReadUnit& unit, const QList<qint64>& ids);

// The messages of the monitor, newest first until they are sorted otherwise.
class TraceModel final : public FeedTable<TraceRow, TraceOrder>
{
    Q_OBJECT

public:
    enum Column { TimeColumn, FromColumn, SpaceColumn, SubjectColumn, AnswerColumn, ExchangeColumn, ColumnCount };

    explicit TraceModel(Store& store, QObject* parent = nullptr);

    void setFilter(const TraceFilter& filter);
    const TraceFilter& filter() const { return m_filter; }
    TraceId traceAt(int row) const { return {idAt(row)}; }

private:
    FeedSource<TraceRow> source(const TraceOrder& order) const override;
    void take(const QList<Change>& changes) override;
    QString text(const TraceRow& row, int column) const override;
    QString title(int column) const override;

    TraceFilter m_filter;
};

} // namespace reserve
