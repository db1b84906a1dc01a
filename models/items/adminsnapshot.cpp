// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/adminsnapshot.h"

#include "models/exporting/spacefields.h"
#include "models/items/profilefields.h"
#include "models/settings/settings.h"
#include "models/store/unit.h"

#include <algorithm>

namespace reserve {

namespace {

template<typename Thing>
const Thing* findById(const QList<Thing>& things, qint64 id)
{
    const auto found =
        std::find_if(things.begin(), things.end(), [id](const Thing& thing) { return thing.id.value == id; });
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const Space* AdminSnapshot::space(qint64 id) const
{
    return findById(spaces, id);
}

const ServerProfile* AdminSnapshot::profile(qint64 id) const
{
    return findById(profiles, id);
}

std::optional<QString> AdminSnapshot::text(const FieldPath& path) const
{
    switch (path.kind) {
    case FieldPath::Kind::Setting: {
        const SettingDefinition* definition = findSetting(path.field);
        return settings.value(path.field, definition ? definition->defaultValue : QString());
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
    return AdminSnapshot{*settings, *spaces, *profiles};
}

} // namespace reserve
