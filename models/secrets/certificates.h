// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/base/secretstring.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace reserve {

// What a certificate says of itself, for a person to compare.
struct CertificateFacts
{
    QString subject; // common name, else organization, else the first DNS name
    QString issuer;
    QString fingerprint; // SHA-256, as "3F:A0:..."
    QString thumbprint;  // SHA-1, without colons, as Microsoft Entra lists it
    QDate validFrom;     // UTC
    QDate validUntil;

    friend bool operator==(const CertificateFacts&, const CertificateFacts&) = default;
};

// All certificates of a PEM text, in its order; an empty text has none. Errors: certificate.unreadable (nothing of it,
// or one of several, is a certificate), certificate.key-inside (a private key stands with it: that is a secret).
Result<QList<CertificateFacts>> readCertificates(const QString& pem);

// A PEM text without its private keys: what may be shown and stored of a file that holds both.
QString withoutPrivateKeys(const QString& pem);

// The private key of a PEM file. Errors: certificate.key-missing, certificate.key-encrypted (a passphrase would be a
// second secret; take it off first).
Result<SecretString> privateKeyOf(const QByteArray& pem);

} // namespace reserve
