// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serverlink.h"

#include "models/base/backoff.h"
#include "models/exchange/exchangeproblem.h"

#include <algorithm>

namespace reserve {

namespace {

// One request that failed may have met its own trouble; three in a row mean the server.
constexpr int failuresToOpen = 3;

} // namespace

Error withUntil(const Error& error, Instant until)
{
    Arguments arguments = error.arguments();
    arguments.insert(QStringLiteral("until"), toIso(until));
    return Error(error.code(), arguments, error.isRetryable());
}

Instant retryTime(const Error& error, Instant now, Minutes retryInterval)
{
    constexpr Milliseconds shortest = std::chrono::seconds(1);
    constexpr Milliseconds longest = std::chrono::hours(1);
    const std::optional<Milliseconds> hint = serverHint(error);
    if (exchangeProblemOf(error) == ExchangeProblem::Throttled && hint)
        return now + std::clamp(*hint, shortest, longest);
    return Backoff(retryInterval).nextAttempt(now, hint);
}

ServerLink::ServerLink(const ServerProfile& profile, const GatewaySecrets& secrets,
                       std::shared_ptr<ExchangeGateway> gateway, const Reason& obstacle,
                       const QStringList& missingSecrets, Instant now)
    : m_profile(profile)
    , m_secrets(secrets)
    , m_gateway(std::move(gateway))
    , m_obstacle(obstacle)
    , m_missingSecrets(missingSecrets)
    , m_breaker(failuresToOpen)
    , m_limit(mostPerMailbox)
{
    m_breaker.reset(now);
    if (!obstacle.isEmpty())
        m_breaker.pause(now, obstacle);
}

bool ServerLink::isMadeOf(const ServerProfile& profile, const GatewaySecrets& secrets, const Reason& obstacle) const
{
    if (profile != m_profile || obstacle != m_obstacle || secrets.size() != m_secrets.size())
        return false;
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
        if (!m_secrets.contains(it.key()) || m_secrets.value(it.key()).reveal() != it->reveal())
            return false;
    }
    return true;
}

Reason ServerLink::obstacle(Instant now, Milliseconds longestWait) const
{
    return m_breaker.holds(now, longestWait) ? m_breaker.reason() : Reason();
}

int ServerLink::room(Instant now, Milliseconds longestWait) const
{
    return m_breaker.room(now, m_underWay, mostAtOnce, longestWait);
}

int ServerLink::room(const QString& mailbox, Instant now, Milliseconds longestWait) const
{
    return std::min(room(now, longestWait), m_limit.room(mailbox, now, longestWait));
}

void ServerLink::begin(const QString& mailbox)
{
    ++m_underWay;
    m_limit.begin(mailbox);
}

void ServerLink::end(const QString& mailbox)
{
    --m_underWay;
    m_limit.end(mailbox);
}

Instant ServerLink::noteProblem(const QString& mailbox, const Error& error, Instant now, Minutes retryInterval)
{
    const Instant next = retryTime(error, now, retryInterval);
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Temporary:
        m_breaker.noteFailure(now, next, error.reason());
        return next;
    case ExchangeProblem::Throttled:
        // Graph counts by mailbox: the others may go on. Whoever gives the tokens counts for all.
        if (m_profile.kind == ServerKind::Graph && !concernsEveryMailbox(error))
            m_limit.holdUntil(mailbox, next);
        else
            m_breaker.noteThrottled(now, next, withUntil(error, next).reason());
        return next;
    case ExchangeProblem::Credentials:
        m_breaker.pause(now, error.reason());
        return now;
    case ExchangeProblem::Missing:
    case ExchangeProblem::Conflict:
        break;
    case ExchangeProblem::Permanent:
        if (concernsServer(error)) {
            m_breaker.pause(now, error.reason());
            return now;
        }
        break;
    }
    m_breaker.noteAnswer(now);
    return next;
}

void ServerLink::tryAgain(Instant now)
{
    if (m_gateway && m_breaker.standing() != ServerStanding::Throttled)
        m_breaker.reset(now);
}

ServerState ServerLink::state() const
{
    return {m_profile.id,      m_breaker.standing(), m_breaker.reason(),
            m_breaker.since(), m_breaker.until(),    m_missingSecrets};
}

} // namespace reserve
