// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ntlmacceptor.h"
#include "models/practice/site.h"
#include "models/practice/tokenissuer.h"

namespace reserve::practice {

// Whether a request may go on: Basic, NTLM and bearer tokens at the EWS end point, tokens alone at the Graph end point.
class Authentication final
{
public:
    enum class Proof { None, Password, Token };
    struct Verdict
    {
        Proof proof = Proof::None;    // None: refused
        QList<QByteArray> challenges; // WWW-Authenticate
    };

    Authentication(const Site& site, PracticeAccount account, const TokenIssuer& tokens);

    Verdict judge(const ServedRequest& request, bool takesPasswords);
    void forget(quint64 connection) { m_ntlm.forget(connection); }
    // A password that is refused from now on is refused on open connections too.
    void forgetAll() { m_ntlm.forgetAll(); }

private:
    bool isPassword(const QByteArray& basic) const;

    const Site& m_site;
    PracticeAccount m_account;
    const TokenIssuer& m_tokens;
    NtlmAcceptor m_ntlm;
};

} // namespace reserve::practice
