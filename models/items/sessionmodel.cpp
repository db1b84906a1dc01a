// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/sessionmodel.h"

#include <QLocale>

namespace reserve {

namespace {

Result<IdentifiedRows<SessionSummary>> readRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    return unit.sessionEvents().summaries(typedIds<SessionId>(ids)).map(identified<SessionSummary>);
}

} // namespace

SessionModel::SessionModel(Store& store, QObject* parent)
    : FeedTable(store,
                {{SessionOrder::By::Began},
                 {SessionOrder::By::Peer},
                 {SessionOrder::By::HelloName},
                 {SessionOrder::By::Messages, Content::Number},
                 {SessionOrder::By::Lines, Content::Number},
                 {SessionOrder::By::LastReply, Content::Number},
                 {SessionOrder::By::Ended}},
                parent)
{
    begin();
}

FeedSource<SessionSummary> SessionModel::source(const SessionOrder& order) const
{
    FeedSource<SessionSummary> source{
        [](const ReadUnit& unit, qint64 before, int limit) {
            return unit.sessionEvents().page(SessionId{before}, limit).map(plainIds<SessionId>);
        },
        readRows,
        [](const ReadUnit& unit) { return unit.sessionEvents().sessionCount(); },
        {}};
    if (!order.isNewestFirst()) {
        source.sorted = [order](const ReadUnit& unit, int offset, int limit) {
            return unit.sessionEvents().sorted(order, offset, limit).map(plainIds<SessionId>);
        };
    }
    return source;
}

void SessionModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        if (change.subject == ChangeSubject::Sessions)
            noteMoved(change.id);
    }
}

QString SessionModel::text(const SessionSummary& session, int column) const
{
    const Instant now = store().clock().now();
    switch (column) {
    case TimeColumn:
        return listTime(session.startedAt, now);
    case PeerColumn:
        return session.peer;
    case NameColumn:
        return session.helloName;
    case MessagesColumn:
        return QLocale().toString(session.messages);
    case LinesColumn:
        return QLocale().toString(session.events);
    case ReplyColumn:
        return session.lastReplyCode > 0 ? QString::number(session.lastReplyCode) : QString();
    case EndColumn:
        return session.endedAt == Instant{} ? tr("Open") : listTime(session.endedAt, now);
    default:
        return {};
    }
}

QString SessionModel::title(int column) const
{
    switch (column) {
    case TimeColumn:
        return tr("Began");
    case PeerColumn:
        return tr("From");
    case NameColumn:
        return tr("Host name");
    case MessagesColumn:
        return tr("Messages");
    case LinesColumn:
        return tr("Lines");
    case ReplyColumn:
        return tr("Last reply");
    case EndColumn:
        return tr("Ended");
    default:
        return {};
    }
}

} // namespace reserve
