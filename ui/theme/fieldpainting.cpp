// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/fieldpainting.h"

#include "ui/theme/buttonpainting.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace reserve {
namespace {

constexpr int textPadding = 8; // QLineEdit adds 2 of its own
constexpr int buttonWidth = 26;

QColor frameColor(const QStyleOption& option, const QWidget* widget)
{
    const Theme& theme = Theme::current();
    if (!(option.state & QStyle::State_Enabled))
        return theme.line;
    const QString state = widget ? widget->property("fieldState").toString() : QString();
    if (state == QLatin1String("warning"))
        return theme.of(Meaning::Warning).edge;
    if (state == QLatin1String("failed"))
        return theme.of(Meaning::Failed).edge;
    return theme.control;
}

QColor groundColor(const QStyleOption& option)
{
    const Theme& theme = Theme::current();
    return option.state & QStyle::State_Enabled ? theme.surface : theme.alt;
}

QColor stepColor(const QStyleOptionSpinBox& option, QAbstractSpinBox::StepEnabledFlag step)
{
    const Theme& theme = Theme::current();
    const bool usable = option.state & QStyle::State_Enabled && option.stepEnabled & step;
    return usable ? theme.text2 : theme.control;
}

} // namespace

int fieldPadding()
{
    return px(textPadding);
}

int fieldButtonWidth()
{
    return px(buttonWidth);
}

QSize fieldSize(const QSize& contents, int extra)
{
    return {contents.width() + extra, std::max(px(design::field), contents.height() + px(4))};
}

void paintFieldFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    paintPanel(painter, option.rect, px(design::controlRadius), groundColor(option), frameColor(option, widget));
}

void paintComboBox(QPainter* painter, const QStyleOptionComboBox& option, const QWidget* widget)
{
    if (option.frame)
        paintFieldFrame(painter, option, widget);
    const Theme& theme = Theme::current();
    const QRect arrow = comboBoxPart(option, QStyle::SC_ComboBoxArrow);
    paintChevron(painter, QRectF(arrow).center(), Chevron::Down,
                 option.state & QStyle::State_Enabled ? theme.text2 : theme.control);
}

void paintSpinBox(QPainter* painter, const QStyleOptionSpinBox& option, const QWidget* widget)
{
    if (option.frame)
        paintFieldFrame(painter, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QRectF up = spinBoxPart(option, QStyle::SC_SpinBoxUp);
    const QRectF down = spinBoxPart(option, QStyle::SC_SpinBoxDown);
    paintChevron(painter, up.center() + QPointF(0, px(1)), Chevron::Up,
                 stepColor(option, QAbstractSpinBox::StepUpEnabled), 3);
    paintChevron(painter, down.center() - QPointF(0, px(1)), Chevron::Down,
                 stepColor(option, QAbstractSpinBox::StepDownEnabled), 3);
}

QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    QRect result = rect;
    if (part == QStyle::SC_ComboBoxArrow)
        result.setLeft(rect.right() - fieldButtonWidth() + 1);
    else if (part == QStyle::SC_ComboBoxEditField)
        result = rect.adjusted(fieldPadding(), 1, -fieldButtonWidth(), -1);
    return QStyle::visualRect(option.direction, rect, result);
}

QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const int buttons = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : fieldButtonWidth();
    const int middle = rect.center().y();
    QRect result = rect;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        result = buttons ? QRect(QPoint(rect.right() - buttons + 1, rect.top() + 1), QPoint(rect.right(), middle))
                         : QRect();
        break;
    case QStyle::SC_SpinBoxDown:
        result = buttons
            ? QRect(QPoint(rect.right() - buttons + 1, middle + 1), QPoint(rect.right(), rect.bottom() - 1))
            : QRect();
        break;
    case QStyle::SC_SpinBoxEditField:
        result = rect.adjusted(fieldPadding(), 1, -(buttons ? buttons : fieldPadding()), -1);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, rect, result);
}

} // namespace reserve
