// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpconduct.h"

#include <algorithm>

namespace reserve {

SmtpConduct::SmtpConduct(const SmtpLimits& limits)
    : m_maxErrors(limits.errors)
    , m_maxRefusedRecipients(limits.refusedRecipients)
    , m_maxIdleCommands(limits.idleCommands)
{
}

void SmtpConduct::forgive()
{
    m_errors = 0;
    m_refusedRecipients = 0;
    m_idleCommands = 0;
}

bool SmtpConduct::hasTooManyErrors() const
{
    return m_errors >= m_maxErrors || m_refusedRecipients >= m_maxRefusedRecipients;
}

bool SmtpConduct::hasTooManyIdleCommands() const
{
    return m_idleCommands >= m_maxIdleCommands;
}

SmtpPace::SmtpPace(const SmtpLimits& limits)
    : m_idle(limits.idle)
    , m_grace(limits.contentGrace)
    , m_total(limits.contentTotal)
    , m_octetsPerSecond(std::max<qint64>(1, limits.contentOctetsPerSecond))
{
}

void SmtpPace::startCommand(MonotonicTime now)
{
    m_start = now;
    m_lastOctet = now;
    m_inContent = false;
}

void SmtpPace::startContent(MonotonicTime now)
{
    m_start = now;
    m_lastOctet = now;
    m_octets = 0;
    m_inContent = true;
}

void SmtpPace::countContent(qsizetype octets, MonotonicTime now)
{
    m_octets += octets;
    m_lastOctet = now;
}

MonotonicTime SmtpPace::deadline() const
{
    return m_inContent ? std::min(idleDeadline(), rateDeadline()) : idleDeadline();
}

bool SmtpPace::isIdleDeadline() const
{
    return !m_inContent || idleDeadline() <= rateDeadline();
}

MonotonicTime SmtpPace::idleDeadline() const
{
    return m_lastOctet + m_idle;
}

MonotonicTime SmtpPace::rateDeadline() const
{
    const std::chrono::milliseconds earned(m_octets * 1000 / m_octetsPerSecond);
    return m_start + std::min(m_grace + earned, m_total);
}

} // namespace reserve
