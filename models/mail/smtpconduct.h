// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/smtplimits.h"

#include <optional>

namespace reserve {

// How a peer behaves between two messages that were taken: what it got wrong and what it did to no purpose.
class SmtpConduct final
{
public:
    explicit SmtpConduct(const SmtpLimits& limits);

    void countError() { ++m_errors; }
    void countRefusedRecipient() { ++m_refusedRecipients; }
    void countIdleCommand() { ++m_idleCommands; }
    void forgive();

    bool hasTooManyErrors() const;
    bool hasTooManyIdleCommands() const;

private:
    int m_maxErrors;
    int m_maxRefusedRecipients;
    int m_maxIdleCommands;
    int m_errors = 0;
    int m_refusedRecipients = 0;
    int m_idleCommands = 0;
};

// When a peer has been too slow: idle between commands (a command that trickles in counts from its
// beginning), idle inside content, below the minimum rate, or at one content for too long.
class SmtpPace final
{
public:
    explicit SmtpPace(const SmtpLimits& limits);

    void startCommand(MonotonicTime now);
    void startContent(MonotonicTime now);
    void countContent(qsizetype octets, MonotonicTime now);

    MonotonicTime deadline() const;
    // Whether the deadline is one of idleness; else it is one of slowness.
    bool isIdleDeadline() const;

private:
    MonotonicTime idleDeadline() const;
    MonotonicTime rateDeadline() const;

    std::chrono::milliseconds m_idle;
    std::chrono::milliseconds m_grace;
    std::chrono::milliseconds m_total;
    qint64 m_octetsPerSecond;
    MonotonicTime m_start;
    MonotonicTime m_lastOctet;
    qint64 m_octets = 0;
    bool m_inContent = false;
};

} // namespace reserve
