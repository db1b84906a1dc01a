// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/outboxjson.h"

#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

QJsonValue lastError(const OutboxEntry& entry)
{
    QStringList parts;
    const Reason reason = reasonOf(entry);
    if (!reason.isEmpty())
        parts.append(sentence(reason));
    if (reason == entry.lastFailure && !entry.remoteText.isEmpty() && !parts.join(QString()).contains(entry.remoteText))
        parts.append(entry.remoteText);
    return parts.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(parts.join(QLatin1Char(' ')));
}

} // namespace

QJsonObject toJsonObject(const OutboxEntry& entry)
{
    const bool waits = entry.state == OutboxState::Waiting;
    return {{QStringLiteral("id"), entry.id.value},
            {QStringLiteral("kind"), QString::fromLatin1(toText(entry.kind))},
            {QStringLiteral("recipient"), entry.recipient},
            {QStringLiteral("state"), QString::fromLatin1(toText(entry.state))},
            {QStringLiteral("attempts"), entry.attempts},
            {QStringLiteral("next_attempt"), waits ? jsonInstant(entry.nextAttempt) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("last_error"), lastError(entry)},
            {QStringLiteral("waits_for"), entry.behind ? QJsonValue(entry.behind.value) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("created_at"), jsonInstant(entry.createdAt)},
            {QStringLiteral("message_id"), entry.messageId}};
}

} // namespace reserve
