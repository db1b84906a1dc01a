// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace reserve {

struct ServerReply
{
    int code = 0; // 0: none yet
    QString text; // "550 5.7.1 Not here", lines joined, bounded
};

// What was said between us and a mail server, as far as it explains an outcome: fed with the lines of both sides in
// their order. Commands are kept by their verb alone, so that no credential stays here.
class SmtpDialogue final
{
public:
    void sent(QByteArrayView line);
    void received(QByteArrayView line);

    // "MAIL", "RCPT", "AUTH", ...; empty before the first command.
    const QByteArray& lastVerb() const { return m_verb; }
    const ServerReply& lastReply() const { return m_reply; }
    // One a RCPT command, in their order.
    const QList<ServerReply>& recipientReplies() const { return m_recipientReplies; }

private:
    QByteArray m_verb;
    bool m_closing = false;
    ServerReply m_reply;
    ServerReply m_growing;
    QList<ServerReply> m_recipientReplies;
};

} // namespace reserve
