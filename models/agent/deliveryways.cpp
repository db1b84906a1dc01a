// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/deliveryways.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/serverlinks.h"
#include "models/booking/serverrouting.h"

namespace reserve {

DeliveryWays::DeliveryWays(const ConfigurationWatch& configuration, const ServerLinks& links)
    : m_configuration(configuration)
    , m_links(links)
{
}

QString DeliveryWays::mailboxOf(SpaceId space) const
{
    const Space* known = m_configuration.current()->space(space);
    return known ? known->mailbox : QString();
}

bool DeliveryWays::hasOutgoingServer() const
{
    return !m_configuration.current()->settings().outgoingHost().isEmpty();
}

bool DeliveryWays::mayAnswerByMail(SpaceId space) const
{
    const ServerProfile* profile = profileFor(m_configuration.current()->profiles(), mailboxOf(space));
    return !m_links.isAvailable() || !profile || profile->kind == ServerKind::MailOnly || profile->answersByMail;
}

DeliveryWay DeliveryWays::of(const OutboxQueue& queue) const
{
    return queue.way == OutboxWay::Exchange ? toServerOf(mailboxOf(queue.space)) : ofMail(queue.space);
}

DeliveryWay DeliveryWays::ofMail(SpaceId space) const
{
    if (hasOutgoingServer())
        return {};
    if (space)
        return toServerOf(mailboxOf(space));
    const Settings& settings = m_configuration.current()->settings();
    const QStringList to = settings.noticesTo();
    const QString from = settings.outgoingFrom().isEmpty() ? to.value(0) : settings.outgoingFrom();
    return toServerOf(from);
}

DeliveryWay DeliveryWays::toServerOf(const QString& mailbox) const
{
    const ServerProfile* profile = profileFor(m_configuration.current()->profiles(), mailbox);
    if (!m_links.isAvailable() || !profile || profile->kind == ServerKind::MailOnly)
        return {};
    const std::shared_ptr<ServerLink> link = m_links.link(profile->id);
    if (!link)
        return {DeliveryWay::By::Nobody, nullptr, mailbox};
    return {DeliveryWay::By::Server, link, mailbox};
}

QList<OutboxQueue> DeliveryWays::queuesOf(ServerProfileId id) const
{
    QList<OutboxQueue> queues;
    const auto add = [&](const OutboxQueue& queue) {
        const DeliveryWay way = of(queue);
        if (way.by == DeliveryWay::By::Server && way.link->profile().id == id)
            queues.append(queue);
    };
    for (const Space& space : m_configuration.current()->spaces()) {
        add({space.id, OutboxWay::Exchange});
        add({space.id, OutboxWay::Mail});
    }
    add({{}, OutboxWay::Mail});
    return queues;
}

} // namespace reserve
