// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipduration.h"

namespace reserve {

namespace {

// Numbers of more digits mean nothing that can be booked.
constexpr int mostDigits = 7;

// Takes "12H" from the front; nothing when it does not begin with a number and one of the units.
struct Measure
{
    int number = 0;
    char unit = '\0';
};

std::optional<Measure> takeMeasure(QByteArrayView& text)
{
    Measure measure;
    int digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        if (digits == mostDigits)
            return std::nullopt;
        measure.number = measure.number * 10 + (text[digits++] - '0');
    }
    if (digits == 0 || digits == text.size())
        return std::nullopt;
    measure.unit = text[digits];
    text = text.sliced(digits + 1);
    return measure;
}

bool add(ItipDuration& duration, const Measure& measure, bool isTime)
{
    using namespace std::chrono;
    switch (measure.unit) {
    case 'W':
        duration.days += 7 * measure.number;
        return !isTime;
    case 'D':
        duration.days += measure.number;
        return !isTime;
    case 'H':
        duration.time += hours(measure.number);
        return isTime;
    case 'M':
        duration.time += minutes(measure.number);
        return isTime;
    case 'S':
        duration.time += seconds(measure.number);
        return isTime;
    default:
        return false;
    }
}

} // namespace

std::optional<ItipDuration> parseItipDuration(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    if (!text.startsWith('P') || text.size() < 3)
        return std::nullopt;
    text = text.sliced(1);
    ItipDuration duration;
    bool isTime = false;
    while (!text.isEmpty()) {
        if (!isTime && text.front() == 'T') {
            isTime = true;
            text = text.sliced(1);
        }
        const auto measure = takeMeasure(text);
        if (!measure || !add(duration, *measure, isTime))
            return std::nullopt;
    }
    if (isNegative)
        duration = {-duration.days, -duration.time};
    return duration;
}

} // namespace reserve
