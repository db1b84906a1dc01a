// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"

#include <QList>

namespace reserve {

class Connection;

class ServerProfileRepository final
{
public:
    explicit ServerProfileRepository(Connection& connection);

    Result<QList<ServerProfile>> all() const;
    Result<ServerProfileId> save(const ServerProfile& profile, const QString& actor);
    Result<void> remove(ServerProfileId id, const QString& actor);

private:
    Connection& m_connection;
};

} // namespace reserve
