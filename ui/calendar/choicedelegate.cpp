// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/choicedelegate.h"

#include "models/items/bookedshares.h"
#include "models/items/personchoicemodel.h"
#include "models/items/spacechoicemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace reserve {

namespace {

constexpr int spaceRow = 28;
constexpr int personRow = 42;
constexpr int barWidth = 6;
constexpr int barHeight = 13;
constexpr int mostBars = 7;

void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const Theme& theme = Theme::current();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen) {
        painter->fillRect(option.rect, theme.wash);
        painter->fillRect(leadingSlice(option.rect, px(3), option.direction), theme.accent);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        paintFocusCell(painter, option.rect);
}

} // namespace

SpaceRowDelegate::SpaceRowDelegate(BookedShares& shares, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_shares(shares)
{
}

QSize SpaceRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {px(design::railWide), px(spaceRow)};
}

void SpaceRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const QString name = index.data(Qt::DisplayRole).toString();
    QRectF inner = option.rect.adjusted(u(3), 0, -u(2.5), 0);
    if (index.data(SpaceChoiceModel::IsGroupRole).toBool()) {
        paintText(painter, inner, name, typeface(Type::CaptionStrong), theme.text2, option.direction);
        return;
    }
    paintRowGround(painter, option);
    const double bars = mostBars * (px(barWidth) + px(2));
    paintBars(painter, trailingSlice(inner, bars, option.direction).toRect(), index, option.direction);
    inner = withoutTrailing(inner, bars + u(1), option.direction);
    const bool chosen = option.state & QStyle::State_Selected;
    paintText(painter, inner, name, typeface(chosen ? Type::Strong : Type::Body), chosen ? theme.washInk : theme.text,
              option.direction);
}

void SpaceRowDelegate::paintBars(QPainter* painter, const QRect& place, const QModelIndex& index,
                                 Qt::LayoutDirection direction) const
{
    const auto* model = qobject_cast<const SpaceChoiceModel*>(index.model());
    const Space* space = model ? model->spaceAt(index) : nullptr;
    const auto week = space ? m_shares.shares(*space) : std::nullopt;
    if (!week)
        return;
    const Theme& theme = Theme::current();
    QList<int> open;
    for (const std::optional<int>& day : *week) {
        if (day)
            open.append(std::clamp(*day, 0, 100));
    }
    const int step = px(barWidth) + px(2);
    const int bottom = place.center().y() + px(barHeight) / 2 + 1;
    for (qsizetype day = 0; day < open.size(); ++day) {
        const int height = std::max(px(1), px(barHeight) * open.at(day) / 100);
        const int fromEnd = int(open.size() - day) * step;
        const int left = direction == Qt::RightToLeft ? place.left() + fromEnd - px(barWidth)
                                                      : place.right() + 1 - fromEnd + px(2);
        painter->fillRect(QRect(left, bottom - height, px(barWidth), height),
                          open.at(day) == 0 ? theme.line : theme.of(Meaning::Accepted).edge);
    }
}

QSize PersonRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {px(design::railWide), px(personRow)};
}

void PersonRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    paintRowGround(painter, option);
    const bool chosen = option.state & QStyle::State_Selected;
    const QRectF inner = option.rect.adjusted(u(3), u(1), -u(2.5), -u(1));
    const double half = inner.height() / 2;
    QRectF first(inner.left(), inner.top(), inner.width(), half);
    if (index.data(PersonChoiceModel::IsRetiredRole).toBool()) {
        // Often beside somebody of the same name and e-mail who is not.
        const StateText said{{}, option.direction, typeface(Type::Caption), {}};
        const double width = stateSize(Meaning::Retired, Form::Inline, said).width();
        paintState(painter, trailingSlice(first, width, option.direction).toRect(), Meaning::Retired, Form::Inline,
                   said);
        first = withoutTrailing(first, width + u(1), option.direction);
    }
    paintText(painter, first, index.data(Qt::DisplayRole).toString(), typeface(chosen ? Type::Strong : Type::Body),
              chosen ? theme.washInk : theme.text, option.direction);
    paintText(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half),
              index.data(PersonChoiceModel::EmailRole).toString(), typeface(Type::Caption),
              chosen ? theme.washInk : theme.text3, option.direction);
}

} // namespace reserve
