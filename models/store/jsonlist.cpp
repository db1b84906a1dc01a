// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/jsonlist.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reserve {

QString listToJson(const QStringList& list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listFromJson(const QByteArray& json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array)
        list.append(value.toString());
    return list;
}

} // namespace reserve
