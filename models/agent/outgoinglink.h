// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/breaker.h"
#include "models/agent/deliveryplan.h"
#include "models/base/error.h"
#include "models/exchange/mailgateway.h"

namespace reserve {

class MailTransport;
class OutgoingAccount;

// The outgoing mail server as the agent stands with it: the gateway that mails by it, and how much it may be asked
// (R-RETRY). All profiles that are mail only, and all notices, share this one. Agent's thread.
class OutgoingLink final
{
public:
    static constexpr int mostAtOnce = 8;

    OutgoingLink(const OutgoingAccount& account, MailTransport& transport);

    // Its errors: send.*, those of OutgoingAccount::server(), exchange.not-supported (mailbox).
    ExchangeGateway& gateway() { return m_gateway; }

    OutgoingStanding standing(Instant now, Milliseconds longestWait) const;
    bool isPaused() const { return m_breaker.standing() == ServerStanding::Paused; }
    Reason pauseReason() const { return isPaused() ? m_breaker.reason() : Reason(); }

    void begin() { ++m_underWay; }
    void end() { --m_underWay; }
    // What came of a mail that went by this edition of the account. What another server said, or the present
    // one to another password, says nothing of how it stands now. `next`: when what failed may be tried
    // again.
    void noteAnswer(int edition, Instant now);
    void noteProblem(int edition, const Error& error, Instant now, Instant next);
    // Whatever held it back may be mended: it is tried now.
    void tryAgain(Instant now) { m_breaker.reset(now); }

private:
    const OutgoingAccount& m_account;
    MailGateway m_gateway;
    Breaker m_breaker;
    int m_underWay = 0;
};

} // namespace reserve
