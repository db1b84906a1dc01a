// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/smtpdialogue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype longestText = 1000;

constexpr std::array<QByteArrayView, 9> verbs{"EHLO", "HELO", "STARTTLS", "AUTH", "MAIL",
                                              "RCPT", "DATA", "RSET",     "NOOP"};

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

// "250-text" and "250 text"; 0 for anything else.
int replyCode(QByteArrayView line)
{
    if (line.size() < 3)
        return 0;
    bool ok = false;
    const int code = line.first(3).toByteArray().toInt(&ok);
    return ok && code >= 200 && code <= 599 ? code : 0;
}

} // namespace

void SmtpDialogue::sent(QByteArrayView line)
{
    const QByteArrayView text = withoutLineEnd(line);
    const qsizetype blank = text.indexOf(' ');
    const QByteArrayView verb = blank < 0 ? text : text.first(blank);
    // What follows QUIT explains nothing; the answers of an AUTH exchange are no commands.
    if (verb == "QUIT")
        m_closing = true;
    else if (std::find(verbs.begin(), verbs.end(), verb) != verbs.end())
        m_verb = verb.toByteArray();
}

void SmtpDialogue::received(QByteArrayView line)
{
    const QByteArrayView text = withoutLineEnd(line);
    const int code = replyCode(text);
    if (code == 0 || m_closing)
        return;
    const bool last = text.size() == 3 || text.at(3) != '-';
    if (m_growing.code == 0)
        m_growing.code = code;
    if (m_growing.text.size() < longestText) {
        const QString words
            = QString::fromUtf8(m_growing.text.isEmpty() ? text : text.sliced(std::min<qsizetype>(4, text.size())));
        m_growing.text.append(m_growing.text.isEmpty() ? words : QString(QLatin1Char(' ') + words));
        m_growing.text.truncate(longestText);
    }
    if (!last)
        return;
    m_growing.code = code;
    if (m_growing.text.size() > 3)
        m_growing.text[3] = QLatin1Char(' ');
    m_reply = std::exchange(m_growing, {});
    if (m_verb == "RCPT")
        m_recipientReplies.append(m_reply);
}

} // namespace reserve
