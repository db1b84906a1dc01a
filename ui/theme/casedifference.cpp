// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/casedifference.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace reserve {
namespace {

constexpr int waveHeight = 2;
constexpr int waveLength = 6;

bool isSeparator(QChar c)
{
    return c == u'@' || c == u'.';
}

QFont boldFixed()
{
    QFont font = typeface(Type::Fixed);
    font.setBold(true);
    return font;
}

constexpr QChar ellipsis(0x2026);

void paintWave(QPainter* painter, double from, double to, double baseline, const QColor& color)
{
    QPainterPath path(QPointF(from, baseline));
    double side = -1;
    for (double x = from; x + px(waveLength) / 2.0 <= to; x += px(waveLength) / 2.0) {
        path.quadTo(x + px(waveLength) / 4.0, baseline + side * 2 * px(waveHeight), x + px(waveLength) / 2.0, baseline);
        side = -side;
    }
    painter->strokePath(path, QPen(color, px(1.5), Qt::SolidLine, Qt::RoundCap));
}

} // namespace

QList<TextSpan> caseDifferences(const QString& text, const QString& other)
{
    QList<TextSpan> spans;
    if (text == other || text.compare(other, Qt::CaseInsensitive) != 0 || text.size() != other.size())
        return spans;
    qsizetype start = 0;
    for (qsizetype end = 0; end <= text.size(); ++end) {
        if (end < text.size() && !isSeparator(text.at(end)))
            continue;
        const qsizetype length = end - start;
        if (QStringView(text).mid(start, length) != QStringView(other).mid(start, length))
            spans.append({start, length});
        start = end + 1;
    }
    return spans;
}

void paintCaseDifference(QPainter* painter, const QRect& rect, const QString& text, const QList<TextSpan>& spans,
                         Qt::LayoutDirection direction)
{
    const Theme& theme = Theme::current();
    const MeaningColors& colors = theme.of(Meaning::DiffersInCase);
    const QFont plain = typeface(Type::Fixed);
    const QFont bold = boldFixed();
    const QFontMetricsF metrics(plain);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->setLayoutDirection(Qt::LeftToRight); // an address is an island in every language
    const double width = metrics.horizontalAdvance(text);
    const bool isCut = width > rect.width();
    const double end = isCut ? rect.right() + 1 - metrics.horizontalAdvance(ellipsis) : rect.right() + 1;
    double x = direction == Qt::RightToLeft ? std::max<double>(rect.left(), rect.right() + 1 - width) : rect.left();
    const double baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();

    // What does not fit ends as texts do elsewhere, at its own end in every direction.
    if (isCut) {
        painter->setFont(plain);
        painter->setPen(theme.text);
        painter->drawText(QPointF(end, baseline), QString(ellipsis));
        painter->setClipRect(QRectF(rect.left(), rect.top(), end - rect.left(), rect.height()), Qt::IntersectClip);
    }
    qsizetype position = 0;
    const auto draw = [&](qsizetype until, bool differs) {
        const QString part = text.mid(position, until - position);
        painter->setFont(differs ? bold : plain);
        painter->setPen(differs ? colors.ink : theme.text);
        painter->drawText(QPointF(x, baseline), part);
        const double advance = QFontMetricsF(painter->font()).horizontalAdvance(part);
        if (differs)
            paintWave(painter, x, x + advance, baseline + metrics.descent(), colors.edge);
        x += advance;
        position = until;
    };
    for (const TextSpan& span : spans) {
        draw(span.start, false);
        draw(span.start + span.length, true);
    }
    draw(text.size(), false);
    painter->restore();
}

QSize caseDifferenceSize(const QString& text)
{
    const QFontMetricsF metrics(boldFixed());
    return {qCeil(metrics.horizontalAdvance(text)), qCeil(metrics.height()) + px(2 * waveHeight)};
}

} // namespace reserve
