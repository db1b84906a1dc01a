// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace reserve {

// An address as a header shows it.
struct MailPerson
{
    QString address;
    QString name;

    friend bool operator==(const MailPerson&, const MailPerson&) = default;
};

// What identifies a mail of ours. The caller makes the Message-ID once, before its transaction, so that a
// repeated transaction writes the same mail and a bounce finds its outbox row.
struct MailIdentity
{
    QString messageId; // with angle brackets
    Instant date;
};

// The mail it belongs to: In-Reply-To and References. Ids with angle brackets; empty: none.
struct MailThread
{
    QString inReplyTo;
    QStringList references;
};

// A mail ready to be sent. Its envelope sender is the caller's (outgoing.from).
struct ComposedMail
{
    QByteArray bytes;
    QString messageId; // with angle brackets
    QString from;
    QStringList recipients; // To first, then Cc; plain addresses
    QString subject;

    friend bool operator==(const ComposedMail&, const ComposedMail&) = default;
};

// "<random@host>"; the host is the domain of our own address or the agent's host name.
QString newMessageId(const QString& host);

} // namespace reserve
