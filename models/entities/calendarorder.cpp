// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/calendarorder.h"

#include "models/entities/enumtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

QByteArray toJson(const CalendarOrder& order)
{
    const QJsonObject object{{QStringLiteral("action"), QString::fromLatin1(toText(order.action))},
                             {QStringLiteral("mark"), QString::fromUtf8(order.mark)},
                             {QStringLiteral("mailbox"), order.mailbox},
                             {QStringLiteral("recurrenceId"), order.recurrenceId},
                             {QStringLiteral("subject"), order.subject},
                             {QStringLiteral("body"), order.body},
                             {QStringLiteral("location"), order.location},
                             {QStringLiteral("start"), toEpochMilliseconds(order.time.start)},
                             {QStringLiteral("end"), toEpochMilliseconds(order.time.end)},
                             {QStringLiteral("allDay"), order.allDay},
                             {QStringLiteral("private"), order.isPrivate},
                             {QStringLiteral("timeZone"), QString::fromUtf8(order.timeZone)},
                             {QStringLiteral("recurrence"), QString::fromUtf8(order.recurrence)},
                             {QStringLiteral("invited"), QJsonArray::fromStringList(order.invited)},
                             {QStringLiteral("comment"), order.comment}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CalendarOrder> calendarOrderFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](const QString& name) { return object.value(name).toString(); };
    const auto action = fromText<CalendarAction>(text(QStringLiteral("action")).toLatin1());
    if (!action || text(QStringLiteral("mark")).isEmpty())
        return std::nullopt;
    CalendarOrder order;
    order.action = *action;
    order.mark = text(QStringLiteral("mark")).toUtf8();
    order.mailbox = text(QStringLiteral("mailbox"));
    order.recurrenceId = text(QStringLiteral("recurrenceId"));
    order.subject = text(QStringLiteral("subject"));
    order.body = text(QStringLiteral("body"));
    order.location = text(QStringLiteral("location"));
    order.time = {fromEpochMilliseconds(object.value(QStringLiteral("start")).toInteger()),
                  fromEpochMilliseconds(object.value(QStringLiteral("end")).toInteger())};
    order.allDay = object.value(QStringLiteral("allDay")).toBool();
    order.isPrivate = object.value(QStringLiteral("private")).toBool();
    order.timeZone = text(QStringLiteral("timeZone")).toUtf8();
    order.recurrence = text(QStringLiteral("recurrence")).toUtf8();
    for (const QJsonValue& address : object.value(QStringLiteral("invited")).toArray())
        order.invited.append(address.toString());
    order.comment = text(QStringLiteral("comment"));
    return order;
}

} // namespace reserve
