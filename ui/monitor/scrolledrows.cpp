// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/scrolledrows.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"

#include <QGridLayout>
#include <QHash>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace reserve {

ScrolledRows::ScrolledRows(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(u(1), u(1), u(1), u(1)); // for the focus
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
}

QGridLayout* ScrolledRows::beginRows()
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_layout->addWidget(m_rows);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(u(3));
    grid->setVerticalSpacing(u(0.5));
    grid->setColumnStretch(1, 1);
    return grid;
}

void ScrolledRows::keyPressEvent(QKeyEvent* event)
{
    QWidget* above = parentWidget();
    while (above && !qobject_cast<QScrollArea*>(above))
        above = above->parentWidget();
    QScrollBar* bar = above ? static_cast<QScrollArea*>(above)->verticalScrollBar() : nullptr;
    static const QHash<int, QAbstractSlider::SliderAction> actions{
        {Qt::Key_Up, QAbstractSlider::SliderSingleStepSub},   {Qt::Key_Down, QAbstractSlider::SliderSingleStepAdd},
        {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub}, {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
        {Qt::Key_Home, QAbstractSlider::SliderToMinimum},     {Qt::Key_End, QAbstractSlider::SliderToMaximum}};
    const auto action = actions.constFind(event->key());
    if (bar && action != actions.cend())
        bar->triggerAction(*action);
    else
        QWidget::keyPressEvent(event);
}

void ScrolledRows::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ScrolledRows::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ScrolledRows::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    paintFocusCell(&painter, rect());
}

} // namespace reserve
