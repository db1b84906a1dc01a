// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/ntlmclient.h"

#include "models/transport/ntlmkeys.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <utility>

namespace reserve {

namespace {

constexpr qsizetype authenticateFixedBytes = 88; // up to the payload, the code included
constexpr qsizetype messageCodeOffset = 72;
constexpr qsizetype messageCodeBytes = 16;

// A FILETIME counts 100 ns from 1601.
constexpr qint64 epochInFileTime = 116444736000000000;

quint64 fileTime(Instant instant)
{
    return quint64(epochInFileTime + toEpochMilliseconds(instant) * 10000);
}

void appendNumber(QByteArray& message, quint32 number)
{
    const quint32 octets = qToLittleEndian(number);
    message.append(reinterpret_cast<const char*>(&octets), sizeof octets);
}

// Length, length and place of a payload that is appended to `payload`.
void appendField(QByteArray& message, QByteArray& payload, const QByteArray& content)
{
    const quint16 length = qToLittleEndian(quint16(content.size()));
    message.append(reinterpret_cast<const char*>(&length), sizeof length);
    message.append(reinterpret_cast<const char*>(&length), sizeof length);
    appendNumber(message, quint32(authenticateFixedBytes + payload.size()));
    payload.append(content);
}

// The server's pairs, and what binds the response. What it says of our own pairs is dropped.
QList<NtlmPair> boundPairs(const NtlmChallenge& challenge, const NtlmTarget& target)
{
    constexpr quint32 hasMessageCode = 0x2;
    QList<NtlmPair> pairs;
    quint32 flags = 0;
    for (const NtlmPair& pair : challenge.pairs) {
        if (pair.id == NtlmPair::Flags && pair.value.size() == 4)
            flags = qFromLittleEndian<quint32>(pair.value.constData());
        else if (pair.id != NtlmPair::Flags && pair.id != NtlmPair::TargetName && pair.id != NtlmPair::ChannelBindings)
            pairs.append(pair);
    }
    flags = challenge.time() ? flags | hasMessageCode : flags & ~hasMessageCode;
    if (flags != 0) {
        QByteArray value;
        appendNumber(value, flags);
        pairs.append({NtlmPair::Flags, value});
    }
    pairs.append({NtlmPair::TargetName, ntlmUnicode(target.service)});
    pairs.append({NtlmPair::ChannelBindings, target.channelBinding});
    return pairs;
}

constexpr quint32 wantedFlags = NtlmFlag::Unicode | NtlmFlag::RequestTarget | NtlmFlag::Ntlm | NtlmFlag::AlwaysSign
    | NtlmFlag::ExtendedSecurity | NtlmFlag::Version | NtlmFlag::Key128 | NtlmFlag::Key56;

// Product version of the field that only serves debugging (MS-NLMP 2.2.2.10): 10.0, build 0, NTLMSSP revision 15.
QByteArray versionField()
{
    return QByteArray("\x0a\0\0\0\0\0\0\x0f", 8);
}

} // namespace

NtlmSeed NtlmSeed::fresh()
{
    quint64 random = QRandomGenerator::system()->generate64();
    return {QByteArray(reinterpret_cast<const char*>(&random), sizeof random), SystemClock().now()};
}

NtlmClient::NtlmClient(NtlmAccount account)
    : m_account(std::move(account))
{
}

QByteArray NtlmClient::negotiate() const
{
    QByteArray message("NTLMSSP\0\x01\0\0\0", 12);
    appendNumber(message, wantedFlags);
    message.append(16, '\0'); // neither domain nor workstation
    message.append(versionField());
    return message;
}

std::optional<QByteArray> NtlmClient::authenticate(const QByteArray& challengeMessage, const NtlmTarget& target,
                                                   const NtlmSeed& seed) const
{
    const auto challenge = readNtlmChallenge(challengeMessage);
    if (!challenge)
        return std::nullopt;
    const QByteArray key = ntlmResponseKey(m_account.user, m_account.domain, m_account.password);
    const QByteArray provenPart = ntlmProvenPart(challenge->time().value_or(fileTime(seed.now)), seed.clientChallenge,
                                                 writeNtlmPairs(boundPairs(*challenge, target)));
    const QByteArray proof = ntlmProof(key, challenge->serverChallenge, provenPart);
    const QByteArray lmResponse = challenge->time()
        ? QByteArray(24, '\0')
        : ntlmLmResponse(key, challenge->serverChallenge, seed.clientChallenge);

    QByteArray message("NTLMSSP\0\x03\0\0\0", 12);
    QByteArray payload;
    appendField(message, payload, lmResponse);
    appendField(message, payload, proof + provenPart);
    appendField(message, payload, ntlmUnicode(m_account.domain));
    appendField(message, payload, ntlmUnicode(m_account.user));
    appendField(message, payload, {}); // workstation
    appendField(message, payload, {}); // session key: no key exchange
    appendNumber(message, wantedFlags & (challenge->flags | NtlmFlag::Version));
    message.append(versionField());
    message.append(messageCodeBytes, '\0');
    message.append(payload);
    if (challenge->time()) {
        const QByteArray code = ntlmMessageCode(ntlmSessionBaseKey(key, proof), negotiate(), challengeMessage, message);
        message.replace(messageCodeOffset, messageCodeBytes, code);
    }
    return message;
}

} // namespace reserve
