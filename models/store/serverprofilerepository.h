// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

class ServerProfileRepository final
{
public:
    explicit ServerProfileRepository(Connection& connection);

    Result<QList<ServerProfile>> all() const;
    Result<std::optional<ServerProfile>> find(ServerProfileId id) const;
    // Inserts when id is none; writes nothing when nothing differs. Errors: server-profile.missing (id).
    Result<ServerProfileId> save(const ServerProfile& profile, const QString& actor);
    Result<void> remove(ServerProfileId id, const QString& actor);

private:
    Result<ServerProfileId> write(const ServerProfile& profile);

    Connection& m_connection;
};

} // namespace reserve
