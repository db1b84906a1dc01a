// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/persondelegate.h"

#include "models/items/personmodel.h"
#include "ui/people/portrait.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace reserve {

namespace {

constexpr int portraitSize = 22;
constexpr int findingEdge = 3;

QColor inkOf(const Person& person)
{
    const Theme& theme = Theme::current();
    return person.status == PersonStatus::Retired ? theme.of(Meaning::Retired).ink : theme.text;
}

} // namespace

PersonDelegate::PersonDelegate(const PersonModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

void PersonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (m_model.isSection(index.row()))
        return paintSection(painter, option, index);
    QStyleOptionViewItem ground(option);
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const PersonRow* row = m_model.rowAt(index.row());
    if (!row)
        return;
    painter->save();
    if (index.column() == PersonModel::NumberColumn)
        paintNumber(painter, option, *row);
    else
        paintName(painter, option, *row);
    painter->restore();
}

void PersonDelegate::paintSection(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::current();
    const PersonSection section = m_model.sectionAt(index.row());
    const MeaningColors& finding = theme.of(Meaning::Tentative);
    painter->save();
    painter->fillRect(option.rect, section.isFinding() ? finding.wash : theme.alt);
    paintHairline(painter, QRectF(option.rect).bottomLeft(), QRectF(option.rect).bottomRight(), theme.line);
    QRectF inner = QRectF(option.rect).adjusted(px(10), 0, -px(10), -1);
    if (section.isFinding()) {
        painter->fillRect(leadingSlice(option.rect, px(findingEdge), option.direction), finding.edge);
        paintIcon(painter, leadingSlice(inner, px(design::smallIcon), option.direction), Icon::StateDouble, finding.ink,
                  option.direction);
        inner = withoutLeading(inner, px(design::smallIcon) + u(1.5), option.direction);
    }
    paintText(painter, inner, index.data(Qt::DisplayRole).toString(), typeface(Type::CaptionStrong),
              section.isFinding() ? finding.ink : theme.text2, option.direction);
    painter->restore();
}

void PersonDelegate::paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const PersonRow& row) const
{
    const Theme& theme = Theme::current();
    const QRectF inner = QRectF(option.rect).adjusted(px(10), 0, -px(design::cellTrailing), -1);
    if (row.sharesEmail)
        painter->fillRect(leadingSlice(option.rect, px(findingEdge), option.direction),
                          theme.of(Meaning::Tentative).edge);
    const QFont& font = typeface(row.winsMatch ? Type::Strong : Type::Body);
    const QString number = row.person.controlNumber.text();
    paintText(painter, inner, number, font, inkOf(row.person), option.direction, Qt::AlignTrailing | Qt::AlignVCenter);
    if (!row.winsMatch)
        return;
    const double width = QFontMetricsF(font).horizontalAdvance(number);
    const QRectF rest = withoutTrailing(inner, width + u(1.5), option.direction);
    paintIcon(painter, trailingSlice(rest, px(design::smallIcon), option.direction), Icon::Winner,
              theme.of(Meaning::Tentative).ink, option.direction);
}

void PersonDelegate::paintName(QPainter* painter, const QStyleOptionViewItem& option, const PersonRow& row) const
{
    const Theme& theme = Theme::current();
    QRectF inner = QRectF(option.rect).adjusted(px(10), 0, -px(design::cellTrailing), -1);
    QRectF face = leadingSlice(inner, px(portraitSize), option.direction);
    face = QRectF(face.left(), face.center().y() - px(portraitSize) / 2.0, px(portraitSize), px(portraitSize));
    painter->setFont(typeface(Type::CaptionStrong));
    paintPortrait(painter, face.toRect(), initialsOf(row.person), portraitMeaning(row.person));
    inner = withoutLeading(inner, px(portraitSize) + u(2), option.direction);
    if (row.isDefaultUser) {
        const QString tag = tr("Default");
        const QFontMetricsF metrics(typeface(Type::Caption));
        const double width = metrics.horizontalAdvance(tag) + u(3);
        const double name
            = std::min(QFontMetricsF(typeface(Type::Body)).horizontalAdvance(row.person.displayName()) + u(2),
                       inner.width() - width);
        QRectF place = leadingSlice(withoutLeading(inner, name, option.direction), width, option.direction);
        place
            = QRectF(place.left(), place.center().y() - metrics.height() / 2 - 1, place.width(), metrics.height() + 2);
        paintPanel(painter, place, px(design::boxRadius), theme.wash);
        paintText(painter, place, tag, typeface(Type::Caption), theme.washInk, option.direction, Qt::AlignCenter);
        inner = leadingSlice(inner, name, option.direction);
    }
    paintText(painter, inner, row.person.displayName(), typeface(Type::Body), inkOf(row.person), option.direction);
}

} // namespace reserve
