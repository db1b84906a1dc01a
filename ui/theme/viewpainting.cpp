// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/viewpainting.h"

#include "ui/theme/buttonpainting.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

namespace reserve {
namespace {

constexpr int sortMark = 14;
constexpr int tabPadding = 12;
constexpr int tabCountGap = 8;
constexpr int underline = 2;
constexpr int thumb = 8;
constexpr int smallestThumb = 24;
constexpr int progressHeight = 4;
constexpr int menuRow = 28;
constexpr int menuPadding = 10;
constexpr int menuIconColumn = 26;
constexpr int menuShortcutGap = 28;
constexpr int separatorHeight = 9;

struct TwoTexts
{
    QString first;
    QString second;
};

TwoTexts splitAtTab(const QString& text)
{
    const qsizetype tab = text.indexOf(u'\t');
    return tab < 0 ? TwoTexts{text, {}} : TwoTexts{text.left(tab), text.mid(tab + 1)};
}

QString withoutMnemonic(QString text)
{
    text.replace(QLatin1String("&&"), QString(QChar::Null));
    text.remove(u'&');
    return text.replace(QChar::Null, u'&');
}

bool isSorted(const QStyleOptionHeader& option)
{
    return option.sortIndicator != QStyleOptionHeader::None;
}

} // namespace

void paintHeaderSection(QPainter* painter, const QStyleOptionHeader& option)
{
    const Theme& theme = Theme::current();
    painter->fillRect(option.rect, theme.alt);
    const QRectF rect(option.rect);
    paintHairline(painter, {rect.left(), rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, theme.line);

    const QFont font = typeface(Type::CaptionStrong);
    const bool isFirst
        = option.position == QStyleOptionHeader::Beginning || option.position == QStyleOptionHeader::OnlyOneSection;
    QRectF inner = withoutLeading(rect.adjusted(0, 0, 0, -1),
                                  px(isFirst ? design::firstCellPadding : design::cellPadding), option.direction);
    inner = withoutTrailing(inner, px(design::cellTrailing), option.direction);
    const bool end = option.textAlignment & (Qt::AlignRight | Qt::AlignTrailing);
    const bool hover = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    const QColor ink = isSorted(option) || hover ? theme.text : theme.text2;
    if (isSorted(option)) {
        const double text
            = std::min(QFontMetricsF(font).horizontalAdvance(option.text) + 1, inner.width() - px(sortMark));
        const double free = inner.width() - px(sortMark) - text;
        inner = end ? withoutLeading(inner, free, option.direction) : withoutTrailing(inner, free, option.direction);
        const QRectF mark = trailingSlice(inner, px(sortMark), option.direction);
        paintChevron(painter, mark.center() + QPointF(0, 0.5),
                     option.sortIndicator == QStyleOptionHeader::SortDown ? Chevron::Down : Chevron::Up, ink, 3);
        inner = withoutTrailing(inner, px(sortMark), option.direction);
    }
    const Qt::Alignment horizontal = option.textAlignment & Qt::AlignHCenter ? Qt::AlignHCenter
        : end                                                                ? Qt::AlignTrailing
                                                                             : Qt::AlignLeading;
    paintText(painter, inner, option.text, font, ink, option.direction, horizontal | Qt::AlignVCenter);
}

QSize headerSectionSize(const QStyleOptionHeader& option)
{
    const QFontMetrics metrics(typeface(Type::CaptionStrong));
    return {metrics.horizontalAdvance(option.text) + px(design::firstCellPadding) + px(design::cellPadding)
                + px(sortMark),
            std::max(px(design::tableHeader), metrics.height() + px(6))};
}

void paintTab(QPainter* painter, const QStyleOptionTab& option)
{
    const Theme& theme = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && option.state & QStyle::State_MouseOver;
    const QRectF rect(option.rect);
    const QFont font = typeface(selected ? Type::Strong : Type::Body);
    const auto [name, count] = splitAtTab(option.text);
    const QString shown = withoutMnemonic(name);
    QRectF inner = rect.adjusted(px(tabPadding), 0, -px(tabPadding), 0);
    const QColor ink = !enabled ? theme.control : selected || hover ? theme.text : theme.text2;
    const double width = QFontMetricsF(font).horizontalAdvance(shown) + 1;
    paintText(painter, leadingSlice(inner, std::min(width, inner.width()), option.direction), shown, font, ink,
              option.direction);
    inner = withoutLeading(inner, width + px(tabCountGap), option.direction);
    paintText(painter, inner, count, typeface(Type::Caption), theme.text3, option.direction);
    if (selected)
        painter->fillRect(QRectF(rect.left(), rect.bottom() - px(underline), rect.width(), px(underline)),
                          theme.accent);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusCell(painter, rect.adjusted(1, 1, -1, -1), px(design::boxRadius));
}

QSize tabSize(const QStyleOptionTab& option)
{
    const QFontMetrics metrics(typeface(Type::Strong));
    const auto [name, count] = splitAtTab(option.text);
    int width = metrics.horizontalAdvance(withoutMnemonic(name)) + 1 + 2 * px(tabPadding);
    if (!count.isEmpty())
        width += px(tabCountGap) + QFontMetrics(typeface(Type::Caption)).horizontalAdvance(count) + 1;
    return {width, std::max(px(design::tab), metrics.height() + px(10))};
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? rect.width() : rect.height();
    const int range = option.maximum - option.minimum;
    int slider = length;
    if (range > 0) {
        const double share = double(option.pageStep) / (double(range) + option.pageStep);
        slider = std::clamp(qRound(length * share), std::min(px(smallestThumb), length), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - slider, option.upsideDown);
    const auto along = [&](int from, int size) {
        return horizontal ? QRect(rect.left() + from, rect.top(), size, rect.height())
                          : QRect(rect.left(), rect.top() + from, rect.width(), size);
    };
    QRect result;
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        result = rect;
        break;
    case QStyle::SC_ScrollBarSlider:
        result = along(start, slider);
        break;
    case QStyle::SC_ScrollBarSubPage:
        result = along(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        result = along(start + slider, length - start - slider);
        break;
    default:
        break; // no arrows
    }
    return QStyle::visualRect(option.direction, rect, result);
}

void paintScrollBar(QPainter* painter, const QStyleOptionSlider& option)
{
    if (option.maximum <= option.minimum)
        return;
    const Theme& theme = Theme::current();
    QRectF slider(scrollBarPart(option, QStyle::SC_ScrollBarSlider));
    const double across = (option.orientation == Qt::Horizontal ? slider.height() : slider.width()) - px(thumb);
    const double inset = std::max(0.0, across / 2);
    if (option.orientation == Qt::Horizontal)
        slider.adjust(px(2), inset, -px(2), -inset);
    else
        slider.adjust(inset, px(2), -inset, -px(2));
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken)
        && option.activeSubControls & QStyle::SC_ScrollBarSlider;
    paintPanel(painter, slider, px(thumb) / 2.0, active ? theme.text3 : theme.control);
}

void paintProgress(QPainter* painter, const QStyleOptionProgressBar& option)
{
    const Theme& theme = Theme::current();
    const QRectF rect(option.rect);
    const double height = px(progressHeight);
    const QRectF track(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    paintPanel(painter, track, height / 2, theme.sunken);
    const double range = double(option.maximum) - option.minimum;
    if (range <= 0)
        return; // its sentence says that work goes on
    const double done = std::clamp((option.progress - option.minimum) / range, 0.0, 1.0) * track.width();
    const Qt::LayoutDirection direction
        = option.invertedAppearance != (option.direction == Qt::RightToLeft) ? Qt::RightToLeft : Qt::LeftToRight;
    if (done > 0)
        paintPanel(painter, leadingSlice(track, done, direction), height / 2, theme.accent);
}

void paintMenuGround(QPainter* painter, const QRect& rect)
{
    const Theme& theme = Theme::current();
    paintPanel(painter, rect, px(design::controlRadius), theme.raised, theme.control);
}

QSize menuItemSize(const QStyleOptionMenuItem& option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty())
        return {px(40), px(separatorHeight)};
    const QFontMetrics metrics(typeface(Type::Body));
    const auto [name, shortcut] = splitAtTab(option.text);
    int width = px(menuIconColumn) + metrics.horizontalAdvance(withoutMnemonic(name)) + 2 * px(menuPadding);
    if (!shortcut.isEmpty())
        width += px(menuShortcutGap) + metrics.horizontalAdvance(shortcut);
    else if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += px(menuShortcutGap);
    return {width, std::max(px(menuRow), metrics.height() + px(8))};
}

namespace {

void paintMenuMark(QPainter* painter, const QRectF& column, const QStyleOptionMenuItem& option, const QColor& ink)
{
    const double side = px(design::smallIcon);
    const QRectF place(column.center() - QPointF(side, side) / 2, QSizeF(side, side));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintIcon(painter, place, Icon::StateAccepted, Theme::current().accent);
    } else if (const auto own = iconNamed(option.icon.name())) {
        paintIcon(painter, place, *own, ink, option.direction);
    } else {
        option.icon.paint(painter, place.toRect());
    }
}

} // namespace

void paintMenuItem(QPainter* painter, const QStyleOptionMenuItem& option)
{
    const Theme& theme = Theme::current();
    const QRectF rect(option.rect);
    const bool separator = option.menuItemType == QStyleOptionMenuItem::Separator;
    const auto [name, shortcut] = splitAtTab(option.text);
    QRectF inner = rect.adjusted(px(menuPadding), 0, -px(menuPadding), 0);
    if (separator && option.text.isEmpty())
        return paintHairline(painter, {rect.left(), rect.center().y()}, {rect.right(), rect.center().y()}, theme.line);
    if (separator)
        return paintText(painter, inner, name, typeface(Type::CaptionStrong), theme.text3, option.direction);

    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = option.state & QStyle::State_Selected;
    if (selected && enabled)
        paintPanel(painter, rect, px(design::reservationRadius), theme.wash);
    const QColor ink = !enabled ? theme.control : selected ? theme.washInk : theme.text;
    paintMenuMark(painter, leadingSlice(inner, px(menuIconColumn) - px(4), option.direction), option, ink);
    inner = withoutLeading(inner, px(menuIconColumn), option.direction);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRectF mark = trailingSlice(inner, px(12), option.direction);
        paintChevron(painter, mark.center(), option.direction == Qt::RightToLeft ? Chevron::Left : Chevron::Right, ink);
    }
    const QFont font = typeface(Type::Body);
    if (!shortcut.isEmpty())
        paintText(painter, inner, shortcut, font, enabled ? theme.text3 : theme.control, option.direction,
                  Qt::AlignTrailing | Qt::AlignVCenter);
    painter->setFont(font);
    painter->setPen(ink);
    const int alignment = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    painter->drawText(inner, alignment | Qt::TextShowMnemonic | Qt::TextSingleLine, name);
}

} // namespace reserve
