// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/channelbinding.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <optional>

namespace reserve {

namespace {

using Algorithm = QCryptographicHash::Algorithm;

constexpr quint8 sequenceTag = 0x30;
constexpr quint8 identifierTag = 0x06;
constexpr quint8 firstFieldTag = 0xa0;

// A walk over DER (X.690), as far as a certificate needs it.
class DerCursor
{
public:
    explicit DerCursor(QByteArrayView octets)
        : m_octets(octets)
    {
    }

    // The content of the next element, which must bear this tag.
    std::optional<QByteArrayView> take(quint8 tag)
    {
        if (m_octets.size() < 2 || quint8(m_octets.at(0)) != tag)
            return std::nullopt;
        qsizetype length = quint8(m_octets.at(1));
        qsizetype begin = 2;
        if (length >= 0x80) {
            const qsizetype count = length - 0x80;
            if (count < 1 || count > 3 || m_octets.size() < 2 + count)
                return std::nullopt;
            length = 0;
            for (; begin < 2 + count; ++begin)
                length = length * 256 + quint8(m_octets.at(begin));
        }
        if (length > m_octets.size() - begin)
            return std::nullopt;
        const QByteArrayView content = m_octets.sliced(begin, length);
        m_octets = m_octets.sliced(begin + length);
        return content;
    }

private:
    QByteArrayView m_octets;
};

std::optional<Algorithm> hashOf(QByteArrayView identifier)
{
    struct Known
    {
        QByteArrayView identifier;
        Algorithm algorithm;
    };
    // PKCS #1 (RFC 8017), ECDSA (RFC 5758), DSA, and the hashes themselves (RFC 4055).
    static const Known known[]{
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04", QCryptographicHash::Md5},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", QCryptographicHash::Sha1},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b", QCryptographicHash::Sha256},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c", QCryptographicHash::Sha384},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d", QCryptographicHash::Sha512},
        {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0e", QCryptographicHash::Sha224},
        {"\x2a\x86\x48\xce\x3d\x04\x01", QCryptographicHash::Sha1},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x01", QCryptographicHash::Sha224},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x02", QCryptographicHash::Sha256},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x03", QCryptographicHash::Sha384},
        {"\x2a\x86\x48\xce\x3d\x04\x03\x04", QCryptographicHash::Sha512},
        {"\x2a\x86\x48\xce\x38\x04\x03", QCryptographicHash::Sha1},
        {"\x60\x86\x48\x01\x65\x03\x04\x03\x02", QCryptographicHash::Sha256},
        {"\x2b\x0e\x03\x02\x1a", QCryptographicHash::Sha1},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x01", QCryptographicHash::Sha256},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x02", QCryptographicHash::Sha384},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x03", QCryptographicHash::Sha512},
        {"\x60\x86\x48\x01\x65\x03\x04\x02\x04", QCryptographicHash::Sha224},
    };
    for (const Known& one : known) {
        if (one.identifier == identifier)
            return one.algorithm;
    }
    return std::nullopt;
}

// RSASSA-PSS names its hash in its parameters; SHA-1 where it does not (RFC 4055 3.1).
std::optional<Algorithm> pssHash(DerCursor parameters)
{
    const auto fields = parameters.take(sequenceTag);
    if (!fields)
        return std::nullopt;
    const auto field = DerCursor(*fields).take(firstFieldTag);
    if (!field)
        return QCryptographicHash::Sha1;
    const auto algorithm = DerCursor(*field).take(sequenceTag);
    const auto identifier = algorithm ? DerCursor(*algorithm).take(identifierTag) : std::nullopt;
    return identifier ? hashOf(*identifier) : std::nullopt;
}

std::optional<Algorithm> signatureHash(QByteArrayView certificateDer)
{
    static constexpr QByteArrayView rsassaPss("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a");
    const auto certificate = DerCursor(certificateDer).take(sequenceTag);
    if (!certificate)
        return std::nullopt;
    DerCursor parts(*certificate);
    if (!parts.take(sequenceTag)) // what is signed
        return std::nullopt;
    const auto algorithm = parts.take(sequenceTag);
    if (!algorithm)
        return std::nullopt;
    DerCursor inner(*algorithm);
    const auto identifier = inner.take(identifierTag);
    if (!identifier)
        return std::nullopt;
    return *identifier == rsassaPss ? pssHash(inner) : hashOf(*identifier);
}

} // namespace

QByteArray serverEndPoint(QByteArrayView certificateDer)
{
    std::optional<Algorithm> algorithm = signatureHash(certificateDer);
    if (!algorithm)
        return {};
    if (*algorithm == QCryptographicHash::Md5 || *algorithm == QCryptographicHash::Sha1)
        algorithm = QCryptographicHash::Sha256;
    return "tls-server-end-point:" + QCryptographicHash::hash(certificateDer.toByteArray(), *algorithm);
}

QByteArray channelBindingHash(QByteArrayView applicationData)
{
    if (applicationData.isEmpty())
        return QByteArray(16, '\0');
    // Type and length of the initiator's and the acceptor's address, all nothing.
    QByteArray structure(16, '\0');
    const quint32 length = qToLittleEndian(quint32(applicationData.size()));
    structure.append(reinterpret_cast<const char*>(&length), sizeof length);
    structure.append(applicationData.data(), applicationData.size());
    return QCryptographicHash::hash(structure, QCryptographicHash::Md5);
}

} // namespace reserve
