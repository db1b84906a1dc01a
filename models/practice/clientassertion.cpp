// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/clientassertion.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace reserve::practice {

namespace {

constexpr auto urlBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 clockSkew = 300; // seconds

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T* pointer) const
    {
        release(pointer);
    }
};

using Certificate = std::unique_ptr<X509, Release<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

Certificate readCertificate(const QByteArray& pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
}

QByteArray derOf(X509* certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto* place = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509(certificate, &place);
    return der;
}

bool isSigned(X509* certificate, const QByteArray& text, const QByteArray& signature)
{
    const Key key(X509_get_pubkey(certificate));
    const Digest digest(EVP_MD_CTX_new());
    return key && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char*>(signature.constData()),
                            size_t(signature.size()), reinterpret_cast<const unsigned char*>(text.constData()),
                            size_t(text.size()))
        == 1;
}

QJsonObject objectIn(const QByteArray& part)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(part, urlBase64)).object();
}

bool namesCertificate(const QJsonObject& header, const QByteArray& der)
{
    const auto print = [&der](QCryptographicHash::Algorithm algorithm) {
        return QString::fromLatin1(QCryptographicHash::hash(der, algorithm).toBase64(urlBase64));
    };
    const QString sha1 = header.value(QLatin1String("x5t")).toString();
    const QString sha256 = header.value(QLatin1String("x5t#S256")).toString();
    return (!sha1.isEmpty() || !sha256.isEmpty()) && (sha1.isEmpty() || sha1 == print(QCryptographicHash::Sha1))
        && (sha256.isEmpty() || sha256 == print(QCryptographicHash::Sha256));
}

bool holds(const QJsonObject& claims, const AssertionCheck& check)
{
    const qint64 now = toEpochMilliseconds(check.now) / 1000;
    const auto number = [&claims](QLatin1String name) { return qint64(claims.value(name).toDouble()); };
    const QString audience = claims.value(QLatin1String("aud")).toString();
    return audience.endsWith(u'/' + check.tenant + u"/oauth2/v2.0/token", Qt::CaseInsensitive)
        && claims.value(QLatin1String("iss")).toString() == check.clientId
        && claims.value(QLatin1String("sub")).toString() == check.clientId
        && number(QLatin1String("exp")) > now - clockSkew && number(QLatin1String("nbf")) <= now + clockSkew
        && !claims.value(QLatin1String("jti")).toString().isEmpty();
}

} // namespace

std::optional<QString> checkAssertion(const QByteArray& assertion, const AssertionCheck& check)
{
    const QList<QByteArray> parts = assertion.split('.');
    const Certificate certificate = readCertificate(check.certificate);
    if (parts.size() != 3 || !certificate)
        return std::nullopt;
    const QJsonObject header = objectIn(parts.at(0));
    const QJsonObject claims = objectIn(parts.at(1));
    const bool sound = header.value(QLatin1String("alg")).toString() == QLatin1String("RS256")
        && namesCertificate(header, derOf(certificate.get())) && holds(claims, check)
        && isSigned(certificate.get(), parts.at(0) + '.' + parts.at(1), QByteArray::fromBase64(parts.at(2), urlBase64));
    return sound ? std::optional(claims.value(QLatin1String("jti")).toString()) : std::nullopt;
}

} // namespace reserve::practice
