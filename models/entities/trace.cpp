// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/trace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

const QString keyAt = QStringLiteral("at");
const QString keyRule = QStringLiteral("rule");
const QString keyCode = QStringLiteral("code");
const QString keyArguments = QStringLiteral("args");

} // namespace

QByteArray toJson(const QList<TraceStep>& steps)
{
    QJsonArray array;
    for (const TraceStep& step : steps) {
        QJsonObject object{{keyAt, toEpochMilliseconds(step.at)},
                           {keyRule, QString::fromLatin1(step.rule)},
                           {keyCode, QString::fromLatin1(step.reason.code)}};
        if (!step.reason.arguments.isEmpty()) {
            QJsonObject arguments;
            for (auto it = step.reason.arguments.cbegin(); it != step.reason.arguments.cend(); ++it)
                arguments.insert(it.key(), it.value());
            object.insert(keyArguments, arguments);
        }
        array.append(object);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<TraceStep> stepsFromJson(const QByteArray& json)
{
    QList<TraceStep> steps;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        TraceStep step;
        step.at = fromEpochMilliseconds(object.value(keyAt).toInteger());
        step.rule = object.value(keyRule).toString().toLatin1();
        step.reason.code = object.value(keyCode).toString().toLatin1();
        const QJsonObject arguments = object.value(keyArguments).toObject();
        for (auto it = arguments.constBegin(); it != arguments.constEnd(); ++it)
            step.reason.arguments.insert(it.key(), it.value().toString());
        steps.append(step);
    }
    return steps;
}

} // namespace reserve
