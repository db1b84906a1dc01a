// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/spaceaddresses.h"

#include "models/base/address.h"

#include <algorithm>

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");

} // namespace

SpaceAddresses::SpaceAddresses(const QList<Space>& spaces)
{
    for (const Space& space : spaces)
        add(space);
}

void SpaceAddresses::add(const Space& space)
{
    const Holder holder{space.id, space.name};
    if (!space.mailbox.isEmpty())
        m_mailboxes[addressKey(space.mailbox)].append(holder);
    if (!space.delegateContact.isEmpty())
        m_contacts[addressKey(space.delegateContact)].append(holder);
}

std::optional<QString> SpaceAddresses::otherHolder(const Holders& holders, const QString& address, SpaceId own)
{
    if (address.isEmpty())
        return std::nullopt;
    const QList<Holder> found = holders.value(addressKey(address));
    const auto other = std::find_if(found.begin(), found.end(), [own](const Holder& one) { return one.id != own; });
    return other == found.end() ? std::nullopt : std::optional(other->name);
}

std::optional<Reason> SpaceAddresses::clashOfContact(const Space& space) const
{
    const QString& contact = space.delegateContact;
    const QString contactKey = QStringLiteral("contact");
    if (const auto other = otherHolder(m_contacts, contact, space.id))
        return Reason{"space.contact-taken", {{contactKey, contact}, {spaceKey, *other}}};
    if (const auto other = otherHolder(m_mailboxes, contact, space.id))
        return Reason{"space.contact-is-mailbox", {{contactKey, contact}, {spaceKey, *other}}};
    return std::nullopt;
}

std::optional<Reason> SpaceAddresses::clashOfMailbox(const Space& space) const
{
    if (const auto other = otherHolder(m_contacts, space.mailbox, space.id))
        return Reason{"space.mailbox-is-contact", {{QStringLiteral("mailbox"), space.mailbox}, {spaceKey, *other}}};
    return std::nullopt;
}

} // namespace reserve
