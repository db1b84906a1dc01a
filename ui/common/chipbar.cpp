// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/chipbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace reserve {
namespace {

constexpr int chipHeight = 24;
constexpr int chipPadding = 10;
constexpr int chipGap = 6;
constexpr int chipIcon = 14;
constexpr int ringSpace = 3; // round the first and last line, for the focus ring

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

ChipBar::ChipBar(QWidget* parent)
    : PaintedWidget(Qt::Horizontal, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Filters"));
}

void ChipBar::setChips(const QList<Chip>& chips)
{
    m_chips = chips;
    m_rects = arrange(width());
    itemsChanged();
}

void ChipBar::setCount(const QString& key, qint64 count)
{
    for (Chip& chip : m_chips) {
        if (chip.key == key && chip.count != count) {
            chip.count = count;
            m_rects = arrange(width());
            return itemsChanged();
        }
    }
}

void ChipBar::setChosenKeys(const QStringList& keys)
{
    if (m_chosen == keys)
        return;
    m_chosen = keys;
    itemsChanged();
}

void ChipBar::setAllKey(const QString& key)
{
    m_allKey = key;
    itemsChanged();
}

bool ChipBar::isOn(const Chip& chip) const
{
    if (!m_allKey.isEmpty() && chip.key == m_allKey)
        return m_chosen.isEmpty();
    return m_chosen.contains(chip.key);
}

int ChipBar::itemCount() const
{
    return int(m_chips.size());
}

PaintedWidget::Item ChipBar::item(int index) const
{
    const Chip& chip = m_chips.at(index);
    Item item;
    item.name = tr("%1, %2", "filter, count").arg(chip.text, countText(chip.count));
    item.role = ItemRole::Toggle;
    item.checked = isOn(chip);
    item.rect = m_rects.value(index);
    return item;
}

void ChipBar::itemActivated(int index)
{
    const Chip& chip = m_chips.at(index);
    if (chip.key == m_allKey && !m_allKey.isEmpty())
        m_chosen.clear();
    else if (!m_chosen.removeOne(chip.key))
        m_chosen.append(chip.key);
    itemsChanged();
    Q_EMIT chosenChanged(m_chosen);
}

int ChipBar::chipWidth(const Chip& chip) const
{
    int width = 2 * px(chipPadding)
        + QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(countText(chip.count)) + px(chipGap)
        + QFontMetrics(typeface(Type::Caption)).horizontalAdvance(chip.text) + 2;
    if (chip.meaning || chip.icon)
        width += px(chipIcon + chipGap);
    return width;
}

QList<QRect> ChipBar::arrange(int width) const
{
    QList<QRect> rects;
    const int height = std::max(px(chipHeight), QFontMetrics(typeface(Type::Caption)).height() + px(6));
    int x = px(ringSpace);
    int y = px(ringSpace);
    for (const Chip& chip : m_chips) {
        const int needed = chipWidth(chip);
        if (x > px(ringSpace) && x + needed > width - px(ringSpace)) {
            x = px(ringSpace);
            y += height + px(chipGap);
        }
        rects.append(QStyle::visualRect(layoutDirection(), QRect(0, 0, width, height), QRect(x, y, needed, height)));
        x += needed + px(chipGap);
    }
    return rects;
}

QSize ChipBar::sizeHint() const
{
    int width = 2 * px(ringSpace);
    for (const Chip& chip : m_chips)
        width += chipWidth(chip) + px(chipGap);
    return {width, heightForWidth(width)};
}

QSize ChipBar::minimumSizeHint() const
{
    int widest = 0;
    for (const Chip& chip : m_chips)
        widest = std::max(widest, chipWidth(chip));
    return {widest + 2 * px(ringSpace), px(chipHeight + 2 * ringSpace)};
}

int ChipBar::heightForWidth(int width) const
{
    const QList<QRect> rects = arrange(width);
    return rects.isEmpty() ? 0 : rects.last().bottom() + 1 + px(ringSpace);
}

void ChipBar::resizeEvent(QResizeEvent* event)
{
    m_rects = arrange(event->size().width());
    PaintedWidget::resizeEvent(event);
}

void ChipBar::paintChip(QPainter* painter, int index) const
{
    const Theme& theme = Theme::current();
    const Chip& chip = m_chips.at(index);
    const QRectF rect(m_rects.at(index));
    const bool on = isOn(chip);
    const bool finding = chip.meaning && chip.count > 0;
    const QColor ink = finding   ? theme.of(*chip.meaning).ink
        : chip.count == 0 && !on ? theme.text3
        : on                     ? theme.washInk
                                 : theme.text;
    const QColor border = finding ? theme.of(*chip.meaning).edge : on ? theme.accent : theme.line;
    const QColor fill = on       ? (finding ? theme.of(*chip.meaning).wash : theme.wash)
        : hoveredItem() == index ? theme.alt
                                 : theme.surface;
    paintPanel(painter, rect, rect.height() / 2, fill, border);
    QRectF inner = rect.adjusted(px(chipPadding), 0, -px(chipPadding), 0);
    if (chip.meaning || chip.icon) {
        const Icon shown = chip.icon.value_or(chip.meaning ? stateIcon(*chip.meaning) : Icon::ActFilter);
        paintIcon(painter, leadingSlice(inner, px(chipIcon), layoutDirection()), shown, ink, layoutDirection());
        inner = withoutLeading(inner, px(chipIcon + chipGap), layoutDirection());
    }
    const QFont strong = typeface(Type::CaptionStrong);
    const double count = QFontMetricsF(strong).horizontalAdvance(countText(chip.count)) + 1;
    paintText(painter, leadingSlice(inner, count, layoutDirection()), countText(chip.count), strong, ink,
              layoutDirection());
    inner = withoutLeading(inner, count + px(chipGap), layoutDirection());
    paintText(painter, inner, chip.text, typeface(Type::Caption), finding || on ? ink : theme.text3, layoutDirection());
}

void ChipBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int index = 0; index < m_rects.size(); ++index) {
        paintChip(&painter, index);
        if (index == focusedItem())
            paintFocusRing(&painter, m_rects.at(index), m_rects.at(index).height() / 2.0);
    }
}

} // namespace reserve
