// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "models/entities/space.h"
#include "models/items/repeatchoice.h"
#include "models/reserving/consolebooking.h"

#include <QTimeZone>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class QSpinBox;
QT_END_NAMESPACE

namespace reserve {

class FormField;
class OccupancyWindow;
class PersonPicker;
class Store;

// The fields of a reservation. Times are those of the calendar's zone; of all-day reservations the days are
// the space's. Store and window outlive it.
class ReservationForm final : public QWidget
{
    Q_OBJECT

public:
    ReservationForm(Store& store, const OccupancyWindow& window, QWidget* parent = nullptr);

    void setBooking(const ConsoleBooking& booking, const std::optional<Person>& person);
    ConsoleBooking booking() const;
    PersonPicker* personField() const { return m_person; }
    // Of one date of a series only its own can be changed.
    void setOneDateOnly(bool oneDate);
    void takeAlternative(SpaceId space, TimeRange time);

Q_SIGNALS:
    void changed();

private:
    QWidget* makeTimes();
    QWidget* makeRepeat();
    QWidget* makeTelling();
    void connectFields();
    void fillRepeat();
    void startMoved();
    void adjustToAllDay();
    QTimeZone zone() const;
    TimeRange time() const;
    void setTime(TimeRange time);
    RepeatChoice repeat() const;
    void setRepeat(const QByteArray& rule);

    const OccupancyWindow& m_window;
    PersonPicker* m_person;
    QComboBox* m_space;
    QLineEdit* m_subject;
    QDateTimeEdit* m_start;
    QDateTimeEdit* m_end;
    QCheckBox* m_allDay;
    QComboBox* m_every;
    QSpinBox* m_interval;
    QComboBox* m_ends;
    QSpinBox* m_count;
    QDateEdit* m_until;
    QPlainTextEdit* m_body;
    QCheckBox* m_private;
    QRadioButton* m_mail;
    QRadioButton* m_invite;
    QList<FormField*> m_ofTheWhole;
    QByteArray m_otherRule;
    QDateTime m_startBefore; // to keep the length when the start moves
    bool m_filling = false;
};

} // namespace reserve
