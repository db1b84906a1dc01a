// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/figurecard.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reserve {

namespace {

constexpr double cardHeight = 128;

} // namespace

FigureCard::FigureCard(const QString& title, const QString& unit, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_unit(unit)
{
    setAccessibleName(title);
}

QSize FigureCard::sizeHint() const
{
    return {px(280), px(cardHeight)};
}

QSize FigureCard::minimumSizeHint() const
{
    return {px(150), px(cardHeight)};
}

void FigureCard::setFigure(const QString& figure, const QString& remark)
{
    m_figure = figure;
    m_remark = remark;
    QStringList parts{m_title, figure, m_unit, remark};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QLatin1String(", ")));
    setToolTip(remark);
    update();
}

void FigureCard::setUnit(const QString& unit)
{
    m_unit = unit;
}

void FigureCard::setMeaning(std::optional<Meaning> meaning)
{
    m_meaning = meaning;
}

void FigureCard::paintHead(QPainter& painter, QRectF& rest)
{
    const Theme& theme = Theme::current();
    const QFontMetricsF titleMetrics(typeface(Type::CaptionStrong));
    const double line = titleMetrics.height() + u(0.5);
    if (titleMetrics.horizontalAdvance(m_title) > rest.width()) {
        paintLongTitle(painter, rest, 2 * line);
        return paintFigure(painter, rest);
    }
    const QRectF head(rest.left(), rest.top(), rest.width(), line);
    double unitWidth = QFontMetricsF(typeface(Type::Caption)).horizontalAdvance(m_unit);
    // The title comes first; the unit stands in the accessible name as well.
    if (titleMetrics.horizontalAdvance(m_title) + unitWidth + u(1) > head.width())
        unitWidth = 0;
    paintText(&painter, withoutTrailing(head, unitWidth + u(1), layoutDirection()), m_title,
              typeface(Type::CaptionStrong), theme.text2, layoutDirection());
    if (unitWidth > 0)
        paintText(&painter, trailingSlice(head, unitWidth + 1, layoutDirection()), m_unit, typeface(Type::Caption),
                  theme.text3, layoutDirection());
    rest.setTop(head.bottom());
    paintFigure(painter, rest);
}

// A title of a long language takes a second line from the chart rather than being cut.
void FigureCard::paintLongTitle(QPainter& painter, QRectF& rest, double height)
{
    const QRectF head(rest.left(), rest.top(), rest.width(), height);
    painter.setFont(typeface(Type::CaptionStrong));
    painter.setPen(Theme::current().text2);
    painter.drawText(head, int(Qt::TextWordWrap) | int(Qt::AlignLeading) | int(Qt::AlignTop), m_title);
    rest.setTop(head.bottom());
}

void FigureCard::paintFigure(QPainter& painter, QRectF& rest)
{
    if (m_figure.isEmpty())
        return;
    const Theme& theme = Theme::current();
    const QFontMetricsF metrics(typeface(Type::Figure));
    const QRectF row(rest.left(), rest.top(), rest.width(), metrics.height());
    const double width = metrics.horizontalAdvance(m_figure) + 1;
    paintText(&painter, leadingSlice(row, width, layoutDirection()), m_figure, typeface(Type::Figure),
              m_meaning ? theme.of(*m_meaning).ink : theme.text, layoutDirection());
    paintText(&painter, withoutLeading(row, width + u(2), layoutDirection()), m_remark, typeface(Type::Caption),
              theme.text2, layoutDirection());
    rest.setTop(row.bottom() + u(1));
}

void FigureCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPanel(&painter, rect(), px(design::cardRadius), theme.surface, theme.line);
    QRectF rest = QRectF(rect()).adjusted(u(4), u(2.5), -u(4), -u(2.5));
    paintHead(painter, rest);
    if (rest.height() > u(3))
        paintChart(painter, rest);
}

} // namespace reserve
