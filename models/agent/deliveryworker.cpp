// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/deliveryworker.h"

#include "models/agent/changerouter.h"
#include "models/agent/configurationwatch.h"
#include "models/agent/mailcomposer.h"
#include "models/agent/outgoingaccount.h"
#include "models/agent/serverlinks.h"
#include "models/base/backoff.h"
#include "models/base/logging.h"
#include "models/exchange/exchangeproblem.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr std::chrono::milliseconds lookAgainInterval = std::chrono::seconds(1);
// Timers wait at most this long, so that a clock that was set is noticed.
constexpr std::chrono::milliseconds longestWait = std::chrono::seconds(30);
// The copy of a mail comes into Sent Items a little after the mail is sent.
constexpr std::chrono::milliseconds copyInterval = std::chrono::seconds(30);
// A request that Exchange has forwarded is here within minutes; where mail is held up, within hours. Then a person has
// to look for it.
constexpr std::chrono::hours longestForNewer(24);

const QString sinceKey = QStringLiteral("since");

// Since when a newer version is known to be there.
std::optional<Instant> awaitsNewerSince(const OutboxEntry& entry)
{
    const bool awaits
        = entry.lastFailure.code == "exchange.newer-awaited" || entry.lastFailure.code == "exchange.newer-missing";
    return awaits ? instantFromIso(entry.lastFailure.arguments.value(sinceKey)) : std::nullopt;
}

} // namespace

DeliveryWorker::DeliveryWorker(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_ways(parts.configuration, parts.servers)
    , m_marks(parts.store)
    , m_explainer(parts.store)
    , m_wake(this)
    , m_outgoing(parts.account, parts.transport)
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &DeliveryWorker::deliver);
    connect(&m_marks, &OutboxMarks::settled, this, &DeliveryWorker::onSettled);
    connect(&m_marks, &OutboxMarks::leaseRefused, this, &DeliveryWorker::leaseRefused);
    connect(&m_parts.router, &ChangeRouter::outboxMoved, this, &DeliveryWorker::deliver);
    connect(&m_parts.account, &OutgoingAccount::mayBeMended, this, &DeliveryWorker::resume);
    connect(&m_parts.account, &OutgoingAccount::refreshed, this, &DeliveryWorker::deliver);
    connect(&m_parts.servers, &ServerLinks::refreshed, this, &DeliveryWorker::deliver);
}

void DeliveryWorker::start()
{
    release();
}

void DeliveryWorker::release()
{
    if (m_state != State::Starting)
        return;
    m_parts.store.write(
        WritePriority::Normal, [](WriteUnit& unit) { return unit.outbox().releaseDelivering(); },
        [this](const Result<int>& released) { onReleased(released); });
}

void DeliveryWorker::onReleased(const Result<int>& released)
{
    if (m_state != State::Starting)
        return;
    if (released) {
        m_state = State::Running;
        return deliver();
    }
    qCWarning(lcDelivery) << "outbox not released:" << released.error().logLine();
    if (released.error().code() == "lease.lost")
        Q_EMIT leaseRefused(released.error().reason());
    else
        QTimer::singleShot(lookAgainInterval, this, &DeliveryWorker::release);
}

void DeliveryWorker::stop()
{
    m_state = State::Stopped;
    m_wake.stop();
    m_explainer.stop();
    m_marks.stop();
    if (isIdle())
        Q_EMIT idle();
}

void DeliveryWorker::resume()
{
    m_outgoing.tryAgain(m_parts.store.now());
    deliver();
}

Reason DeliveryWorker::pauseReason() const
{
    return m_outgoing.isPaused() ? m_outgoing.pauseReason() : m_parts.servers.pauseReason();
}

OutgoingStanding DeliveryWorker::outgoing() const
{
    return m_outgoing.standing(m_parts.store.now(), longestPause());
}

Minutes DeliveryWorker::retryInterval() const
{
    return m_parts.configuration.current()->settings().exchangeRetry();
}

// What is put off by more has seen the clock set back. A server's hint counts as an hour at most.
Milliseconds DeliveryWorker::longestPause() const
{
    return std::max<Milliseconds>(retryInterval(), std::chrono::hours(1));
}

void DeliveryWorker::deliver()
{
    if (m_state != State::Running)
        return;
    if (std::exchange(m_isLooking, true)) {
        m_looksAgain = true;
        return;
    }
    m_looksAgain = false;
    m_parts.store.read([](const ReadUnit& unit) { return unit.outbox().queues(); },
                       [this](const Result<QList<WaitingQueue>>& queues) { onQueues(queues); });
}

void DeliveryWorker::onQueues(const Result<QList<WaitingQueue>>& queues)
{
    m_nextLook.reset();
    if (!queues)
        qCWarning(lcDelivery) << "outbox not read:" << queues.error().logLine();
    if (!queues || m_state != State::Running) {
        wakeAt(m_parts.store.now() + lookAgainInterval);
        return onLooked();
    }
    const DeliveryPlan plan = planDelivery(*queues, m_ways, outgoing(), m_parts.store.now(), longestPause());
    m_explainer.explain(plan.obstacles);
    if (plan.next)
        wakeAt(*plan.next);
    if (plan.shares.isEmpty())
        return onLooked();
    m_parts.store.write(
        WritePriority::Normal,
        [plan, farthest = longestPause()](WriteUnit& unit) {
            return unit.outbox().take(plan.shares, plan.groupRoom, farthest);
        },
        [this](const Result<QList<OutboxEntry>>& entries) { onTaken(entries); });
}

void DeliveryWorker::onTaken(const Result<QList<OutboxEntry>>& entries)
{
    if (!entries) {
        qCWarning(lcDelivery) << "outbox not taken:" << entries.error().logLine();
        if (entries.error().code() == "lease.lost")
            Q_EMIT leaseRefused(entries.error().reason());
        else
            wakeAt(m_parts.store.now() + lookAgainInterval);
        return onLooked();
    }
    for (const OutboxEntry& entry : *entries) {
        ++m_inFlight;
        send(entry);
    }
    onLooked();
}

void DeliveryWorker::onLooked()
{
    m_isLooking = false;
    if (m_state == State::Stopped && isIdle())
        Q_EMIT idle();
    else if (m_looksAgain)
        deliver();
}

void DeliveryWorker::onSettled()
{
    --m_inFlight;
    if (m_state == State::Stopped && isIdle())
        Q_EMIT idle();
    else
        deliver();
}

void DeliveryWorker::wakeAt(Instant instant)
{
    if (m_state != State::Running)
        return;
    m_nextLook = std::min(instant, m_nextLook.value_or(instant));
    m_wake.start(std::clamp<Milliseconds>(*m_nextLook - m_parts.store.now(), Milliseconds(1), longestWait));
}

void DeliveryWorker::send(const OutboxEntry& entry)
{
    const Instant now = m_parts.store.now();
    // Somebody has forbidden it since.
    if (isInPlaceOfExchange(entry) && !m_ways.mayAnswerByMail(entry.spaceId))
        return lookOnceMore(entry);
    const DeliveryWay way = m_ways.of(queueOf(entry));
    switch (way.by) {
    case DeliveryWay::By::Nobody:
        return putBack(entry, now + lookAgainInterval);
    case DeliveryWay::By::Server:
        // It may have been lost to us while the entry was taken.
        if (!way.link->gateway() || !way.link->obstacle(now, longestPause()).isEmpty())
            return putBack(entry, now);
        return askServer(entry, way, isInPlaceOfExchange(entry));
    case DeliveryWay::By::Outgoing:
        break;
    }
    sendAsMail(entry);
}

void DeliveryWorker::prepare(const OutboxEntry& entry, const QString& mailbox, bool byMail,
                             std::function<void(const Result<ServerRequest>&)> made)
{
    const Configuration& configuration = *m_parts.configuration.current();
    const MailComposer composer(configuration.settings(), mailbox, configuration.notices());
    const auto promise = std::make_shared<QPromise<Result<ServerRequest>>>();
    promise->start();
    m_parts.store.courier().await(promise->future(), std::move(made));
    m_parts.workers.start([promise, entry, mailbox, byMail, composer] {
        promise->addResult(serverRequestFor(entry, mailbox, byMail, composer));
        promise->finish();
    });
}

void DeliveryWorker::sendAsMail(const OutboxEntry& entry)
{
    m_outgoing.begin();
    const auto made = [this, entry](const Result<ServerRequest>& request) {
        if (!request) {
            m_outgoing.end();
            return fail(entry, request.error());
        }
        const int edition = m_parts.account.edition();
        ask(m_outgoing.gateway(), *request, entry, m_parts.store.courier(),
            [this, entry, edition](const Result<Reason>& answer) { onMailed(entry, edition, answer); });
    };
    prepare(entry, {}, false, made);
}

void DeliveryWorker::onMailed(const OutboxEntry& entry, int edition, const Result<Reason>& answer)
{
    m_outgoing.end();
    if (!answer)
        return onMailProblem(entry, edition, answer.error());
    m_outgoing.noteAnswer(edition, m_parts.store.now());
    m_marks.delivered(entry, *answer);
}

void DeliveryWorker::onMailProblem(const OutboxEntry& entry, int edition, const Error& error)
{
    qCInfo(lcDelivery) << "outbox" << entry.id.value << "not delivered:" << error.logLine();
    const Instant now = m_parts.store.now();
    // No server any more since it was taken: it waits for one.
    if (error.code().startsWith("outbox."))
        return putBack(entry, now);
    // What another server or password than the present ones met is tried with these at once.
    const bool isPast = edition != m_parts.account.edition();
    const Instant next = isPast ? now : Backoff(retryInterval()).nextAttempt(now);
    if (error.code() == "exchange.not-supported") {
        // Mail writes into no calendar: it waits for a server that does.
        const Error none("outbox.no-calendar-server", {{QStringLiteral("mailbox"), entry.recipient}}, true);
        return m_marks.again(entry, Backoff(retryInterval()).nextAttempt(now), none, 0);
    }
    const bool wasPaused = m_outgoing.isPaused();
    m_outgoing.noteProblem(edition, error, now, next);
    if (m_outgoing.isPaused() && !wasPaused)
        Q_EMIT attentionNeeded();
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Credentials:
        return m_marks.again(entry, now, error, entry.looks);
    case ExchangeProblem::Permanent:
        return fail(entry, error);
    default:
        return m_marks.again(entry, next, error, entry.looks);
    }
}

void DeliveryWorker::askServer(const OutboxEntry& entry, const DeliveryWay& way, bool byMail)
{
    way.link->begin(way.mailbox);
    // The link stays on this thread: its last holder takes its sockets along.
    const auto made = [this, entry, way](const Result<ServerRequest>& request) {
        if (!request) {
            way.link->end(way.mailbox);
            return fail(entry, request.error());
        }
        ask(*way.link->gateway(), *request, entry, m_parts.store.courier(),
            [this, entry, way](const Result<Reason>& answer) { onServerAnswer(entry, way, answer); });
    };
    prepare(entry, way.mailbox, byMail, made);
}

void DeliveryWorker::onServerAnswer(const OutboxEntry& entry, const DeliveryWay& way, const Result<Reason>& answer)
{
    way.link->end(way.mailbox);
    if (!answer)
        return onServerProblem(entry, way, answer.error());
    way.link->noteAnswer(m_parts.store.now());
    m_parts.servers.say(*way.link);
    m_marks.delivered(entry, *answer);
}

void DeliveryWorker::onServerProblem(const OutboxEntry& entry, const DeliveryWay& way, const Error& error)
{
    qCInfo(lcDelivery) << "outbox" << entry.id.value << "not delivered:" << error.logLine();
    ServerLink& link = *way.link;
    const bool wasPaused = link.isPaused();
    const Instant next = link.noteProblem(way.mailbox, error, m_parts.store.now(), retryInterval());
    m_parts.servers.say(link);
    if (link.isPaused() && !wasPaused)
        Q_EMIT attentionNeeded();
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Throttled:
        return m_marks.again(entry, next, withUntil(error, next), entry.looks);
    case ExchangeProblem::Temporary:
    case ExchangeProblem::Credentials:
        return m_marks.again(entry, next, error, entry.looks);
    case ExchangeProblem::Missing:
    case ExchangeProblem::Conflict:
        if (error.code() == "exchange.copy-awaited")
            return m_marks.again(entry, m_parts.store.now() + copyInterval, error, entry.looks);
        if (error.code() == "exchange.newer-awaited")
            return awaitNewer(entry, way, error);
        return lookAgain(entry, way, error);
    case ExchangeProblem::Permanent:
        break;
    }
    if (concernsServer(error))
        return m_marks.again(entry, next, error, entry.looks);
    fail(entry, error);
}

void DeliveryWorker::lookAgain(const OutboxEntry& entry, const DeliveryWay& way, const Error& error)
{
    const bool isMissing = exchangeProblemOf(error) == ExchangeProblem::Missing;
    // It may be given already: a person decides, nobody mails it.
    const bool isUnproven = error.code() == "exchange.answer-unproven";
    const bool mayCome = !isMissing || entry.kind == OutboxKind::Answer;
    const Instant now = m_parts.store.now();
    const Arguments where{{QStringLiteral("mailbox"), way.mailbox}};
    if (const auto wait = nextLookAfter(entry.looks); wait && mayCome) {
        const bool isFirst = isMissing && !isUnproven && entry.looks == 0;
        const Reason step = isFirst ? Reason{"answer.awaited", where} : Reason();
        return m_marks.again(entry, now + *wait, error, entry.looks + 1, step);
    }
    const bool goesByMail
        = entry.kind == OutboxKind::Answer && !isInPlaceOfExchange(entry) && m_ways.mayAnswerByMail(entry.spaceId);
    if (!isMissing || isUnproven || !goesByMail)
        return fail(entry, error);
    // What waits among the mails is told why: it may be older than those that were told.
    m_explainer.explainAgainFrom(entry.id);
    m_marks.again(entry, now, error, looksThatSayByMail, {"answer.not-in-exchange", where});
}

void DeliveryWorker::awaitNewer(const OutboxEntry& entry, const DeliveryWay& way, const Error& error)
{
    const Instant now = m_parts.store.now();
    const std::optional<Instant> known = awaitsNewerSince(entry);
    const Instant since = known.value_or(now);
    Arguments arguments = error.arguments();
    arguments.insert(sinceKey, toIso(since));
    if (now - since >= longestForNewer)
        return fail(entry, Error("exchange.newer-missing", arguments));
    const Reason step{"answer.newer-awaited", {{QStringLiteral("mailbox"), way.mailbox}}};
    m_marks.again(entry, Backoff(retryInterval()).nextAttempt(now), Error(error.code(), arguments, true), entry.looks,
                  known ? Reason() : step);
}

void DeliveryWorker::lookOnceMore(const OutboxEntry& entry)
{
    const Arguments where{{QStringLiteral("mailbox"), m_ways.mailboxOf(entry.spaceId)}};
    m_explainer.explainAgainFrom(entry.id);
    m_marks.again(entry, m_parts.store.now(), Error("exchange.message-not-found", where), mostLooks());
}

void DeliveryWorker::putBack(const OutboxEntry& entry, Instant next)
{
    m_explainer.explainAgainFrom(entry.id);
    m_marks.putBack(entry, next);
}

void DeliveryWorker::fail(const OutboxEntry& entry, const Error& error)
{
    Q_EMIT attentionNeeded();
    m_marks.failed(entry, error);
}

} // namespace reserve
