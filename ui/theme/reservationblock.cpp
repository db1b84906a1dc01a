// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace reserve {
namespace {

constexpr int titleFrom = 14;
constexpr int timeFrom = 30;
constexpr int personFrom = 46;
constexpr int stateIconSide = 14;
constexpr int tooth = 7;
constexpr int toothDepth = 4;
constexpr int dash = 4;
constexpr int gap = 3;
constexpr double movingOpacity = 0.55;

bool holdsNothing(Meaning answer)
{
    return answer == Meaning::Declined || answer == Meaning::Cancelled;
}

QPainterPath outline(const QRectF& rect, double radius)
{
    QPainterPath path;
    radius = std::min(radius, std::min(rect.width(), rect.height()) / 2);
    path.addRoundedRect(rect, radius, radius);
    return path;
}

class BlockPainter
{
public:
    BlockPainter(QPainter* painter, const ReservationBlock& block)
        : m_painter(painter)
        , m_block(block)
        , m_rect(block.rect)
        , m_colors(Theme::current().of(block.answer))
    {
    }

    void paint()
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
        if (m_block.moving)
            m_painter->setOpacity(m_painter->opacity() * movingOpacity);
        paintFill();
        paintEdge();
        paintBorder();
        paintTexts();
        m_painter->restore();
        if (m_block.selected)
            paintFocusRing(m_painter, m_rect, px(design::reservationRadius));
    }

private:
    double radius() const { return px(design::reservationRadius); }
    bool failed() const { return m_block.exchange == Meaning::Failed; }
    bool onlyHere() const { return m_block.exchange == Meaning::OnlyHere; }
    // Of an old time Exchange knows nothing of its own.
    bool isKept() const { return m_block.answer == Meaning::KeptForMove; }
    bool queued() const { return m_block.exchange == Meaning::Queued; }
    bool isPending() const { return m_block.answer == Meaning::Pending; }
    static bool isHighContrast() { return Theme::current().kind == Theme::Kind::HighContrast; }
    bool isHatched() const { return isPending() || isKept() || m_block.answer == Meaning::Tentative; }
    // Without an edge: Exchange has nothing of it that could be shown.
    bool isWithoutEdge() const
    {
        const bool isUntold = isPending() && !m_block.exchange;
        return isKept() || isUntold || (holdsNothing(m_block.answer) && !queued() && !failed());
    }

    void paintFill()
    {
        m_painter->save();
        const QPainterPath shape = outline(m_rect, radius());
        if (isHatched()) {
            const double ratio = m_painter->device() ? m_painter->device()->devicePixelRatioF() : 1.0;
            m_painter->setBrushOrigin(m_rect.topLeft());
            m_painter->fillPath(shape, patternBrush(isKept() ? Pattern::KeptForMove : Pattern::Tentative, ratio));
        } else {
            m_painter->fillPath(shape, holdsNothing(m_block.answer) ? Theme::current().surface : m_colors.wash);
        }
        m_painter->restore();
    }

    void paintEdge()
    {
        if (isWithoutEdge())
            return;
        m_painter->save();
        m_painter->setClipPath(outline(m_rect, radius()), Qt::IntersectClip);
        const QRectF edge = leadingSlice(m_rect, px(design::leadingEdge), m_block.direction);
        if (queued())
            paintDots(edge);
        else if (failed())
            paintTear();
        else if (onlyHere())
            paintHollow();
        else if (m_block.exchange == Meaning::AnsweredByMail)
            paintTwoLines(edge);
        else
            m_painter->fillRect(edge, m_colors.edge);
        m_painter->restore();
    }

    void paintDots(const QRectF& edge)
    {
        const QColor color = Theme::current().of(Meaning::Queued).edge;
        for (double y = edge.top(); y < edge.bottom(); y += px(dash + gap))
            m_painter->fillRect(QRectF(edge.left(), y, edge.width(), px(dash)), color);
    }

    // Teeth of 7 px that point into the block.
    void paintTear()
    {
        const bool mirrored = m_block.direction == Qt::RightToLeft;
        const double start = mirrored ? m_rect.right() : m_rect.left();
        const double inwards = mirrored ? -1 : 1;
        const double bar = start + inwards * px(design::leadingEdge);
        QPainterPath path(QPointF(start, m_rect.top()));
        path.lineTo(bar, m_rect.top());
        for (double y = m_rect.top(); y < m_rect.bottom(); y += px(tooth)) {
            path.lineTo(bar + inwards * px(toothDepth), y + px(tooth) / 2.0);
            path.lineTo(bar, y + px(tooth));
        }
        path.lineTo(start, m_rect.bottom() + px(tooth));
        path.closeSubpath();
        m_painter->fillPath(path, Theme::current().of(Meaning::Failed).edge);
    }

    // Between them the fill is seen.
    void paintTwoLines(const QRectF& edge)
    {
        const double line = edge.width() * 3 / 8;
        m_painter->fillRect(QRectF(edge.left(), edge.top(), line, edge.height()), m_colors.edge);
        m_painter->fillRect(QRectF(edge.right() - line, edge.top(), line, edge.height()), m_colors.edge);
    }

    void paintHollow()
    {
        const QRectF edge = leadingSlice(m_rect, px(design::leadingEdge) + 1, m_block.direction);
        m_painter->fillRect(edge, Theme::current().surface);
        const double x = m_block.direction == Qt::RightToLeft ? edge.left() : edge.right() - 1;
        paintHairline(m_painter, QPointF(x, edge.top()), QPointF(x, edge.bottom()), m_colors.edge);
    }

    void paintBorder()
    {
        if (failed())
            return paintPanel(m_painter, m_rect, radius(), {}, Theme::current().of(Meaning::Failed).edge);
        // Where the wash is the ground itself, the border alone says how long it is.
        const bool isBare = isHighContrast() && !holdsNothing(m_block.answer) && !isKept();
        if (isBare || onlyHere() || isPending() || m_block.answer == Meaning::Tentative)
            return paintPanel(m_painter, m_rect, radius(), {}, m_colors.edge);
        if (!holdsNothing(m_block.answer) && !isKept())
            return;
        QPen pen(m_colors.edge, 1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern(isKept()                                  ? QList<qreal>{6, 2, 1, 2}
                               : m_block.answer == Meaning::Declined ? QList<qreal>{4, 2.5}
                                                                     : QList<qreal>{1, 1.5});
        m_painter->strokePath(outline(m_rect.adjusted(0.5, 0.5, -0.5, -0.5), radius()), pen);
    }

    // The gravest state wins the one place; a series shows only where there is none.
    std::optional<std::pair<Icon, QColor>> mark() const
    {
        const Theme& theme = Theme::current();
        if (failed())
            return std::pair(Icon::StateFailed, theme.of(Meaning::Failed).ink);
        if (m_block.answer != Meaning::Accepted && m_block.answer != Meaning::InExchange)
            return std::pair(stateIcon(m_block.answer), m_colors.ink);
        if (queued())
            return std::pair(Icon::StateQueued, theme.of(Meaning::Queued).ink);
        if (m_block.privateMeeting)
            return std::pair(Icon::Private, m_colors.ink);
        if (m_block.series)
            return std::pair(Icon::Series, m_colors.ink);
        return std::nullopt;
    }

    void paintTexts()
    {
        const double height = m_rect.height();
        if (height < px(titleFrom) || m_block.title.isEmpty())
            return;
        const double edgeSpace = px(failed() ? 12 : 10);
        QRectF inner = withoutTrailing(withoutLeading(m_rect, edgeSpace, m_block.direction), px(6), m_block.direction);
        const bool roomy = height >= px(timeFrom);
        QFont title = typeface(Type::CaptionStrong);
        title.setStrikeOut(m_block.answer == Meaning::Cancelled);
        const double line = QFontMetricsF(title).height();
        // Two lines that just fit stand in the middle, not on the lower border.
        if (roomy)
            inner.adjust(0, std::clamp<double>((height - 2 * line) / 2, 1, px(4)), 0, 0);

        QRectF first(inner.left(), inner.top(), inner.width(), roomy ? line : height);
        QRectF titleRect = first;
        if (const auto found = mark(); found && inner.width() >= px(3 * stateIconSide)) {
            const QRectF corner = trailingSlice(first, px(stateIconSide), m_block.direction);
            paintIcon(m_painter, corner, found->first, found->second, m_block.direction);
            titleRect = withoutTrailing(first, px(stateIconSide + 3), m_block.direction);
        }
        paintWords(titleRect, m_block.title, title);
        if (!roomy)
            return;
        QRectF row = first.translated(0, line);
        paintLine(row, m_block.time);
        if (height >= px(personFrom))
            paintLine(row, m_block.person);
    }

    // Lines in the colour of the words would strike them through.
    void paintWords(const QRectF& place, const QString& text, const QFont& font)
    {
        if (isHatched() && isHighContrast()) {
            const double width = std::min(QFontMetricsF(font).horizontalAdvance(text) + px(2), place.width());
            m_painter->fillRect(leadingSlice(place, width, m_block.direction), m_colors.wash);
        }
        paintText(m_painter, place, text, font, m_colors.ink, m_block.direction);
    }

    void paintLine(QRectF& row, const QString& text)
    {
        if (text.isEmpty() || row.bottom() > m_rect.bottom())
            return;
        paintWords(row, text, typeface(Type::Caption));
        row.translate(0, row.height());
    }

    QPainter* m_painter;
    const ReservationBlock& m_block;
    QRectF m_rect;
    const MeaningColors& m_colors;
};

} // namespace

void paintReservationBlock(QPainter* painter, const ReservationBlock& block)
{
    BlockPainter(painter, block).paint();
}

} // namespace reserve
