// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/deliveryworker.h"

#include "models/agent/changerouter.h"
#include "models/agent/configurationwatch.h"
#include "models/agent/mailcomposer.h"
#include "models/agent/outgoingaccount.h"
#include "models/base/backoff.h"
#include "models/base/logging.h"
#include "models/reserving/announcing.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr int mostAtOnce = 8;
// Until the server has shown that it is there and takes the password: eight refused passwords at once lock an account.
constexpr int mostUnproven = 1;
constexpr std::chrono::milliseconds markAgainInterval(500);
constexpr int mostExplained = 500;
constexpr std::chrono::milliseconds explainInterval(250);
// Timers wait at most this long, so that a clock that was set is noticed.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(30);

// What the other server said, for the row.
QString remoteTextOf(const Error& error)
{
    return error.arguments().value(QStringLiteral("remote"));
}

// A server that spoke has judged this one mail; one that did not speak is away for all.
bool isServerAway(const Error& error)
{
    return problemOf(error) == SendProblem::Security || !error.arguments().contains(QStringLiteral("reply"));
}

QByteArray ruleOf(OutboxKind kind)
{
    if (kind == OutboxKind::ApprovalRequest)
        return QByteArrayLiteral("R-POLICY");
    if (kind == OutboxKind::Refresh)
        return QByteArrayLiteral("R-MEETING");
    return kind == OutboxKind::Answer ? QByteArrayLiteral("R-ANSWER") : QByteArrayLiteral("R-CONFIRM");
}

Result<void> addStep(WriteUnit& unit, const OutboxEntry& entry, const Reason& reason)
{
    if (!entry.traceId)
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

} // namespace

DeliveryWorker::DeliveryWorker(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_wake(this)
    , m_explaining(this)
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &DeliveryWorker::deliver);
    m_explaining.setSingleShot(true);
    m_explaining.setInterval(explainInterval);
    connect(&m_explaining, &QTimer::timeout, this, &DeliveryWorker::storeExplanation);
    connect(&m_parts.router, &ChangeRouter::outboxMoved, this, &DeliveryWorker::deliver);
    connect(&m_parts.account, &OutgoingAccount::refreshed, this, &DeliveryWorker::resume);
}

void DeliveryWorker::start()
{
    m_parts.store.write(
        WritePriority::Normal, [](WriteUnit& unit) { return unit.outbox().releaseDelivering(); },
        [this](const Result<int>& released) {
            if (!released)
                qCWarning(lcDelivery) << "outbox not released:" << released.error().logLine();
            if (m_state == State::Starting)
                m_state = State::Running;
            deliver();
        });
}

void DeliveryWorker::stop()
{
    m_state = State::Stopped;
    m_wake.stop();
    m_explaining.stop();
    if (isIdle())
        Q_EMIT idle();
}

void DeliveryWorker::resume()
{
    m_pause = {};
    m_awayReason = {};
    m_awayUntil = {};
    m_isProven = false;
    deliver();
}

Reason DeliveryWorker::obstacle() const
{
    if (!m_parts.account.server())
        return m_parts.account.server().error().reason();
    return m_pause.isEmpty() ? m_awayReason : m_pause;
}

void DeliveryWorker::deliver()
{
    if (m_state != State::Running)
        return;
    const Milliseconds farthest = longestPause();
    const Instant now = m_parts.store.now();
    if (!m_awayReason.isEmpty() && (now >= m_awayUntil || m_awayUntil > now + farthest))
        m_awayReason = {};
    if (const Reason reason = obstacle(); !reason.isEmpty()) {
        if (reason == m_awayReason)
            wakeAt(m_awayUntil);
        return explain(reason);
    }
    m_explained = {};
    if (m_isTaking) {
        m_takesAgain = true;
        return;
    }
    const int room = (m_isProven ? mostAtOnce : mostUnproven) - m_inFlight;
    if (room <= 0)
        return;
    m_isTaking = true;
    m_takesAgain = false;
    m_parts.store.write(
        WritePriority::Normal, [room, farthest](WriteUnit& unit) { return unit.outbox().take(room, farthest); },
        [this](const Result<QList<OutboxEntry>>& entries) { onTaken(entries); });
}

// What is put off by more has seen the clock set back. A server's hint counts as an hour at most.
Milliseconds DeliveryWorker::longestPause() const
{
    return std::max<Milliseconds>(m_parts.configuration.current()->settings().exchangeRetry(), std::chrono::hours(1));
}

void DeliveryWorker::onTaken(const Result<QList<OutboxEntry>>& entries)
{
    m_isTaking = false;
    if (!entries) {
        qCWarning(lcDelivery) << "outbox not read:" << entries.error().logLine();
        if (entries.error().code() == "lease.lost")
            Q_EMIT leaseRefused(entries.error().reason());
        else
            wakeAt(m_parts.store.now() + std::chrono::seconds(1));
        return;
    }
    for (const OutboxEntry& entry : *entries)
        send(entry);
    if (m_state == State::Stopped && isIdle())
        Q_EMIT idle();
    else if (m_takesAgain)
        deliver();
    else if (entries->isEmpty())
        waitForNextDue();
}

void DeliveryWorker::waitForNextDue()
{
    m_parts.store.read([](const ReadUnit& unit) { return unit.outbox().nextDue(); },
                       [this](const Result<std::optional<Instant>>& due) {
                           if (due && *due && m_state == State::Running)
                               wakeAt(**due);
                       });
}

void DeliveryWorker::wakeAt(Instant instant)
{
    const Milliseconds wait
        = std::clamp<Milliseconds>(instant - m_parts.store.now(), Milliseconds(1), longestWait);
    m_wake.start(wait);
}

void DeliveryWorker::send(const OutboxEntry& entry)
{
    ++m_inFlight;
    const Configuration& configuration = *m_parts.configuration.current();
    const MailComposer composer(configuration.settings(), {}, configuration.notices());
    m_parts.workers.start([this, entry, composer, server = *m_parts.account.server(), now = m_parts.store.now()] {
        const Result<MailToSend> mail = composer.compose(entry, now);
        if (!mail) {
            m_parts.store.courier().post([this, entry, error = mail.error()] { onSent(entry, failure(error)); });
            return;
        }
        m_parts.store.courier().await(m_parts.transport.send(server, *mail),
                                      [this, entry](const Result<SendReport>& report) { onSent(entry, report); });
    });
}

void DeliveryWorker::onSent(const OutboxEntry& entry, const Result<SendReport>& report)
{
    if (!report)
        return onProblem(entry, report.error());
    // A mail that the first recipient has is not sent again for the sake of a copy.
    const std::optional<Error> refusal
        = report->recipients.isEmpty() ? std::nullopt : report->recipients.first().refusal;
    if (refusal)
        return onProblem(entry, *refusal);
    m_isProven = true;
    markDelivered(entry, report->remoteText);
}

void DeliveryWorker::onProblem(const OutboxEntry& entry, const Error& error)
{
    qCInfo(lcDelivery) << "outbox" << entry.id.value << "not delivered:" << error.logLine();
    const Backoff backoff(m_parts.configuration.current()->settings().exchangeRetry());
    const Instant now = m_parts.store.now();
    const bool isOurs = error.code().startsWith("outbox.");
    const SendProblem problem = isOurs ? SendProblem::Permanent : problemOf(error);
    m_isProven = !isOurs && problem != SendProblem::Credentials && !isServerAway(error);
    switch (problem) {
    case SendProblem::Permanent:
        return markFailed(entry, error);
    case SendProblem::Credentials:
        if (m_pause.isEmpty()) {
            m_pause = {"outbox.paused", error.arguments()};
            Q_EMIT attentionNeeded();
        }
        return markForRetry(entry, now, error);
    case SendProblem::Temporary:
    case SendProblem::Security:
    case SendProblem::Setup:
        break;
    }
    const Instant next = backoff.nextAttempt(now);
    if (isServerAway(error) && m_awayReason.isEmpty()) {
        m_awayReason = error.reason();
        m_awayUntil = next;
    }
    markForRetry(entry, next, error);
}

void DeliveryWorker::markDelivered(const OutboxEntry& entry, const QString& remoteText)
{
    mark([entry, remoteText](WriteUnit& unit) -> Result<void> {
        if (const Result<void> done = unit.outbox().markDone(entry.id); !done)
            return done;
        const Reason reason{"outbox.delivered",
                            {{QStringLiteral("recipient"), entry.recipient}, {QStringLiteral("remote"), remoteText}}};
        if (const Result<void> told = addStep(unit, entry, reason); !told)
            return told;
        return markTold(unit, entry, ExchangeState::InExchange, {});
    });
}

void DeliveryWorker::markFailed(const OutboxEntry& entry, const Error& error)
{
    Q_EMIT attentionNeeded();
    mark([entry, error](WriteUnit& unit) -> Result<void> {
        if (const auto failed = unit.outbox().markFailed(entry.id, error.reason(), remoteTextOf(error)); !failed)
            return failed;
        if (const Result<void> told = addStep(unit, entry, error.reason()); !told)
            return told;
        return markTold(unit, entry, ExchangeState::Failed, error.reason());
    });
}

void DeliveryWorker::markForRetry(const OutboxEntry& entry, Instant next, const Error& error)
{
    mark([entry, next, error](WriteUnit& unit) {
        return unit.outbox().markForRetry(entry.id, next, error.reason(), remoteTextOf(error));
    });
}

// What happened to a mail must reach the store, however long that takes: else it would be sent again.
void DeliveryWorker::mark(std::function<Result<void>(WriteUnit&)> work)
{
    m_parts.store.write(WritePriority::Normal, work, [this, work](const Result<void>& marked) {
        if (!marked && marked.error().isRetryable() && m_state == State::Running)
            return QTimer::singleShot(markAgainInterval, this, [this, work] { mark(work); });
        --m_inFlight;
        if (!marked) {
            qCWarning(lcDelivery) << "outbox not marked:" << marked.error().logLine();
            if (marked.error().code() == "lease.lost")
                Q_EMIT leaseRefused(marked.error().reason());
        }
        if (m_state == State::Stopped && isIdle())
            Q_EMIT idle();
        else
            deliver();
    });
}

void DeliveryWorker::explain(const Reason& reason)
{
    if (reason != m_explained) {
        m_explained = reason;
        m_explainedUpTo = {};
    }
    if (!m_explaining.isActive())
        m_explaining.start();
}

void DeliveryWorker::storeExplanation()
{
    if (m_explained.isEmpty())
        return;
    m_parts.store.write(
        WritePriority::Background,
        [reason = m_explained, after = m_explainedUpTo](WriteUnit& unit) {
            return unit.outbox().explainWaiting(reason, after, mostExplained);
        },
        [this, reason = m_explained](const Result<OutboxId>& last) {
            if (!last || reason != m_explained || *last == m_explainedUpTo)
                return;
            m_explainedUpTo = *last;
            m_explaining.start();
        });
}

} // namespace reserve
