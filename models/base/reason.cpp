// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/reason.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

QJsonObject toObject(const Arguments& arguments)
{
    QJsonObject object;
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

Arguments fromObject(const QJsonObject& object)
{
    Arguments arguments;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        arguments.insert(it.key(), it.value().toString());
    return arguments;
}

} // namespace

QByteArray toJson(const Reason& reason)
{
    QJsonObject object{{QStringLiteral("code"), QString::fromLatin1(reason.code)}};
    if (!reason.arguments.isEmpty())
        object.insert(QStringLiteral("args"), toObject(reason.arguments));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Reason reasonFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(QStringLiteral("code")).toString().toLatin1(),
            fromObject(object.value(QStringLiteral("args")).toObject())};
}

QByteArray toJson(const Arguments& arguments)
{
    return QJsonDocument(toObject(arguments)).toJson(QJsonDocument::Compact);
}

Arguments argumentsFromJson(const QByteArray& json)
{
    return fromObject(QJsonDocument::fromJson(json).object());
}

} // namespace reserve
