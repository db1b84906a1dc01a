// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/trace.h"

#include "models/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

const QString keyAt = QStringLiteral("at");
const QString keyRule = QStringLiteral("rule");
const QString keyCode = QStringLiteral("code");
const QString keyArguments = QStringLiteral("args");

void append(QByteArray& json, const TraceStep& step)
{
    json.append('{');
    if (!step.reason.arguments.isEmpty()) {
        json.append("\"args\":");
        appendJson(json, step.reason.arguments);
        json.append(',');
    }
    json.append("\"at\":").append(QByteArray::number(toEpochMilliseconds(step.at))).append(",\"code\":");
    appendJson(json, QString::fromLatin1(step.reason.code));
    json.append(",\"rule\":");
    appendJson(json, QString::fromLatin1(step.rule));
    json.append('}');
}

} // namespace

QByteArray toJson(const QList<TraceStep>& steps)
{
    QByteArray json("[");
    for (const TraceStep& step : steps) {
        if (json.size() > 1)
            json.append(',');
        append(json, step);
    }
    return json.append(']');
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
