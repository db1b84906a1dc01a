// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailboxlimit.h"

#include "models/base/address.h"

#include <algorithm>

namespace reserve {

MailboxLimit::MailboxLimit(int most)
    : m_most(most)
{
}

int MailboxLimit::room(const QString& mailbox, Instant now, Milliseconds longestWait) const
{
    const QString key = addressKey(mailbox);
    const Instant held = m_heldUntil.value(key);
    if (now < held && held <= now + longestWait)
        return 0;
    return std::max(0, m_most - m_underWay.value(key));
}

void MailboxLimit::begin(const QString& mailbox)
{
    ++m_underWay[addressKey(mailbox)];
}

void MailboxLimit::end(const QString& mailbox)
{
    const auto found = m_underWay.find(addressKey(mailbox));
    if (found == m_underWay.end())
        return;
    if (--*found <= 0)
        m_underWay.erase(found);
}

void MailboxLimit::holdUntil(const QString& mailbox, Instant until)
{
    Instant& held = m_heldUntil[addressKey(mailbox)];
    held = std::max(held, until);
}

Instant MailboxLimit::heldUntil(const QString& mailbox) const
{
    return m_heldUntil.value(addressKey(mailbox));
}

} // namespace reserve
