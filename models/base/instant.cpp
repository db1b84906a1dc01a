// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/instant.h"

namespace reserve {

qint64 toEpochMilliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

Instant fromEpochMilliseconds(qint64 milliseconds)
{
    return Instant(Milliseconds(milliseconds));
}

QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMilliseconds(instant), Qt::UTC);
}

Instant fromDateTime(const QDateTime& dateTime)
{
    return fromEpochMilliseconds(dateTime.toMSecsSinceEpoch());
}

QString toIso(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODate);
}

QString toIsoMilliseconds(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(const QString& text)
{
    const QDateTime dateTime = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!dateTime.isValid())
        return std::nullopt;
    return fromDateTime(dateTime);
}

} // namespace reserve
