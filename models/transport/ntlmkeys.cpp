// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/ntlmkeys.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <algorithm>

namespace reserve {

namespace {

QByteArray hmacMd5(const QByteArray& key, const QByteArray& message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Md5);
}

} // namespace

QByteArray ntlmUnicode(const QString& text)
{
    QByteArray octets(text.size() * 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        qToLittleEndian(quint16(text.at(i).unicode()), octets.data() + 2 * i);
    return octets;
}

QByteArray ntlmResponseKey(const QString& user, const QString& domain, const SecretString& password)
{
    QString upper = user;
    std::transform(upper.cbegin(), upper.cend(), upper.begin(), [](QChar c) { return c.toUpper(); });
    QString clear = QString::fromUtf8(password.reveal());
    QByteArray unicode = ntlmUnicode(clear);
    clear.fill(QChar(0));
    const QByteArray passwordHash = QCryptographicHash::hash(unicode, QCryptographicHash::Md4);
    unicode.fill('\0');
    return hmacMd5(passwordHash, ntlmUnicode(upper + domain));
}

QByteArray ntlmProvenPart(quint64 fileTime, const QByteArray& clientChallenge, const QByteArray& avPairs)
{
    QByteArray part("\x01\x01\0\0\0\0\0\0", 8);
    const quint64 time = qToLittleEndian(fileTime);
    part.append(reinterpret_cast<const char*>(&time), sizeof time);
    part.append(clientChallenge);
    part.append(4, '\0');
    part.append(avPairs);
    part.append(4, '\0');
    return part;
}

QByteArray ntlmProof(const QByteArray& responseKey, const QByteArray& serverChallenge, const QByteArray& provenPart)
{
    return hmacMd5(responseKey, serverChallenge + provenPart);
}

QByteArray ntlmLmResponse(const QByteArray& responseKey, const QByteArray& serverChallenge,
                          const QByteArray& clientChallenge)
{
    return hmacMd5(responseKey, serverChallenge + clientChallenge) + clientChallenge;
}

QByteArray ntlmSessionBaseKey(const QByteArray& responseKey, const QByteArray& proof)
{
    return hmacMd5(responseKey, proof);
}

QByteArray ntlmMessageCode(const QByteArray& sessionKey, const QByteArray& negotiate, const QByteArray& challenge,
                           const QByteArray& authenticate)
{
    return hmacMd5(sessionKey, negotiate + challenge + authenticate);
}

} // namespace reserve
