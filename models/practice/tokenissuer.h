// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceaccount.h"
#include "models/practice/site.h"
#include "models/transport/httpserver.h"

#include <QHash>
#include <QSet>

namespace reserve::practice {

// The token end point of an identity provider, /{tenant}/oauth2/v2.0/token: client credentials with a secret or with an
// assertion that a certificate signs (RFC 6749 4.4, RFC 7523), refused in the words of Microsoft Entra ID.
class TokenIssuer final
{
public:
    TokenIssuer(Site& site, PracticeAccount account);

    // `tenant` as the path names it.
    ServedResponse answer(const ServedRequest& request, const QString& tenant);
    // Whether a token that was given is still good.
    bool isGood(const QByteArray& token) const;
    // Every token given so far has expired.
    void expireAll() { m_tokens.clear(); }

private:
    struct Refusal
    {
        int status = 400;
        QString error;
        int code = 0; // AADSTS
        QString text;
    };

    std::optional<Refusal> judge(const ServedRequest& request, const QString& tenant);
    std::optional<Refusal> judgeProof(const QHash<QString, QString>& form, const QString& tenant);
    QByteArray newToken();

    Site& m_site;
    PracticeAccount m_account;
    QHash<QByteArray, Instant> m_tokens; // with their end
    QSet<QString> m_assertions;          // ids used; never taken twice
};

} // namespace reserve::practice
