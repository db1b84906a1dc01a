// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace reserve {

// DURATION (RFC 5545 3.3.6): days follow the calendar, the rest is exact time.
struct ItipDuration
{
    int days = 0;
    std::chrono::seconds time{0};

    friend bool operator==(const ItipDuration&, const ItipDuration&) = default;
};

// "P1DT2H30M", "P2W", "-PT15M". Nothing when it is no such text.
std::optional<ItipDuration> parseItipDuration(QByteArrayView text);

} // namespace reserve
