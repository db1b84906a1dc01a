// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QHash>
#include <QString>

namespace reserve {

// R-RETRY: at most so many requests at once into one mailbox, and none while a server wants that mailbox left
// alone (Graph throttles by mailbox). A value without a clock; mailboxes compare without case, as servers do.
class MailboxLimit final
{
public:
    explicit MailboxLimit(int most);

    int room(const QString& mailbox, Instant now, Milliseconds longestWait) const;
    void begin(const QString& mailbox);
    void end(const QString& mailbox);

    void holdUntil(const QString& mailbox, Instant until);
    // Epoch where it is not held.
    Instant heldUntil(const QString& mailbox) const;

private:
    int m_most;
    QHash<QString, int> m_underWay;
    QHash<QString, Instant> m_heldUntil;
};

} // namespace reserve
