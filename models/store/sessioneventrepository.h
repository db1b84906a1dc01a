// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/session.h"

#include <QList>

namespace reserve {

class Connection;
struct SessionLines;

struct SessionSummary
{
    SessionId id;
    Instant startedAt;
    Instant endedAt; // epoch while it lasts
    QString peer;
    QString helloName;
    int events = 0;
    int messages = 0; // those that were answered 250
    int lastReplyCode = 0;
};

// How a list of sessions is ordered; what is equal stands newest first. Ended: those that last come last.
struct SessionOrder
{
    enum class By { Began, Peer, HelloName, Messages, Lines, LastReply, Ended };

    By by = By::Began;
    bool descending = true;

    bool isNewestFirst() const { return by == By::Began && descending; }
};

// The lines of sessions and what they sum up to. What one append() brings of a session is written in one row.
class SessionEventRepository final
{
public:
    explicit SessionEventRepository(Connection& connection);

    Result<void> append(const QList<SessionEvent>& events);
    Result<qint64> lastNumber() const;
    Result<qint64> lastSession() const;
    Result<QList<SessionId>> page(SessionId before, int limit) const; // newest first
    // In another order: from the `offset`th on. Of the newest (mostsorted.h).
    Result<QList<SessionId>> sorted(const SessionOrder& order, int offset, int limit) const;
    Result<QList<SessionSummary>> summaries(const QList<SessionId>& ids) const;
    Result<QList<SessionEvent>> ofSession(SessionId id) const;
    Result<int> sessionCount() const;
    // Whole sessions that began before; answers how many went.
    Result<int> removeBefore(Instant instant, int limit);

private:
    Result<void> addLines(const SessionLines& lines);
    Result<void> addSummary(const SessionSummary& summary);

    Connection& m_connection;
};

} // namespace reserve
