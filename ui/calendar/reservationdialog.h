// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/bookingdesk.h"
#include "ui/theme/meaning.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class FindingMark;
class Label;
class OccupancyWindow;
class ReservationForm;
class SegmentedSwitch;

// A new reservation, or one that is changed: while it is written the store is asked what would come of it,
// and the answer stands below with what is free instead, a button each. Nothing is lost when somebody else
// was faster: the dialog stays and says so. Deletes itself when it is closed. Desk, store and window outlive
// it.
class ReservationDialog final : public QDialog
{
    Q_OBJECT

public:
    // New: `booking` is what the fields begin with.
    ReservationDialog(Store& store, const OccupancyWindow& window, const ConsoleBooking& booking,
                      const std::optional<Person>& person, QWidget* over);
    ReservationDialog(Store& store, const OccupancyWindow& window, const BookingDetail& detail, QWidget* over);

    // What would be carried out; none: nothing is changed.
    std::optional<ConsoleWish> wish() const;
    ReservationForm* form() const { return m_form; }

Q_SIGNALS:
    // Before it closes. `wish` is what was done.
    void reserved(const reserve::ConsoleWish& wish, const reserve::BookingDone& done);

private:
    ReservationDialog(Store& store, const OccupancyWindow& window, QWidget* over);

    void build(const QString& title, const QString& act);
    void edited();
    void tryOut();
    void showAnswer(const Result<ConsoleAnswer>& answer);
    void showError(const Error& error);
    void offer(const QList<Alternative>& alternatives);
    void clearOffers();
    void offerZone(const Error& error);
    void say(Meaning meaning, const QString& sentence);
    void carryOut();
    ConsoleChange changeFrom(const ConsoleBooking& now) const;
    BookingScope scope() const;
    void showScope();

    const OccupancyWindow& m_window;
    BookingDesk* m_desk;
    std::optional<BookingDetail> m_before; // none: a new one
    ConsoleBooking m_initial;
    SegmentedSwitch* m_scope;
    ReservationForm* m_form;
    FindingMark* m_mark;
    Label* m_state;
    QWidget* m_offers;
    QHBoxLayout* m_offerRow;
    QPushButton* m_act;
    QTimer m_pause;           // in typing
    bool m_isFree = false;    // as was last said
    bool m_wasFaster = false; // somebody else, when it was last tried
};

} // namespace reserve
