// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/recurrencereader.h"

#include "models/itip/itipduration.h"

#include <algorithm>

namespace reserve {

namespace {

Failure unreadable(QByteArrayView value)
{
    return failure(QByteArrayLiteral("itip.dates-unreadable"),
                   {{QStringLiteral("value"), QString::fromUtf8(value.first(std::min<qsizetype>(value.size(), 64)))}});
}

// Hands each value of the lines to `take`, which answers whether it could be read.
template<typename Take>
Result<void> readValues(const QList<ScannedDates>& lines, int most, Take take)
{
    int count = 0;
    for (const ScannedDates& line : lines) {
        const QByteArrayView values = line.values;
        for (qsizetype begin = 0; begin <= values.size();) {
            const qsizetype comma = values.indexOf(',', begin);
            const qsizetype end = comma < 0 ? values.size() : comma;
            const QByteArrayView value = values.sliced(begin, end - begin).trimmed();
            begin = end + 1;
            if (value.isEmpty())
                continue;
            if (++count > most)
                return failure(QByteArrayLiteral("itip.dates-too-many"),
                               {{QStringLiteral("limit"), QString::number(most)}});
            if (!take(value, line.zone))
                return unreadable(value);
        }
    }
    return {};
}

bool readTime(QByteArrayView value, const QByteArray& zone, QList<ItipTime>& times)
{
    const auto time = parseItipTime(value, zone);
    if (time)
        times.append(*time);
    return time.has_value();
}

// "start/end" or "start/duration".
bool readPeriod(QByteArrayView value, const QByteArray& zone, QList<ItipPeriod>& periods)
{
    const qsizetype slash = value.indexOf('/');
    const auto start = parseItipTime(value.first(slash), zone);
    if (!start || start->kind == ItipTime::Kind::Date)
        return false;
    const QByteArrayView rest = value.sliced(slash + 1);
    if (const auto duration = parseItipDuration(rest)) {
        periods.append({*start, {}, duration});
        return duration->days >= 0 && duration->time >= std::chrono::seconds(0) && *duration != ItipDuration();
    }
    const auto end = parseItipTime(rest, zone);
    if (!end || end->kind != start->kind || end->wall <= start->wall)
        return false;
    periods.append({*start, *end, {}});
    return true;
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
    const auto dates = readValues(event.dates, limits.furtherDates, [&](QByteArrayView value, const QByteArray& zone) {
        return value.contains('/') ? readPeriod(value, zone, recurrence.periods)
                                   : readTime(value, zone, recurrence.dates);
    });
    if (!dates)
        return failure(dates.error());
    const auto exceptions
        = readValues(event.exceptions, limits.exceptions, [&](QByteArrayView value, const QByteArray& zone) {
              return readTime(value, zone, recurrence.exceptions);
          });
    if (!exceptions)
        return failure(exceptions.error());
    return recurrence;
}

} // namespace reserve
