// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/tokenissuer.h"

#include "models/practice/clientassertion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace reserve::practice {

namespace {

constexpr std::chrono::seconds tokenLife(3599);
const QString assertionType = QStringLiteral("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

QHash<QString, QString> formOf(const QByteArray& body)
{
    QHash<QString, QString> form;
    const QList<QByteArray> pairs = body.split('&');
    for (QByteArray pair : pairs) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        form.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                    equals < 0 ? QString() : QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
    return form;
}

ServedResponse json(int status, const QJsonObject& object)
{
    ServedResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}};
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

TokenIssuer::TokenIssuer(Site& site, PracticeAccount account)
    : m_site(site)
    , m_account(std::move(account))
{
}

ServedResponse TokenIssuer::answer(const ServedRequest& request, const QString& tenant)
{
    if (const auto refusal = judge(request, tenant)) {
        const QString description = QStringLiteral("AADSTS%1: %2").arg(refusal->code).arg(refusal->text);
        return json(refusal->status,
                    {{QStringLiteral("error"), refusal->error},
                     {QStringLiteral("error_description"), description},
                     {QStringLiteral("error_codes"), QJsonArray{refusal->code}},
                     {QStringLiteral("timestamp"), toIso(m_site.now())}});
    }
    m_site.switches().expiredToken = false;
    return json(200,
                {{QStringLiteral("token_type"), QStringLiteral("Bearer")},
                 {QStringLiteral("expires_in"), int(tokenLife.count())},
                 {QStringLiteral("ext_expires_in"), int(tokenLife.count())},
                 {QStringLiteral("access_token"), QString::fromLatin1(newToken())}});
}

std::optional<TokenIssuer::Refusal> TokenIssuer::judge(const ServedRequest& request, const QString& tenant)
{
    if (request.method != "POST")
        return Refusal{400, QStringLiteral("invalid_request"), 900561,
                       QStringLiteral("The endpoint only accepts POST requests.")};
    if (tenant.compare(m_account.tenant, Qt::CaseInsensitive) != 0)
        return Refusal{400, QStringLiteral("invalid_request"), 90002, u"Tenant '" + tenant + u"' not found."};
    const QHash<QString, QString> form = formOf(request.body);
    if (form.value(QStringLiteral("grant_type")) != QLatin1String("client_credentials"))
        return Refusal{400, QStringLiteral("unsupported_grant_type"), 70003,
                       QStringLiteral("The grant type is not supported.")};
    if (form.value(QStringLiteral("client_id")).compare(m_account.clientId, Qt::CaseInsensitive) != 0) {
        return Refusal{400, QStringLiteral("unauthorized_client"), 700016,
                       u"Application with identifier '" + form.value(QStringLiteral("client_id"))
                           + u"' was not found in the directory '" + tenant + u"'."};
    }
    if (!form.value(QStringLiteral("scope")).endsWith(QLatin1String("/.default"))) {
        return Refusal{400, QStringLiteral("invalid_scope"), 70011,
                       QStringLiteral("The provided value for scope is not valid: client credential flows ask for "
                                      "/.default.")};
    }
    return judgeProof(form, tenant);
}

std::optional<TokenIssuer::Refusal> TokenIssuer::judgeProof(const QHash<QString, QString>& form, const QString& tenant)
{
    const bool refused = m_site.switches().wrongPassword;
    if (form.contains(QStringLiteral("client_assertion"))) {
        const AssertionCheck check{tenant, m_account.clientId, m_account.clientCertificate.toUtf8(), m_site.now()};
        const auto id = form.value(QStringLiteral("client_assertion_type")) == assertionType && !refused
            ? checkAssertion(form.value(QStringLiteral("client_assertion")).toLatin1(), check)
            : std::nullopt;
        if (!id || m_assertions.contains(*id)) {
            return Refusal{401, QStringLiteral("invalid_client"), 700027,
                           QStringLiteral("Client assertion failed signature validation.")};
        }
        m_assertions.insert(*id);
        return std::nullopt;
    }
    const QByteArray secret = form.value(QStringLiteral("client_secret")).toUtf8();
    const bool known = !m_account.clientSecret.isEmpty() && QByteArrayView(secret) == m_account.clientSecret.reveal();
    if (known && !refused)
        return std::nullopt;
    return Refusal{
        401, QStringLiteral("invalid_client"), 7000215,
        QStringLiteral("Invalid client secret provided. Ensure the secret being sent in the request is the client "
                       "secret value, not the client secret ID.")};
}

QByteArray TokenIssuer::newToken()
{
    quint32 random[8];
    QRandomGenerator::system()->fillRange(random);
    const QByteArray token = "practice." + QByteArray(reinterpret_cast<const char*>(random), sizeof random).toHex();
    m_tokens.removeIf([now = m_site.now()](const auto& entry) { return entry.value() <= now; });
    m_tokens.insert(token, m_site.now() + tokenLife);
    return token;
}

bool TokenIssuer::isGood(const QByteArray& token) const
{
    const auto end = m_tokens.constFind(token);
    return end != m_tokens.constEnd() && *end > m_site.now() && !m_site.switches().expiredToken;
}

} // namespace reserve::practice
