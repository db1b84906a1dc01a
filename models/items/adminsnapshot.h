// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"
#include "models/entities/space.h"
#include "models/items/fielddraft.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <optional>

namespace reserve {

class ReadUnit;

// What the page Exchange Admin edits, as the store has it.
struct AdminSnapshot
{
    QMap<QString, QString> settings; // as stored, without defaults
    QList<Space> spaces;
    QList<ServerProfile> profiles;

    const Space* space(qint64 id) const;
    const ServerProfile* profile(qint64 id) const;
    // A setting without a stored value has its default; nothing for a thing that is gone.
    std::optional<QString> text(const FieldPath& path) const;

    friend bool operator==(const AdminSnapshot&, const AdminSnapshot&) = default;
};

Result<AdminSnapshot> readAdminSnapshot(const ReadUnit& unit);

} // namespace reserve
