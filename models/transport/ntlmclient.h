// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/instant.h"
#include "models/base/secretstring.h"
#include "models/transport/ntlmchallenge.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve {

struct NtlmAccount
{
    QString user; // also user@domain, with an empty domain
    QString domain;
    SecretString password;
};

// What the authentication is good for and nothing else.
struct NtlmTarget
{
    QString service;           // "HTTP/mail.example.com"
    QByteArray channelBinding; // channelBindingHash()
};

// What differs from one authentication to the next.
struct NtlmSeed
{
    QByteArray clientChallenge; // 8 random octets
    Instant now;

    static NtlmSeed fresh();
};

// The client's side of one NTLMv2 authentication (MS-NLMP 3.1.5.1, connection-oriented): the two messages, binary.
// NTLMv1 is never spoken. There is no key exchange, as nothing is signed or sealed afterwards; the code over all three
// messages is there where the server sends its time.
class NtlmClient final
{
public:
    explicit NtlmClient(NtlmAccount account);

    QByteArray negotiate() const;
    // The answer to a challenge; nothing when it is none (readNtlmChallenge).
    std::optional<QByteArray> authenticate(const QByteArray& challenge, const NtlmTarget& target,
                                           const NtlmSeed& seed) const;

private:
    NtlmAccount m_account;
};

// What a real Windows server and a real Exchange still have to confirm, because no published vector and no independent
// acceptor tells: a required Extended Protection of Exchange 2019 CU14 on EWS; LmCompatibilityLevel 5; accounts that
// may log on from named workstations only (none is sent); accounts in a child domain, and user@domain with an empty
// domain; upper case of letters beyond Latin-1; a server that offers Negotiate alone (not spoken here: choose
// Kerberos); load balancers that end TLS with another certificate (refused, as they should be).

} // namespace reserve
