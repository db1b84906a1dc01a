// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/itemtexts.h"
#include "ui/monitor/figurecard.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <chrono>

namespace reserve {

namespace {

constexpr double barToHold = 20; // milliseconds, request to decision

struct Slice
{
    Meaning meaning;
    int count;
};

std::array<Slice, 5> slicesOf(const TraceCounts& counts)
{
    return {Slice{Meaning::Declined, counts.declined}, Slice{Meaning::Failed, counts.rejected},
            Slice{Meaning::Tentative, counts.tentative + counts.held},
            Slice{Meaning::Cancelled, counts.other + counts.waiting}, Slice{Meaning::Accepted, counts.accepted}};
}

QString milliseconds(Milliseconds wait)
{
    return QLocale().toString(double(wait.count()), 'f', 0);
}

// Charts over time run with the reading direction.
double across(const QRectF& area, double share, Qt::LayoutDirection direction)
{
    const double from = direction == Qt::RightToLeft ? 1 - share : share;
    return area.left() + from * area.width();
}

} // namespace

MinuteBars::MinuteBars(QWidget* parent)
    : FigureCard(tr("Messages a minute"), tr("last 60 min"), parent)
{
}

void MinuteBars::setFigures(const MonitorFigures& figures)
{
    m_minutes = figures.minutes();
    if (m_minutes.isEmpty())
        return;
    const auto peak = std::max_element(m_minutes.begin(), m_minutes.end(), [](const auto& left, const auto& right) {
        return left.messages() < right.messages();
    });
    const QString remark = peak->messages() == 0
        ? tr("none in this hour")
        : tr("peak %1 at %2")
              .arg(QLocale().toString(peak->messages()), shortTime(peak->minute, m_minutes.last().minute));
    setFigure(QLocale().toString(m_minutes.last().messages()), remark);
}

void MinuteBars::paintChart(QPainter& painter, const QRectF& area)
{
    const Theme& theme = Theme::current();
    int most = 1;
    for (const MinuteFigures& minute : m_minutes)
        most = std::max(most, minute.messages());
    paintHairline(&painter, area.bottomLeft(), area.bottomRight(), theme.line);
    const double step = area.width() / MonitorFigures::minuteCount;
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype i = 0; i < m_minutes.size(); ++i) {
        const double column = double(MonitorFigures::minuteCount - m_minutes.size() + i) / MonitorFigures::minuteCount;
        const double left = layoutDirection() == Qt::RightToLeft ? across(area, column, layoutDirection()) - step
                                                                 : across(area, column, layoutDirection());
        double bottom = area.bottom();
        for (const Slice& slice : slicesOf(m_minutes[i].counts)) {
            const double height = area.height() * slice.count / most;
            if (slice.count == 0)
                continue;
            painter.setBrush(theme.of(slice.meaning).edge);
            painter.drawRect(QRectF(left, bottom - height, std::max(1.0, step - 1), height));
            bottom -= height;
        }
    }
}

WaitLines::WaitLines(QWidget* parent)
    : FigureCard(tr("Request to decision"), tr("ms"), parent)
{
}

void WaitLines::setFigures(const MonitorFigures& figures)
{
    m_minutes = figures.minutes();
    const bool any = std::any_of(m_minutes.begin(), m_minutes.end(),
                                 [](const MinuteFigures& minute) { return !minute.waits.isEmpty(); });
    if (any)
        setFigure(milliseconds(figures.middleWait()),
                  tr("middle, slowest 1 % %1").arg(milliseconds(figures.slowestPercentWait())));
    else
        setFigure(QStringLiteral("–"), tr("nothing decided in this hour"));
}

void WaitLines::paintChart(QPainter& painter, const QRectF& area)
{
    const Theme& theme = Theme::current();
    double most = barToHold * 1.5;
    for (const MinuteFigures& minute : m_minutes)
        most = std::max(most, double(percentile(minute.waits, 0.99).count()));
    const auto height = [&](double value) { return area.bottom() - area.height() * value / most; };

    painter.setPen(QPen(theme.control, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), height(barToHold)), QPointF(area.right(), height(barToHold)));
    const QRectF label(area.left(), height(barToHold) - u(4), area.width(), u(4));
    paintText(&painter, trailingSlice(label, u(5), layoutDirection()), QLocale().toString(int(barToHold)),
              typeface(Type::Caption), theme.text3, layoutDirection());

    const auto paintLine = [&](double share, const QPen& pen) {
        painter.setPen(pen);
        std::optional<QPointF> last;
        for (qsizetype i = 0; i < m_minutes.size(); ++i) {
            if (m_minutes[i].waits.isEmpty())
                continue;
            const double at
                = double(MonitorFigures::minuteCount - m_minutes.size() + i) / (MonitorFigures::minuteCount - 1);
            const QPointF point(across(area, at, layoutDirection()),
                                height(double(percentile(m_minutes[i].waits, share).count())));
            if (last)
                painter.drawLine(*last, point);
            else
                painter.drawPoint(point);
            last = point;
        }
    };
    paintLine(0.99, QPen(theme.of(Meaning::InExchange).edge, 2, Qt::DashLine, Qt::RoundCap));
    paintLine(0.5, QPen(theme.of(Meaning::Accepted).edge, 2, Qt::SolidLine, Qt::RoundCap));
}

WaitingSteps::WaitingSteps(QWidget* parent)
    : FigureCard(tr("Waiting to be told"), tr("outbox"), parent)
{
}

void WaitingSteps::setFigures(const MonitorFigures& figures, Instant now, std::optional<Instant> nextTry)
{
    m_waiting = figures.waitingByMinute();
    const OutboxCounts& outbox = figures.outbox();
    QStringList remarks;
    if (outbox.waiting > 0 && outbox.oldest) {
        const auto minutes = std::chrono::duration_cast<Minutes>(now - *outbox.oldest).count();
        remarks.append(tr("oldest %n min", nullptr, int(minutes)));
    }
    if (outbox.waiting > 0 && nextTry)
        remarks.append(tr("next try %1").arg(shortTime(*nextTry, now)));
    if (outbox.failed > 0)
        remarks.append(tr("%n failed", nullptr, outbox.failed));
    setMeaning(outbox.waiting > 0 ? std::optional(Meaning::Queued) : std::nullopt);
    setFigure(QLocale().toString(outbox.waiting),
              remarks.isEmpty() ? tr("everything is told") : remarks.join(QLatin1String(", ")));
}

void WaitingSteps::paintChart(QPainter& painter, const QRectF& area)
{
    const MeaningColors& colors = Theme::current().of(Meaning::Queued);
    const int most = std::max(1, m_waiting.isEmpty() ? 0 : *std::max_element(m_waiting.begin(), m_waiting.end()));
    QPainterPath line;
    const double step = 1.0 / double(std::max<qsizetype>(1, m_waiting.size()));
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        const double y = area.bottom() - (area.height() - 2) * m_waiting[i] / most;
        const double from = across(area, double(i) * step, layoutDirection());
        if (i == 0)
            line.moveTo(from, y);
        line.lineTo(from, y);
        line.lineTo(across(area, double(i + 1) * step, layoutDirection()), y);
    }
    if (m_waiting.isEmpty())
        return;
    QPainterPath fill = line;
    fill.lineTo(across(area, 1, layoutDirection()), area.bottom());
    fill.lineTo(across(area, 0, layoutDirection()), area.bottom());
    painter.fillPath(fill, colors.wash);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colors.edge, 2));
    painter.drawPath(line);
}

AnswerBars::AnswerBars(QWidget* parent)
    : FigureCard(tr("Answers today"), QString(), parent)
{
}

void AnswerBars::setFigures(const MonitorFigures& figures)
{
    m_counts = figures.today();
    const int all = m_counts.accepted + m_counts.tentative + m_counts.declined + m_counts.rejected;
    setUnit(tr("%n request(s)", nullptr, all));
    setFigure(QString(),
              tr("Accepted %1, Tentative %2, Declined %3, Refused %4")
                  .arg(m_counts.accepted)
                  .arg(m_counts.tentative)
                  .arg(m_counts.declined)
                  .arg(m_counts.rejected));
}

void AnswerBars::paintChart(QPainter& painter, const QRectF& area)
{
    const Theme& theme = Theme::current();
    const std::array<std::pair<Meaning, int>, 4> rows{{{Meaning::Accepted, m_counts.accepted},
                                                       {Meaning::Tentative, m_counts.tentative},
                                                       {Meaning::Declined, m_counts.declined},
                                                       {Meaning::Failed, m_counts.rejected}}};
    int most = 1;
    double numberWidth = u(5);
    double wordWidth = 0;
    const auto wordOf = [](Meaning meaning) { return meaning == Meaning::Failed ? tr("Refused") : stateWord(meaning); };
    const QFontMetricsF metrics(typeface(Type::Strong));
    for (const auto& row : rows) {
        most = std::max(most, row.second);
        wordWidth = std::max(wordWidth, QFontMetricsF(typeface(Type::Caption)).horizontalAdvance(wordOf(row.first)));
        numberWidth = std::max(numberWidth, metrics.horizontalAdvance(QLocale().toString(row.second)) + 2);
    }
    const double height = area.height() / double(rows.size());
    wordWidth = std::min(wordWidth + px(design::smallIcon) + u(1.5), area.width() * 0.6);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto [meaning, count] = rows[i];
        const QRectF line(area.left(), area.top() + double(i) * height, area.width(), height);
        QRectF words = leadingSlice(line, wordWidth, layoutDirection());
        paintIcon(&painter, leadingSlice(words, px(design::smallIcon), layoutDirection()), stateIcon(meaning),
                  theme.of(meaning).ink, layoutDirection());
        paintText(&painter, withoutLeading(words, px(design::smallIcon) + u(1), layoutDirection()), wordOf(meaning),
                  typeface(Type::Caption), theme.of(meaning).ink, layoutDirection());
        paintText(&painter, trailingSlice(line, numberWidth, layoutDirection()), QLocale().toString(count),
                  typeface(Type::Strong), theme.text, layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter);
        QRectF track = withoutTrailing(withoutLeading(line, wordWidth + u(1), layoutDirection()), numberWidth + u(2),
                                       layoutDirection());
        track = QRectF(track.left(), track.center().y() - u(0.5), track.width(), u(1.25));
        paintPanel(&painter, track, u(0.6), theme.sunken);
        const double length = track.width() * count / most;
        if (length > 0)
            paintPanel(&painter, leadingSlice(track, std::max(length, double(u(0.75))), layoutDirection()), u(0.6),
                       theme.of(meaning).edge);
    }
}

} // namespace reserve
