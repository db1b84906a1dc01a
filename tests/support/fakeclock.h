// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"

#include <atomic>

namespace reserve::test {

// A clock that stands still until it is moved. Any thread.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(const QString& isoUtc = QStringLiteral("2026-11-18T08:00:00Z"));

    Instant now() const override;
    void advance(Milliseconds by);
    void set(Instant instant);

private:
    std::atomic<qint64> m_milliseconds;
};

// Shorthand for expectations: at("2026-11-18T09:30:00Z").
Instant at(const char* isoUtc);

} // namespace reserve::test
