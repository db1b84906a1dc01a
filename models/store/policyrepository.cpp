// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/policyrepository.h"

#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"

namespace reserve {

namespace {

// NULL never equals anything: each kind of scope is asked for by its own column.
QString whereOf(const PolicyScope& scope)
{
    return scope.spaceId ? QStringLiteral(" WHERE space_id = ? AND name = ?")
                         : QStringLiteral(" WHERE building = ? AND name = ?");
}

Bound boundOf(const PolicyScope& scope)
{
    return scope.spaceId ? Bound(scope.spaceId) : Bound(scope.building);
}

QByteArray json(const std::optional<QString>& value)
{
    return value ? auditJson(QStringLiteral("value"), *value) : QByteArray();
}

} // namespace

PolicyRepository::PolicyRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<PolicyBook> PolicyRepository::all() const
{
    PolicyBook book;
    const auto read = m_connection.rows(
        QStringLiteral("SELECT space_id, building, name, value FROM policy"), {}, [&book](Row& row) {
            PolicyScope scope;
            QString name;
            QString value;
            row >> scope.spaceId >> scope.building >> name >> value;
            book.set(scope.spaceId ? PolicyScope::ofSpace(scope.spaceId) : scope, name, value);
            return true;
        });
    if (!read)
        return failure(read.error());
    return book;
}

Result<std::optional<QString>> PolicyRepository::find(const PolicyScope& scope, const QString& name) const
{
    return m_connection.row(QStringLiteral("SELECT value FROM policy") + whereOf(scope), {boundOf(scope), name},
                            [](Row& row) {
                                QString value;
                                row >> value;
                                return value;
                            });
}

Result<void> PolicyRepository::set(const PolicyScope& scope, const QString& name, const std::optional<QString>& value,
                                   const QString& actor)
{
    const PolicyDefinition* policy = findPolicy(name);
    const auto normal = normalisedPolicy(name, value.value_or(policy ? policy->defaultValue : QString()));
    if (!normal)
        return failure(normal.error());
    const std::optional<QString> after = value ? std::optional(*normal) : std::nullopt;
    const auto key = keyOf(scope, policy->name);
    if (!key)
        return failure(key.error());
    const auto before = find(scope, policy->name);
    if (!before)
        return failure(before.error());
    if (*before == after)
        return {};
    if (const auto written = write(scope, policy->name, after); !written)
        return written;
    m_connection.note(ChangeSubject::Policies, scope.spaceId.value);
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "policy", *key, json(*before), json(after)});
}

Result<void> PolicyRepository::write(const PolicyScope& scope, const QString& name, const std::optional<QString>& value)
{
    const auto removed
        = m_connection.run(QStringLiteral("DELETE FROM policy") + whereOf(scope), {boundOf(scope), name});
    if (!removed)
        return failure(removed.error());
    if (!value)
        return {};
    const QString column = scope.spaceId ? QStringLiteral("space_id") : QStringLiteral("building");
    return m_connection
        .run(QStringLiteral("INSERT INTO policy (%1, name, value) VALUES (?, ?, ?)").arg(column),
             {boundOf(scope), name, *value})
        .map([](int) {});
}

Result<QString> PolicyRepository::keyOf(const PolicyScope& scope, const QString& name) const
{
    if (!scope.spaceId)
        return scope.building + QLatin1String(": ") + name;
    const auto mailbox
        = m_connection.row(QStringLiteral("SELECT mailbox FROM space WHERE id = ?"), {scope.spaceId}, [](Row& row) {
              QString text;
              row >> text;
              return text;
          });
    if (!mailbox)
        return failure(mailbox.error());
    if (!*mailbox)
        return failure("space.missing", {{QStringLiteral("id"), QString::number(scope.spaceId.value)}});
    return **mailbox + QLatin1String(": ") + name;
}

} // namespace reserve
