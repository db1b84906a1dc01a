// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/recipientdirectory.h"

#include "models/base/address.h"

namespace reserve {

RecipientDirectory::RecipientDirectory(const QList<Space>& spaces, const QList<ServerProfile>& profiles,
                                       const Settings& settings)
    : m_subDomain(settings.reserveSubDomain().toLower())
    , m_returnKey(addressKey(settings.outgoingFrom()))
    , m_ignoreCase(settings.ignoreMailboxCase())
{
    const auto addDomain = [this](QStringView domain) {
        if (!domain.isEmpty())
            m_domains.insert(domain.toString().toLower());
    };
    for (const Space& space : spaces) {
        m_mailboxes.insert(space.mailbox, space.id);
        m_mailboxKeys.insert(addressKey(space.mailbox), space.id);
        m_mailboxSpelling.insert(addressKey(space.mailbox), space.mailbox);
        addDomain(domainOf(space.mailbox));
        if (!space.delegateContact.isEmpty()) {
            m_contactKeys[addressKey(space.delegateContact)].append(space.id);
            m_contactSpaces[addressKey(space.delegateContact)].append(space.name);
            addDomain(domainOf(space.delegateContact));
        }
    }
    for (const ServerProfile& profile : profiles) {
        for (const QString& domain : profile.mailDomains)
            addDomain(domain);
    }
}

bool RecipientDirectory::isOurDomain(QStringView domain) const
{
    const QString key = domain.toString().toLower();
    if (key.isEmpty())
        return false;
    if (m_domains.contains(key))
        return true;
    // The sub-domain is a whole domain ("reserve.mycompany.com") or its leading labels ("reserve").
    if (!m_subDomain.isEmpty()
        && (domainMatches(key, m_subDomain) || key.startsWith(QString(m_subDomain + QLatin1Char('.')))))
        return true;
    qsizetype dot = key.indexOf(QLatin1Char('.'));
    while (dot >= 0) {
        if (m_domains.contains(key.mid(dot + 1)))
            return true;
        dot = key.indexOf(QLatin1Char('.'), dot + 1);
    }
    return false;
}

RecipientJudgement RecipientDirectory::judge(const QString& address) const
{
    using Kind = RecipientJudgement::Kind;
    const QString key = addressKey(address);
    if (const auto exact = m_mailboxes.constFind(address); exact != m_mailboxes.cend())
        return {Kind::Space, *exact, {"rcpt.mailbox", {}}};
    if (const auto contact = m_contactKeys.constFind(key); contact != m_contactKeys.cend()) {
        if (contact->size() == 1)
            return {Kind::Space, contact->first(), {"rcpt.delegate-contact", {}}};
        return {Kind::SharedContact,
                {},
                {"rcpt.contact-shared",
                 {{QStringLiteral("spaces"), m_contactSpaces.value(key).join(QLatin1String(", "))},
                  {QStringLiteral("recipient"), address}}}};
    }
    if (const auto similar = m_mailboxKeys.constFind(key); similar != m_mailboxKeys.cend()) {
        if (m_ignoreCase)
            return {Kind::Space, *similar, {"rcpt.mailbox-ignoring-case", {}}};
        return {Kind::DiffersInCase,
                *similar,
                {"rcpt.differs-in-case",
                 {{QStringLiteral("here"), m_mailboxSpelling.value(key)}, {QStringLiteral("recipient"), address}}}};
    }
    const QStringView domain = domainOf(address);
    const bool ours = isOurDomain(domain);
    if (localPartOf(key) == QLatin1String("postmaster") && (domain.isEmpty() || ours))
        return {Kind::Postmaster, {}, {"rcpt.postmaster", {}}};
    // We gave it ourselves as the way back.
    if (ours && key == m_returnKey)
        return {Kind::ReturnAddress, {}, {"rcpt.return-address", {}}};
    const Arguments arguments{{QStringLiteral("recipient"), address}};
    if (ours)
        return {Kind::Unknown, {}, {"rcpt.unknown", arguments}};
    return {Kind::NotOurs, {}, {"rcpt.no-relaying", arguments}};
}

} // namespace reserve
