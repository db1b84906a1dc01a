// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itiptime.h"

#include <algorithm>

namespace reserve {

namespace {

std::optional<int> digits(QByteArrayView text)
{
    const bool allDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return allDigits ? std::optional(text.toInt()) : std::nullopt;
}

} // namespace

std::optional<ItipTime> parseItipTime(QByteArrayView text, const QByteArray& zone)
{
    text = text.trimmed();
    const bool utc = text.endsWith('Z') || text.endsWith('z');
    if (utc)
        text.chop(1);
    const bool isDate = text.size() == 8 && !utc;
    if (!isDate && (text.size() != 15 || (text[8] != 'T' && text[8] != 't')))
        return std::nullopt;
    const auto day = digits(text.first(8));
    const auto time = isDate ? std::optional(0) : digits(text.sliced(9));
    if (!day || !time)
        return std::nullopt;
    const QDate date(*day / 10000, *day / 100 % 100, *day % 100);
    const QTime clock(*time / 10000, *time / 100 % 100, std::min(*time % 100, 59));
    if (!date.isValid() || !clock.isValid() || date.year() < 1 || *time % 100 > 60)
        return std::nullopt;
    ItipTime parsed;
    parsed.wall = QDateTime(date, clock, Qt::UTC);
    if (isDate)
        parsed.kind = ItipTime::Kind::Date;
    else if (utc)
        parsed.kind = ItipTime::Kind::Utc;
    else
        parsed.kind = zone.isEmpty() ? ItipTime::Kind::Floating : ItipTime::Kind::Zoned;
    if (parsed.kind == ItipTime::Kind::Zoned)
        parsed.zone = zone;
    return parsed;
}

} // namespace reserve
