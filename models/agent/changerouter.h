// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"

#include <QObject>

namespace reserve {

class ChangeFeed;

// Tells the agent's parts, on the agent's thread, what moved in the store. What does not concern the agent stays on the
// feed's thread, so that a busy store costs the sockets nothing.
class ChangeRouter final : public QObject
{
    Q_OBJECT

public:
    // What a commit moved of that which concerns the agent.
    struct Moved
    {
        bool configuration = false;
        bool commands = false;
        bool outbox = false;
        bool approvals = false;

        bool any() const { return configuration || commands || outbox || approvals; }
    };

    ChangeRouter(ChangeFeed& feed, Courier& courier, QObject* parent = nullptr);
    ~ChangeRouter() override;

Q_SIGNALS:
    void configurationMoved(); // settings, spaces or server profiles
    void commandsMoved();
    void outboxMoved();
    void approvalsMoved();

private:
    void tell(const Moved& moved);

    QMetaObject::Connection m_following;
};

} // namespace reserve
