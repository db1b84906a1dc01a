// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/base/secretstring.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

namespace reserve {

// The certificate with which a client proves who it is, and its private key. Hides OpenSSL: Qt has neither signatures
// by RSA nor a way to ask whether a key and a certificate are a pair. A value; any thread. No error holds any of the
// key.
class ClientCertificate final
{
public:
    // Both as PEM; what stands around the blocks is passed over. Errors: exchange.certificate-unreadable,
    // exchange.key-unreadable, exchange.key-encrypted (nobody is there to type its password), exchange.key-kind (bits:
    // RSA of 2048 and more is taken), exchange.key-mismatch.
    static Result<ClientCertificate> of(const QString& certificate, const SecretString& key);

    ClientCertificate(ClientCertificate&&) noexcept;
    ClientCertificate& operator=(ClientCertificate&&) noexcept;
    ~ClientCertificate();

    QByteArray sha1() const; // of its DER
    QByteArray sha256() const;
    QDateTime expires() const; // UTC
    // exchange.certificate-ended (end): nobody takes it any more.
    Result<void> checkEnd(const QDateTime& now) const;

    // RSASSA-PKCS1-v1_5 with SHA-256, which JSON web tokens call RS256 (RFC 7518 3.3). Errors: exchange.signing-failed.
    Result<QByteArray> sign(QByteArrayView message) const;

private:
    class Pair;

    explicit ClientCertificate(std::unique_ptr<Pair> pair);

    std::unique_ptr<Pair> m_pair;
};

// A JSON web token that says for ten minutes that `clientId` asks the server at `audience` (RFC 7523 3), signed by the
// certificate, which it names by its thumbprints (x5t and x5t#S256, RFC 7515 4.1.7 and 4.1.8). `id` is never used
// twice.
Result<QByteArray> clientAssertion(const ClientCertificate& certificate, const QString& clientId,
                                   const QString& audience, const QString& id, const QDateTime& now);

} // namespace reserve
