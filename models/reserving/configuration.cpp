// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/configuration.h"

namespace reserve {

Result<std::shared_ptr<const Configuration>> Configuration::load(const ReadUnit& unit)
{
    auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    auto policies = unit.policies().all();
    if (!policies)
        return failure(policies.error());
    auto notices = unit.notices().all();
    if (!notices)
        return failure(notices.error());
    return std::make_shared<const Configuration>(Settings(std::move(*stored)), std::move(*spaces), std::move(*profiles),
                                                 std::move(*policies), std::move(*notices));
}

Configuration::Configuration(Settings settings, QList<Space> spaces, QList<ServerProfile> profiles, PolicyBook policies,
                             NoticeBook notices)
    : m_settings(std::move(settings))
    , m_spaces(std::move(spaces))
    , m_profiles(std::move(profiles))
    , m_policies(std::move(policies))
    , m_notices(std::move(notices))
    , m_directory(m_spaces, m_profiles, m_settings)
{
    for (qsizetype i = 0; i < m_spaces.size(); ++i)
        m_index.insert(m_spaces.at(i).id, i);
}

const Space* Configuration::space(SpaceId id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? nullptr : &m_spaces.at(*it);
}

QByteArray Configuration::zoneOf(const Space& space) const
{
    return space.timeZone.isEmpty() ? m_settings.timeZone() : space.timeZone;
}

PolicyFacts Configuration::policyFacts(const Space& space, bool external) const
{
    return {m_policies.policyFor(space), zoneOf(space), external};
}

QStringList Configuration::acceptedDomains() const
{
    QStringList domains = m_settings.acceptedDomains();
    for (const ServerProfile& profile : m_profiles)
        domains += profile.mailDomains;
    return domains;
}

} // namespace reserve
