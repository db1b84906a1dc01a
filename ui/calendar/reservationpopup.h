// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/reservationdetail.h"
#include "ui/theme/meaning.h"

#include <QTimeZone>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLayout;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class StatePills;
class Surface;
class WayLine;

// One reservation, over the calendar beside its block: what, when, where, who, why it is as it is, and the way of its
// request. A child of the page, so that it never leaves the window; Esc, the cross and a click elsewhere close it and
// give the focus back. It follows its reservation when that changes.
class ReservationPopup final : public QWidget
{
    Q_OBJECT

public:
    explicit ReservationPopup(QWidget* page);

    ReservationId reservation() const { return m_id; }
    void showDetail(const ReservationDetail& detail, const QTimeZone& zone);
    // `anchor` in the page's coordinates.
    void openBeside(const QRect& anchor, QWidget* giveBack);

Q_SIGNALS:
    void closed();
    void traceWanted(reserve::TraceId id);
    void editWanted(reserve::ReservationId id);
    void cancelWanted(reserve::ReservationId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Row
    {
        QWidget* icon;
        Label* first;
        Label* second;
    };

    QWidget* makeHead();
    QWidget* makeWay();
    QLayout* makeButtons();
    Row addRow(QGridLayout* grid, int icon);
    static void fill(const Row& row, const QString& first, const QString& second);
    void fillWhen(const ReservationDetail& detail, const QTimeZone& zone);
    void fillWho(const ReservationDetail& detail);
    void fillWay(const ReservationDetail& detail, const QTimeZone& zone);
    void fillActs(const Reservation& reservation);
    void place(const QRect& anchor);

    ReservationId m_id;
    TraceId m_trace;
    QRect m_anchor;
    QWidget* m_giveBack = nullptr;
    Label* m_title;
    Label* m_where;
    StatePills* m_pills;
    QToolButton* m_close;
    Row m_when;
    Row m_margins;
    Row m_who;
    Row m_people;
    Label* m_reason;
    Surface* m_way;
    WayLine* m_line;
    QPushButton* m_message;
    QPushButton* m_change;
    QPushButton* m_cancel;
    Label* m_whose; // why it cannot be moved
};

} // namespace reserve
