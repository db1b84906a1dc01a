// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/space.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

constexpr std::array<QLatin1String, 7> dayWords{QLatin1String("Mon"), QLatin1String("Tue"), QLatin1String("Wed"),
                                                QLatin1String("Thu"), QLatin1String("Fri"), QLatin1String("Sat"),
                                                QLatin1String("Sun")};

} // namespace

QString workDaysToText(quint8 days)
{
    QStringList words;
    for (std::size_t i = 0; i < dayWords.size(); ++i) {
        if ((days >> i) & 1)
            words.append(dayWords[i]);
    }
    return words.join(QLatin1Char(','));
}

std::optional<quint8> workDaysFromText(const QString& text)
{
    quint8 days = 0;
    const QStringList words = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto match = std::find_if(dayWords.begin(), dayWords.end(), [&](QLatin1String day) {
            return word.trimmed().compare(day, Qt::CaseInsensitive) == 0;
        });
        if (match == dayWords.end())
            return std::nullopt;
        days = quint8(days | (1u << std::distance(dayWords.begin(), match)));
    }
    return days;
}

QString minuteToText(int minuteOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(minuteOfDay / 60, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> minuteFromText(const QString& text)
{
    const QStringList parts = text.trimmed().split(QLatin1Char(':'));
    if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() != 2)
        return std::nullopt;
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = parts[0].toInt(&hourOk);
    const int minute = parts[1].toInt(&minuteOk);
    const int total = hour * 60 + minute;
    if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute > 59 || total > 24 * 60)
        return std::nullopt;
    return total;
}

} // namespace reserve
