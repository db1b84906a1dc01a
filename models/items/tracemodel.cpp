// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/tracemodel.h"

#include "models/items/itemtexts.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"

#include <QHash>

#include <array>

namespace reserve {

namespace {

FeedSource<TraceRow> sourceOf(const TraceFilter& filter, const TraceOrder& order)
{
    FeedSource<TraceRow> source{[filter](const ReadUnit& unit, qint64 before, int limit) {
                                    return unit.traces().page(filter, TraceId{before}, limit).map(plainIds<TraceId>);
                                },
                                readTraceRows,
                                [filter](const ReadUnit& unit) { return unit.traces().count(filter); },
                                {}};
    if (!order.isNewestFirst()) {
        source.sorted = [filter, order](const ReadUnit& unit, int offset, int limit) {
            return unit.traces().sorted(filter, order, offset, limit).map(plainIds<TraceId>);
        };
    }
    return source;
}

TraceOrder::By orderOf(int column)
{
    static constexpr std::array columns{TraceOrder::By::Received, TraceOrder::By::Requester, TraceOrder::By::Space,
                                        TraceOrder::By::Subject,  TraceOrder::By::Answer,    TraceOrder::By::Exchange};
    static_assert(columns.size() == TraceModel::ColumnCount);
    return columns[std::size_t(column)];
}

Result<QHash<SpaceId, QString>> spaceNames(const ReadUnit& unit, const QList<Trace>& traces)
{
    QHash<SpaceId, QString> names;
    for (const Trace& trace : traces) {
        if (!trace.spaceId || names.contains(trace.spaceId))
            continue;
        const auto space = unit.spaces().find(trace.spaceId);
        if (!space)
            return failure(space.error());
        names.insert(trace.spaceId, *space ? (*space)->name : QString());
    }
    return names;
}

Result<QHash<ReservationId, Reservation>> reservationsOf(const ReadUnit& unit, const QList<Trace>& traces)
{
    QList<ReservationId> ids;
    for (const Trace& trace : traces) {
        if (trace.reservationId)
            ids.append(trace.reservationId);
    }
    const auto found = unit.reservations().byIds(ids);
    if (!found)
        return failure(found.error());
    QHash<ReservationId, Reservation> reservations;
    for (const Reservation& reservation : *found)
        reservations.insert(reservation.id, reservation);
    return reservations;
}

} // namespace

bool TraceRow::differsOnlyInCase() const
{
    return trace.state == TraceState::Held && trace.reason.code == QByteArrayLiteral("rcpt.differs-in-case");
}

QString TraceRow::answerWord() const
{
    if (differsOnlyInCase())
        return TraceModel::tr("Differs only in case");
    const bool awaitsApprover = !trace.verdict && trace.state == TraceState::Done;
    if ((trace.verdict == Verdict::Accepted || awaitsApprover) && status)
        return word(*status);
    if (trace.verdict == Verdict::Rejected)
        return TraceModel::tr("Refused");
    return trace.verdict ? word(*trace.verdict) : word(trace.state);
}

QString TraceRow::exchangeWord() const
{
    return exchange ? word(*exchange) : TraceModel::tr("Not told");
}

Result<IdentifiedRows<TraceRow>> readTraceRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    QList<TraceId> wanted;
    wanted.reserve(ids.size());
    for (const qint64 id : ids)
        wanted.append(TraceId{id});
    const auto traces = unit.traces().byIds(wanted);
    if (!traces)
        return failure(traces.error());
    const auto names = spaceNames(unit, *traces);
    if (!names)
        return failure(names.error());
    const auto reservations = reservationsOf(unit, *traces);
    if (!reservations)
        return failure(reservations.error());

    IdentifiedRows<TraceRow> rows;
    rows.reserve(traces->size());
    for (const Trace& trace : *traces) {
        TraceRow row{trace, names->value(trace.spaceId), {}, {}};
        row.trace.steps.clear();
        if (const auto found = reservations->constFind(trace.reservationId); found != reservations->cend()) {
            row.status = found->status;
            row.exchange = found->exchangeState;
            if (found->isPrivate)
                row.trace.subject = TraceModel::tr("Private");
        }
        rows.append({trace.id.value, row});
    }
    return rows;
}

TraceModel::TraceModel(Store& store, QObject* parent)
    : FeedModel(store, parent)
{
    connect(&store.changes(), &ChangeFeed::changed, this, &TraceModel::take, Qt::QueuedConnection);
    open(sourceOf(m_filter, m_order));
}

void TraceModel::setFilter(const TraceFilter& filter)
{
    m_filter = filter;
    open(sourceOf(filter, m_order));
}

void TraceModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order = {orderOf(column), order == Qt::DescendingOrder};
    open(sourceOf(m_filter, m_order));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TraceModel::take(const QList<Change>& changes)
{
    QSet<qint64> reservations;
    for (const Change& change : changes) {
        if (change.subject == ChangeSubject::Traces
            || (change.subject == ChangeSubject::Reservations && change.id == 0))
            noteMoved(change.id);
        else if (change.subject == ChangeSubject::Reservations)
            reservations.insert(change.id);
    }
    if (reservations.isEmpty())
        return;
    for (const qint64 id : cache().ids()) {
        const TraceRow* row = cache().peek(id);
        if (row && reservations.contains(row->trace.reservationId.value))
            noteMoved(id);
    }
}

int TraceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TraceModel::text(const TraceRow& row, int column) const
{
    switch (column) {
    case TimeColumn:
        return listTime(row.trace.receivedAt, store().clock().now());
    case FromColumn:
        return row.trace.requester.isEmpty() ? row.trace.sender : row.trace.requester;
    case SpaceColumn:
        return row.spaceName.isEmpty() ? row.trace.recipient : row.spaceName;
    case SubjectColumn:
        return row.trace.subject;
    case AnswerColumn:
        return row.answerWord();
    case ExchangeColumn:
        return row.exchangeWord();
    default:
        return {};
    }
}

QVariant TraceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const TraceRow* row = rowAt(index.row());
    return row ? text(*row, index.column()) : QVariant();
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::AccessibleDescriptionRole && orderOf(section) == m_order.by)
        return sortedText(m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case FromColumn:
        return tr("From");
    case SpaceColumn:
        return tr("Space");
    case SubjectColumn:
        return tr("Subject");
    case AnswerColumn:
        return tr("Answer");
    case ExchangeColumn:
        return tr("Exchange");
    default:
        return {};
    }
}

} // namespace reserve
