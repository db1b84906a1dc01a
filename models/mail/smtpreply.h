// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace reserve {

// One reply of the server: code, enhanced status code (RFC 2034, empty where none belongs: 220, 354, HELO and
// EHLO) and text. Line feeds in the text make further lines of the same reply; every other octet that is not
// printable ASCII is sent as '?', so that nothing a peer typed can break out of its line.
class SmtpReply final
{
public:
    SmtpReply(int code, QByteArray enhanced, QByteArray text);

    int code() const { return m_code; }
    const QByteArray& enhanced() const { return m_enhanced; }
    const QByteArray& text() const { return m_text; }

    bool isPositive() const { return m_code < 400; }
    bool isTransient() const { return m_code >= 400 && m_code < 500; }

    // Appends "250-2.0.0 text CRLF ... 250 2.0.0 text CRLF". Longer lines than RFC 5321 4.5.3.1.5 allows are
    // broken.
    void appendTo(QByteArray& output) const;
    QByteArray toWire() const;

    friend bool operator==(const SmtpReply&, const SmtpReply&) = default;

private:
    int m_code;
    QByteArray m_enhanced;
    QByteArray m_text;
};

} // namespace reserve
