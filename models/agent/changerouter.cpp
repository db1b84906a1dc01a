// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/changerouter.h"

#include "models/store/changefeed.h"

#include <QPointer>

namespace reserve {

namespace {

using Moved = ChangeRouter::Moved;

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
    // Direct: through the courier's bag it keeps its place before the answer of ChangeFeed::look(). The context is the
    // feed itself: that of a direct call from another thread must not be destroyed while the call is under way.
    m_following = connect(
        &feed, &ChangeFeed::changed, &feed,
        [self = QPointer<ChangeRouter>(this), bag = courier.bag()](const QList<Change>& changes) {
            const Moved moved = movedBy(changes);
            if (!moved.any())
                return;
            bag->post([self, moved] {
                if (self)
                    self->tell(moved);
            });
        },
        Qt::DirectConnection);
}

ChangeRouter::~ChangeRouter()
{
    disconnect(m_following);
}

void ChangeRouter::tell(const Moved& moved)
{
    if (moved.configuration)
        Q_EMIT configurationMoved();
    if (moved.commands)
        Q_EMIT commandsMoved();
    if (moved.outbox)
        Q_EMIT outboxMoved();
    if (moved.approvals)
        Q_EMIT approvalsMoved();
}

} // namespace reserve
