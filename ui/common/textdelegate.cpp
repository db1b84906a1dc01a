// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/textdelegate.h"

#include "ui/common/tableview.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace reserve {

TextDelegate::TextDelegate(Type type, Ink ink, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_type(type)
    , m_ink(ink)
{
}

void TextDelegate::setPlaceholder(const QString& text)
{
    m_placeholder = text;
}

void TextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const Theme& theme = Theme::current();
    const QColor inks[] = {theme.text, theme.text2, theme.text3};
    const bool off = !(option.state & QStyle::State_Enabled);
    const bool missing = text.isEmpty();
    const QColor ink = off ? theme.control : missing ? theme.text3 : inks[int(m_ink)];
    const QRectF inner = cellContents(option, index);
    const bool end = ground.displayAlignment & (Qt::AlignRight | Qt::AlignTrailing);
    painter->save();
    paintText(painter, inner, missing ? m_placeholder : text, typeface(missing ? Type::Body : m_type), ink,
              option.direction, (end ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    painter->restore();
}

} // namespace reserve
