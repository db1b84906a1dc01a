// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"

#include <QList>

namespace reserve {

// One leaf of a mail. Text is UTF-8; line ends are made CRLF.
struct MimePart
{
    enum class Encoding { QuotedPrintable, Base64, EightBit };

    QByteArray contentType; // "text/plain; charset=UTF-8": written as it is, never from a message
    Encoding encoding = Encoding::QuotedPrintable;
    QByteArray content;
    // ASCII letters, digits and dots, made by this program: the part is a file beside the text. Empty: part of the
    // text.
    QByteArray fileName = {};
};

// Composes one mail (RFC 5322, 2045 to 2047). Header values may come from anywhere: control characters in
// them become spaces, so that no value begins a header of its own; everything beyond ASCII becomes encoded
// words; lines are folded.
class MimeWriter final
{
public:
    // Verbatim ASCII, for values that this program itself made ("auto-replied").
    void addToken(QByteArrayView name, QByteArrayView value);
    void addText(QByteArrayView name, const QString& text);
    void addPeople(QByteArrayView name, const QList<MailPerson>& people);
    void addIds(QByteArrayView name, const QStringList& messageIds);
    void addDate(Instant date);

    // One part: that part alone; several: multipart/alternative in this order, multipart/mixed where one is a file.
    QByteArray write(const QList<MimePart>& parts) const;

private:
    QByteArray m_headers;
};

} // namespace reserve
