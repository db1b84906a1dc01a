// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/adminplan.h"

#include "models/base/address.h"
#include "models/booking/spaceaddresses.h"
#include "models/entities/noticetemplate.h"
#include "models/items/noticepath.h"
#include "models/items/policypath.h"
#include "models/secrets/certificates.h"
#include "models/settings/settingdefinition.h"
#include "models/store/unit.h"
#include "models/wording/noticewords.h"

#include <algorithm>

namespace reserve {

namespace {

using Kind = FieldPath::Kind;

// The edits of one space or profile, put onto a copy of what is there.
template<typename Thing, typename Named>
Thing drafted(Thing thing, Kind kind, qint64 id, const FieldDraft& draft, Named named, QList<AdminProblem>* problems)
{
    const FieldDraft::Edits& edits = draft.edits();
    for (auto edit = edits.lower_bound({kind, id, {}});
         edit != edits.end() && edit->first.kind == kind && edit->first.id == id; ++edit) {
        const auto field = named(edit->first.field);
        if (!field)
            continue;
        if (const auto set = setText(thing, *field, edit->second.text); !set && problems)
            problems->append({edit->first, set.error().reason()});
    }
    return thing;
}

QList<qint64> editedIds(const FieldDraft& draft, Kind kind)
{
    QList<qint64> ids;
    for (const auto& [path, edit] : draft.edits()) {
        if (path.kind == kind && !ids.contains(path.id))
            ids.append(path.id);
    }
    for (const FieldPath& path : draft.added()) {
        if (path.kind == kind && !ids.contains(path.id))
            ids.append(path.id);
    }
    return ids;
}

template<typename Field, typename Named>
QList<std::pair<Field, QString>> fieldsOf(const FieldDraft& draft, Kind kind, qint64 id, Named named)
{
    QList<std::pair<Field, QString>> fields;
    for (const auto& [path, edit] : draft.edits()) {
        if (path.kind != kind || path.id != id)
            continue;
        if (const auto field = named(path.field))
            fields.append({*field, edit.text});
    }
    return fields;
}

class Planner final
{
public:
    Planner(const AdminSnapshot& snapshot, const FieldDraft& draft, QDate today)
        : m_snapshot(snapshot)
        , m_draft(draft)
        , m_today(today)
    {
    }

    AdminPlan plan()
    {
        planSettings();
        planPolicies();
        planNotices();
        for (const qint64 id : editedIds(m_draft, Kind::Space))
            planSpace(id);
        for (const qint64 id : editedIds(m_draft, Kind::Profile))
            planProfile(id);
        for (const FieldPath& path : m_draft.removed()) {
            if (path.kind == Kind::Space)
                m_plan.removedSpaces.append(SpaceId{path.id});
            else
                m_plan.removedProfiles.append(ServerProfileId{path.id});
        }
        findTakenMailboxes();
        findSharedContacts();
        findTakenNames();
        return m_plan;
    }

private:
    void planSettings()
    {
        for (const auto& [path, edit] : m_draft.edits()) {
            if (path.kind != Kind::Setting)
                continue;
            if (const auto value = normalised(path.field, edit.text))
                m_plan.settings.insert(path.field, *value);
            else
                m_plan.problems.append({path, value.error().reason()});
        }
    }

    void planPolicies()
    {
        for (const auto& [path, edit] : m_draft.edits()) {
            if (path.kind != Kind::Policy || m_draft.isRemoved(Kind::Space, path.id))
                continue;
            const std::optional<QString> value = policyValue(edit.text);
            const auto normal = value ? normalisedPolicy(policyName(path), *value) : Result<QString>(QString());
            if (!normal)
                m_plan.problems.append({path, normal.error().reason()});
            else
                m_plan.policies.append(
                    {policyScope(path), policyName(path), value ? std::optional(*normal) : std::nullopt});
        }
    }

    void planNotices()
    {
        for (const auto& [path, edit] : m_draft.edits()) {
            const auto key = noticeKey(path);
            if (!key)
                continue;
            const auto text = normalisedNotice(key->kind, key->part, edit.text);
            if (!text)
                m_plan.problems.append({path, text.error().reason()});
            else
                m_plan.notices.append({*key, *text == builtInNotice(*key) ? std::nullopt : std::optional(*text)});
        }
    }

    void planSpace(qint64 id)
    {
        const bool isNew = m_draft.isAdded(Kind::Space, id);
        const Space* stored = m_snapshot.space(id);
        const Space space
            = drafted(stored ? *stored : Space{}, Kind::Space, id, m_draft, spaceFieldNamed, &m_plan.problems);
        if (isNew)
            requireOfNew(space, id);
        if (const auto whole = checkWhole(space); !whole)
            m_plan.problems.append({{Kind::Space, id, columnName(SpaceField::WorkEnd)}, whole.error().reason()});
        m_plan.spaces.append(
            {isNew ? SpaceId{} : SpaceId{id}, fieldsOf<SpaceField>(m_draft, Kind::Space, id, spaceFieldNamed)});
    }

    // A field that was never typed into is no edit; two of them a space cannot do without.
    void requireOfNew(const Space& space, qint64 id)
    {
        const FieldPath name{Kind::Space, id, columnName(SpaceField::Name)};
        const FieldPath mailbox{Kind::Space, id, columnName(SpaceField::Mailbox)};
        if (space.name.isEmpty() && !m_draft.isChanged(name))
            m_plan.problems.append({name, {"space.name-empty", {}}});
        if (space.mailbox.isEmpty() && !m_draft.isChanged(mailbox))
            m_plan.problems.append({mailbox, {"space.mailbox-empty", {}}});
    }

    void planProfile(qint64 id)
    {
        const bool isNew = m_draft.isAdded(Kind::Profile, id);
        const ServerProfile* stored = m_snapshot.profile(id);
        ServerProfile profile = drafted(stored ? *stored : ServerProfile{}, Kind::Profile, id, m_draft,
                                        profileFieldNamed, &m_plan.problems);
        splitUserName(profile); // as applying does
        for (const ProfileProblem& problem : checkWhole(profile))
            addProblem(id, problem);
        if (m_draft.isChanged({Kind::Profile, id, profileFieldName(ProfileField::Certificate)}))
            checkCertificate(profile, id);
        m_plan.profiles.append({isNew ? ServerProfileId{} : ServerProfileId{id},
                                fieldsOf<ProfileField>(m_draft, Kind::Profile, id, profileFieldNamed)});
    }

    // One at a field: a text that cannot stand in it is said before what follows from its absence.
    void addProblem(qint64 id, const ProfileProblem& problem)
    {
        const FieldPath path{Kind::Profile, id, profileFieldName(problem.field)};
        if (!m_plan.problemAt(path))
            m_plan.problems.append({path, problem.reason});
    }

    // Only one that is put in: what runs out later is warned of, and must not keep everything else from being applied.
    void checkCertificate(const ServerProfile& profile, qint64 id)
    {
        const auto certificates = readCertificates(profile.certificate);
        if (!certificates || certificates->isEmpty())
            return;
        const CertificateFacts& own = certificates->first();
        if (own.validUntil < m_today)
            addProblem(id,
                       {ProfileField::Certificate,
                        {"profile.certificate-over", {{QStringLiteral("end"), own.validUntil.toString(Qt::ISODate)}}}});
        else if (own.validFrom > m_today)
            addProblem(
                id,
                {ProfileField::Certificate,
                 {"profile.certificate-early", {{QStringLiteral("start"), own.validFrom.toString(Qt::ISODate)}}}});
    }

    // Commands and people name a server by its name.
    void findTakenNames()
    {
        QHash<QString, qint64> holders;
        for (const ServerProfile& profile : draftedProfiles(m_snapshot, m_draft)) {
            const QString key = profile.name.toLower();
            const auto holder = holders.constFind(key);
            if (key.isEmpty() || holder == holders.cend()) {
                holders.insert(key, profile.id.value);
                continue;
            }
            const auto isChanged = [this](qint64 id) {
                return m_draft.isChanged({Kind::Profile, id, profileFieldName(ProfileField::Name)});
            };
            const qint64 toMend = isChanged(profile.id.value) ? profile.id.value : *holder;
            if (isChanged(toMend)) {
                addProblem(toMend,
                           {ProfileField::Name, {"profile.name-taken", {{QStringLiteral("name"), profile.name}}}});
            }
        }
    }

    void findTakenMailboxes()
    {
        const QString column = columnName(SpaceField::Mailbox);
        const QList<Space> spaces = draftedSpaces(m_snapshot, m_draft);
        QHash<QString, const Space*> holders;
        for (const Space& space : spaces) {
            const QString key = addressKey(space.mailbox);
            if (key.isEmpty())
                continue;
            const Space* holder = holders.value(key);
            if (!holder) {
                holders.insert(key, &space);
                continue;
            }
            // Of the two, the one that was edited is to be mended.
            const bool thisOne = m_draft.isChanged({Kind::Space, space.id.value, column});
            const Space& taken = thisOne ? space : *holder;
            const Space& by = thisOne ? *holder : space;
            m_plan.problems.append(
                {{Kind::Space, taken.id.value, column},
                 {"space.mailbox-taken",
                  {{QStringLiteral("mailbox"), taken.mailbox}, {QStringLiteral("space"), by.name}}}});
        }
    }

    // Only at what was edited: what stands so already must not keep everything else from being applied.
    void findSharedContacts()
    {
        const FieldPath mailbox{Kind::Space, 0, columnName(SpaceField::Mailbox)};
        const FieldPath contact{Kind::Space, 0, columnName(SpaceField::DelegateContact)};
        const QList<Space> spaces = draftedSpaces(m_snapshot, m_draft);
        const SpaceAddresses addresses(spaces);
        const auto note = [this](FieldPath path, const Space& space, const std::optional<Reason>& clash) {
            path.id = space.id.value;
            if (clash && m_draft.isChanged(path) && !m_plan.problemAt(path))
                m_plan.problems.append({path, *clash});
        };
        for (const Space& space : spaces) {
            note(mailbox, space, addresses.clashOfMailbox(space));
            note(contact, space, addresses.clashOfContact(space));
        }
    }

    const AdminSnapshot& m_snapshot;
    const FieldDraft& m_draft;
    const QDate m_today;
    AdminPlan m_plan;
};

Failure gone(const char* what, qint64 id)
{
    return failure("draft.gone",
                   {{QStringLiteral("what"), QLatin1String(what)}, {QStringLiteral("id"), QString::number(id)}});
}

Result<void> applySpaces(WriteUnit& unit, const AdminPlan& plan, const QString& actor)
{
    for (const SpaceId id : plan.removedSpaces) {
        if (const auto removed = unit.spaces().remove(id, actor); !removed)
            return removed;
    }
    QList<Space> spaces;
    for (const auto& edited : plan.spaces) {
        Space space;
        if (edited.id) {
            const auto found = unit.spaces().find(edited.id);
            if (!found)
                return failure(found.error());
            if (!*found)
                return gone("space", edited.id.value);
            space = **found;
        }
        for (const auto& [field, text] : edited.fields) {
            if (const auto set = setText(space, field, text); !set)
                return set;
        }
        if (const auto whole = checkWhole(space); !whole)
            return whole;
        spaces.append(space);
    }
    return unit.spaces().saveAll(spaces, actor);
}

Result<void> applyProfiles(WriteUnit& unit, const AdminPlan& plan, const QString& actor)
{
    for (const ServerProfileId id : plan.removedProfiles) {
        if (const auto removed = unit.serverProfiles().remove(id, actor); !removed)
            return removed;
    }
    const auto all = unit.serverProfiles().all();
    if (!all)
        return failure(all.error());
    for (const auto& edited : plan.profiles) {
        ServerProfile profile;
        if (edited.id) {
            const auto found = std::find_if(all->begin(), all->end(),
                                            [&](const ServerProfile& stored) { return stored.id == edited.id; });
            if (found == all->end())
                return gone("server", edited.id.value);
            profile = *found;
        }
        for (const auto& [field, text] : edited.fields) {
            if (const auto set = setText(profile, field, text); !set)
                return set;
        }
        splitUserName(profile);
        if (const auto problems = checkWhole(profile); !problems.isEmpty())
            return failure(problems.first().reason.code, problems.first().reason.arguments);
        if (const auto saved = unit.serverProfiles().save(profile, actor); !saved)
            return failure(saved.error());
    }
    return {};
}

Result<void> applyPolicies(WriteUnit& unit, const AdminPlan& plan, const QString& actor)
{
    for (const AdminPlan::EditedPolicy& policy : plan.policies) {
        if (const auto set = unit.policies().set(policy.scope, policy.name, policy.value, actor); !set)
            return set;
    }
    return {};
}

Result<void> applyNotices(WriteUnit& unit, const AdminPlan& plan, const QString& actor)
{
    for (const AdminPlan::EditedNotice& notice : plan.notices) {
        if (const auto set = unit.notices().set(notice.key, notice.text, actor); !set)
            return set;
    }
    return {};
}

} // namespace

const AdminProblem* AdminPlan::problemAt(const FieldPath& path) const
{
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&path](const AdminProblem& problem) { return problem.path == path; });
    return found == problems.end() ? nullptr : &*found;
}

AdminPlan planAdmin(const AdminSnapshot& snapshot, const FieldDraft& draft, QDate today)
{
    return Planner(snapshot, draft, today).plan();
}

QList<Space> draftedSpaces(const AdminSnapshot& snapshot, const FieldDraft& draft)
{
    QList<Space> spaces;
    for (const Space& space : snapshot.spaces()) {
        if (!draft.isRemoved(Kind::Space, space.id.value))
            spaces.append(drafted(space, Kind::Space, space.id.value, draft, spaceFieldNamed, nullptr));
    }
    for (const FieldPath& path : draft.added()) {
        if (path.kind != Kind::Space)
            continue;
        Space space = drafted(Space{}, Kind::Space, path.id, draft, spaceFieldNamed, nullptr);
        space.id = SpaceId{path.id};
        spaces.append(space);
    }
    return spaces;
}

QList<ServerProfile> draftedProfiles(const AdminSnapshot& snapshot, const FieldDraft& draft)
{
    QList<ServerProfile> profiles;
    for (const ServerProfile& profile : snapshot.profiles()) {
        if (!draft.isRemoved(Kind::Profile, profile.id.value))
            profiles.append(drafted(profile, Kind::Profile, profile.id.value, draft, profileFieldNamed, nullptr));
    }
    for (const FieldPath& path : draft.added()) {
        if (path.kind != Kind::Profile)
            continue;
        ServerProfile profile = drafted(ServerProfile{}, Kind::Profile, path.id, draft, profileFieldNamed, nullptr);
        profile.id = ServerProfileId{path.id};
        profiles.append(profile);
    }
    return profiles;
}

PolicyBook draftedPolicies(const AdminSnapshot& snapshot, const FieldDraft& draft)
{
    PolicyBook book = snapshot.policies();
    for (const auto& [path, edit] : draft.edits()) {
        if (path.kind != Kind::Policy)
            continue;
        const auto value = policyValue(edit.text);
        const auto normal = value ? normalisedPolicy(policyName(path), *value) : Result<QString>(QString());
        if (value && normal)
            book.set(policyScope(path), policyName(path), *normal);
        else if (!value)
            book.clear(policyScope(path), policyName(path));
    }
    return book;
}

Result<void> applyAdmin(WriteUnit& unit, const AdminPlan& plan, const QString& actor)
{
    for (auto setting = plan.settings.begin(); setting != plan.settings.end(); ++setting) {
        if (const auto set = unit.settings().set(setting.key(), setting.value(), actor); !set)
            return set;
    }
    if (const auto applied = applySpaces(unit, plan, actor); !applied)
        return applied;
    if (const auto applied = applyProfiles(unit, plan, actor); !applied)
        return applied;
    if (const auto applied = applyPolicies(unit, plan, actor); !applied)
        return applied;
    if (const auto applied = applyNotices(unit, plan, actor); !applied)
        return applied;
    Command reload;
    reload.kind = CommandKind::ReloadSettings;
    reload.createdAt = unit.now();
    reload.actor = actor;
    if (const auto appended = unit.commands().append(reload); !appended)
        return failure(appended.error());
    return {};
}

} // namespace reserve
