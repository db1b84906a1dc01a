// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/secretstring.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// The computations of NTLM version 2 (MS-NLMP 3.3.2). Pure functions; all results are 16 octets but where said.

// NTOWFv2: MD4 of the password, keyed over the user in upper case and the domain as it is. The upper case is that of
// each UTF-16 unit by itself, as Windows makes it ("ß" stays).
QByteArray ntlmResponseKey(const QString& user, const QString& domain, const SecretString& password);

// The part of the response that is proven: version, time (FILETIME), the client's challenge and the AV pairs, their end
// included. Not of fixed length.
QByteArray ntlmProvenPart(quint64 fileTime, const QByteArray& clientChallenge, const QByteArray& avPairs);

// NTProofStr.
QByteArray ntlmProof(const QByteArray& responseKey, const QByteArray& serverChallenge, const QByteArray& provenPart);

// LMv2, 24 octets: for servers that send no time.
QByteArray ntlmLmResponse(const QByteArray& responseKey, const QByteArray& serverChallenge,
                          const QByteArray& clientChallenge);

QByteArray ntlmSessionBaseKey(const QByteArray& responseKey, const QByteArray& proof);

// MIC over the three messages, the place of the MIC itself filled with zeros.
QByteArray ntlmMessageCode(const QByteArray& sessionKey, const QByteArray& negotiate, const QByteArray& challenge,
                           const QByteArray& authenticate);

// UTF-16 in little endian, without a byte order mark.
QByteArray ntlmUnicode(const QString& text);

} // namespace reserve
