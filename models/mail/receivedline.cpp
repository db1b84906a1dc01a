// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/receivedline.h"

#include <QDateTime>
#include <QLocale>

namespace reserve {

namespace {

constexpr qsizetype longestName = 255;

// Letters that host names, address literals and ids are made of; any other is replaced, so that no white
// space, bracket of a comment or line end gets into the field.
QByteArray asHeaderWord(QByteArrayView text)
{
    constexpr QByteArrayView allowed = ".-_:[]+=";
    QByteArray word;
    for (const char c : text.first(qMin(text.size(), longestName))) {
        const bool isPlain
            = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || allowed.contains(c);
        word.append(isPlain ? c : '?');
    }
    return word.isEmpty() ? QByteArrayLiteral("unknown") : word;
}

QByteArray asAddressLiteral(const QString& address)
{
    const QByteArray word = asHeaderWord(address.toLatin1());
    const QByteArrayView tag = word.contains(':') ? "IPv6:" : "";
    return '[' + tag.toByteArray() + word + ']';
}

} // namespace

QByteArray receivedLine(const SmtpEnvelope& envelope, QByteArrayView hostName, QByteArrayView id, Instant at)
{
    const QString date
        = QLocale::c().toString(toDateTime(at), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")) + QStringLiteral(" +0000");
    return "Received: from " + asHeaderWord(envelope.heloName) + " (" + asAddressLiteral(envelope.peer.address)
        + ")\r\n\tby " + asHeaderWord(hostName) + " with " + asHeaderWord(envelope.protocolWord) + " id "
        + asHeaderWord(id) + ";\r\n\t" + date.toLatin1() + "\r\n";
}

} // namespace reserve
