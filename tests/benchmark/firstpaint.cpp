// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/benchmark/firstpaint.h"

#include <QEvent>
#include <QTimer>

#include <utility>

namespace reserve::benchmark {

FirstPaint::FirstPaint(CalendarView* view, std::function<void()> painted)
    : QObject(view)
    , m_view(view)
    , m_painted(std::move(painted))
{
    view->viewport()->installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && m_painted && m_view->isVisible()
        && !m_view->visibleReservations().isEmpty()) {
        // The filter comes before the painting: what is posted now runs after it.
        QTimer::singleShot(0, this, std::exchange(m_painted, nullptr));
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reserve::benchmark
