// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"
#include "models/itip/itipmessage.h"
#include "models/store/unit.h"

#include <QList>

namespace reserve {

// How a message ends that is about several meetings, or several dates of one: each is decided by itself, and the trace
// has one verdict. What a person or an approver has yet to do goes before what holds the room, that before what does
// not. The reason of several that were decided differently counts them; the steps of the trace say which is which. Of
// one thread, for the time of one decision.
class MailVerdict final
{
public:
    // `earlier`: how they had ended where the message has been decided before. What it says again of one of them is
    // ignored then, and tells nothing of how that ended.
    explicit MailVerdict(QList<MeetingEnding> earlier = {});

    // As one of them has left the trace, or several that were put into it before. `meeting`: as meetingIn().
    void add(const Trace& trace, const QString& meeting);
    // Leaves a trace to which nothing was added as it is.
    void putInto(Trace& trace) const;
    // The same for all of the message: how each has ended stays in the trace only where one of several may end
    // otherwise. Errors: those of the store.
    Result<void> end(const ReadUnit& unit, Trace& trace) const;

private:
    void add(const MeetingEnding& ending);
    static int rankOf(const MeetingEnding& ending);
    int count(Verdict verdict) const;
    Reason summary() const;

    QList<MeetingEnding> m_endings;
};

// Which of the meetings, or dates, of a message.
QString meetingIn(const ItipEvent& event);
QString meetingIn(const QString& uid, const QString& recurrenceId, bool thisAndFuture = false);

// The verdict of a message about several when an approver has decided about one of them, or has no word on it any more:
// what all of them come to, as the approvals stand in the store. Leaves any other trace as it is. Errors: those of the
// store.
Result<void> tellWhole(const ReadUnit& unit, Trace& trace);

} // namespace reserve
