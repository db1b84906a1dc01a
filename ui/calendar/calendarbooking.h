// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/bookingdesk.h"
#include "models/items/bookinghistory.h"
#include "ui/calendar/slotdrag.h"

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

class CalendarView;
class OccupancyWindow;
class Toast;

// What the calendar page does to reservations: opens the dialogs, asks where it has to, carries wishes out,
// says what was done with a way back, and undoes. Owned by the page; store and window outlive it.
class CalendarBooking final : public QObject
{
    Q_OBJECT

public:
    CalendarBooking(Store& store, const OccupancyWindow& window, QWidget* page);

    BookingDesk& desk() { return *m_desk; }

    // Drags of this view are tried out as they move, and carried out when they are dropped.
    void watch(CalendarView* view);

    // Opens the dialog of a new one.
    void reserve(SpaceId space, TimeRange time, std::optional<PersonId> person);
    void edit(ReservationId id);
    // Asks first.
    void cancel(ReservationId id);
    // Dragged or moved by key; of a series it asks for which dates.
    void change(const ConsoleChange& change);
    void undo();
    void redo();

Q_SIGNALS:
    // It stands now, or stood: the page shows where.
    void reserved(reserve::ReservationId id);
    // A stretch of free time was drawn.
    void reserveWanted(reserve::SpaceId space, reserve::TimeRange time);
    // A change was carried out, refused, or thought better of: the ghost may go.
    void settled();
    // Undone, or done again, but for some dates: the reason says which.
    void cameShort(const reserve::Reason& reason);
    void failed(const reserve::Error& error);

private:
    void openNew(const ConsoleBooking& booking, const std::optional<Person>& person);
    void openEdit(const BookingDetail& detail);
    void askAndCancel(const BookingDetail& detail);
    void openEditAt(const ConsoleChange& change);
    void follow(CalendarView* view, const SlotDrag& drag);
    void drop(const SlotDrag& drag, const DragVerdict& verdict);
    DragVerdict verdictOf(const Result<ConsoleAnswer>& answer) const;
    DragVerdict verdictOfNew(const SlotDrag& drag) const;
    void carryOut(const ConsoleWish& wish);
    void tell(const ConsoleWish& wish, const BookingDone& done);
    void follow(const ConsoleWish& wish, const BookingDone& done);
    void goBack(bool again);

    Store& m_store;
    const OccupancyWindow& m_window;
    QWidget* m_page;
    BookingDesk* m_desk;
    BookingHistory m_history;
    Toast* m_toast;
    QPointer<QWidget> m_open; // the dialog, one at a time
    QPointer<CalendarView> m_dragging;
    std::optional<Error> m_dragError; // why the drag could not even be tried out
    bool m_isGoingBack = false;
};

} // namespace reserve
