// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/policyrules.h"
#include "models/booking/recipientdirectory.h"
#include "models/entities/noticebook.h"
#include "models/entities/policybook.h"
#include "models/entities/serverprofile.h"
#include "models/entities/space.h"
#include "models/settings/settings.h"
#include "models/store/unit.h"

#include <QList>

#include <memory>

namespace reserve {

// One consistent snapshot of everything that is set up, with the look-ups made from it. Immutable and shared between
// threads; who needs a newer one loads it again when the change feed says that settings, spaces or profiles moved.
class Configuration final
{
public:
    static Result<std::shared_ptr<const Configuration>> load(const ReadUnit& unit);

    Configuration(Settings settings, QList<Space> spaces, QList<ServerProfile> profiles, PolicyBook policies = {},
                  NoticeBook notices = {});

    const Settings& settings() const { return m_settings; }
    const QList<Space>& spaces() const { return m_spaces; }
    const QList<ServerProfile>& profiles() const { return m_profiles; }
    const RecipientDirectory& directory() const { return m_directory; }

    const PolicyBook& policies() const { return m_policies; }
    // The texts of mails that were written in place of the built-in ones.
    const NoticeBook& notices() const { return m_notices; }

    const Space* space(SpaceId id) const;
    // The space's own zone, else reserve.time-zone; empty when neither is set (R-TIMEZONE: never guessed).
    QByteArray zoneOf(const Space& space) const;
    // The booking policies in force for a space, for one who is `external` or not.
    PolicyFacts policyFacts(const Space& space, bool external) const;
    // Accepted requester domains and the server profiles' domains (R-GATE).
    QStringList acceptedDomains() const;

private:
    Settings m_settings;
    QList<Space> m_spaces;
    QList<ServerProfile> m_profiles;
    PolicyBook m_policies;
    NoticeBook m_notices;
    QHash<SpaceId, qsizetype> m_index;
    RecipientDirectory m_directory;
};

} // namespace reserve
