// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "ui/calendar/calendarview.h"

namespace reserve {

// Makes every CalendarView one accessible table. Its children are the cells and reservations on screen and the one
// that has the focus, made when asked for, known by cell or reservation id, dropped when they leave the screen.
// Once per process; the view's constructor does it. GUI thread.
void installCalendarAccessibility();

// Tell a screen reader where the keyboard went.
void announceCell(CalendarView* view, CalendarCell cell);
void announceReservation(CalendarView* view, ReservationId id);
// Tell it what came, changed or went on screen; of a change too large to be followed one by one, nothing.
void announceChanges(CalendarView* view, const QList<ReservationId>& ids);

} // namespace reserve
