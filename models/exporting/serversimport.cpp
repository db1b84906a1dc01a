// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/serversimport.h"

#include "models/exporting/profilefields.h"
#include "models/store/unit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace reserve {

namespace {

// A value of the file as the text that a field takes; nothing for what no field is.
std::optional<QString> textOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QString();
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        QStringList items;
        for (const QJsonValue& item : value.toArray()) {
            if (!item.isString())
                return std::nullopt;
            items.append(item.toString());
        }
        return items.join(QLatin1String(", "));
    }
    default:
        return std::nullopt;
    }
}

bool isSecretField(const QString& name)
{
    static const QStringList names{QStringLiteral("password"), QStringLiteral("client_secret"),
                                   QStringLiteral("private_key")};
    return names.contains(name);
}

// What a listing says beside the fields.
bool isOfListing(const QString& name)
{
    static const QStringList names{QStringLiteral("id"), QStringLiteral("required_secrets")};
    return names.contains(name);
}

class Planner final
{
public:
    explicit Planner(const QList<ServerProfile>& existing)
        : m_existing(existing)
    {
    }

    ServersPlan plan(const QByteArray& json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (document.isNull())
            refuse({},
                   {"servers.json-unreadable",
                    {{QStringLiteral("detail"), error.errorString()},
                     {QStringLiteral("offset"), QString::number(error.offset)}}});
        else if (!document.isArray())
            refuse({}, {"servers.json-no-list", {}});
        for (const QJsonValue& entry : document.array()) {
            ++m_number;
            if (entry.isObject())
                take(entry.toObject());
            else
                refuse({}, {"servers.entry-no-object", {}});
        }
        if (!m_plan.report.isClean()) {
            m_plan.toSave.clear();
            m_plan.report.added = m_plan.report.changed = m_plan.report.unchanged = 0;
        }
        return m_plan;
    }

private:
    void refuse(const QString& field, const Reason& reason)
    {
        m_plan.report.problems.append({m_number, field, reason});
    }

    void take(const QJsonObject& object)
    {
        const QString name = object.value(profileFieldName(ProfileField::Name)).toString().trimmed();
        if (!name.isEmpty() && m_names.contains(name, Qt::CaseInsensitive))
            return refuse(profileFieldName(ProfileField::Name), {"servers.twice", {{QStringLiteral("name"), name}}});
        m_names.append(name);
        const auto before = std::find_if(m_existing.begin(), m_existing.end(), [&name](const ServerProfile& profile) {
            return !name.isEmpty() && profile.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        const bool isNew = before == m_existing.end();
        ServerProfile profile = isNew ? ServerProfile{} : *before;
        if (!setFields(profile, object))
            return;
        splitUserName(profile);
        for (const ProfileProblem& problem : checkWhole(profile))
            refuse(profileFieldName(problem.field), problem.reason);
        if (!isNew && profile == *before) {
            ++m_plan.report.unchanged;
            return;
        }
        ++(isNew ? m_plan.report.added : m_plan.report.changed);
        m_plan.toSave.append(profile);
    }

    bool setFields(ServerProfile& profile, const QJsonObject& object)
    {
        const qsizetype before = m_plan.report.problems.size();
        for (const QString& name : object.keys()) {
            if (!profileFieldNamed(name) && !isOfListing(name))
                refuse(name,
                       {isSecretField(name) ? "servers.secret-inside" : "servers.field-unknown",
                        {{QStringLiteral("field"), name}}});
        }
        // In the order of the fields: a certificate says when it ends, unless the file does.
        for (const ProfileField field : profileFields()) {
            const QString name = profileFieldName(field);
            if (!object.contains(name))
                continue;
            const auto text = textOf(object.value(name));
            const Result<void> set = text ? setText(profile, field, *text) : failure("servers.value-unreadable");
            if (!set)
                refuse(name, set.error().reason());
        }
        return m_plan.report.problems.size() == before;
    }

    const QList<ServerProfile>& m_existing;
    ServersPlan m_plan;
    QStringList m_names;
    int m_number = 0;
};

} // namespace

ServersPlan planServers(const QByteArray& json, const QList<ServerProfile>& existing)
{
    return Planner(existing).plan(json);
}

Result<ImportReport> importServers(WriteUnit& unit, const QByteArray& json, const QString& actor)
{
    const auto existing = unit.serverProfiles().all();
    if (!existing)
        return failure(existing.error());
    const ServersPlan plan = planServers(json, *existing);
    for (const ServerProfile& profile : plan.toSave) {
        if (const auto saved = unit.serverProfiles().save(profile, actor); !saved)
            return failure(saved.error());
    }
    return plan.report;
}

} // namespace reserve
