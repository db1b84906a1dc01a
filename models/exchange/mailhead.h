// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace reserve {

// What the ways that send a whole message have to know of it. As we compose mails: plain fields, no groups. Pure.

// SMTP ends lines with CRLF; what was composed may have bare line feeds.
QByteArray withNetworkLineEnds(const QByteArray& content);

// Whom the message itself names in To and Cc: plain addresses, in brackets where a name goes before them.
QStringList namedRecipients(const QByteArray& content);

// Its Message-ID, with the brackets; empty where it has none.
QString messageIdOf(const QByteArray& content);

} // namespace reserve
