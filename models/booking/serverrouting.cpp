// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/serverrouting.h"

#include "models/base/address.h"

#include <QMap>

#include <algorithm>

namespace reserve {

namespace {

bool wasMadeBefore(const ServerProfile& left, const ServerProfile& right)
{
    const bool leftIsMade = left.id.value > 0; // a draft's new ones have negative ids
    const bool rightIsMade = right.id.value > 0;
    if (!leftIsMade || !rightIsMade)
        return leftIsMade && !rightIsMade;
    return left.id < right.id;
}

// -1: the profile does not handle the domain.
qsizetype longestMatch(const ServerProfile& profile, QStringView domain)
{
    qsizetype longest = -1;
    for (const QString& accepted : profile.mailDomains) {
        if (domainMatches(domain, accepted))
            longest = std::max(longest, accepted.size());
    }
    return longest;
}

} // namespace

const ServerProfile* profileFor(const QList<ServerProfile>& profiles, QStringView address)
{
    const QStringView domain = domainOf(address);
    const ServerProfile* best = nullptr;
    qsizetype bestLength = -1;
    for (const ServerProfile& profile : profiles) {
        const qsizetype length = longestMatch(profile, domain);
        if (length < 0)
            continue;
        if (length > bestLength || (length == bestLength && wasMadeBefore(profile, *best))) {
            best = &profile;
            bestLength = length;
        }
    }
    return best;
}

QList<DomainOverlap> overlapsOf(const QList<ServerProfile>& profiles)
{
    QMap<QString, QList<qsizetype>> named;
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        for (const QString& domain : profiles.at(i).mailDomains) {
            QList<qsizetype>& places = named[domain.toLower()];
            if (!places.contains(i))
                places.append(i);
        }
    }
    QList<DomainOverlap> overlaps;
    for (auto it = named.begin(); it != named.end(); ++it) {
        if (it->size() < 2)
            continue;
        std::stable_sort(it->begin(), it->end(), [&](qsizetype left, qsizetype right) {
            return wasMadeBefore(profiles.at(left), profiles.at(right));
        });
        overlaps.append({it.key(), *it});
    }
    return overlaps;
}

QList<SpaceId> spacesWithoutProfile(const QList<Space>& spaces, const QList<ServerProfile>& profiles)
{
    QList<SpaceId> without;
    for (const Space& space : spaces) {
        if (!profileFor(profiles, space.mailbox))
            without.append(space.id);
    }
    return without;
}

} // namespace reserve
