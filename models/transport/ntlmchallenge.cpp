// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/ntlmchallenge.h"

#include <QtEndian>

namespace reserve {

namespace {

// The response repeats most of it, and has two octets for its own length.
constexpr qsizetype mostBytes = 32 * 1024;
constexpr qsizetype fixedBytes = 48; // up to the version
constexpr qsizetype mostPairs = 64;

template<typename Number>
Number numberAt(QByteArrayView octets, qsizetype position)
{
    return qFromLittleEndian<Number>(octets.data() + position);
}

// The payload that a field of eight octets points to.
std::optional<QByteArrayView> payload(QByteArrayView message, qsizetype field)
{
    const qsizetype length = numberAt<quint16>(message, field);
    const qsizetype offset = numberAt<quint32>(message, field + 4);
    if (length == 0)
        return QByteArrayView();
    if (offset < fixedBytes || offset > message.size() || length > message.size() - offset)
        return std::nullopt;
    return message.sliced(offset, length);
}

std::optional<QList<NtlmPair>> readPairs(QByteArrayView octets)
{
    QList<NtlmPair> pairs;
    while (octets.size() >= 4 && pairs.size() <= mostPairs) {
        const auto id = numberAt<quint16>(octets, 0);
        const qsizetype length = numberAt<quint16>(octets, 2);
        if (id == NtlmPair::End)
            return pairs;
        if (length > octets.size() - 4)
            return std::nullopt;
        pairs.append({id, octets.sliced(4, length).toByteArray()});
        octets = octets.sliced(4 + length);
    }
    return std::nullopt;
}

} // namespace

std::optional<quint64> NtlmChallenge::time() const
{
    for (const NtlmPair& pair : pairs) {
        if (pair.id == NtlmPair::Timestamp && pair.value.size() == 8)
            return numberAt<quint64>(pair.value, 0);
    }
    return std::nullopt;
}

std::optional<NtlmChallenge> readNtlmChallenge(QByteArrayView message)
{
    static constexpr QByteArrayView start("NTLMSSP\0\x02\0\0\0", 12);
    if (message.size() < fixedBytes || message.size() > mostBytes || !message.startsWith(start))
        return std::nullopt;
    NtlmChallenge challenge;
    challenge.flags = numberAt<quint32>(message, 20);
    challenge.serverChallenge = message.sliced(24, 8).toByteArray();
    constexpr quint32 needed = NtlmFlag::Unicode | NtlmFlag::Ntlm | NtlmFlag::TargetInfo;
    const auto information = payload(message, 40);
    if ((challenge.flags & needed) != needed || !payload(message, 12) || !information)
        return std::nullopt;
    const auto pairs = readPairs(*information);
    if (!pairs)
        return std::nullopt;
    challenge.pairs = *pairs;
    return challenge;
}

QByteArray writeNtlmPairs(const QList<NtlmPair>& pairs)
{
    QByteArray octets;
    const auto append = [&octets](quint16 id, const QByteArray& value) {
        const quint16 head[]{qToLittleEndian(id), qToLittleEndian(quint16(value.size()))};
        octets.append(reinterpret_cast<const char*>(head), sizeof head);
        octets.append(value);
    };
    for (const NtlmPair& pair : pairs)
        append(pair.id, pair.value);
    append(NtlmPair::End, {});
    return octets;
}

} // namespace reserve
