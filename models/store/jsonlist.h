// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace reserve {

// Lists in one column or one parameter, as JSON arrays.
QString listToJson(const QStringList& list);
QStringList listFromJson(const QByteArray& json);

// For "id IN (SELECT value FROM json_each(?))": one statement whatever the number of ids.
template<typename Ids>
QString idsToJson(const Ids& ids)
{
    QStringList numbers;
    for (const auto id : ids)
        numbers.append(QString::number(id.value));
    return QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
}

// `rows` in the order of `ids`; what was not found is left out.
template<typename Entity, typename EntityId>
QList<Entity> inOrderOf(const QList<EntityId>& ids, const QList<Entity>& rows)
{
    QHash<EntityId, qsizetype> places;
    for (qsizetype i = 0; i < rows.size(); ++i)
        places.insert(rows.at(i).id, i);
    QList<Entity> ordered;
    ordered.reserve(ids.size());
    for (const EntityId id : ids) {
        if (const auto place = places.constFind(id); place != places.cend())
            ordered.append(rows.at(*place));
    }
    return ordered;
}

} // namespace reserve
