// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/authentication.h"

namespace reserve::practice {

namespace {

// What Exchange offers, one field each.
QList<QByteArray> allChallenges()
{
    return {"NTLM", "Basic realm=\"practice\"", "Bearer client_id=\"00000002-0000-0ff1-ce00-000000000000\""};
}

QByteArray argument(const QByteArray& authorization, QByteArrayView scheme)
{
    const bool is = authorization.size() > scheme.size()
        && authorization.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0
        && authorization.at(scheme.size()) == ' ';
    return is ? authorization.mid(scheme.size() + 1).trimmed() : QByteArray();
}

} // namespace

Authentication::Authentication(const Site& site, PracticeAccount account, const TokenIssuer& tokens)
    : m_site(site)
    , m_account(std::move(account))
    , m_tokens(tokens)
    , m_ntlm(m_account)
{
}

Authentication::Verdict Authentication::judge(const ServedRequest& request, bool takesPasswords)
{
    const QByteArray authorization = request.header("authorization");
    if (const QByteArray token = argument(authorization, "Bearer"); !token.isEmpty()) {
        if (m_tokens.isGood(token))
            return {Proof::Token, {}};
        return {Proof::None,
                {"Bearer error=\"invalid_token\", error_description=\"The token has expired or is unknown\""}};
    }
    if (!takesPasswords)
        return {Proof::None, {"Bearer authorization_uri=\"/oauth2/v2.0/authorize\""}};
    const bool refused = m_site.switches().wrongPassword;
    if (authorization.isEmpty() && m_ntlm.isAccepted(request.connection) && !refused)
        return {Proof::Password, {}};
    if (const QByteArray basic = argument(authorization, "Basic"); !basic.isEmpty() && isPassword(basic) && !refused)
        return {Proof::Password, {}};
    if (const QByteArray ntlm = argument(authorization, "NTLM"); !ntlm.isEmpty()) {
        const NtlmAcceptor::Step step = m_ntlm.accept(request.connection, QByteArray::fromBase64(ntlm));
        if (!step.challenge.isEmpty())
            return {Proof::None, {"NTLM " + step.challenge.toBase64()}};
        if (step.accepted && !refused)
            return {Proof::Password, {}};
        m_ntlm.forget(request.connection);
    }
    return {Proof::None, allChallenges()};
}

bool Authentication::isPassword(const QByteArray& basic) const
{
    const QByteArray plain = QByteArray::fromBase64(basic);
    const qsizetype colon = plain.indexOf(':');
    const QString user = QString::fromUtf8(plain.left(colon));
    const bool known = user.compare(m_account.user, Qt::CaseInsensitive) == 0
        || user.compare(m_account.domain + u'\\' + m_account.user, Qt::CaseInsensitive) == 0
        || user.startsWith(m_account.user + u'@', Qt::CaseInsensitive);
    return colon >= 0 && known && !m_account.password.isEmpty()
        && QByteArrayView(plain).sliced(colon + 1) == m_account.password.reveal();
}

} // namespace reserve::practice
