// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exporting/profilefields.h"
#include "models/exporting/spacefields.h"
#include "models/items/adminsnapshot.h"

namespace reserve {

class WriteUnit;

// Why a field of the draft cannot be applied.
struct AdminProblem
{
    FieldPath path;
    Reason reason;
};

// What applying a draft would write. Only the edited fields of a space or profile are in it, so that what somebody else
// changed beside them stays.
struct AdminPlan
{
    template<typename Identity, typename Field>
    struct Edited
    {
        Identity id; // none: new
        QList<std::pair<Field, QString>> fields;
    };

    struct EditedPolicy
    {
        PolicyScope scope;
        QString name;
        std::optional<QString> value; // none: inherited
    };

    struct EditedNotice
    {
        NoticeKey key;
        std::optional<QString> text; // none: the built-in one
    };

    QMap<QString, QString> settings;
    QList<Edited<SpaceId, SpaceField>> spaces;
    QList<SpaceId> removedSpaces;
    QList<Edited<ServerProfileId, ProfileField>> profiles;
    QList<ServerProfileId> removedProfiles;
    QList<EditedPolicy> policies;
    QList<EditedNotice> notices;
    QList<AdminProblem> problems;

    bool canBeApplied() const { return problems.isEmpty(); }
    const AdminProblem* problemAt(const FieldPath& path) const;
};

// Problems: those of normalised(), normalisedPolicy(), normalisedNotice(), spacefields.h and profilefields.h,
// space.mailbox-taken (mailbox, space), those of SpaceAddresses, profile.name-taken (name), profile.certificate-over
// (end) and profile.certificate-early (start). `today` is the day by which a certificate that is put in is judged.
AdminPlan planAdmin(const AdminSnapshot& snapshot, const FieldDraft& draft, QDate today = QDate::currentDate());

// The spaces as they would be: added ones at the end, removed ones left out, text that cannot be applied left as it is.
QList<Space> draftedSpaces(const AdminSnapshot& snapshot, const FieldDraft& draft);
QList<ServerProfile> draftedProfiles(const AdminSnapshot& snapshot, const FieldDraft& draft);

// The policies as they would be: text that cannot be applied left as it is.
PolicyBook draftedPolicies(const AdminSnapshot& snapshot, const FieldDraft& draft);

// All of it in the caller's unit of work, and the command that makes a running agent take it up. Errors: draft.gone
// (what, id) when somebody removed what was edited, and those of the repositories.
Result<void> applyAdmin(WriteUnit& unit, const AdminPlan& plan, const QString& actor);

} // namespace reserve
