// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/tracemodel.h"

#include "models/items/itemtexts.h"
#include "models/wording/wording.h"

#include <QHash>

namespace reserve {

namespace {

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

QString TraceRow::subjectText() const
{
    // What was refused may never have come as far as its subject.
    const bool isUnknown = trace.subject.isEmpty() && trace.verdict == Verdict::Rejected;
    return isUnknown ? QStringLiteral("–") : reserve::subjectText(trace.subject);
}

Result<IdentifiedRows<TraceRow>> readTraceRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    const auto traces = unit.traces().byIds(typedIds<TraceId>(ids));
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
        if (trace.isPrivate)
            row.trace.subject = TraceModel::tr("Private");
        if (const auto found = reservations->constFind(trace.reservationId); found != reservations->cend()) {
            row.status = found->status;
            // What waits for an approver goes to Exchange once it is decided: it is not told, rather than only here.
            if (found->status != ReservationStatus::Pending || found->exchangeState != ExchangeState::OnlyHere)
                row.exchange = found->exchangeState;
        }
        rows.append({trace.id.value, row});
    }
    return rows;
}

TraceModel::TraceModel(Store& store, QObject* parent)
    : FeedTable(store,
                {{TraceOrder::By::Received},
                 {TraceOrder::By::Requester},
                 {TraceOrder::By::Space},
                 {TraceOrder::By::Subject},
                 {TraceOrder::By::Answer},
                 {TraceOrder::By::Exchange}},
                parent)
{
    begin();
}

void TraceModel::setFilter(const TraceFilter& filter)
{
    m_filter = filter;
    begin();
}

FeedSource<TraceRow> TraceModel::source(const TraceOrder& order) const
{
    const TraceFilter filter = m_filter;
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
        return row.subjectText();
    case AnswerColumn:
        return row.answerWord();
    case ExchangeColumn:
        return row.exchangeWord();
    default:
        return {};
    }
}

QString TraceModel::title(int column) const
{
    switch (column) {
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
