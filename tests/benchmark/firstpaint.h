// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/calendar/calendarview.h"

#include <functional>

namespace reserve::benchmark {

// Tells once, when a view has painted reservations for the first time. Owned by its view.
class FirstPaint final : public QObject
{
public:
    FirstPaint(CalendarView* view, std::function<void()> painted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    CalendarView* m_view;
    std::function<void()> m_painted;
};

} // namespace reserve::benchmark
