// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/wayline.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <cmath>
#include <utility>

namespace reserve {
namespace {

using State = WayStation::State;

constexpr int turnMilliseconds = 1200;
constexpr int verticalStep = 45;
constexpr int detailTop = 17;
constexpr int mostDetailLines = 14; // more than any sentence of ours takes in the narrowest pane
constexpr int mostUnbroken = 20;    // letters
constexpr int verticalTextStart = 36;
constexpr int timeColumn = 96;
constexpr int longestBar = 46;
constexpr int largeStep = 84;
constexpr int smallStep = 44;

// Ids and addresses that are longer than a row may end it at their marks, and where they have none within half a row:
// else the rest of them would be cut.
QString breakable(const QString& text)
{
    constexpr QChar breakHere(0x200B);
    const QString marks = QStringLiteral("@.-_/");
    QStringList words = text.split(QLatin1Char(' '));
    for (QString& word : words) {
        if (word.size() <= mostUnbroken)
            continue;
        QString broken;
        int unbroken = 0;
        for (const QChar letter : std::as_const(word)) {
            broken += letter;
            ++unbroken;
            if (marks.contains(letter) || unbroken == mostUnbroken) {
                broken += breakHere;
                unbroken = 0;
            }
        }
        word = broken;
    }
    return words.join(QLatin1Char(' '));
}

int discSize(WayLine::Shape shape)
{
    switch (shape) {
    case WayLine::Shape::Small:
        return px(14);
    case WayLine::Shape::Vertical:
        return px(18);
    case WayLine::Shape::Large:
        return px(24);
    }
    Q_UNREACHABLE();
}

Meaning meaningOf(State state)
{
    switch (state) {
    case State::NotYet:
        return Meaning::NotApplicable;
    case State::Working:
    case State::Done:
        return Meaning::Accepted;
    case State::Waiting:
        return Meaning::Queued;
    case State::Differs:
        return Meaning::Tentative;
    case State::Failed:
        return Meaning::Failed;
    }
    Q_UNREACHABLE();
}

QPainterPath octagon(const QPointF& center, double radius)
{
    QPolygonF corners;
    for (int corner = 0; corner < 8; ++corner) {
        const double angle = (corner + 0.5) * M_PI / 4;
        corners << center + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

void paintTick(QPainter* painter, const QPointF& c, double radius, const QColor& color)
{
    painter->setPen(QPen(color, radius / 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(QPolygonF{c + QPointF(-0.42, 0.05) * radius, c + QPointF(-0.12, 0.35) * radius,
                                    c + QPointF(0.45, -0.33) * radius});
}

void paintRing(QPainter* painter, const QPointF& center, double radius, const QColor& fill, const QColor& edge,
               double width)
{
    painter->setBrush(fill);
    painter->setPen(QPen(edge, width));
    painter->drawEllipse(center, radius - width / 2, radius - width / 2);
}

// `turn` goes from 0 to 1 while a station works.
void paintStation(QPainter* painter, const QPointF& center, double radius, State state, double turn)
{
    const Theme& theme = Theme::current();
    const MeaningColors& colors = theme.of(meaningOf(state));
    const double line = std::max(1.5, radius / 7);
    switch (state) {
    case State::Done:
        paintRing(painter, center, radius, colors.edge, colors.edge, line);
        paintTick(painter, center, radius, theme.surface);
        break;
    case State::Working: {
        paintRing(painter, center, radius, theme.surface, colors.edge, line);
        painter->setPen(QPen(colors.edge, 2 * line, Qt::SolidLine, Qt::FlatCap));
        const double inner = radius - line;
        const QRectF arc(center - QPointF(inner, inner), 2 * QSizeF(inner, inner));
        painter->drawArc(arc, qRound((90 - 360 * turn) * 16), -90 * 16);
        break;
    }
    case State::Waiting:
        paintRing(painter, center, radius, colors.wash, colors.edge, line);
        paintIcon(painter, QRectF(center - QPointF(radius, radius) * 0.68, 1.36 * QSizeF(radius, radius)),
                  Icon::StateQueued, colors.ink);
        break;
    case State::Differs:
        paintRing(painter, center, radius, colors.wash, colors.edge, line);
        painter->setPen(QPen(colors.ink, line, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(center - QPointF(0, radius * 0.45), center + QPointF(0, radius * 0.08));
        painter->drawPoint(center + QPointF(0, radius * 0.45));
        break;
    case State::Failed: {
        painter->setBrush(colors.wash);
        painter->setPen(QPen(colors.edge, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(octagon(center, radius));
        painter->setPen(QPen(colors.ink, line, Qt::SolidLine, Qt::RoundCap));
        const double arm = radius * 0.32;
        painter->drawLine(center - QPointF(arm, arm), center + QPointF(arm, arm));
        painter->drawLine(center - QPointF(arm, -arm), center + QPointF(arm, -arm));
        break;
    }
    case State::NotYet: {
        painter->setBrush(Qt::NoBrush);
        QPen pen(theme.control, line, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2, 1.6});
        painter->setPen(pen);
        painter->drawEllipse(center, radius - line / 2, radius - line / 2);
        break;
    }
    }
}

// The line after a station: dashes where it is waited for, solid to one that was reached, sparse dots ahead.
QPen linkPen(const WayStation& from, const WayStation& to)
{
    const Theme& theme = Theme::current();
    const bool waits = to.state == State::Waiting || !from.wait.isEmpty()
        || (from.state == State::Waiting && to.state == State::NotYet);
    const bool reached = to.state != State::NotYet && to.state != State::Failed;
    if (waits) {
        QPen pen(theme.of(Meaning::Queued).edge, px(2), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2, 1.5});
        return pen;
    }
    if (reached)
        return QPen(theme.of(Meaning::Accepted).edge, px(2), Qt::SolidLine, Qt::FlatCap);
    QPen pen(theme.control, 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 4});
    return pen;
}

QColor nameInk(State state)
{
    const Theme& theme = Theme::current();
    switch (state) {
    case State::NotYet:
        return theme.text3;
    case State::Waiting:
    case State::Differs:
    case State::Failed:
        return theme.of(meaningOf(state)).ink;
    case State::Working:
    case State::Done:
        return theme.text;
    }
    Q_UNREACHABLE();
}

// `more`: what the row has beyond one line.
void paintDetail(QPainter* painter, const QRectF& line, int more, const QString& text, Qt::LayoutDirection direction)
{
    if (more <= 0)
        return paintText(painter, line, text, typeface(Type::Caption), Theme::current().text2, direction);
    painter->setFont(typeface(Type::Caption));
    painter->setPen(Theme::current().text2);
    const double top = line.center().y() - QFontMetricsF(painter->font()).height() / 2;
    const QRectF box(line.left(), top, line.width(), QFontMetricsF(painter->font()).height() + more);
    painter->drawText(box, int(QStyle::visualAlignment(direction, Qt::AlignLeading) | Qt::AlignTop | Qt::TextWordWrap),
                      breakable(text));
}

// 1 ms is a dot, 1 s the whole length; in between by the logarithm.
double barLength(std::chrono::milliseconds duration)
{
    const double share = std::log10(1.0 + double(std::max<qint64>(0, duration.count()))) / 3.0;
    return std::clamp(share, 0.06, 1.0) * px(longestBar);
}

} // namespace

WayLine::WayLine(Shape shape, QWidget* parent)
    : PaintedWidget(shape == Shape::Vertical ? Qt::Vertical : Qt::Horizontal, parent)
    , m_shape(shape)
{
    setAccessibleName(tr("The way of this request"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(shape == Shape::Vertical);
    setSizePolicy(policy);
    m_turn.setStartValue(0.0);
    m_turn.setEndValue(1.0);
    m_turn.setDuration(turnMilliseconds);
    m_turn.setLoopCount(-1);
    connect(&m_turn, &QVariantAnimation::valueChanged, this, QOverload<>::of(&QWidget::update));
}

QStringList WayLine::stationNames()
{
    return {tr("Sent"),    tr("Session"), tr("Durable"),          tr("Understood"),        tr("Matched"),
            tr("Decided"), tr("Queued"),  tr("Told to Exchange"), tr("Requester informed")};
}

QString WayLine::stateWord(State state)
{
    switch (state) {
    case State::NotYet:
        return tr("not yet");
    case State::Working:
        return tr("working");
    case State::Waiting:
        return tr("waiting");
    case State::Done:
        return tr("done");
    case State::Differs:
        return tr("differs");
    case State::Failed:
        return tr("failed");
    }
    Q_UNREACHABLE();
}

void WayLine::setStations(const QList<WayStation>& stations)
{
    m_stations = stations;
    updateAnimation();
    itemsChanged();
    updateGeometry();
}

PaintedWidget::Item WayLine::item(int index) const
{
    const WayStation& station = m_stations.at(index);
    QStringList parts{station.name, stateWord(station.state), station.time, station.detail, station.wait};
    parts.removeAll(QString());
    Item item;
    item.name = parts.join(QStringLiteral(", "));
    item.toolTip = m_shape == Shape::Small ? item.name.toHtmlEscaped() : QString();
    const double radius = discSize(m_shape) / 2.0 + 3;
    const QPointF middle = center(index);
    item.rect = m_shape == Shape::Vertical
        ? QRect(0, qRound(middle.y()) - px(14), width(), rowHeight(index, width()))
        : QRectF(middle - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)).toAlignedRect();
    return item;
}

QSize WayLine::sizeHint() const
{
    const int count = std::max(1, itemCount());
    switch (m_shape) {
    case Shape::Small:
        return {count * px(smallStep), px(14) + px(10) + QFontMetrics(typeface(Type::Caption)).height()};
    case Shape::Large:
        return {count * px(largeStep), px(96)};
    case Shape::Vertical:
        return {px(340), itemCount() > 0 ? heightForWidth(std::max(width(), px(220))) : px(verticalStep)};
    }
    Q_UNREACHABLE();
}

QSize WayLine::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return m_shape == Shape::Vertical ? QSize(px(220), hint.height())
                                      : QSize(std::max(1, itemCount()) * 2 * discSize(m_shape), hint.height());
}

bool WayLine::hasHeightForWidth() const
{
    return m_shape == Shape::Vertical;
}

int WayLine::heightForWidth(int width) const
{
    int height = 0;
    for (int index = 0; index < itemCount(); ++index)
        height += rowHeight(index, width);
    return height;
}

int WayLine::timeWidth(const WayStation& station) const
{
    return std::max(px(timeColumn), QFontMetrics(typeface(Type::FixedCaption)).horizontalAdvance(station.time) + 2);
}

// A row of the vertical form: as high as its detail, which says why and is never cut for the line's sake.
int WayLine::rowHeight(int index, int width) const
{
    const WayStation& station = m_stations.at(index);
    if (station.detail.isEmpty())
        return px(verticalStep);
    const QFontMetrics metrics(typeface(Type::Caption));
    const QRect room(0, 0, width - px(2) - px(verticalTextStart) - timeWidth(station),
                     mostDetailLines * metrics.height());
    const int detail
        = std::min(room.height(), metrics.boundingRect(room, Qt::TextWordWrap, breakable(station.detail)).height());
    return px(verticalStep) - metrics.height() + std::max(detail, metrics.height());
}

QPointF WayLine::center(int index) const
{
    const double radius = discSize(m_shape) / 2.0;
    if (m_shape == Shape::Vertical) {
        const QRectF column = leadingSlice(rect(), 2 * px(14), layoutDirection());
        int top = 0;
        for (int before = 0; before < index; ++before)
            top += rowHeight(before, width());
        return {column.center().x(), px(14) + double(top)};
    }
    const double margin = m_shape == Shape::Large ? px(largeStep) / 2.0 : radius + px(3);
    const double step = itemCount() > 1 ? (width() - 2 * margin) / (itemCount() - 1) : 0;
    const double along = margin + index * step;
    const double y = m_shape == Shape::Large ? px(32) : radius + px(3);
    return {layoutDirection() == Qt::RightToLeft ? width() - along : along, y};
}

void WayLine::itemActivated(int index)
{
    Q_EMIT stationActivated(index);
}

void WayLine::paintLinks(QPainter* painter) const
{
    const double gap = discSize(m_shape) / 2.0 + 1;
    for (int index = 0; index + 1 < itemCount(); ++index) {
        const QPointF from = center(index);
        const QPointF to = center(index + 1);
        const QPointF towards = (to - from) / std::hypot(to.x() - from.x(), to.y() - from.y());
        painter->setPen(linkPen(m_stations.at(index), m_stations.at(index + 1)));
        painter->drawLine(from + towards * gap, to - towards * gap);
        if (!m_stations.at(index).wait.isEmpty() && m_shape == Shape::Large) {
            const QRectF above(QPointF((from.x() + to.x()) / 2 - px(largeStep), 0), QSizeF(2 * px(largeStep), px(18)));
            paintText(painter, above, m_stations.at(index).wait, typeface(Type::Caption),
                      Theme::current().of(Meaning::Queued).ink, layoutDirection(), Qt::AlignCenter);
        }
    }
}

// A small line has room for every third name and the last; what differs, waits or fails is always named.
bool WayLine::showsName(int index) const
{
    if (m_shape != Shape::Small || itemCount() <= 6)
        return true;
    return index == 0 || index == itemCount() - 1 || index == 3 || index == 5;
}

void WayLine::paintHorizontalTexts(QPainter* painter, int index) const
{
    if (!showsName(index))
        return;
    const WayStation& station = m_stations.at(index);
    const bool large = m_shape == Shape::Large;
    const QFont font = typeface(large ? Type::CaptionStrong : Type::Caption);
    const double lineHeight = QFontMetricsF(font).height();
    const double top = center(index).y() + discSize(m_shape) / 2.0 + px(large ? 4 : 6);
    const double half = large ? px(largeStep) / 2.0 - px(2) : px(70);
    QRectF box(center(index).x() - half, top, 2 * half, large ? 2 * lineHeight : lineHeight);
    Qt::Alignment alignment = Qt::AlignHCenter | Qt::AlignTop;
    if (!large && index == 0) {
        box = withoutLeading(box, half - discSize(m_shape) / 2.0, layoutDirection());
        alignment = Qt::AlignLeading | Qt::AlignTop;
    } else if (!large && index == itemCount() - 1) {
        box = withoutTrailing(box, half - discSize(m_shape) / 2.0, layoutDirection());
        alignment = Qt::AlignTrailing | Qt::AlignTop;
    }
    if (!large)
        return paintText(painter, box, station.shortName.isEmpty() ? station.name : station.shortName, font,
                         nameInk(station.state), layoutDirection(), alignment);
    painter->setFont(font);
    painter->setPen(nameInk(station.state));
    QRectF used;
    painter->drawText(box, int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap), station.name, &used);
    const QRectF below(box.left(), used.bottom(), box.width(), lineHeight);
    paintText(painter, below, station.time, typeface(Type::Caption), Theme::current().text3, layoutDirection(),
              Qt::AlignCenter);
}

void WayLine::paintVerticalTexts(QPainter* painter, int index) const
{
    const Theme& theme = Theme::current();
    const WayStation& station = m_stations.at(index);
    const double top = center(index).y() - px(10);
    const QRectF row(0, top, width() - px(2), px(20));
    const int times = timeWidth(station);
    const QRectF texts
        = withoutTrailing(withoutLeading(row, px(verticalTextStart), layoutDirection()), times, layoutDirection());
    const QRectF timeRect = trailingSlice(row, times, layoutDirection());
    paintText(painter, texts, station.name, typeface(Type::Strong), nameInk(station.state), layoutDirection());
    paintText(painter, timeRect, station.time, typeface(Type::FixedCaption), theme.text2, layoutDirection(),
              Qt::AlignTrailing | Qt::AlignVCenter);
    paintDetail(painter, texts.translated(0, px(detailTop)), rowHeight(index, width()) - px(verticalStep),
                station.detail, layoutDirection());
    if (station.duration) {
        QRectF bar = trailingSlice(timeRect, barLength(*station.duration), layoutDirection());
        bar = QRectF(bar.left(), timeRect.bottom() + px(13), bar.width(), px(3));
        paintPanel(painter, bar, px(1.5), theme.of(Meaning::Accepted).edge);
        const QString text = station.duration->count() < 10'000
            ? tr("%1 ms").arg(station.duration->count())
            : tr("%1 s").arg(double(station.duration->count()) / 1000, 0, 'f', 1);
        paintText(painter, timeRect.translated(0, px(15)), text, typeface(Type::FixedCaption), theme.text3,
                  layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter);
    } else if (!station.wait.isEmpty()) {
        paintText(painter, timeRect.translated(0, px(17)), station.wait, typeface(Type::FixedCaption), theme.text3,
                  layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter);
    }
}

void WayLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLinks(&painter);
    const double radius = discSize(m_shape) / 2.0;
    for (int index = 0; index < itemCount(); ++index) {
        paintStation(&painter, center(index), radius, m_stations.at(index).state, m_turn.currentValue().toDouble());
        if (m_shape == Shape::Vertical)
            paintVerticalTexts(&painter, index);
        else
            paintHorizontalTexts(&painter, index);
        if (index == focusedItem()) {
            const QRectF disc(center(index) - QPointF(radius, radius), 2 * QSizeF(radius, radius));
            paintFocusCell(&painter, disc.adjusted(-3, -3, 3, 3), radius + 3);
        }
    }
}

// Only a visible, working station turns, and only where the desktop wants motion at all.
void WayLine::updateAnimation()
{
    const bool working = std::any_of(m_stations.cbegin(), m_stations.cend(),
                                     [](const WayStation& station) { return station.state == State::Working; });
    const bool motion = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (working && motion && isVisible())
        m_turn.start();
    else
        m_turn.stop();
}

void WayLine::showEvent(QShowEvent* event)
{
    updateAnimation();
    PaintedWidget::showEvent(event);
}

void WayLine::hideEvent(QHideEvent* event)
{
    m_turn.stop();
    PaintedWidget::hideEvent(event);
}

} // namespace reserve
