// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/buttonpainting.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace reserve {
namespace {

constexpr int padding = 14;
constexpr int smallPadding = 11;
constexpr int labelGap = 8;
constexpr int menuMark = 18;
constexpr int boxSide = 16;

struct Paint
{
    QColor fill;
    QColor border;
    QColor ink;
};

QString textProperty(const QWidget* widget, const char* name)
{
    return widget ? widget->property(name).toString() : QString();
}

bool isSmall(const QWidget* widget)
{
    return widget && widget->property("small").toBool();
}

bool isLoud(const QString& look)
{
    return look == QLatin1String("primary") || look == QLatin1String("danger");
}

Paint offPaint(const QString& look)
{
    const Theme& theme = Theme::current();
    if (look == QLatin1String("quiet"))
        return {{}, {}, theme.control};
    return {isLoud(look) ? theme.sunken : theme.alt, theme.line, theme.control};
}

Paint buttonPaint(const QStyleOption& option, const QString& look)
{
    const Theme& theme = Theme::current();
    const bool down = option.state & QStyle::State_Sunken;
    const bool hover = option.state & QStyle::State_MouseOver;
    if (!(option.state & QStyle::State_Enabled))
        return offPaint(look);
    if (look == QLatin1String("primary"))
        return {down || hover ? theme.accentHover : theme.accent, {}, theme.onAccent};
    if (look == QLatin1String("danger")) {
        const MeaningColors& failed = theme.of(Meaning::Failed);
        return {down || hover ? failed.edge : failed.ink, {}, theme.onAccent};
    }
    if (option.state & QStyle::State_On)
        return {theme.wash, theme.accent, theme.washInk};
    if (look == QLatin1String("quiet"))
        return {down || hover ? theme.sunken : QColor(), {}, theme.text};
    return {down ? theme.sunken : hover ? theme.alt : theme.surface, theme.control, theme.text};
}

QFont labelFont(const QWidget* widget, bool strong)
{
    QFont font = isSmall(widget) ? typeface(Type::Caption) : typeface(Type::Body);
    font.setWeight(strong ? QFont::DemiBold : QFont::Medium);
    return font;
}

// What stands inside a button, apart from its ground.
struct Label
{
    QString text;
    QIcon icon;
    QSize iconSize;
    QString hint;
    bool menu = false;
};

int labelWidth(const Label& label, const QFont& font)
{
    int width = 0;
    if (!label.text.isEmpty())
        width += QFontMetrics(font).size(Qt::TextShowMnemonic, label.text).width();
    if (!label.icon.isNull())
        width += label.iconSize.width() + (label.text.isEmpty() ? 0 : px(labelGap));
    if (!label.hint.isEmpty())
        width += px(labelGap) + QFontMetrics(typeface(Type::Caption)).horizontalAdvance(label.hint);
    if (label.menu)
        width += px(menuMark);
    return width;
}

void paintLabelIcon(QPainter* painter, const QRectF& rect, const QIcon& source, const QColor& ink, bool enabled,
                    Qt::LayoutDirection direction)
{
    if (const auto own = iconNamed(source.name()))
        paintIcon(painter, rect, *own, ink, direction);
    else
        source.paint(painter, rect.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void paintLabel(QPainter* painter, const QRectF& rect, const Label& label, const QFont& font, const QColor& ink,
                const QStyleOption& option)
{
    const Qt::LayoutDirection direction = option.direction;
    const double width = std::min<double>(labelWidth(label, font), rect.width());
    QRectF row(rect.center().x() - width / 2, rect.top(), width, rect.height());
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!label.icon.isNull()) {
        paintLabelIcon(painter, leadingSlice(row, label.iconSize.width(), direction), label.icon, ink, enabled,
                       direction);
        row = withoutLeading(row, label.iconSize.width() + px(labelGap), direction);
    }
    if (label.menu) {
        const QRectF mark = trailingSlice(row, px(menuMark) - px(4), direction);
        paintChevron(painter, mark.center(), Chevron::Down, ink);
        row = withoutTrailing(row, px(menuMark), direction);
    }
    if (!label.hint.isEmpty()) {
        const double hint = QFontMetricsF(typeface(Type::Caption)).horizontalAdvance(label.hint) + 1;
        paintText(painter, trailingSlice(row, hint, direction), label.hint, typeface(Type::Caption), ink, direction);
        row = withoutTrailing(row, hint + px(labelGap) - 1, direction);
    }
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(row.adjusted(0, 0, 1, 0), int(Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine),
                      label.text);
}

// One of the joined buttons of a switch: outer corners round, hairlines between.
void paintSegment(QPainter* painter, const QStyleOption& option, const QString& segment, const Paint& paint)
{
    const Theme& theme = Theme::current();
    const bool first = segment == QLatin1String("first") || segment == QLatin1String("only");
    const bool last = segment == QLatin1String("last") || segment == QLatin1String("only");
    const bool mirrored = option.direction == Qt::RightToLeft;
    const double beyond = 2 * px(design::controlRadius);
    const QRectF rect(option.rect);
    const bool openLeft = mirrored ? !last : !first;
    const bool openRight = mirrored ? !first : !last;
    const QRectF whole = rect.adjusted(openLeft ? -beyond : 0, 0, openRight ? beyond : 0, 0);

    painter->save();
    painter->setClipRect(rect);
    paintPanel(painter, whole, px(design::controlRadius), paint.fill, theme.control);
    if (!first) {
        const double x = mirrored ? rect.right() - 1 : rect.left();
        paintHairline(painter, {x, rect.top() + 1}, {x, rect.bottom() - 1},
                      option.state & QStyle::State_On ? paint.fill : theme.line);
    }
    painter->restore();
}

Paint segmentPaint(const QStyleOption& option)
{
    const Theme& theme = Theme::current();
    if (!(option.state & QStyle::State_Enabled))
        return {theme.alt, theme.line, theme.control};
    if (option.state & QStyle::State_On)
        return {theme.accent, {}, theme.onAccent};
    const bool hover = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    return {hover ? theme.alt : theme.surface, {}, theme.text2};
}

Label labelOf(const QStyleOptionButton& option, const QWidget* widget)
{
    return {option.text, option.icon, option.iconSize, textProperty(widget, "shortcutHint"),
            bool(option.features & QStyleOptionButton::HasMenu)};
}

bool showsMenuMark(const QStyleOptionToolButton& option)
{
    return option.features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
}

Label labelOf(const QStyleOptionToolButton& option)
{
    Label label{option.text, option.icon, option.iconSize, {}, showsMenuMark(option)};
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull())
        label.text.clear();
    if (option.toolButtonStyle == Qt::ToolButtonTextOnly)
        label.icon = {};
    return label;
}

QSize labelledSize(const Label& label, const QFont& font, const QWidget* widget)
{
    const bool small = isSmall(widget);
    const int height = std::max(px(small ? design::smallField : design::field), QFontMetrics(font).height() + px(6));
    if (label.text.isEmpty() && !label.menu)
        return {height, height};
    return {labelWidth(label, font) + 2 * px(small ? smallPadding : padding), height};
}

void paintArrowButton(QPainter* painter, const QStyleOptionToolButton& option, const QColor& ink)
{
    static const QHash<Qt::ArrowType, Chevron> chevrons{{Qt::UpArrow, Chevron::Up},
                                                        {Qt::DownArrow, Chevron::Down},
                                                        {Qt::LeftArrow, Chevron::Left},
                                                        {Qt::RightArrow, Chevron::Right}};
    paintChevron(painter, QRectF(option.rect).center(), chevrons.value(option.arrowType, Chevron::Down), ink);
}

} // namespace

void paintPushButton(QPainter* painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const QString look
        = option.features & QStyleOptionButton::Flat ? QStringLiteral("quiet") : textProperty(widget, "look");
    const Paint paint = buttonPaint(option, look);
    paintPanel(painter, option.rect, px(design::controlRadius), paint.fill, paint.border);
    paintLabel(painter, option.rect, labelOf(option, widget), labelFont(widget, isLoud(look)), paint.ink, option);
}

QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget)
{
    return labelledSize(labelOf(option, widget), labelFont(widget, isLoud(textProperty(widget, "look"))), widget);
}

void paintToolButton(QPainter* painter, const QStyleOptionToolButton& option, const QWidget* widget)
{
    const QString segment = textProperty(widget, "segment");
    if (!segment.isEmpty()) {
        const Paint paint = segmentPaint(option);
        paintSegment(painter, option, segment, paint);
        paintLabel(painter, option.rect, labelOf(option), labelFont(widget, option.state & QStyle::State_On), paint.ink,
                   option);
        return;
    }
    QString look = textProperty(widget, "look");
    if (look.isEmpty() && option.state & QStyle::State_AutoRaise)
        look = QStringLiteral("quiet");
    const Paint paint = buttonPaint(option, look);
    paintPanel(painter, option.rect, px(design::controlRadius), paint.fill, paint.border);
    if (option.features & QStyleOptionToolButton::Arrow)
        paintArrowButton(painter, option, paint.ink);
    else
        paintLabel(painter, option.rect, labelOf(option), labelFont(widget, isLoud(look)), paint.ink, option);
}

QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget)
{
    const bool strong = !textProperty(widget, "segment").isEmpty() || isLoud(textProperty(widget, "look"));
    return labelledSize(labelOf(option), labelFont(widget, strong), widget);
}

void paintCheckIndicator(QPainter* painter, const QStyleOption& option)
{
    const Theme& theme = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const double side = px(boxSide);
    const QRectF box(QRectF(option.rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
    const QColor filled = enabled ? theme.accent : theme.control;
    const bool hover = enabled && option.state & QStyle::State_MouseOver;
    if (!on && !partly) {
        paintPanel(painter, box, px(design::boxRadius), enabled ? theme.surface : theme.alt,
                   !enabled    ? theme.line
                       : hover ? theme.text2
                               : theme.control);
        return;
    }
    paintPanel(painter, box, px(design::boxRadius), filled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        QPen(enabled ? theme.onAccent : theme.surface, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at
        = [&box](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    if (partly)
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter->drawPolyline(QPolygonF{at(0.25, 0.53), at(0.43, 0.7), at(0.75, 0.32)});
    painter->restore();
}

void paintRadioIndicator(QPainter* painter, const QStyleOption& option)
{
    const Theme& theme = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const double side = px(boxSide);
    const QRectF disc(QRectF(option.rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
    const QColor filled = enabled ? theme.accent : theme.control;
    paintPanel(painter, disc, side / 2,
               on            ? filled
                   : enabled ? theme.surface
                             : theme.alt,
               on            ? QColor()
                   : enabled ? theme.control
                             : theme.line);
    if (on) {
        const double inset = side * 0.31;
        paintPanel(painter, disc.adjusted(inset, inset, -inset, -inset), side, theme.onAccent);
    }
}

void paintChevron(QPainter* painter, const QPointF& center, Chevron direction, const QColor& color, double halfWidth)
{
    const double half = halfWidth * unit() / 4.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(center);
    switch (direction) {
    case Chevron::Down:
        break;
    case Chevron::Up:
        painter->rotate(180);
        break;
    case Chevron::Left:
        painter->rotate(90);
        break;
    case Chevron::Right:
        painter->rotate(-90);
        break;
    }
    painter->setPen(QPen(color, px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)});
    painter->restore();
}

} // namespace reserve
