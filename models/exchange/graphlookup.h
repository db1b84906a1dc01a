// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/graphsession.h"

#include <memory>
#include <optional>

namespace reserve {

// Fields and properties of an event that graphEventOf() reads.
GraphQuery graphEventFields();
// One event by its id; the item is gone where there is none.
GraphRequest graphEventById(const QString& mailbox, const QString& id);
// The same with what no listing is asked for: its text and how it repeats.
GraphRequest graphWholeEvent(const QString& mailbox, const QString& id);
GraphRequest graphCalendarView(const QString& mailbox, TimeRange range);
// What is near a mailbox by a MAPI property: `below` is "events", or a folder's messages.
GraphRequest graphByProperty(const QString& mailbox, const QStringList& below, QLatin1String property,
                             const QString& value);

// The events of a room's calendar that a UID means: a series or a single meeting, or the one date of a series that
// `recurrenceId` names. Asked for by iCalUId first, then by CleanGlobalObjectId, whose spelling does not depend on who
// made the meeting; a date is looked for around its time, then within half a year, for it may have been moved. Empty:
// not there.
void findInGraphCalendar(GraphSession& session, const QString& mailbox, const MeetingIdentity& meeting,
                         const Receive<QList<GraphEvent>>& receive);

// One date of the series with this id.
void findGraphOccurrence(GraphSession& session, const QString& mailbox, const QString& seriesMaster,
                         const QString& recurrenceId, const Receive<std::optional<GraphEvent>>& receive);

// What carries a mark of ours.
void findByGraphMark(GraphSession& session, const QString& mailbox, const QByteArray& mark,
                     const Receive<std::optional<GraphEvent>>& receive);

} // namespace reserve
