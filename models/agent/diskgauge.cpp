// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/diskgauge.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

namespace reserve {

DiskGauge::DiskGauge(QString folder)
    : m_folder(std::move(folder))
{
}

bool DiskGauge::isBelow(qint64 bytes)
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lookedAt > std::chrono::seconds(1)) {
        std::error_code error;
        const auto space = std::filesystem::space(std::filesystem::path(m_folder.toStdU16String()), error);
        constexpr auto most = std::uintmax_t(std::numeric_limits<qint64>::max());
        m_free = qint64(error ? most : std::min(space.available, most));
        m_lookedAt = now;
    }
    return m_free < bytes;
}

} // namespace reserve
