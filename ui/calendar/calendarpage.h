// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/ids.h"
#include "ui/calendar/calendarview.h"
#include "ui/common/page.h"

#include <QDate>

#include <optional>

QT_BEGIN_NAMESPACE
class QFrame;
class QPushButton;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace reserve {

class CalendarBooking;
class ChoicePanel;
class EmptyState;
class Label;
class MonthPicker;
class OccupancyWindow;
class ReservationPopup;
class SearchField;
class SegmentedSwitch;
class StateLegend;
class Store;
class TimelineView;
class WeekView;

// The page Calendar: days and weeks of one space or one person, and one day of all spaces. Times are those of the
// site's zone (reserve.time-zone, else the system's). The store outlives the page.
class CalendarPage final : public Page
{
    Q_OBJECT

public:
    explicit CalendarPage(Store& store, QWidget* parent = nullptr);
    ~CalendarPage() override;

    void activate() override;
    QList<QWidget*> regions() const override;
    bool escape() override;
    QWidget* filterField() const override;

public Q_SLOTS:
    void showSpace(reserve::SpaceId id);
    void showPerson(reserve::PersonId id);
    void showDate(QDate date);
    void showReservation(reserve::ReservationId id);
    void showView(reserve::ViewKind kind);
    void refresh();

Q_SIGNALS:
    // "Show the message": the trace belongs to the page Monitor.
    void traceWanted(reserve::TraceId id);
    // There are no spaces yet; they are added on the page Exchange Admin.
    void spacesWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    CalendarView* view() const;
    void buildHead();
    void buildBody();
    void addCommands();
    QToolButton* stepButton(const QString& name, int pages);
    void watch(CalendarView* view);

    void takeGround();
    void goToWanted();
    void chooseWanted();
    void load();
    void updateTexts();
    void updateCount();
    void foldSide(bool folded);
    void openSide();
    void goToDate();
    void openReservation(ReservationId id, const QRect& anchor);
    void readPopup(ReservationId id, const QRect& anchor);
    void reserve(SpaceId space, TimeRange time);
    void watchBooking();
    void tellFailure(const Error& error);

    Store& m_store;
    OccupancyWindow* m_window;
    ViewKind m_kind = ViewKind::Week;
    SpaceId m_space;
    std::optional<PersonId> m_person;
    ReservationId m_wanted;            // to be chosen as soon as it is there
    std::optional<Instant> m_wantedAt; // until the ground tells the zone
    bool m_folded = false;

    SegmentedSwitch* m_switch;
    QToolButton* m_whose; // drop-down in narrow windows
    QPushButton* m_today;
    Label* m_range;
    SearchField* m_filter; // of the timeline
    QWidget* m_side;
    QFrame* m_sidePopup;
    MonthPicker* m_month;
    ChoicePanel* m_choice;
    QStackedWidget* m_views;
    WeekView* m_week;
    TimelineView* m_timeline;
    EmptyState* m_empty;
    StateLegend* m_legend;
    ReservationPopup* m_popup;
    CalendarBooking* m_booking;
    QPushButton* m_new;
};

} // namespace reserve
