// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpreply.h"

#include <utility>

namespace reserve {

namespace {

// RFC 5321 4.5.3.1.5: 512 octets with code and CRLF.
constexpr qsizetype maxReplyText = 480;

void appendPrintable(QByteArray& output, QByteArrayView text)
{
    for (const char c : text)
        output.append(c >= 0x20 && c < 0x7f ? c : '?');
}

} // namespace

SmtpReply::SmtpReply(int code, QByteArray enhanced, QByteArray text)
    : m_code(code)
    , m_enhanced(std::move(enhanced))
    , m_text(std::move(text))
{
}

void SmtpReply::appendTo(QByteArray& output) const
{
    const QByteArray code = QByteArray::number(m_code);
    QByteArrayView rest = m_text;
    while (true) {
        const qsizetype lineFeed = rest.indexOf('\n');
        const qsizetype end = qMin(lineFeed < 0 ? rest.size() : lineFeed, maxReplyText);
        const bool isLast = end == rest.size();
        output.append(code).append(isLast ? ' ' : '-');
        if (!m_enhanced.isEmpty())
            output.append(m_enhanced).append(' ');
        appendPrintable(output, rest.first(end));
        output.append("\r\n");
        if (isLast)
            return;
        rest = rest.sliced(end == lineFeed ? end + 1 : end);
    }
}

QByteArray SmtpReply::toWire() const
{
    QByteArray output;
    appendTo(output);
    return output;
}

} // namespace reserve
