// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/clientcertificate.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <ctime>

namespace reserve {

namespace {

struct Freeing
{
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

template<typename T>
using Held = std::unique_ptr<T, Freeing>;

constexpr int fewestBits = 2048;
constexpr qsizetype mostPemBytes = 256 * 1024;

Held<BIO> reading(QByteArrayView pem)
{
    return Held<BIO>(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

// In place of OpenSSL's own, which would ask at the terminal.
int noPassword(char*, int, int, void* asked)
{
    *static_cast<bool*>(asked) = true;
    return -1;
}

Result<Held<X509>> readCertificate(const QString& pem)
{
    const QByteArray text = pem.toUtf8();
    if (text.size() <= mostPemBytes) {
        const Held<BIO> bio = reading(text);
        if (Held<X509> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)); certificate)
            return certificate;
    }
    return failure("exchange.certificate-unreadable");
}

Result<Held<EVP_PKEY>> readKey(QByteArrayView pem)
{
    if (pem.size() > mostPemBytes)
        return failure("exchange.key-unreadable");
    bool passwordAsked = false;
    const Held<BIO> bio = reading(pem);
    Held<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, &passwordAsked));
    if (!key)
        return failure(passwordAsked ? "exchange.key-encrypted" : "exchange.key-unreadable");
    if (EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_bits(key.get()) < fewestBits)
        return failure("exchange.key-kind", {{QStringLiteral("bits"), QString::number(fewestBits)}});
    return key;
}

QByteArray derOf(X509* certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto* end = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate, &end);
    return der;
}

QDateTime endOf(X509* certificate)
{
    std::tm time{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1)
        return {};
    return QDateTime(QDate(time.tm_year + 1900, time.tm_mon + 1, time.tm_mday),
                     QTime(time.tm_hour, time.tm_min, time.tm_sec), QTimeZone::utc());
}

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray base64Url(const QJsonObject& object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class ClientCertificate::Pair
{
public:
    Held<X509> certificate;
    Held<EVP_PKEY> key;
    QByteArray der;
};

Result<ClientCertificate> ClientCertificate::of(const QString& certificate, const SecretString& key)
{
    auto pair = std::make_unique<Pair>();
    Result<Held<X509>> read = readCertificate(certificate);
    Result<Held<EVP_PKEY>> readSecret = readKey(key.reveal());
    // What went wrong is said by our own errors; the queue of the thread would be taken for somebody else's.
    ERR_clear_error();
    if (!read)
        return failure(read.error());
    if (!readSecret)
        return failure(readSecret.error());
    if (X509_check_private_key(read->get(), readSecret->get()) != 1) {
        ERR_clear_error();
        return failure("exchange.key-mismatch");
    }
    pair->der = derOf(read->get());
    pair->certificate = std::move(*read);
    pair->key = std::move(*readSecret);
    return ClientCertificate(std::move(pair));
}

ClientCertificate::ClientCertificate(std::unique_ptr<Pair> pair)
    : m_pair(std::move(pair))
{
}

ClientCertificate::ClientCertificate(ClientCertificate&&) noexcept = default;
ClientCertificate& ClientCertificate::operator=(ClientCertificate&&) noexcept = default;
ClientCertificate::~ClientCertificate() = default;

QByteArray ClientCertificate::sha1() const
{
    return QCryptographicHash::hash(m_pair->der, QCryptographicHash::Sha1);
}

QByteArray ClientCertificate::sha256() const
{
    return QCryptographicHash::hash(m_pair->der, QCryptographicHash::Sha256);
}

QDateTime ClientCertificate::expires() const
{
    return endOf(m_pair->certificate.get());
}

Result<void> ClientCertificate::checkEnd(const QDateTime& now) const
{
    const QDateTime end = expires();
    if (end.isValid() && end < now)
        return failure("exchange.certificate-ended", {{QStringLiteral("end"), end.toString(Qt::ISODate)}});
    return {};
}

Result<QByteArray> ClientCertificate::sign(QByteArrayView message) const
{
    const Held<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    const auto length = static_cast<size_t>(message.size());
    QByteArray signature(EVP_PKEY_size(m_pair->key.get()), Qt::Uninitialized);
    size_t written = static_cast<size_t>(signature.size());
    const bool isSigned = context
        && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_pair->key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &written, bytes, length)
            == 1;
    ERR_clear_error();
    if (!isSigned)
        return failure("exchange.signing-failed");
    signature.truncate(static_cast<qsizetype>(written));
    return signature;
}

Result<QByteArray> clientAssertion(const ClientCertificate& certificate, const QString& clientId,
                                   const QString& audience, const QString& id, const QDateTime& now)
{
    constexpr qint64 validSeconds = 600;
    const qint64 seconds = now.toSecsSinceEpoch();
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("x5t"), QString::fromLatin1(base64Url(certificate.sha1()))},
                             {QStringLiteral("x5t#S256"), QString::fromLatin1(base64Url(certificate.sha256()))}};
    const QJsonObject claims{{QStringLiteral("aud"), audience},
                             {QStringLiteral("iss"), clientId},
                             {QStringLiteral("sub"), clientId},
                             {QStringLiteral("jti"), id},
                             {QStringLiteral("iat"), seconds},
                             {QStringLiteral("nbf"), seconds},
                             {QStringLiteral("exp"), seconds + validSeconds}};
    const QByteArray content = base64Url(header) + '.' + base64Url(claims);
    const Result<QByteArray> signature = certificate.sign(content);
    if (!signature)
        return failure(signature.error());
    return QByteArray(content + '.' + base64Url(*signature));
}

} // namespace reserve
