// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/monthpicker.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

namespace reserve {

namespace {

constexpr int daysOfWeek = 7;
constexpr int weeks = 6;
constexpr int previousItem = 0;
constexpr int nextItem = 1;
constexpr int firstDayItem = 2;
constexpr int titleHeight = 36;
constexpr int rowHeight = 22;
constexpr int columnWidth = 23;
constexpr int weekColumn = 26;

} // namespace

MonthPicker::MonthPicker(QWidget* parent)
    : PaintedWidget(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Month"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showMonth(QDate::currentDate());
}

void MonthPicker::setToday(QDate today)
{
    if (today == m_today)
        return;
    m_today = today;
    itemsChanged();
}

void MonthPicker::setShown(QDate first, QDate last, QDate current)
{
    m_first = first;
    m_last = last;
    m_current = current;
    showMonth(current);
    setCurrentItem(indexOf(current));
}

void MonthPicker::showMonth(QDate month)
{
    m_month = QDate(month.year(), month.month(), 1);
    itemsChanged();
}

QDate MonthPicker::firstShownDay() const
{
    const int first = QLocale().firstDayOfWeek();
    return m_month.addDays(-((m_month.dayOfWeek() - first + daysOfWeek) % daysOfWeek));
}

QDate MonthPicker::dateOf(int index) const
{
    return firstShownDay().addDays(index - firstDayItem);
}

int MonthPicker::indexOf(QDate date) const
{
    return int(firstShownDay().daysTo(date)) + firstDayItem;
}

int MonthPicker::itemCount() const
{
    return firstDayItem + weeks * daysOfWeek;
}

PaintedWidget::Item MonthPicker::item(int index) const
{
    Item item;
    if (index < firstDayItem) {
        item.name = index == previousItem ? tr("Previous month") : tr("Next month");
        item.toolTip = item.name;
        item.rect = stepRect(index);
        return item;
    }
    const QDate date = dateOf(index);
    item.name = QLocale().toString(date, tr("dddd d MMMM yyyy", "date with weekday, for screen readers"));
    if (date == m_today)
        item.description = tr("today");
    item.checked = date == m_current;
    item.rect = cell((index - firstDayItem) / daysOfWeek, (index - firstDayItem) % daysOfWeek);
    return item;
}

QSize MonthPicker::sizeHint() const
{
    return {px(weekColumn) + daysOfWeek * px(columnWidth) + u(4), px(titleHeight) + (weeks + 1) * px(rowHeight) + u(2)};
}

QRect MonthPicker::cell(int row, int column) const
{
    const int inner = width() - u(4) - px(weekColumn);
    const int left = u(2) + px(weekColumn) + inner * column / daysOfWeek;
    const int right = u(2) + px(weekColumn) + inner * (column + 1) / daysOfWeek;
    const int top = px(titleHeight) + (row + 1) * px(rowHeight);
    const QRect logical
        = column < 0 ? QRect(u(2), top, px(weekColumn), px(rowHeight)) : QRect(left, top, right - left, px(rowHeight));
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

QRect MonthPicker::stepRect(int index) const
{
    const int side = px(design::hitTarget);
    const int right = width() - u(2) - (index == nextItem ? side : 2 * side);
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(right, (px(titleHeight) - side) / 2 + u(0.5), side, side));
}

void MonthPicker::itemActivated(int index)
{
    if (index < firstDayItem) {
        showMonth(m_month.addMonths(index == previousItem ? -1 : 1));
        return;
    }
    Q_EMIT dateChosen(dateOf(index));
}

void MonthPicker::keyPressEvent(QKeyEvent* event)
{
    const int index = currentItem();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int days = 0;
    switch (event->key()) {
    case Qt::Key_Up:
        days = -daysOfWeek;
        break;
    case Qt::Key_Down:
        days = daysOfWeek;
        break;
    case Qt::Key_Left:
        days = mirrored ? 1 : -1;
        break;
    case Qt::Key_Right:
        days = mirrored ? -1 : 1;
        break;
    default:
        break;
    }
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        showMonth(m_month.addMonths(event->key() == Qt::Key_PageUp ? -1 : 1));
        return;
    }
    // Between the two buttons, and from them into the days, the base class steps.
    if (days == 0 || index < firstDayItem) {
        PaintedWidget::keyPressEvent(event);
        return;
    }
    const QDate next = dateOf(index).addDays(days);
    if (next.month() != m_month.month() || next.year() != m_month.year())
        showMonth(next);
    setCurrentItem(indexOf(next));
}

void MonthPicker::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        showMonth(m_month.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
    event->accept();
}

void MonthPicker::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Theme& theme = Theme::current();
    paintPanel(&painter, rect(), px(design::cardRadius), theme.surface, theme.line);
    paintTitle(&painter);
    paintDays(&painter);
    if (const int focused = focusedItem(); focused >= 0)
        paintFocusCell(&painter, item(focused).rect, px(design::boxRadius));
}

void MonthPicker::paintTitle(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const QLocale locale;
    const QString title
        = tr("%1 %2", "month and year")
              .arg(locale.standaloneMonthName(m_month.month()), locale.toString(m_month, QStringLiteral("yyyy")));
    const QRect place = QStyle::visualRect(
        layoutDirection(), rect(), QRect(u(3.5), u(0.5), width() - u(6) - 2 * px(design::hitTarget), px(titleHeight)));
    paintText(painter, place, title, typeface(Type::Strong), theme.text, layoutDirection());
    for (const int index : {previousItem, nextItem}) {
        QRect arrow(0, 0, px(design::smallIcon), px(design::smallIcon));
        arrow.moveCenter(stepRect(index).center());
        paintIcon(painter, arrow, index == previousItem ? Icon::NavPrevious : Icon::NavNext, theme.text,
                  layoutDirection());
    }
}

void MonthPicker::paintDays(QPainter* painter)
{
    const Theme& theme = Theme::current();
    const QLocale locale;
    const int first = int(locale.firstDayOfWeek());
    for (int column = 0; column < daysOfWeek; ++column) {
        const int day = (first - 1 + column) % daysOfWeek + 1;
        paintText(painter, cell(-1, column), locale.standaloneDayName(day, QLocale::NarrowFormat),
                  typeface(Type::Caption), theme.text2, layoutDirection(), Qt::AlignCenter);
    }
    for (int row = 0; row < weeks; ++row) {
        const QDate thursday
            = firstShownDay().addDays(row * daysOfWeek + (Qt::Thursday - first + daysOfWeek) % daysOfWeek);
        paintText(painter, cell(row, -1), locale.toString(thursday.weekNumber()), typeface(Type::Caption), theme.text3,
                  layoutDirection(), Qt::AlignCenter);
        for (int column = 0; column < daysOfWeek; ++column)
            paintDay(painter, row, column);
    }
}

void MonthPicker::paintDay(QPainter* painter, int row, int column)
{
    const Theme& theme = Theme::current();
    const QDate date = firstShownDay().addDays(row * daysOfWeek + column);
    const QRect place = cell(row, column);
    const bool shown = m_first.isValid() && date >= m_first && date <= m_last;
    if (shown)
        painter->fillRect(place.adjusted(0, 1, 0, -1), theme.wash);
    const bool isToday = date == m_today;
    if (isToday)
        paintPanel(painter, QRectF(place).adjusted(u(0.25), 0, -u(0.25), 0), px(design::boxRadius), theme.accent);
    else if (date == m_current)
        paintPanel(painter, QRectF(place).adjusted(u(0.25), 0, -u(0.25), 0), px(design::boxRadius), {}, theme.accent);
    QColor ink = date.month() == m_month.month() ? theme.text : theme.text3;
    if (shown)
        ink = theme.washInk;
    if (isToday)
        ink = theme.onAccent;
    paintText(painter, place, QLocale().toString(date.day()), typeface(isToday ? Type::CaptionStrong : Type::Caption),
              ink, layoutDirection(), Qt::AlignCenter);
}

} // namespace reserve
