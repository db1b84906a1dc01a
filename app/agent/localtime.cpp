// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/localtime.h"

#include <QTimeZone>

namespace reserve {

namespace {

QString written(Instant instant, QStringView format)
{
    return instant == Instant() ? QString() : toDateTime(instant).toLocalTime().toString(format);
}

} // namespace

QString localMinute(Instant instant)
{
    return written(instant, u"yyyy-MM-dd HH:mm");
}

QString localSecond(Instant instant)
{
    return written(instant, u"yyyy-MM-dd HH:mm:ss");
}

QString titleInLocalZone(const QString& title)
{
    return QStringLiteral("%1 (%2)").arg(title, QString::fromUtf8(QTimeZone::systemTimeZoneId()));
}

} // namespace reserve
