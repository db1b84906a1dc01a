// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/settingsrepository.h"

#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"

namespace reserve {

SettingsRepository::SettingsRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<QMap<QString, QString>> SettingsRepository::all() const
{
    QMap<QString, QString> settings;
    const auto read = m_connection.rows(QStringLiteral("SELECT key, value FROM setting"), {}, [&](Row& row) {
        QString key;
        QString value;
        row >> key >> value;
        settings.insert(key, value);
        return true;
    });
    if (!read)
        return failure(read.error());
    return settings;
}

Result<void> SettingsRepository::set(const QString& key, const QString& value, const QString& actor)
{
    const auto stored
        = m_connection.row(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key}, [](Row& row) {
              QString text;
              row >> text;
              return text;
          });
    if (!stored)
        return failure(stored.error());
    const QString before = stored->value_or(QString());
    if (before == value)
        return {};
    const Result<int> written = value.isEmpty()
        ? m_connection.run(QStringLiteral("DELETE FROM setting WHERE key = ?"), {key})
        : m_connection.run(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) "
                                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                           {key, value});
    if (!written)
        return failure(written.error());
    m_connection.note(ChangeSubject::Settings, 0);
    const auto json
        = [](const QString& text) { return text.isEmpty() ? QByteArray() : auditJson(QStringLiteral("value"), text); };
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "setting", key, json(before), json(value)});
}

} // namespace reserve
