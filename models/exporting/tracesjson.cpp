// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/tracesjson.h"

#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/wording/wording.h"

#include <QJsonArray>

namespace reserve {

namespace {

QJsonValue orNull(const QString& value)
{
    return value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

QJsonValue sentenceOrNull(const Reason& reason)
{
    return reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(sentence(reason));
}

QJsonObject stepObject(const TraceStep& step)
{
    return {{QStringLiteral("at"), toIsoMilliseconds(step.at)},
            {QStringLiteral("rule"), QString::fromLatin1(step.rule)},
            {QStringLiteral("code"), QString::fromLatin1(step.reason.code)},
            {QStringLiteral("text"), sentence(step.reason)}};
}

} // namespace

QJsonObject toJsonObject(const Trace& trace, const QString& spaceName)
{
    QJsonArray steps;
    for (const TraceStep& step : trace.steps)
        steps.append(stepObject(step));
    return {
        {QStringLiteral("id"), trace.id.value},
        {QStringLiteral("message_id"), orNull(trace.messageId)},
        {QStringLiteral("received_at"), jsonInstant(trace.receivedAt)},
        {QStringLiteral("sender"), trace.sender},
        {QStringLiteral("recipient"), trace.recipient},
        {QStringLiteral("space"), orNull(spaceName)},
        {QStringLiteral("requester"), orNull(trace.requester)},
        {QStringLiteral("subject"), trace.subject},
        {QStringLiteral("method"), orNull(QString::fromLatin1(trace.method))},
        {QStringLiteral("kind"), QString::fromLatin1(toText(trace.kind))},
        {QStringLiteral("state"), QString::fromLatin1(toText(trace.state))},
        {QStringLiteral("verdict"), orNull(trace.verdict ? QString::fromLatin1(toText(*trace.verdict)) : QString())},
        {QStringLiteral("reason"), sentenceOrNull(trace.reason)},
        {QStringLiteral("reason_code"), orNull(QString::fromLatin1(trace.reason.code))},
        {QStringLiteral("decided_at"), jsonInstant(trace.decidedAt)},
        {QStringLiteral("steps"), steps}};
}

} // namespace reserve
