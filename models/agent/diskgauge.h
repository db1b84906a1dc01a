// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <chrono>

namespace reserve {

// The free space of the volume that a folder lies on, looked up at most once a second.
class DiskGauge final
{
public:
    explicit DiskGauge(QString folder);

    // Unknown space counts as enough: the store says so itself when it is not.
    bool isBelow(qint64 bytes);

private:
    QString m_folder;
    qint64 m_free = 0;
    std::chrono::steady_clock::time_point m_lookedAt;
};

} // namespace reserve
