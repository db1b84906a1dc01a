// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/changerouter.h"

#include "models/store/changefeed.h"

namespace reserve {

namespace {

struct Moved
{
    bool configuration = false;
    bool commands = false;
    bool outbox = false;
    bool approvals = false;

    bool any() const { return configuration || commands || outbox || approvals; }
};

Moved movedBy(const QList<Change>& changes)
{
    Moved moved;
    for (const Change& change : changes) {
        switch (change.subject) {
        case ChangeSubject::Settings:
        case ChangeSubject::Spaces:
        case ChangeSubject::ServerProfiles:
        case ChangeSubject::Policies:
        case ChangeSubject::Notices:
            moved.configuration = true;
            break;
        case ChangeSubject::Commands:
            moved.commands = true;
            break;
        case ChangeSubject::Outbox:
            moved.outbox = true;
            break;
        case ChangeSubject::Approvals:
            moved.approvals = true;
            break;
        default:
            break;
        }
    }
    return moved;
}

} // namespace

ChangeRouter::ChangeRouter(ChangeFeed& feed, Courier& courier, QObject* parent)
    : QObject(parent)
{
    // Direct: through the courier's bag it keeps its place before the answer of ChangeFeed::look().
    connect(
        &feed, &ChangeFeed::changed, this,
        [this, bag = courier.bag()](const QList<Change>& changes) {
            const Moved moved = movedBy(changes);
            if (!moved.any())
                return;
            bag->post([this, moved] {
                if (moved.configuration)
                    Q_EMIT configurationMoved();
                if (moved.commands)
                    Q_EMIT commandsMoved();
                if (moved.outbox)
                    Q_EMIT outboxMoved();
                if (moved.approvals)
                    Q_EMIT approvalsMoved();
            });
        },
        Qt::DirectConnection);
}

} // namespace reserve
