// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/space.h"

#include <QList>

#include <optional>

namespace reserve {

class Connection;

// Spaces. Known by mailbox without regard to case: two that differ only in case are refused (space.mailbox-taken).
// A space with reservations can be closed, not removed (space.has-reservations).
class SpaceRepository final
{
public:
    explicit SpaceRepository(Connection& connection);

    // By building, then name in natural order ("CR2" before "CR10").
    Result<QList<Space>> all() const;
    Result<std::optional<Space>> find(SpaceId id) const;
    // By mailbox without regard to case.
    Result<std::optional<Space>> findByMailbox(const QString& mailbox) const;

    // Inserts when id is none; writes nothing when nothing differs. Errors: space.name-empty (mailbox),
    // space.mailbox-empty (space), space.mailbox-taken (mailbox, space), space.missing (id).
    Result<SpaceId> save(const Space& space, const QString& actor);
    // In one go: spaces that stand already may exchange their mailboxes. After an error the unit has to be dropped.
    Result<void> saveAll(const QList<Space>& spaces, const QString& actor);
    // Its closures go with it. Errors: space.has-reservations (space, count), space.missing (id).
    Result<void> remove(SpaceId id, const QString& actor);

private:
    Result<void> check(const Space& space) const;
    Result<SpaceId> write(const Space& space);
    Result<void> giveUpMailbox(const Space& space);

    Connection& m_connection;
};

} // namespace reserve
