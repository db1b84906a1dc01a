// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/itemtexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace reserve {

namespace {

QString withDay(const QDateTime& local)
{
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ')
        + local.toString(QStringLiteral("HH:mm"));
}

bool isSameDay(const QDateTime& local, Instant now)
{
    return local.date() == toDateTime(now).toLocalTime().date();
}

} // namespace

QString listTime(Instant at, Instant now)
{
    if (at == Instant{})
        return {};
    const QDateTime local = toDateTime(at).toLocalTime();
    return isSameDay(local, now) ? local.toString(QStringLiteral("HH:mm:ss.zzz")).chopped(2) : withDay(local);
}

int longestListTime()
{
    return int(withDay({QDate(2000, 12, 20), QTime(20, 0)}).size());
}

QString traceTime(Instant at)
{
    return toDateTime(at).toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString sortedText(Qt::SortOrder order)
{
    return order == Qt::AscendingOrder ? QCoreApplication::translate("ItemTexts", "sorted, smallest first")
                                       : QCoreApplication::translate("ItemTexts", "sorted, largest first");
}

QString shortTime(Instant at, Instant now)
{
    if (at == Instant{})
        return {};
    const QDateTime local = toDateTime(at).toLocalTime();
    return isSameDay(local, now) ? local.toString(QStringLiteral("HH:mm")) : withDay(local);
}

QString beginText(const TimeRange& range, bool allDay)
{
    const QDateTime local = toDateTime(range.start).toLocalTime();
    return allDay ? QLocale().toString(local.date(), QLocale::ShortFormat) : withDay(local);
}

QString subjectText(const QString& subject)
{
    return subject.trimmed().isEmpty() ? QCoreApplication::translate("ItemTexts", "No subject") : subject;
}

} // namespace reserve
