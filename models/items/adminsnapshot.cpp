// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/adminsnapshot.h"

#include "models/exporting/profilefields.h"
#include "models/exporting/spacefields.h"
#include "models/items/noticepath.h"
#include "models/items/policypath.h"
#include "models/settings/settings.h"
#include "models/store/unit.h"

#include <utility>

namespace reserve {

namespace {

template<typename Thing>
QHash<qint64, qsizetype> placesOf(const QList<Thing>& things)
{
    QHash<qint64, qsizetype> places;
    for (qsizetype at = 0; at < things.size(); ++at)
        places.insert(things[at].id.value, at);
    return places;
}

template<typename Thing>
const Thing* thingAt(const QList<Thing>& things, const QHash<qint64, qsizetype>& places, qint64 id)
{
    const auto place = places.constFind(id);
    return place == places.cend() ? nullptr : &things[*place];
}

} // namespace

AdminSnapshot::AdminSnapshot(QMap<QString, QString> settings, QList<Space> spaces, QList<ServerProfile> profiles,
                             PolicyBook policies, NoticeBook notices)
    : m_settings(std::move(settings))
    , m_spaces(std::move(spaces))
    , m_profiles(std::move(profiles))
    , m_policies(std::move(policies))
    , m_notices(std::move(notices))
    , m_spaceAt(placesOf(m_spaces))
    , m_profileAt(placesOf(m_profiles))
{
}

const Space* AdminSnapshot::space(qint64 id) const
{
    return thingAt(m_spaces, m_spaceAt, id);
}

const ServerProfile* AdminSnapshot::profile(qint64 id) const
{
    return thingAt(m_profiles, m_profileAt, id);
}

std::optional<QString> AdminSnapshot::text(const FieldPath& path) const
{
    switch (path.kind) {
    case FieldPath::Kind::Setting: {
        const SettingDefinition* definition = findSetting(path.field);
        return m_settings.value(path.field, definition ? definition->defaultValue : QString());
    }
    case FieldPath::Kind::Space: {
        const Space* found = space(path.id);
        const auto field = spaceFieldNamed(path.field);
        return found && field ? std::optional(textOf(*found, *field)) : std::nullopt;
    }
    case FieldPath::Kind::Profile: {
        const ServerProfile* found = profile(path.id);
        const auto field = profileFieldNamed(path.field);
        return found && field ? std::optional(textOf(*found, *field)) : std::nullopt;
    }
    case FieldPath::Kind::Policy: {
        const bool isThere = path.id == 0 || space(path.id);
        return isThere ? std::optional(policyText(m_policies.own(policyScope(path), policyName(path)))) : std::nullopt;
    }
    case FieldPath::Kind::Notice: {
        const auto key = noticeKey(path);
        return key ? std::optional(noticeFieldText(m_notices, *key)) : std::nullopt;
    }
    }
    Q_UNREACHABLE();
}

Result<AdminSnapshot> readAdminSnapshot(const ReadUnit& unit)
{
    const auto settings = unit.settings().all();
    if (!settings)
        return failure(settings.error());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    const auto policies = unit.policies().all();
    if (!policies)
        return failure(policies.error());
    const auto notices = unit.notices().all();
    if (!notices)
        return failure(notices.error());
    return AdminSnapshot(*settings, *spaces, *profiles, *policies, *notices);
}

} // namespace reserve
