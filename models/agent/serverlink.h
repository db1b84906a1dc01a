// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/breaker.h"
#include "models/agent/gatewayfactory.h"
#include "models/agent/mailboxlimit.h"
#include "models/base/error.h"

namespace reserve {

// One server as the agent stands with it: profile and secrets as they were when it was made, the way to it,
// and how much it may be asked (R-RETRY). A change of profile or secrets makes another link; this one lives
// until its requests are answered. Agent's thread.
class ServerLink final
{
public:
    static constexpr int mostPerMailbox = 4;
    // Below what Exchange allows one account at once (27, EWSMaxConcurrency).
    static constexpr int mostAtOnce = 16;

    // Without a gateway where a secret is missing or cannot be read; then `obstacle` says so.
    ServerLink(const ServerProfile& profile, const GatewaySecrets& secrets, std::shared_ptr<ExchangeGateway> gateway,
               const Reason& obstacle, const QStringList& missingSecrets, Instant now);

    const ServerProfile& profile() const { return m_profile; }
    const GatewaySecrets& secrets() const { return m_secrets; }
    bool isMadeOf(const ServerProfile& profile, const GatewaySecrets& secrets, const Reason& obstacle) const;
    ExchangeGateway* gateway() const { return m_gateway.get(); }

    // Why nothing is asked at the moment; empty while it goes on.
    Reason obstacle(Instant now, Milliseconds longestWait) const;
    // When that may be over; epoch where a person has to act.
    Instant obstacleEnds() const { return m_breaker.until(); }
    int room(Instant now, Milliseconds longestWait) const;
    int room(const QString& mailbox, Instant now, Milliseconds longestWait) const;
    Instant mailboxHeldUntil(const QString& mailbox) const { return m_limit.heldUntil(mailbox); }

    void begin(const QString& mailbox);
    void end(const QString& mailbox);

    // What the answer to a request into `mailbox` says of the server. Answers when what failed may be tried
    // again.
    void noteAnswer(Instant now) { m_breaker.noteAnswer(now); }
    Instant noteProblem(const QString& mailbox, const Error& error, Instant now, Minutes retryInterval);
    // A person has looked after it: it is tried now. The pause that a server asked for stays a pause.
    void tryAgain(Instant now);

    ServerState state() const;
    bool isPaused() const { return m_breaker.standing() == ServerStanding::Paused; }

private:
    ServerProfile m_profile;
    GatewaySecrets m_secrets;
    std::shared_ptr<ExchangeGateway> m_gateway;
    Reason m_obstacle;
    QStringList m_missingSecrets;
    Breaker m_breaker;
    MailboxLimit m_limit;
    int m_underWay = 0;
};

// The same, saying until when the server is left alone.
Error withUntil(const Error& error, Instant until);

// When a failed request may be tried again (R-RETRY): in an Exchange Retry Duration, at the earliest when the
// server's hint is over. A server that throttles says itself when it is free again: then its hint alone
// counts, of at least a second and, as every hint, of an hour at most.
Instant retryTime(const Error& error, Instant now, Minutes retryInterval);

} // namespace reserve
