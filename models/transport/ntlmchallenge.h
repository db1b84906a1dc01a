// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace reserve {

// Flags of NTLM messages that we say or look at (MS-NLMP 2.2.2.5).
namespace NtlmFlag {
constexpr quint32 Unicode = 0x00000001;
constexpr quint32 RequestTarget = 0x00000004;
constexpr quint32 Ntlm = 0x00000200;
constexpr quint32 AlwaysSign = 0x00008000;
constexpr quint32 ExtendedSecurity = 0x00080000;
constexpr quint32 TargetInfo = 0x00800000;
constexpr quint32 Version = 0x02000000;
constexpr quint32 Key128 = 0x20000000;
constexpr quint32 Key56 = 0x80000000;
} // namespace NtlmFlag

// One AV pair of the target information (MS-NLMP 2.2.2.1).
struct NtlmPair
{
    enum Id : quint16 { End = 0, Flags = 6, Timestamp = 7, TargetName = 9, ChannelBindings = 10 };

    quint16 id = End;
    QByteArray value;
};

// What the server's message says (CHALLENGE_MESSAGE, MS-NLMP 2.2.1.2).
struct NtlmChallenge
{
    quint32 flags = 0;
    QByteArray serverChallenge; // 8 octets
    QList<NtlmPair> pairs;      // without the end

    std::optional<quint64> time() const; // FILETIME
};

// Nothing for what is no such message, points outside of itself, speaks no Unicode or brings no target information:
// without it nothing could be bound to the server.
std::optional<NtlmChallenge> readNtlmChallenge(QByteArrayView message);

// The pairs and their end. Values beyond 65,535 octets do not exist.
QByteArray writeNtlmPairs(const QList<NtlmPair>& pairs);

} // namespace reserve
