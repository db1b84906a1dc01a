// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/space.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// R-SUBDOMAIN: the envelope recipient alone says which space is meant, so an address belongs to one space, be it as
// its mailbox or as its delegate contact; case does not make another address. A space may have both the same. Built
// space by space; of one thread.
class SpaceAddresses final
{
public:
    SpaceAddresses() = default;
    explicit SpaceAddresses(const QList<Space>& spaces);

    void add(const Space& space);

    // Why the space cannot have its delegate contact: space.contact-taken, space.contact-is-mailbox (both: contact,
    // space: whose it is). Spaces with the same id are the same.
    std::optional<Reason> clashOfContact(const Space& space) const;
    // Why it cannot have its mailbox: space.mailbox-is-contact (mailbox, space).
    std::optional<Reason> clashOfMailbox(const Space& space) const;

private:
    struct Holder
    {
        SpaceId id;
        QString name;
    };
    using Holders = QHash<QString, QList<Holder>>;

    static std::optional<QString> otherHolder(const Holders& holders, const QString& address, SpaceId own);

    Holders m_mailboxes; // by addressKey()
    Holders m_contacts;
};

} // namespace reserve
