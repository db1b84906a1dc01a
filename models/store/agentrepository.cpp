// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/agentrepository.h"

#include "models/store/connection.h"
#include "models/store/jsonlist.h"

namespace reserve {

AgentRepository::AgentRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<AgentLease> AgentRepository::lease() const
{
    return m_connection
        .row(QStringLiteral("SELECT token, holder, taken_at, renewed_at, expires_at FROM agent_lease WHERE id = 1"), {},
             [](Row& row) {
                 AgentLease lease;
                 row >> lease.token >> lease.holder >> lease.takenAt >> lease.renewedAt >> lease.expiresAt;
                 return lease;
             })
        .map([](const std::optional<AgentLease>& lease) { return lease.value_or(AgentLease()); });
}

Result<AgentLease> AgentRepository::acquire(const QString& holder, Instant now, Milliseconds duration)
{
    const Result<AgentLease> current = lease();
    if (!current)
        return current;
    if (current->isHeldAt(now))
        return failure(
            "lease.held",
            {{QStringLiteral("holder"), current->holder}, {QStringLiteral("since"), toIso(current->takenAt)}});
    const AgentLease taken{current->token + 1, holder, now, now, now + duration};
    const Result<int> written = m_connection.run(
        QStringLiteral("UPDATE agent_lease SET token = ?, holder = ?, taken_at = ?, renewed_at = ?, expires_at = ?"),
        {taken.token, taken.holder, taken.takenAt, taken.renewedAt, taken.expiresAt});
    if (!written)
        return failure(written.error());
    m_connection.note(ChangeSubject::Agent, 0);
    return taken;
}

// Nobody is told: a renewal is news to nobody, and there is one every few seconds.
Result<AgentLease> AgentRepository::renew(qint64 token, Instant now, Milliseconds duration)
{
    Result<AgentLease> current = ownLease(token);
    if (!current)
        return current;
    current->renewedAt = now;
    current->expiresAt = now + duration;
    const Result<int> written = m_connection.run(
        QStringLiteral("UPDATE agent_lease SET renewed_at = ?, expires_at = ?"), {now, current->expiresAt});
    if (!written)
        return failure(written.error());
    return current;
}

Result<void> AgentRepository::release(qint64 token)
{
    const Result<AgentLease> current = ownLease(token);
    if (!current)
        return failure(current.error());
    const Result<int> written = m_connection.run(QStringLiteral("UPDATE agent_lease SET expires_at = 0"));
    if (!written)
        return failure(written.error());
    m_connection.note(ChangeSubject::Agent, 0);
    return {};
}

Result<AgentLease> AgentRepository::ownLease(qint64 token) const
{
    const Result<AgentLease> current = lease();
    if (current && current->token != token)
        return failure("lease.lost", {{QStringLiteral("holder"), current->holder}});
    return current;
}

Result<AgentStatus> AgentRepository::status() const
{
    return m_connection
        .row(QStringLiteral("SELECT state, address, reason, missing_secrets, said_at FROM agent_status WHERE id = 1"),
             {},
             [](Row& row) {
                 AgentStatus status;
                 QByteArray missing;
                 row >> status.state >> status.address >> status.reason >> missing >> status.saidAt;
                 status.missingSecrets = listFromJson(missing);
                 return status;
             })
        .map([](const std::optional<AgentStatus>& status) { return status.value_or(AgentStatus()); });
}

Result<void> AgentRepository::say(const AgentStatus& status)
{
    const Result<int> written = m_connection.run(
        QStringLiteral("UPDATE agent_status SET state = ?, address = ?, reason = ?, missing_secrets = ?, said_at = ?"),
        {status.state, status.address, status.reason, listToJson(status.missingSecrets), status.saidAt});
    if (!written)
        return failure(written.error());
    m_connection.note(ChangeSubject::Agent, 0);
    return {};
}

Result<QList<ServerState>> AgentRepository::serverStates() const
{
    return m_connection.rows(QStringLiteral("SELECT profile_id, standing, reason, since, until, missing_secrets "
                                            "FROM server_state ORDER BY profile_id"),
                             {}, [](Row& row) {
                                 ServerState state;
                                 QByteArray missing;
                                 row >> state.profileId >> state.standing >> state.reason >> state.since >> state.until
                                     >> missing;
                                 state.missingSecrets = listFromJson(missing);
                                 return state;
                             });
}

Result<void> AgentRepository::say(const ServerState& state)
{
    const Result<int> written = m_connection.run(
        QStringLiteral("INSERT INTO server_state (profile_id, standing, reason, since, until, missing_secrets) "
                       "SELECT id, ?, ?, ?, ?, ? FROM server_profile WHERE id = ? "
                       "ON CONFLICT (profile_id) DO UPDATE SET standing = excluded.standing, reason = excluded.reason, "
                       "since = excluded.since, until = excluded.until, missing_secrets = excluded.missing_secrets"),
        {state.standing, state.reason, state.since, state.until, listToJson(state.missingSecrets), state.profileId});
    if (!written)
        return failure(written.error());
    m_connection.note(ChangeSubject::Agent, 0);
    return {};
}

} // namespace reserve
