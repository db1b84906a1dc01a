// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/mail/messagecontent.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// What a MIME library is needed for: encoded words, addresses, dates, transfer encodings and charsets. GMime
// stands behind it and nowhere else. Callable from any thread; plain ASCII, which is most of it, never
// reaches the library.

// A field of free text: unfolded, encoded words decoded (RFC 2047), controls made blanks.
QString decodeText(QByteArrayView field);

// The mailboxes of an address field, groups opened, in order, at most `most`.
QList<MailAddress> decodeAddresses(QByteArrayView field, int most);

std::optional<Instant> decodeDate(QByteArrayView field);

// base64, quoted-printable, uuencode; any other name leaves the octets as they are.
QByteArray decodeTransfer(QByteArrayView octets, QByteArrayView encoding);

struct Utf8Text
{
    enum class Soundness {
        Sound,
        Guessed,        // the octets are not what was declared; taken for UTF-8, else Windows-1252
        UnknownCharset, // the same, because nobody knows the declared charset
        Broken,         // octets that mean nothing in the declared charset became U+FFFD
    };

    QByteArray text; // without byte order mark
    Soundness soundness = Soundness::Sound;
};

// `charset` as declared, empty where none is.
Utf8Text toUtf8(const QByteArray& octets, const QByteArray& charset);

} // namespace reserve
