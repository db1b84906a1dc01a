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

Result<void> SettingsRepository::replace(const QMap<QString, QString>& values, const QString& actor)
{
    if (const Result<void> given = giveBack(actor); !given)
        return given;
    const Result<QMap<QString, QString>> stored = all();
    if (!stored)
        return failure(stored.error());
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Result<int> kept
            = m_connection.run(QStringLiteral("INSERT INTO replaced_setting (key, before, during) VALUES (?, ?, ?)"),
                               {it.key(), stored->value(it.key()), it.value()});
        if (!kept)
            return failure(kept.error());
        if (const Result<void> written = set(it.key(), it.value(), actor); !written)
            return written;
    }
    return {};
}

Result<QMap<QString, ReplacedSetting>> SettingsRepository::replaced() const
{
    QMap<QString, ReplacedSetting> settings;
    const auto read
        = m_connection.rows(QStringLiteral("SELECT key, before, during FROM replaced_setting"), {}, [&](Row& row) {
              QString key;
              ReplacedSetting setting;
              row >> key >> setting.before >> setting.during;
              settings.insert(key, setting);
              return true;
          });
    if (!read)
        return failure(read.error());
    return settings;
}

Result<void> SettingsRepository::giveBack(const QString& actor)
{
    const Result<QMap<QString, ReplacedSetting>> settings = replaced();
    if (!settings)
        return failure(settings.error());
    if (settings->isEmpty())
        return {};
    const Result<QMap<QString, QString>> stored = all();
    if (!stored)
        return failure(stored.error());
    bool isUntouched = true;
    for (auto it = settings->cbegin(); it != settings->cend(); ++it)
        isUntouched = isUntouched && stored->value(it.key()) == it->during;
    if (const Result<void> restored = isUntouched ? restore(*settings, actor) : Result<void>(); !restored)
        return restored;
    const Result<int> forgotten = m_connection.run(QStringLiteral("DELETE FROM replaced_setting"));
    return forgotten ? Result<void>() : failure(forgotten.error());
}

Result<void> SettingsRepository::restore(const QMap<QString, ReplacedSetting>& settings, const QString& actor)
{
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (const Result<void> written = set(it.key(), it->before, actor); !written)
            return written;
    }
    return {};
}

} // namespace reserve
