// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/noticebook.h"
#include "models/entities/policybook.h"
#include "models/entities/serverprofile.h"
#include "models/entities/space.h"
#include "models/items/fielddraft.h"

#include <QHash>
#include <QList>
#include <QMap>

#include <optional>

namespace reserve {

class ReadUnit;

// What the page Exchange Admin edits, as the store has it. Things are found by id without a search: a table asks for
// every cell.
class AdminSnapshot final
{
public:
    AdminSnapshot() = default;
    AdminSnapshot(QMap<QString, QString> settings, QList<Space> spaces, QList<ServerProfile> profiles,
                  PolicyBook policies = {}, NoticeBook notices = {});

    const QMap<QString, QString>& settings() const { return m_settings; } // as stored, without defaults
    const QList<Space>& spaces() const { return m_spaces; }
    const QList<ServerProfile>& profiles() const { return m_profiles; }
    const PolicyBook& policies() const { return m_policies; }
    const NoticeBook& notices() const { return m_notices; }

    const Space* space(qint64 id) const;
    const ServerProfile* profile(qint64 id) const;
    // A setting without a stored value has its default; nothing for a thing that is gone.
    std::optional<QString> text(const FieldPath& path) const;

    friend bool operator==(const AdminSnapshot&, const AdminSnapshot&) = default;

private:
    QMap<QString, QString> m_settings;
    QList<Space> m_spaces;
    QList<ServerProfile> m_profiles;
    PolicyBook m_policies;
    NoticeBook m_notices;
    QHash<qint64, qsizetype> m_spaceAt;
    QHash<qint64, qsizetype> m_profileAt;
};

Result<AdminSnapshot> readAdminSnapshot(const ReadUnit& unit);

} // namespace reserve
