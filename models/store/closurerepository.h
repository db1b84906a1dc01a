// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/closure.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

class ClosureRepository final
{
public:
    explicit ClosureRepository(Connection& connection);

    // Those that concern this space (by id, by building, or everywhere) and touch `range`.
    Result<QList<Closure>> touching(SpaceId space, TimeRange range) const;
    Result<QList<Closure>> all() const;
    Result<std::optional<Closure>> find(ClosureId id) const;
    // Inserts when id is none; writes nothing when nothing differs. Errors: closure.missing (id), closure.time-empty
    // (start, end).
    Result<ClosureId> save(const Closure& closure, const QString& actor);
    Result<void> remove(ClosureId id, const QString& actor);

private:
    Result<ClosureId> write(const Closure& closure);

    Connection& m_connection;
};

} // namespace reserve
