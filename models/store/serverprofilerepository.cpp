// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/serverprofilerepository.h"

#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"

namespace reserve {

namespace {

QString selectProfile()
{
    return QStringLiteral(
        "SELECT id, name, kind, url, mail_domains, authentication, user_name, ntlm_domain, impersonates, "
        "tenant, client_id, authority, scope, proof, certificate, credentials_expire, proxy, "
        "trusted_authorities, answers_by_mail FROM server_profile");
}

ServerProfile readProfile(Row& row)
{
    ServerProfile profile;
    QByteArray domains;
    QString expiry;
    row >> profile.id >> profile.name >> profile.kind >> profile.url >> domains >> profile.authentication
        >> profile.userName >> profile.ntlmDomain >> profile.impersonates >> profile.tenant >> profile.clientId
        >> profile.authority >> profile.scope >> profile.proof >> profile.certificate >> expiry >> profile.proxy
        >> profile.trustedAuthorities >> profile.answersByMail;
    profile.credentialsExpire = QDate::fromString(expiry, Qt::ISODate);
    profile.mailDomains = listFromJson(domains);
    return profile;
}

Bindings bindingsOf(const ServerProfile& profile)
{
    return {profile.name,
            profile.kind,
            profile.url,
            listToJson(profile.mailDomains),
            profile.authentication,
            profile.userName,
            profile.ntlmDomain,
            profile.impersonates,
            profile.tenant,
            profile.clientId,
            profile.authority,
            profile.scope,
            profile.proof,
            profile.certificate,
            profile.credentialsExpire.toString(Qt::ISODate),
            profile.proxy,
            profile.trustedAuthorities,
            profile.answersByMail};
}

} // namespace

ServerProfileRepository::ServerProfileRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<QList<ServerProfile>> ServerProfileRepository::all() const
{
    return m_connection.rows(selectProfile() + QStringLiteral(" ORDER BY name, id"), {}, readProfile);
}

Result<std::optional<ServerProfile>> ServerProfileRepository::find(ServerProfileId id) const
{
    return m_connection.row(selectProfile() + QStringLiteral(" WHERE id = ?"), {id}, readProfile);
}

Result<ServerProfileId> ServerProfileRepository::save(const ServerProfile& profile, const QString& actor)
{
    const Result<std::optional<ServerProfile>> before = find(profile.id);
    if (!before)
        return failure(before.error());
    if (profile.id && !*before)
        return failure("server-profile.missing", {{QStringLiteral("id"), QString::number(profile.id.value)}});
    if (*before == profile)
        return profile.id;
    const Result<ServerProfileId> written = write(profile);
    if (!written)
        return written;
    m_connection.note(ChangeSubject::ServerProfiles, written->value);
    const Result<void> audited = AuditRepository(m_connection)
                                     .append({{},
                                              m_connection.now(),
                                              actor,
                                              "server-profile",
                                              profile.name,
                                              *before ? auditJson(**before) : QByteArray(),
                                              auditJson(profile)});
    if (!audited)
        return failure(audited.error());
    return *written;
}

Result<ServerProfileId> ServerProfileRepository::write(const ServerProfile& profile)
{
    Bindings bindings = bindingsOf(profile);
    if (!profile.id)
        return m_connection
            .insert(
                QStringLiteral("INSERT INTO server_profile (name, kind, url, mail_domains, authentication, user_name, "
                               "ntlm_domain, impersonates, tenant, client_id, authority, scope, proof, certificate, "
                               "credentials_expire, proxy, trusted_authorities, answers_by_mail) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                bindings)
            .map([](qint64 id) { return ServerProfileId{id}; });
    bindings.append(profile.id);
    return m_connection
        .run(QStringLiteral("UPDATE server_profile SET name = ?, kind = ?, url = ?, mail_domains = ?, "
                            "authentication = ?, user_name = ?, ntlm_domain = ?, impersonates = ?, tenant = ?, "
                            "client_id = ?, authority = ?, scope = ?, proof = ?, certificate = ?, "
                            "credentials_expire = ?, proxy = ?, trusted_authorities = ?, answers_by_mail = ? "
                            "WHERE id = ?"),
             bindings)
        .map([&](int) { return profile.id; });
}

Result<void> ServerProfileRepository::remove(ServerProfileId id, const QString& actor)
{
    const Result<std::optional<ServerProfile>> profile = find(id);
    if (!profile)
        return failure(profile.error());
    if (!*profile)
        return failure("server-profile.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    const Result<int> removed = m_connection.run(QStringLiteral("DELETE FROM server_profile WHERE id = ?"), {id});
    if (!removed)
        return failure(removed.error());
    m_connection.note(ChangeSubject::ServerProfiles, id.value);
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "server-profile", (*profile)->name, auditJson(**profile), {}});
}

} // namespace reserve
