// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"
#include "models/entities/space.h"
#include "models/settings/settings.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace reserve {

// R-SUBDOMAIN, R-MAILBOX-CASE [FAQ 2c, 4]: which space an envelope recipient means, and which domains are ours.
struct RecipientJudgement
{
    enum class Kind {
        Space,         // taken and decided
        DiffersInCase, // taken and held: the mailbox of spaceId, but for case
        SharedContact, // taken and held: the delegate contact of several spaces, so of none
        Postmaster,    // taken and kept
        ReturnAddress, // taken, and kept where the gate lets it in: what comes back of our own mails (R-CONFIRM)
        Unknown,       // 550 5.1.1: a domain of ours, nobody of that name
        NotOurs        // 550 5.7.1: no relaying
    };

    Kind kind = Kind::NotOurs;
    SpaceId spaceId;
    Reason reason;

    bool isHeld() const { return kind == Kind::DiffersInCase || kind == Kind::SharedContact; }
    bool isTaken() const { return kind != Kind::Unknown && kind != Kind::NotOurs; }
    friend bool operator==(const RecipientJudgement&, const RecipientJudgement&) = default;
};

// An immutable look-up made from one snapshot of the configuration; any thread. Two spaces with the same delegate
// contact, as older stores may have them: neither is chosen.
class RecipientDirectory final
{
public:
    RecipientDirectory() = default;
    RecipientDirectory(const QList<Space>& spaces, const QList<ServerProfile>& profiles, const Settings& settings);

    // `address` as given in RCPT, without brackets.
    RecipientJudgement judge(const QString& address) const;
    bool isOurDomain(QStringView domain) const;

private:
    QHash<QString, SpaceId> m_mailboxes;       // letter by letter
    QHash<QString, SpaceId> m_mailboxKeys;     // lower case
    QHash<QString, QString> m_mailboxSpelling; // lower case to the spelling here
    QHash<QString, QList<SpaceId>> m_contactKeys;
    QHash<QString, QStringList> m_contactSpaces; // lower case to the names of the spaces
    QSet<QString> m_domains;                     // lower case
    QString m_subDomain;
    QString m_returnKey; // of outgoing.from
    bool m_ignoreCase = false;
};

} // namespace reserve
