// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/edgescroll.h"

#include "ui/theme/metrics.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace reserve {

namespace {

constexpr int startsAfterMilliseconds = 200;
constexpr int stepMilliseconds = 25;
constexpr int edge = 20;        // within the view
constexpr int fastestStep = 16; // reached well beyond it
constexpr int slowness = 4;     // pixels of depth for one of speed

int speedAt(int position, int from, int to)
{
    const int zone = std::min(px(edge), (to - from) / 4);
    const int before = from + zone - position;
    const int behind = position - (to - zone);
    const int depth = std::max(before, behind);
    if (depth <= 0)
        return 0;
    const int speed = std::clamp(depth / slowness, 1, px(fastestStep));
    return before > 0 ? -speed : speed;
}

bool moveBar(QScrollBar* bar, int by)
{
    const int before = bar->value();
    bar->setValue(before + by);
    return bar->value() != before;
}

} // namespace

EdgeScroll::EdgeScroll(QAbstractScrollArea* view)
    : QObject(view)
    , m_view(view)
{
    connect(&m_timer, &QTimer::timeout, this, &EdgeScroll::step);
}

void EdgeScroll::pull(QPoint position, const QRect& shown)
{
    m_speed = {speedAt(position.x(), shown.left(), shown.right()), speedAt(position.y(), shown.top(), shown.bottom())};
    if (m_speed.isNull())
        stop();
    else if (!m_timer.isActive())
        m_timer.start(startsAfterMilliseconds);
}

void EdgeScroll::stop()
{
    m_timer.stop();
}

void EdgeScroll::step()
{
    m_timer.setInterval(stepMilliseconds);
    const bool movedAlong = moveBar(m_view->horizontalScrollBar(), m_speed.x());
    const bool movedDown = moveBar(m_view->verticalScrollBar(), m_speed.y());
    if (movedAlong || movedDown)
        Q_EMIT scrolled();
    else
        stop();
}

} // namespace reserve
