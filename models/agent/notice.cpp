// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/notice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

QJsonObject toObject(const Reason& reason)
{
    return QJsonDocument::fromJson(toJson(reason)).object();
}

Reason reasonFrom(const QJsonValue& value)
{
    return reasonFromJson(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace

QByteArray toJson(const Notice& notice)
{
    QJsonArray items;
    for (const NoticeItem& item : notice.items)
        items.append(
            QJsonObject{{QStringLiteral("what"), toObject(item.what)}, {QStringLiteral("why"), toObject(item.why)}});
    QJsonObject object{{QStringLiteral("until"), toEpochMilliseconds(notice.until)},
                       {QStringLiteral("total"), notice.total},
                       {QStringLiteral("items"), items}};
    if (notice.expiriesTold.isValid())
        object.insert(QStringLiteral("expiries_told"), notice.expiriesTold.toString(Qt::ISODate));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Notice> noticeFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object.contains(QLatin1String("items")))
        return std::nullopt;
    Notice notice;
    notice.until = fromEpochMilliseconds(object.value(QLatin1String("until")).toInteger());
    notice.total = object.value(QLatin1String("total")).toInt();
    notice.expiriesTold = QDate::fromString(object.value(QLatin1String("expiries_told")).toString(), Qt::ISODate);
    const QJsonArray items = object.value(QLatin1String("items")).toArray();
    for (const QJsonValue& value : items) {
        notice.items.append({reasonFrom(value.toObject().value(QLatin1String("what"))),
                             reasonFrom(value.toObject().value(QLatin1String("why")))});
    }
    return notice;
}

} // namespace reserve
