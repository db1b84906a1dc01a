// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/trace.h"

#include "models/base/jsontext.h"
#include "models/entities/enumtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

const QString keyAt = QStringLiteral("at");
const QString keyRule = QStringLiteral("rule");
const QString keyCode = QStringLiteral("code");
const QString keyArguments = QStringLiteral("args");
const QString keyMeeting = QStringLiteral("meeting");
const QString keyReservation = QStringLiteral("reservation");
const QString keyVerdict = QStringLiteral("verdict");

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

Arguments argumentsOf(const QJsonObject& object)
{
    Arguments arguments;
    const QJsonObject named = object.value(keyArguments).toObject();
    for (auto it = named.constBegin(); it != named.constEnd(); ++it)
        arguments.insert(it.key(), it.value().toString());
    return arguments;
}

QJsonObject objectOf(const MeetingEnding& ending)
{
    QJsonObject arguments;
    for (auto it = ending.reason.arguments.constBegin(); it != ending.reason.arguments.constEnd(); ++it)
        arguments.insert(it.key(), it.value());
    QJsonObject object{{keyMeeting, ending.meeting},
                       {keyCode, QString::fromLatin1(ending.reason.code)},
                       {keyArguments, arguments},
                       {keyReservation, ending.reservationId.value},
                       {keyAt, toEpochMilliseconds(ending.decidedAt)}};
    if (ending.verdict)
        object.insert(keyVerdict, QString::fromLatin1(toText(*ending.verdict)));
    return object;
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
        step.reason.arguments = argumentsOf(object);
        steps.append(step);
    }
    return steps;
}

QByteArray toJson(const QList<MeetingEnding>& endings)
{
    if (endings.isEmpty())
        return {};
    QJsonArray array;
    for (const MeetingEnding& ending : endings)
        array.append(objectOf(ending));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<MeetingEnding> endingsFromJson(const QByteArray& json)
{
    QList<MeetingEnding> endings;
    if (json.isEmpty())
        return endings;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        MeetingEnding ending;
        ending.meeting = object.value(keyMeeting).toString();
        ending.verdict = fromText<Verdict>(object.value(keyVerdict).toString().toLatin1());
        ending.reason = {object.value(keyCode).toString().toLatin1(), argumentsOf(object)};
        ending.reservationId.value = object.value(keyReservation).toInteger();
        ending.decidedAt = fromEpochMilliseconds(object.value(keyAt).toInteger());
        endings.append(ending);
    }
    return endings;
}

} // namespace reserve
