// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"
#include "models/store/outboxqueue.h"

#include <QList>
#include <QString>

#include <memory>

namespace reserve {

class ConfigurationWatch;
class ServerLink;
class ServerLinks;

// Where the entries of a queue go. Nobody: a server whose secrets are not read yet.
struct DeliveryWay
{
    enum class By { Nobody, Outgoing, Server };

    By by = By::Outgoing;
    std::shared_ptr<ServerLink> link; // of Server
    QString mailbox;                  // of Server: as whom it is asked
};

// R-SERVERS: what a room's server is told goes to the profile of the room's mailbox, where that is EWS or
// Graph; by mail, through the gateway of the outgoing server (OutgoingLink), where it handles mail only or
// nobody handles the mailbox. What is mailed goes through that too; where no outgoing server is set, from the
// mailbox through its profile. An answer that is mailed in place of Exchange is a mail like any other.
class DeliveryWays final
{
public:
    DeliveryWays(const ConfigurationWatch& configuration, const ServerLinks& links);

    DeliveryWay of(const OutboxQueue& queue) const;
    // The way of what is mailed of a space; none: of a notice.
    DeliveryWay ofMail(SpaceId space) const;
    // Whether an answer of this space may go as a mail where Exchange has no request to answer.
    bool mayAnswerByMail(SpaceId space) const;

    // The address in Exchange of a space; empty when it is gone.
    QString mailboxOf(SpaceId space) const;
    // The queues whose entries go to this server.
    QList<OutboxQueue> queuesOf(ServerProfileId id) const;

private:
    bool hasOutgoingServer() const;
    DeliveryWay toServerOf(const QString& mailbox) const;

    const ConfigurationWatch& m_configuration;
    const ServerLinks& m_links;
};

} // namespace reserve
