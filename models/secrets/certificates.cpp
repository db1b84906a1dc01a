// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/certificates.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

namespace reserve {

namespace {

// RFC 7468: "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", and older labels as "RSA PRIVATE KEY". A key whose end was cut off
// counts to the end of the text: half a key is no less a secret.
const QRegularExpression& keyBlock()
{
    static const QRegularExpression block(
        QStringLiteral("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)"),
        QRegularExpression::DotMatchesEverythingOption);
    return block;
}

QString nameIn(const QStringList& commonName, const QStringList& organization)
{
    return !commonName.isEmpty() ? commonName.first() : organization.value(0);
}

CertificateFacts factsOf(const QSslCertificate& certificate)
{
    CertificateFacts facts;
    facts.subject = nameIn(certificate.subjectInfo(QSslCertificate::CommonName),
                           certificate.subjectInfo(QSslCertificate::Organization));
    if (facts.subject.isEmpty())
        facts.subject = certificate.subjectAlternativeNames().value(QSsl::DnsEntry);
    facts.issuer = nameIn(certificate.issuerInfo(QSslCertificate::CommonName),
                          certificate.issuerInfo(QSslCertificate::Organization));
    facts.fingerprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    facts.thumbprint = QString::fromLatin1(certificate.digest(QCryptographicHash::Sha1).toHex().toUpper());
    facts.validFrom = certificate.effectiveDate().toUTC().date();
    facts.validUntil = certificate.expiryDate().toUTC().date();
    return facts;
}

} // namespace

Result<QList<CertificateFacts>> readCertificates(const QString& pem)
{
    if (pem.trimmed().isEmpty())
        return QList<CertificateFacts>();
    if (keyBlock().match(pem).hasMatch())
        return failure("certificate.key-inside");
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem.toLatin1(), QSsl::Pem);
    const bool isWhole = !certificates.isEmpty() && certificates.size() == pem.count(QLatin1String("-----BEGIN "))
        && std::none_of(certificates.begin(), certificates.end(), [](const auto& one) { return one.isNull(); });
    if (!isWhole)
        return failure("certificate.unreadable");
    QList<CertificateFacts> facts;
    for (const QSslCertificate& certificate : certificates)
        facts.append(factsOf(certificate));
    return facts;
}

QString withoutPrivateKeys(const QString& pem)
{
    QString rest = pem;
    return rest.remove(keyBlock());
}

Result<SecretString> privateKeyOf(const QByteArray& pem)
{
    const QRegularExpressionMatch match = keyBlock().match(QString::fromLatin1(pem));
    const bool isWhole = match.captured().contains(QLatin1String("-----END "));
    if (!match.hasMatch() || !isWhole)
        return failure("certificate.key-missing");
    const bool isEncrypted = match.captured(1).contains(QLatin1String("ENCRYPTED"))
        || match.captured().contains(QLatin1String("Proc-Type: 4,ENCRYPTED"));
    if (isEncrypted)
        return failure("certificate.key-encrypted");
    return SecretString(match.captured().toLatin1());
}

} // namespace reserve
