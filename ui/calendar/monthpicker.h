// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"

#include <QDate>

namespace reserve {

// A month to choose a day from: week numbers, the range that the calendar shows, today. Arrows go by day and week, at
// the ends of the month into the next one.
class MonthPicker final : public PaintedWidget
{
    Q_OBJECT

public:
    explicit MonthPicker(QWidget* parent = nullptr);

    void setToday(QDate today);
    // What the calendar shows, and the day on which its keyboard stands; the month follows it.
    void setShown(QDate first, QDate last, QDate current);
    QDate month() const { return m_month; }

    int itemCount() const override;
    Item item(int index) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void dateChosen(QDate date);

protected:
    void itemActivated(int index) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QDate firstShownDay() const;
    QDate dateOf(int index) const;
    int indexOf(QDate date) const;
    void showMonth(QDate month);
    QRect cell(int row, int column) const; // column -1: week numbers; row -1: names of days
    QRect stepRect(int index) const;
    void paintTitle(QPainter* painter);
    void paintDays(QPainter* painter);
    void paintDay(QPainter* painter, int row, int column);

    QDate m_today;
    QDate m_first;
    QDate m_last;
    QDate m_current;
    QDate m_month; // its first day
};

} // namespace reserve
