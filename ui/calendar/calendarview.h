// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/items/occupancywindow.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/slotdrag.h"

#include <QAbstractScrollArea>
#include <QDate>
#include <QTimer>

#include <optional>

namespace reserve {

// The views of the page's switch; its ids.
enum class ViewKind { Day, WorkWeek, Week, Timeline };

// A cell of a calendar as the table that a screen reader meets.
struct CalendarCell
{
    int row = 0;
    int column = 0;

    friend bool operator==(const CalendarCell&, const CalendarCell&) = default;
    friend size_t qHash(const CalendarCell& cell, size_t seed = 0) { return qHashMulti(seed, cell.row, cell.column); }
};

// What is reserved when somebody reserves in a cell; no space in the calendar of a person.
struct CellTime
{
    SpaceId space;
    TimeRange time;
};

// The old time of a move that is not decided yet, and where it is painted.
struct KeptPlace
{
    KeptTime kept;
    QRect rect;
};

// What every view of the calendar is to its page and to accessibility: a range of time, a date under the keyboard, at
// most one chosen reservation, and a table of cells. It paints what is on screen and holds no widget per reservation.
//
// Rectangles named here are in the viewport's own coordinates, mirrored where the language asks for it. The window and
// the clock outlive the view. GUI thread.
class CalendarView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    CalendarView(OccupancyWindow& window, const Clock& clock, QWidget* parent = nullptr);

    // The day on which the keyboard stands; the view shows the page that holds it.
    QDate date() const { return m_date; }
    void setDate(QDate date);
    QDate today() const;

    // What it needs of the store, and which spaces first.
    virtual TimeRange range() const = 0;
    virtual QList<SpaceId> spacesOnScreen() const = 0;
    // "16 – 22 November 2026".
    virtual QString rangeTitle() const = 0;
    // The date that lies so many pages further.
    virtual QDate datePaged(int pages) const = 0;
    virtual int reservationCount() const = 0;

    std::optional<ReservationId> selection() const { return m_selection; }
    // Scrolls to it when it is among what is shown.
    void select(ReservationId id);
    void clearSelection();
    void scrollToNow();

    // The table.
    virtual int rowCount() const = 0;
    virtual int columnCount() const = 0;
    virtual CalendarCell currentCell() const = 0;
    virtual void setCurrentCell(CalendarCell cell) = 0;
    virtual QList<CalendarCell> visibleCells() const = 0;
    virtual QRect cellRect(CalendarCell cell) const = 0;
    virtual QString cellName(CalendarCell cell) const = 0;
    virtual QString rowName(int row) const = 0;
    virtual QString columnName(int column) const = 0;
    virtual std::optional<CalendarCell> cellAt(QPoint position) const = 0;
    virtual CellTime cellTime(CalendarCell cell) const = 0;

    // The reservations on screen, in the order of reading.
    virtual QList<ReservationId> visibleReservations() const = 0;
    // Where it is painted; empty when it is not.
    virtual QRect reservationRect(ReservationId id) const = 0;
    virtual std::optional<ReservationId> reservationAt(QPoint position) const = 0;
    // Those that are drawn as one there; empty where each stands for itself.
    virtual QList<ReservationId> stackAt(QPoint position) const = 0;
    // Of those on screen, what meets `area`.
    virtual QList<KeptPlace> keptPlaces(const QRect& area) const = 0;
    // Another one whenever other cells or reservations may be on screen.
    quint64 shownRevision() const { return m_shownRevision; }
    QString reservationName(ReservationId id) const;
    void open(ReservationId id);

    // What was said of the drag that is under way, and its end, whatever came of it.
    virtual void setVerdict(const DragVerdict& verdict) = 0;
    virtual void endDrag() = 0;
    virtual bool isDragging() const = 0;

Q_SIGNALS:
    // The keyboard or a page key went to another date.
    void dateChanged(QDate date);
    void selectionChanged();
    // Enter or a click, also on the old time of one that is to move; `anchor` is global.
    void opened(reserve::ReservationId id, const QRect& anchor);
    // A new one in free time: Enter, N, a double click, or a stretch that was drawn.
    void reserveWanted(reserve::SpaceId space, reserve::TimeRange time);
    void editWanted(reserve::ReservationId id);
    void cancelWanted(reserve::ReservationId id);
    // On its way; dropped, with what was known then; given up or settled.
    void dragged(const reserve::SlotDrag& drag);
    void dropped(const reserve::SlotDrag& drag, const reserve::DragVerdict& verdict);
    void dragEnded();
    void viewWanted(reserve::ViewKind kind);
    void goToDateWanted();
    void refreshWanted();
    // Other spaces came on screen.
    void spacesOnScreenChanged();

protected:
    const OccupancyWindow& occupancy() const { return m_window; }
    CalendarTexts texts() const;
    Instant now() const { return m_clock.now(); }

    // The page of another date; rows or ground moved.
    virtual void dateMoved() = 0;
    virtual void rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces) = 0;
    virtual void groundMoved() = 0;
    virtual void nowMoved() = 0;
    virtual void ensureVisible(ReservationId id) = 0;
    virtual void scrollToInstant(Instant instant) = 0;
    // Arrow keys, Home, End, Ctrl with arrows. False: not taken.
    virtual bool navigate(QKeyEvent* event) = 0;

    void shownMoved() { ++m_shownRevision; }
    void choose(std::optional<ReservationId> id);
    void moveTo(QDate date);
    void announceCurrentCell();
    void reserveHere();

    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool goSomewhere(int key);
    bool doSomething(int key);
    bool wantView(int key);
    void activate();
    bool openKept(const QRect& area);
    void offer(const QList<ReservationId>& ids, QPoint global);
    QStringList tipLines(const Reservation& reservation, const QList<ReservationId>& stack) const;
    void showTip(QPoint position, QPoint global);
    void armMinute();

    OccupancyWindow& m_window;
    const Clock& m_clock;
    QDate m_date;
    std::optional<ReservationId> m_selection;
    quint64 m_shownRevision = 0;
    QTimer m_minute;
};

} // namespace reserve
