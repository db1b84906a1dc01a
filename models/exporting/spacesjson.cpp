// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacesjson.h"

#include "models/exporting/spacefields.h"

#include <QJsonArray>

namespace reserve {

QJsonObject toJsonObject(const Space& space)
{
    QJsonObject object;
    for (const SpaceField field : spaceFields())
        object.insert(columnName(field), textOf(space, field));
    object.insert(columnName(SpaceField::Capacity), space.capacity);
    object.insert(columnName(SpaceField::Bookable), space.bookable);
    object.insert(columnName(SpaceField::SetupMinutes), space.setupMinutes);
    object.insert(columnName(SpaceField::ClearupMinutes), space.clearupMinutes);
    object.insert(QStringLiteral("equipment"), QJsonArray::fromStringList(space.equipment));
    return object;
}

} // namespace reserve
