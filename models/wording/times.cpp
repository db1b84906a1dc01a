// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/languages.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace reserve {

namespace {

QString translated(const Reader& reader, const char* text)
{
    return translatedTo(reader.language, "times", text);
}

QString zoneName(const QTimeZone& zone)
{
    return QString::fromUtf8(zone.id());
}

QString dayText(const QDateTime& moment, const Reader& reader)
{
    return reader.locale.toString(moment.date(), QLocale::LongFormat);
}

QString clockText(const QDateTime& moment, const Reader& reader)
{
    // The C locale, which services run in, would add seconds.
    if (reader.locale.language() == QLocale::C)
        return moment.time().toString(QStringLiteral("HH:mm"));
    return reader.locale.toString(moment.time(), QLocale::ShortFormat);
}

} // namespace

QString momentText(Instant instant, const Reader& reader)
{
    const QDateTime moment = toDateTime(instant).toTimeZone(reader.zone);
    return translated(reader, QT_TRANSLATE_NOOP("times", "{day}, {time} ({zone})"))
        .replace(QLatin1String("{day}"), dayText(moment, reader))
        .replace(QLatin1String("{time}"), clockText(moment, reader))
        .replace(QLatin1String("{zone}"), zoneName(reader.zone));
}

QString rangeText(const TimeRange& range, bool allDay, const Reader& reader)
{
    const QDateTime start = toDateTime(range.start).toTimeZone(reader.zone);
    const QDateTime end = toDateTime(range.end).toTimeZone(reader.zone);
    if (allDay) {
        const QDate last = end.addMSecs(-1).date();
        const QString first = reader.locale.toString(start.date(), QLocale::LongFormat);
        if (last <= start.date())
            return translated(reader, QT_TRANSLATE_NOOP("times", "{day}, all day"))
                .replace(QLatin1String("{day}"), first);
        return translated(reader, QT_TRANSLATE_NOOP("times", "{first} to {last}, all day"))
            .replace(QLatin1String("{first}"), first)
            .replace(QLatin1String("{last}"), reader.locale.toString(last, QLocale::LongFormat));
    }
    if (start.date() == end.date()) {
        return translated(reader, QT_TRANSLATE_NOOP("times", "{day}, {start} to {end} ({zone})"))
            .replace(QLatin1String("{day}"), dayText(start, reader))
            .replace(QLatin1String("{start}"), clockText(start, reader))
            .replace(QLatin1String("{end}"), clockText(end, reader))
            .replace(QLatin1String("{zone}"), zoneName(reader.zone));
    }
    return translated(reader, QT_TRANSLATE_NOOP("times", "{startDay}, {start} to {endDay}, {end} ({zone})"))
        .replace(QLatin1String("{startDay}"), dayText(start, reader))
        .replace(QLatin1String("{endDay}"), dayText(end, reader))
        .replace(QLatin1String("{start}"), clockText(start, reader))
        .replace(QLatin1String("{end}"), clockText(end, reader))
        .replace(QLatin1String("{zone}"), zoneName(reader.zone));
}

} // namespace reserve
