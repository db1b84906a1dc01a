// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencereader.h"

namespace reserve {

namespace {

Result<QList<ItipTime>> readDates(const QList<ScannedDates>& lines, int most)
{
    QList<ItipTime> times;
    for (const ScannedDates& line : lines) {
        const QByteArrayView values = line.values;
        for (qsizetype begin = 0; begin <= values.size();) {
            const qsizetype comma = values.indexOf(',', begin);
            const qsizetype end = comma < 0 ? values.size() : comma;
            const QByteArrayView value = values.sliced(begin, end - begin).trimmed();
            begin = end + 1;
            if (value.isEmpty())
                continue;
            const auto time = parseItipTime(value, line.zone);
            if (!time)
                return failure(QByteArrayLiteral("itip.dates-unreadable"),
                               {{QStringLiteral("value"), QString::fromUtf8(value.first(std::min<qsizetype>(value.size(), 64)))}});
            if (times.size() >= most)
                return failure(QByteArrayLiteral("itip.dates-too-many"), {{QStringLiteral("limit"), QString::number(most)}});
            times.append(*time);
        }
    }
    return times;
}

} // namespace

bool repeats(const ScannedEvent& event)
{
    return !event.rule.isEmpty() || !event.dates.isEmpty() || event.hasFurtherRules;
}

Result<ItipRecurrence> readRecurrence(const ScannedEvent& event, const ItipLimits& limits)
{
    if (event.hasFurtherRules)
        return failure(QByteArrayLiteral("itip.rules-many"));
    ItipRecurrence recurrence;
    if (!event.rule.isEmpty()) {
        auto rule = parseRecurrenceRule(event.rule);
        if (!rule)
            return failure(rule.error());
        recurrence.rule = std::move(*rule);
    }
    auto dates = readDates(event.dates, limits.furtherDates);
    if (!dates)
        return failure(dates.error());
    recurrence.dates = std::move(*dates);
    auto exceptions = readDates(event.exceptions, limits.exceptions);
    if (!exceptions)
        return failure(exceptions.error());
    recurrence.exceptions = std::move(*exceptions);
    return recurrence;
}

} // namespace reserve
