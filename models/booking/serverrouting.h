// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"
#include "models/entities/space.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace reserve {

// R-SERVERS [FAQ 12]: which server a room's address belongs to. "Domain matches" is domainMatches(): equal,
// or a suffix after a dot, without regard to case. Pure; any thread.

// The profile with the longest matching mail domain; none: nobody handles the address. Where two name the
// same domain, the one that was made first (the smaller id; one that has no id yet comes last, then the
// earlier in the list). Points into `profiles`.
const ServerProfile* profileFor(const QList<ServerProfile>& profiles, QStringView address);

// A mail domain that several profiles name: only the first of them is ever asked.
struct DomainOverlap
{
    QString domain;            // lower case
    QList<qsizetype> profiles; // places in the list given, the one that is asked first

    friend bool operator==(const DomainOverlap&, const DomainOverlap&) = default;
};

// In order of the domain. One profile that names a domain twice is no overlap.
QList<DomainOverlap> overlapsOf(const QList<ServerProfile>& profiles);

// Spaces whose mailbox no profile handles, in the order given: they are answered by mail through the outgoing
// server. Without any profile these are all of them.
QList<SpaceId> spacesWithoutProfile(const QList<Space>& spaces, const QList<ServerProfile>& profiles);

} // namespace reserve
