// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/consolemeeting.h"

#include <optional>

namespace reserve {

class Connection;

// Meetings that were made in the console, by UID.
class ConsoleMeetingRepository final
{
public:
    explicit ConsoleMeetingRepository(Connection& connection);

    Result<void> save(const ConsoleMeeting& meeting);
    Result<std::optional<ConsoleMeeting>> find(const QString& uid) const;

private:
    Connection& m_connection;
};

} // namespace reserve
