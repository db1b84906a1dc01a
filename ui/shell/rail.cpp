// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/shell/rail.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace reserve {
namespace {

constexpr int slideMilliseconds = 140;
constexpr int headHeight = 56;
constexpr int itemStep = 38;
constexpr int sideMargin = 8;
constexpr int iconStart = 10;
constexpr int textStart = 41;
constexpr int footMargin = 8;
constexpr int practiceHeight = 52;
constexpr int markSide = 26;
constexpr int badgeHeight = 16;
constexpr int chosenBar = 3;
constexpr int chosenBarHeight = 20;

} // namespace

Rail::Rail(QWidget* parent)
    : PaintedWidget(Qt::Vertical, parent)
{
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFixedWidth(widthFor(false));
    connect(&m_slide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setFixedWidth(value.toInt()); });
}

void Rail::setSiteName(const QString& name)
{
    m_siteName = name;
    update();
}

void Rail::setPages(const QList<PageEntry>& pages)
{
    m_pages = pages;
    itemsChanged();
}

void Rail::setCurrentPage(PageId page)
{
    m_current = page;
    for (int index = 0; index < m_pages.size(); ++index) {
        if (m_pages.at(index).id == page)
            setCurrentItem(index);
    }
    itemsChanged();
}

void Rail::setFoot(const QList<FootEntry>& entries)
{
    m_foot = entries;
    itemsChanged();
}

void Rail::setPractice(const QString& text)
{
    m_practice = text;
    itemsChanged();
}

int Rail::widthFor(bool narrow) const
{
    return px(narrow ? design::railThin : design::railWide);
}

void Rail::setNarrow(bool narrow, Motion motion)
{
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    slideTo(widthFor(narrow), motion);
    update();
}

void Rail::slideTo(int target, Motion motion)
{
    const bool animated = motion == Motion::Slides && isVisible()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_slide.stop();
    if (!animated)
        return setFixedWidth(target);
    m_slide.setStartValue(width());
    m_slide.setEndValue(target);
    m_slide.setDuration(slideMilliseconds);
    m_slide.start();
}

int Rail::itemCount() const
{
    return int(m_pages.size() + m_foot.size()) + (m_practice.isEmpty() ? 0 : 1);
}

Rail::Place Rail::placeOf(int index) const
{
    if (index < m_pages.size())
        return {Kind::Page, index};
    index -= int(m_pages.size());
    if (!m_practice.isEmpty()) {
        if (index == 0)
            return {Kind::Practice, 0};
        --index;
    }
    return {Kind::Foot, index};
}

QRect Rail::rectOf(int index) const
{
    const Place place = placeOf(index);
    const int inner = width() - 2 * px(sideMargin);
    const int footTop = height() - px(footMargin) - int(m_foot.size()) * px(itemStep);
    switch (place.kind) {
    case Kind::Page:
        return {px(sideMargin), px(headHeight) + place.index * px(itemStep), inner, px(design::railItem)};
    case Kind::Practice:
        return {px(sideMargin), footTop - px(practiceHeight + footMargin), inner, px(practiceHeight)};
    case Kind::Foot:
        return {px(sideMargin), footTop + place.index * px(itemStep), inner, px(design::railItem)};
    }
    Q_UNREACHABLE();
}

PaintedWidget::Item Rail::item(int index) const
{
    const Place place = placeOf(index);
    Item item;
    item.rect = rectOf(index);
    switch (place.kind) {
    case Kind::Page: {
        const PageEntry& entry = m_pages.at(place.index);
        const QString title = pageTitle(entry.id);
        const int count = entry.badge.count;
        const bool problems = entry.badge.kind == BadgeKind::Problems;
        item.role = ItemRole::Page;
        item.checked = entry.id == m_current;
        item.name = title;
        if (count == 1)
            item.name = problems ? tr("%1, 1 problem").arg(title) : tr("%1, 1 change not applied").arg(title);
        else if (count > 1)
            item.name = problems ? tr("%1, %n problems", nullptr, count).arg(title)
                                 : tr("%1, %n changes not applied", nullptr, count).arg(title);
        item.toolTip = m_narrow ? item.name : QString();
        break;
    }
    case Kind::Practice:
        item.name = tr("Practice Exchange, %1").arg(m_practice);
        item.toolTip = m_narrow ? item.name : QString();
        break;
    case Kind::Foot: {
        const FootEntry& entry = m_foot.at(place.index);
        item.name = entry.text;
        if (!entry.keys.isEmpty())
            item.toolTip = tr("%1 (%2)", "name, keys").arg(entry.text, entry.keys);
        else if (m_narrow)
            item.toolTip = entry.text;
        break;
    }
    }
    return item;
}

QSize Rail::sizeHint() const
{
    return {widthFor(m_narrow), px(400)};
}

void Rail::itemActivated(int index)
{
    const Place place = placeOf(index);
    switch (place.kind) {
    case Kind::Page:
        Q_EMIT pageChosen(m_pages.at(place.index).id);
        break;
    case Kind::Practice:
        Q_EMIT practiceChosen(item(index).rect);
        break;
    case Kind::Foot:
        Q_EMIT footChosen(place.index);
        break;
    }
}

void Rail::paintHead(QPainter* painter) const
{
    const Theme& theme = Theme::current();
    const double side = px(markSide);
    const double start = px(m_narrow ? (design::railThin - markSide) / 2 : 16);
    QRectF square = leadingSlice(QRectF(0, px(15), width(), side), side, Qt::LeftToRight);
    square.moveLeft(layoutDirection() == Qt::RightToLeft ? width() - start - side : start);
    painter->setRenderHint(QPainter::Antialiasing);
    paintMark(painter, square);

    if (m_narrow)
        return;
    const QRectF texts = withoutTrailing(withoutLeading(QRectF(0, px(10), width(), px(36)), px(52), layoutDirection()),
                                         px(8), layoutDirection());
    const double half = texts.height() / 2;
    const bool named = !m_siteName.isEmpty();
    paintText(painter, named ? texts.adjusted(0, 0, 0, -half) : texts, tr("Reserve Console"), typeface(Type::Strong),
              theme.railTitle, layoutDirection());
    paintText(painter, texts.adjusted(0, half, 0, 0), m_siteName, typeface(Type::Caption), theme.railQuiet,
              layoutDirection());
}

void Rail::paintEntry(QPainter* painter, const QRect& rect, Icon icon, const QString& text, bool chosen, bool hovered,
                      double taken) const
{
    const Theme& theme = Theme::current();
    if (chosen || hovered)
        paintPanel(painter, rect, px(design::controlRadius), theme.railOn);
    const QColor ink = chosen || hovered ? theme.railOnText : theme.railText;
    const double side = px(design::icon);
    const double start = m_narrow ? (rect.width() - side) / 2 : px(iconStart);
    paintIcon(painter, leadingSlice(withoutLeading(rect, start, layoutDirection()), side, layoutDirection()), icon, ink,
              layoutDirection());
    if (!m_narrow)
        paintText(
            painter,
            withoutTrailing(withoutLeading(rect, px(textStart), layoutDirection()), px(8) + taken, layoutDirection()),
            text, typeface(chosen ? Type::Strong : Type::Body), ink, layoutDirection());
}

void Rail::paintPage(QPainter* painter, const QRect& rect, const PageEntry& entry, bool hovered) const
{
    const bool chosen = entry.id == m_current;
    const double badge = entry.badge.count > 0 ? badgeWidth(entry.badge) + u(3) : 0;
    paintEntry(painter, rect, pageIcon(entry.id), pageTitle(entry.id), chosen, hovered, badge);
    if (chosen) {
        QRectF bar = leadingSlice(QRectF(0, rect.top(), width(), rect.height()), px(chosenBar), layoutDirection());
        const double inset = (rect.height() - px(chosenBarHeight)) / 2.0;
        paintPanel(painter, bar.adjusted(0, inset, 0, -inset), px(1.5), Theme::current().railMark);
    }
    if (entry.badge.count > 0)
        paintBadge(painter, rect, entry.badge);
}

double Rail::badgeWidth(const Badge& badge)
{
    const QString text = QLocale().toString(badge.count);
    return std::max(px(badgeHeight) * 1.15,
                    QFontMetricsF(typeface(Type::CaptionStrong)).horizontalAdvance(text) + px(10));
}

void Rail::paintBadge(QPainter* painter, const QRect& rect, const Badge& badge) const
{
    const Theme& theme = Theme::current();
    const bool problems = badge.kind == BadgeKind::Problems;
    const QString text = QLocale().toString(badge.count);
    const QFont font = typeface(Type::CaptionStrong);
    const double height = px(badgeHeight);
    const double width = badgeWidth(badge);
    QRectF pill;
    if (m_narrow)
        pill = trailingSlice(QRectF(rect.left(), rect.top() - px(2), rect.width() + px(4), height), width,
                             layoutDirection());
    else
        pill = trailingSlice(withoutTrailing(QRectF(rect), px(10), layoutDirection()), width, layoutDirection());
    pill = QRectF(pill.left(), m_narrow ? pill.top() : pill.center().y() - height / 2, width, height);
    paintPanel(painter, pill, height / 2, problems ? theme.badgeProblem : theme.badgeChanges);
    paintText(painter, pill, text, font, problems ? theme.onBadgeProblem : theme.onBadgeChanges, layoutDirection(),
              Qt::AlignCenter);
}

void Rail::paintPractice(QPainter* painter, const QRect& rect) const
{
    const Theme& theme = Theme::current();
    paintPanel(painter, rect, px(design::cardRadius), {}, theme.railQuiet);
    const double side = px(design::smallIcon);
    if (m_narrow)
        return paintIcon(painter, QRectF(QRectF(rect).center() - QPointF(side, side) / 2, QSizeF(side, side)),
                         Icon::ThingPlug, theme.railTitle);
    QRectF line = QRectF(rect).adjusted(px(10), px(7), -px(10), 0);
    line.setHeight(px(19));
    paintIcon(painter, leadingSlice(line, side, layoutDirection()), Icon::ThingPlug, theme.railTitle);
    paintText(painter, withoutLeading(line, side + px(8), layoutDirection()), tr("Practice Exchange"),
              typeface(Type::CaptionStrong), theme.railTitle, layoutDirection());
    paintText(painter, line.translated(0, px(19)), m_practice, typeface(Type::Caption), theme.railText,
              layoutDirection());
}

void Rail::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.rail);
    paintHead(&painter);
    for (int index = 0; index < itemCount(); ++index) {
        const Place place = placeOf(index);
        const QRect area = rectOf(index);
        const bool hovered = hoveredItem() == index;
        if (place.kind == Kind::Page)
            paintPage(&painter, area, m_pages.at(place.index), hovered);
        else if (place.kind == Kind::Practice)
            paintPractice(&painter, area);
        else
            paintEntry(&painter, area, m_foot.at(place.index).icon, m_foot.at(place.index).text, false, hovered);
        if (focusedItem() == index)
            paintFocusRing(&painter, area, px(design::controlRadius), theme.railTitle);
    }
}

} // namespace reserve
