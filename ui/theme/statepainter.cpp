// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/statepainter.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace reserve {
namespace {

constexpr int pillHeight = 22;
constexpr int pillPadding = 9;
constexpr int pillIcon = 14;
constexpr int iconGap = 6;
constexpr int barHeight = 6;
constexpr int dotSize = 8;

QString wordOf(Meaning meaning, const StateText& text)
{
    return text.word.isEmpty() ? stateWord(meaning) : text.word;
}

Icon iconOf(Meaning meaning, const StateText& text)
{
    return text.icon.value_or(stateIcon(meaning));
}

QFont fontOf(Form form, const StateText& text)
{
    if (text.font)
        return *text.font;
    QFont font = typeface(form == Form::Pill ? Type::Caption : Type::Name);
    font.setWeight(QFont::Medium);
    return font;
}

void paintIconAndWord(QPainter* painter, const QRectF& rect, Meaning meaning, Form form, double iconSide,
                      const StateText& text)
{
    const QColor ink = Theme::current().of(meaning).ink;
    const QRectF iconRect = leadingSlice(rect, iconSide, text.direction);
    paintIcon(painter, iconRect, iconOf(meaning, text), ink, text.direction);
    paintText(painter, withoutLeading(rect, iconSide + px(iconGap), text.direction), wordOf(meaning, text),
              fontOf(form, text), ink, text.direction);
}

void paintPill(QPainter* painter, const QRect& rect, Meaning meaning, const StateText& text)
{
    paintPanel(painter, rect, rect.height() / 2.0, Theme::current().of(meaning).wash);
    const QRectF inner = QRectF(rect).adjusted(px(pillPadding), 0, -px(pillPadding), 0);
    paintIconAndWord(painter, inner, meaning, Form::Pill, px(pillIcon), text);
}

// A swatch: the state stands either in the fill or in the edge.
void paintSwatch(QPainter* painter, const QRect& rect, Meaning meaning, const StateText& text)
{
    ReservationBlock block;
    block.rect = rect;
    block.direction = text.direction;
    switch (meaning) {
    case Meaning::InExchange:
    case Meaning::AnsweredByMail:
    case Meaning::Queued:
    case Meaning::Failed:
    case Meaning::OnlyHere:
        block.exchange = meaning;
        break;
    default:
        block.answer = meaning;
        break;
    }
    paintReservationBlock(painter, block);
}

} // namespace

void paintState(QPainter* painter, const QRect& rect, Meaning meaning, Form form, const StateText& text)
{
    painter->save();
    switch (form) {
    case Form::Block:
        paintSwatch(painter, rect, meaning, text);
        break;
    case Form::Pill:
        paintPill(painter, rect, meaning, text);
        break;
    case Form::Inline:
        paintIconAndWord(painter, rect, meaning, form, px(design::smallIcon), text);
        break;
    case Form::Bar:
        paintPanel(painter, rect, px(2), Theme::current().of(meaning).edge);
        break;
    case Form::Dot: {
        const double side = std::min(rect.width(), rect.height());
        const QRectF dot(QRectF(rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
        paintPanel(painter, dot, side / 2, Theme::current().of(meaning).edge);
        break;
    }
    }
    painter->restore();
}

QSize stateSize(Meaning meaning, Form form, const StateText& text)
{
    const QFontMetrics metrics(fontOf(form, text));
    const int word = metrics.horizontalAdvance(wordOf(meaning, text)) + 1;
    switch (form) {
    case Form::Block:
        return {px(26), px(16)};
    case Form::Pill:
        return {word + px(pillIcon) + px(iconGap) + 2 * px(pillPadding), std::max(px(pillHeight), metrics.height())};
    case Form::Inline:
        return {word + px(design::smallIcon) + px(iconGap), std::max(px(design::smallIcon), metrics.height())};
    case Form::Bar:
        return {px(26), px(barHeight)};
    case Form::Dot:
        return {px(dotSize), px(dotSize)};
    }
    Q_UNREACHABLE();
}

void paintPortrait(QPainter* painter, const QRect& rect, const QString& initials, Meaning kind)
{
    const Theme& theme = Theme::current();
    const bool external = kind == Meaning::ExternalContact;
    const bool retired = kind == Meaning::Retired;
    const MeaningColors& colors = theme.of(kind);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(external || retired ? colors.wash : theme.sunken);
    painter->drawEllipse(rect);
    if (external) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.edge, 1, Qt::CustomDashLine));
        QPen ring = painter->pen();
        ring.setDashPattern({3, 2});
        painter->setPen(ring);
        painter->drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
        const double side = rect.width() * 0.58;
        const QRectF figure(QRectF(rect).center() - QPointF(side, side) / 2, QSizeF(side, side));
        paintIcon(painter, figure, Icon::StateExternal, colors.ink, painter->layoutDirection());
    } else if (retired) {
        const double inset = rect.width() * 0.2;
        const QRectF inner = QRectF(rect).adjusted(inset, inset, -inset, -inset);
        painter->setPen(QPen(colors.edge, px(1.5), Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(inner.bottomLeft(), inner.topRight());
    } else {
        QFont font = typeface(Type::CaptionStrong);
        font.setPixelSize(std::max(8, qRound(rect.height() * 0.4)));
        paintText(painter, rect, initials, font, theme.text2, Qt::LeftToRight, Qt::AlignCenter);
    }
    painter->restore();
}

} // namespace reserve
