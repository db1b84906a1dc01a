// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceaccount.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace reserve::practice {

// The server's side of NTLM version 2 over HTTP (MS-NLMP 3.2.5.1): one authentication a connection. Version 1 and
// anonymous are refused. There is no TLS here and so no channel binding to be checked; the code over the three messages
// is checked where the client says that there is one.
class NtlmAcceptor final
{
public:
    explicit NtlmAcceptor(PracticeAccount account);

    struct Step
    {
        bool accepted = false;
        QByteArray challenge; // to be sent with 401, where the handshake goes on
    };
    // `message` is what the client sent behind "NTLM ".
    Step accept(quint64 connection, const QByteArray& message);

    // A connection that is authenticated stays so until it ends.
    bool isAccepted(quint64 connection) const { return m_connections.value(connection).accepted; }
    void forget(quint64 connection) { m_connections.remove(connection); }
    void forgetAll() { m_connections.clear(); }

private:
    struct Handshake
    {
        QByteArray negotiate;
        QByteArray challenge;
        QByteArray serverChallenge;
        bool accepted = false;
    };

    bool proves(const Handshake& handshake, const QByteArray& authenticate) const;

    PracticeAccount m_account;
    QHash<quint64, Handshake> m_connections;
};

} // namespace reserve::practice
