// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/consolestyle.h"

#include "ui/theme/buttonpainting.h"
#include "ui/theme/fieldpainting.h"
#include "ui/theme/focusring.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/theme/viewpainting.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleHintReturnMask>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>

namespace reserve {
namespace {

constexpr int ringMargin = 3;
constexpr int cellPadding = 9;
constexpr int scrollBarExtent = 12;

// Buttons keep their size hint until something about their style changes.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    QEvent change(QEvent::StyleChange);
    QApplication::sendEvent(widget, &change);
}

// The width of the frame tells a line edit that stands alone from the one inside a box.
void paintLineEdit(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame && frame->lineWidth > 0)
        return paintFieldFrame(painter, option, widget);
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    const bool insideBox = qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const bool inTable = parent && qobject_cast<const QAbstractItemView*>(parent->parentWidget());
    if (edit && inTable && !insideBox)
        painter->fillRect(option.rect, Theme::current().surface);
}

bool isFramedText(const QAbstractScrollArea* area)
{
    const bool isText = qobject_cast<const QPlainTextEdit*>(area) || qobject_cast<const QTextEdit*>(area);
    return isText && area->frameShape() != QFrame::NoFrame;
}

void paintFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const Theme& theme = Theme::current();
    if (qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget))
        return paintFieldFrame(painter, option, widget);
    const bool popup = widget && widget->isWindow();
    paintPanel(painter, option.rect, 0, {}, popup ? theme.control : theme.line);
}

// A wash on which every ink can be read. In high contrast that is the ground alone, and thick lines hold what is
// selected.
void paintSelected(QPainter* painter, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    if (theme.kind != Theme::Kind::HighContrast)
        return painter->fillRect(rect, theme.wash);
    const double thick = px(3);
    painter->fillRect(QRectF(rect.left(), rect.top(), rect.width(), thick), theme.text);
    painter->fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), theme.text);
}

// Rows: the wash of the selection over everything, a hairline below.
void paintRow(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const Theme& theme = Theme::current();
    const QRectF rect(option.rect);
    if (option.state & QStyle::State_Selected)
        paintSelected(painter, rect);
    if (qobject_cast<const QTableView*>(widget))
        paintHairline(painter, {rect.left(), rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, theme.line);
}

void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QWidget* widget)
{
    const bool table = qobject_cast<const QTableView*>(widget) != nullptr;
    const QRect ground = table ? option.rect.adjusted(0, 0, 0, -1) : option.rect;
    if (option.backgroundBrush.style() != Qt::NoBrush && !(option.state & QStyle::State_Selected))
        painter->fillRect(ground, option.backgroundBrush);
    if (!table && option.state & QStyle::State_Selected)
        paintSelected(painter, ground);
    else if (!table && option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        painter->fillRect(ground, Theme::current().alt);
}

} // namespace

void setLook(QAbstractButton* button, Look look)
{
    static constexpr const char* names[] = {"", "primary", "quiet", "danger"};
    setStyleProperty(button, "look", QString::fromLatin1(names[int(look)]));
}

void setSmall(QAbstractButton* button)
{
    setStyleProperty(button, "small", true);
}

void setFieldState(QWidget* field, FieldState state)
{
    static constexpr const char* names[] = {"", "warning", "failed"};
    field->setProperty("fieldState", QLatin1String(names[int(state)]));
    field->update();
}

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("fusion"))
    , m_focusRing(std::make_unique<FocusRing>())
{
    setObjectName(QStringLiteral("console"));
}

ConsoleStyle::~ConsoleStyle() = default;

QPalette ConsoleStyle::standardPalette() const
{
    return Theme::current().palette();
}

void ConsoleStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    m_focusRing->watch(widget);
    const bool hovers = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget);
    if (hovers)
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QScrollBar*>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // only the thumb is painted
    if (auto* text = qobject_cast<QAbstractScrollArea*>(widget); text && isFramedText(text))
        text->viewport()->setAutoFillBackground(false); // the frame fills it, with its round corners
}

void ConsoleStyle::unpolish(QWidget* widget)
{
    m_focusRing->unwatch(widget);
    QProxyStyle::unpolish(widget);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    const Theme& theme = Theme::current();
    switch (element) {
    case PE_PanelLineEdit:
        return paintLineEdit(painter, *option, widget);
    case PE_FrameLineEdit:
        return paintFieldFrame(painter, *option, widget);
    case PE_Frame:
        return paintFrame(painter, *option, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckIndicator(painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioIndicator(painter, *option);
    case PE_PanelItemViewRow:
        return paintRow(painter, *option, widget);
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            return paintCell(painter, *item, widget);
        break;
    case PE_FrameFocusRect:
        // Controls have the ring outside; only cells draw it in place.
        if (qobject_cast<const QAbstractItemView*>(widget))
            paintFocusCell(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), px(design::heatRadius));
        return;
    case PE_PanelMenu:
        return paintMenuGround(painter, option->rect);
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme.tip);
        return;
    case PE_FrameTabBarBase:
        paintHairline(painter, option->rect.bottomLeft(), option->rect.bottomRight(), theme.line);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return paintPushButton(painter, *button, widget);
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return paintHeaderSection(painter, *header);
        break;
    case CE_HeaderEmptyArea: {
        const QRectF rect(option->rect);
        painter->fillRect(rect, Theme::current().alt);
        return paintHairline(painter, {rect.left(), rect.bottom() - 1}, {rect.right(), rect.bottom() - 1},
                             Theme::current().line);
    }
    case CE_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return paintTab(painter, *tab);
        break;
    case CE_ProgressBar:
        if (const auto* progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return paintProgress(painter, *progress);
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return paintMenuItem(painter, *item);
        break;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, Theme::current().line);
        return;
    case CE_FocusFrame: {
        const int margin = px(ringMargin);
        return paintFocusRing(painter, QRectF(option->rect).adjusted(margin, margin, -margin, -margin),
                              px(design::controlRadius));
    }
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // The selection is a wash; the ink stays as it is.
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, copy.palette.color(QPalette::Active, QPalette::Text));
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return paintToolButton(painter, *button, widget);
        break;
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return paintComboBox(painter, *combo, widget);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return paintSpinBox(painter, *spin, widget);
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return paintScrollBar(painter, *bar);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return option->rect.adjusted(fieldPadding(), 1, -fieldPadding(), -1);
        return option->rect;
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const
{
    if (control == CC_ComboBox && part != SC_ComboBoxListBoxPopup) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return comboBoxPart(*combo, part);
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return spinBoxPart(*spin, part);
    } else if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return pushButtonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return toolButtonSize(*button, widget);
        break;
    case CT_LineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            return fieldSize(size, 2 * fieldPadding());
        return size;
    case CT_ComboBox:
        return fieldSize(size, fieldPadding() + fieldButtonWidth());
    case CT_SpinBox:
        return fieldSize(size, fieldPadding() + fieldButtonWidth());
    case CT_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return tabSize(*tab);
        break;
    case CT_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return headerSectionSize(*header);
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*item);
        break;
    case CT_ProgressBar:
        return {size.width(), px(4)};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        // Cells take their padding from the same metric as the frame its distance.
        if (!qobject_cast<const QAbstractItemView*>(widget))
            return px(ringMargin);
        return metric == PM_FocusFrameHMargin ? px(cellPadding) : px(2);
    case PM_DefaultFrameWidth:
    case PM_SplitterWidth: // a hairline; QSplitter widens what the mouse can catch
        return 1;
    case PM_ScrollBarExtent:
        return px(scrollBarExtent);
    case PM_ScrollBarSliderMin:
        return px(24);
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_MenuPanelWidth:
        return 0;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return px(5);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return px(design::smallIcon);
    case PM_ToolBarIconSize:
        return px(design::icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return px(12);
    case PM_HeaderDefaultSectionSizeVertical:
        return px(design::spaceRow);
    case PM_ToolTipLabelFrameWidth:
        return px(7);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_FocusFrame_Mask:
    case SH_DitherDisabledText:
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Table_GridLineColor:
        return int(Theme::current().line.rgb());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Menu_Mask:
        // Without a compositor a translucent corner would be black.
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returned)) {
            QPainterPath path;
            path.addRoundedRect(option->rect, px(design::controlRadius), px(design::controlRadius));
            mask->region = QRegion(path.toFillPolygon().toPolygon());
            return 1;
        }
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace reserve
