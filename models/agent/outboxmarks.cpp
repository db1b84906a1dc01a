// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/outboxmarks.h"

#include "models/agent/serverrequest.h"
#include "models/base/logging.h"
#include "models/exchange/exchangeproblem.h"
#include "models/reserving/announcing.h"

#include <QTimer>

namespace reserve {

namespace {

constexpr std::chrono::milliseconds againInterval(500);

// What the other server said, for the row.
QString remoteTextOf(const Error& error)
{
    return error.arguments().value(QStringLiteral("remote"));
}

QByteArray ruleOf(OutboxKind kind)
{
    switch (kind) {
    case OutboxKind::Answer:
    case OutboxKind::CalendarOrder:
        return QByteArrayLiteral("R-ANSWER");
    case OutboxKind::ApprovalRequest:
        return QByteArrayLiteral("R-POLICY");
    case OutboxKind::Refresh:
        return QByteArrayLiteral("R-MEETING");
    case OutboxKind::Confirmation:
    case OutboxKind::Notice:
        return QByteArrayLiteral("R-CONFIRM");
    }
    Q_UNREACHABLE();
}

Result<void> addStep(WriteUnit& unit, const OutboxEntry& entry, const Reason& reason)
{
    if (!entry.traceId || reason.isEmpty())
        return {};
    const auto trace = unit.traces().find(entry.traceId);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return {};
    Trace told = **trace;
    told.steps.append({unit.now(), ruleOf(entry.kind), reason});
    return unit.traces().update(told);
}

// An answer that was mailed has written nothing into the room's calendar.
ExchangeState standingAfter(const OutboxEntry& entry, const Reason& how)
{
    const bool isMailed = how.code == "answer.by-mail" || how.code == "outbox.delivered";
    return entry.kind == OutboxKind::Answer && isMailed ? ExchangeState::AnsweredByMail : ExchangeState::InExchange;
}

// What is mailed in place of Exchange from now on has not been tried that way.
EarlierAttempt earlierAfter(const OutboxEntry& entry, const Error& error, int looks)
{
    if (mayBeDone(error))
        return EarlierAttempt::Asked;
    const bool isMailedFromNowOn = looks > mostLooks() && entry.looks <= mostLooks();
    return isMailedFromNowOn ? EarlierAttempt::None : entry.earlier;
}

} // namespace

OutboxMarks::OutboxMarks(LeasedStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
}

void OutboxMarks::delivered(const OutboxEntry& entry, const Reason& how)
{
    write([entry, how](WriteUnit& unit) -> Result<void> {
        if (const Result<void> done = unit.outbox().markDone(entry.id); !done)
            return done;
        if (const Result<void> told = addStep(unit, entry, how); !told)
            return told;
        return markTold(unit, entry, standingAfter(entry, how), {});
    });
}

void OutboxMarks::failed(const OutboxEntry& entry, const Error& error)
{
    write([entry, error](WriteUnit& unit) -> Result<void> {
        if (const auto failed = unit.outbox().markFailed(entry.id, error.reason(), remoteTextOf(error)); !failed)
            return failed;
        if (const Result<void> told = addStep(unit, entry, error.reason()); !told)
            return told;
        return markTold(unit, entry, ExchangeState::Failed, error.reason());
    });
}

void OutboxMarks::again(const OutboxEntry& entry, Instant next, const Error& error, int looks, const Reason& step)
{
    const EarlierAttempt earlier = earlierAfter(entry, error, looks);
    write([entry, next, error, looks, earlier, step](WriteUnit& unit) -> Result<void> {
        const auto waits
            = unit.outbox().markForRetry(entry.id, next, error.reason(), remoteTextOf(error), looks, earlier);
        const auto now = waits ? unit.outbox().find(entry.id) : failure(waits.error());
        if (!now)
            return failure(now.error());
        // A newer decision has made it superfluous meanwhile.
        const bool isOver = *now && (*now)->state == OutboxState::GivenUp;
        return addStep(unit, entry, isOver ? (*now)->lastFailure : step);
    });
}

void OutboxMarks::putBack(const OutboxEntry& entry, Instant next)
{
    write([id = entry.id, next](WriteUnit& unit) { return unit.outbox().putBack(id, next); });
}

void OutboxMarks::write(std::function<Result<void>(WriteUnit&)> work)
{
    m_store.write(WritePriority::Intake, work, [this, work](const Result<void>& marked) {
        if (!marked && marked.error().isRetryable() && !m_isStopped) {
            QTimer::singleShot(againInterval, this, [this, work] { write(work); });
            return;
        }
        if (!marked) {
            qCWarning(lcDelivery) << "outbox not marked:" << marked.error().logLine();
            if (marked.error().code() == "lease.lost")
                Q_EMIT leaseRefused(marked.error().reason());
        }
        Q_EMIT settled();
    });
}

} // namespace reserve
