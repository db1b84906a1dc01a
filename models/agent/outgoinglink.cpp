// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/outgoinglink.h"

#include "models/agent/outgoingaccount.h"
#include "models/exchange/onanswer.h"
#include "models/transport/mailtransport.h"

namespace reserve {

namespace {

// A server that spoke has judged this one mail; one that did not speak is away for all.
bool isServerAway(const Error& error)
{
    return problemOf(error) == SendProblem::Security || !error.arguments().contains(QStringLiteral("reply"));
}

MailSender sendingBy(const OutgoingAccount& account, MailTransport& transport)
{
    return [&account, &transport](const MailToSend& mail) {
        const Result<OutgoingServer>& server = account.server();
        return server ? transport.send(*server, mail) : answeredFuture(Result<SendReport>(failure(server.error())));
    };
}

} // namespace

OutgoingLink::OutgoingLink(const OutgoingAccount& account, MailTransport& transport)
    : m_account(account)
    , m_gateway(sendingBy(account, transport))
{
}

OutgoingStanding OutgoingLink::standing(Instant now, Milliseconds longestWait) const
{
    const Result<OutgoingServer>& server = m_account.server();
    if (!server)
        return {0, server.error().reason(), {}};
    if (m_breaker.holds(now, longestWait))
        return {0, m_breaker.reason(), m_breaker.until()};
    return {m_breaker.room(now, m_underWay, mostAtOnce, longestWait), {}, {}};
}

void OutgoingLink::noteAnswer(int edition, Instant now)
{
    if (edition == m_account.edition())
        m_breaker.noteAnswer(now);
}

void OutgoingLink::noteProblem(int edition, const Error& error, Instant now, Instant next)
{
    if (edition != m_account.edition())
        return;
    if (problemOf(error) == SendProblem::Credentials)
        m_breaker.pause(now, {"outbox.paused", error.arguments()});
    else if (isServerAway(error))
        m_breaker.noteFailure(now, next, error.reason());
    else
        m_breaker.noteAnswer(now);
}

} // namespace reserve
