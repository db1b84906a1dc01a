// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/statedelegate.h"

#include "ui/common/tableview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace reserve {
namespace {

// Ground, selection and focus by the style; the content is ours.
void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem ground(option);
    ground.text.clear();
    ground.icon = {};
    ground.features &= ~QStyleOptionViewItem::HasDisplay;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
}

} // namespace

StateDelegate::StateDelegate(Reader read, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_read(std::move(read))
{
}

void StateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    paintGround(painter, ground);

    const StateCell cell = m_read(index);
    const QRect inner = cellContents(option, index).toRect();
    painter->save();
    if (cell.meaning)
        paintState(painter, inner, *cell.meaning, Form::Inline,
                   {cell.word, option.direction, typeface(Type::Body), cell.icon});
    else
        paintText(painter, inner, cell.word, typeface(Type::Body), Theme::current().text3, option.direction);
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const StateCell cell = m_read(index);
    if (!cell.meaning)
        return {QFontMetrics(typeface(Type::Body)).horizontalAdvance(cell.word) + px(16), option.rect.height()};
    const QSize size
        = stateSize(*cell.meaning, Form::Inline, {cell.word, option.direction, typeface(Type::Body), cell.icon});
    return size + QSize(px(16), 0);
}

} // namespace reserve
