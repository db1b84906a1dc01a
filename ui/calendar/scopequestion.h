// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/consolebooking.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

// Asks before something is done to a reservation: whether at all, of a series whether to this date or to the
// whole, and where wanted why. The safe button has the focus, Esc means it. Deletes itself when it is closed.
class ScopeQuestion final : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString text;
        QString keep;     // "Keep it"
        QString once;     // "Cancel this date", or of what happens once "Cancel the reservation"
        QString whole;    // "Cancel the whole series"; empty: it happens once
        QString whyLabel; // empty: nobody is asked why
        bool destructive = false;
    };

    ScopeQuestion(const Texts& texts, QWidget* over);

Q_SIGNALS:
    void answered(reserve::BookingScope scope, const QString& why);

private:
    QPushButton* choice(const QString& text, BookingScope scope, bool destructive);

    QLineEdit* m_why = nullptr;
};

} // namespace reserve
