// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/booking/meetingrequest.h"
#include "models/entities/announcement.h"
#include "models/entities/trace.h"
#include "models/reserving/decisionwork.h"
#include "models/store/unit.h"

#include <QSet>

namespace reserve {

// What a decision has the last word on: a meeting in a room, one date of it, or a date and all that follow.
struct LastWord
{
    MeetingKey meeting; // recurrenceId: of the date, or of the first
    MeetingVersion version;
    bool thisAndFuture = false;
    QSet<QString> dates;            // of a series: those that it reaches, by their recurrence id
    bool keepsConfirmation = false; // what was confirmed before holds still

    // Whether what was to be told earlier, in the lane of the meeting and room, is outdated by it.
    bool outdates(const Announcement& earlier) const;
};

// `dates`: of a series, those that the decision reaches.
LastWord lastWordOf(const MeetingRequest& request, const Decision& decision, const QList<Reservation>& dates = {});

// R-ANSWER, R-CONFIRM: answers and confirmations of older decisions that are still to be told are superfluous, and
// given by a server they would answer the newer version that lies in the mailbox. They end as given up with the reason
// outbox.outdated. In the transaction of the decision, before it queues what it has to tell: whoever takes from the
// outbox later, in whatever process, finds them ended; what is being told at this moment is not tried again, and keeps
// its place in the lane until then. Answers the steps for `trace`; those of other messages are written into theirs.
Result<QList<TraceStep>> endOutdated(WriteUnit& unit, const LastWord& word, const Trace& trace);
// The same for a message on its way: the steps go into its trace. What is made in the console answers no request.
Result<void> endOutdated(DecisionWork& work, const LastWord& word);

// What came back is told once more when a person wants it so ("retry now", another recipient). What is old news by then
// (isOldNews()) is not: it ends like the above. To be asked before OutboxRepository::retryNow() and edit(), in their
// transaction. Answers the reason for which it has ended; none: it may be told.
Result<Reason> endOldNews(WriteUnit& unit, OutboxId id, const QString& actor);

} // namespace reserve
