// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// One day of 1,000 spaces with 20 reservations each: from showing the page until the blocks on screen are
// painted (bar 100 ms), and what a frame takes while one scrolls by the wheel and by the page (bar 16.7 ms
// p99).
#include "models/items/wallaxis.h"
#include "tests/benchmark/bookings.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"
#include "tests/benchmark/firstpaint.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/timelineview.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr int spaces = 1000;
constexpr int ofEachSpace = 20;
constexpr int longestWait = 30'000;

double firstPaint(CalendarPage& page, TimelineView* view)
{
    QEventLoop loop;
    QTimer::singleShot(longestWait, &loop, &QEventLoop::quit);
    new FirstPaint(view, [&loop] { loop.quit(); });
    QElapsedTimer timer;
    timer.start();
    page.show();
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

void waitUntilLoaded(TimelineView* view)
{
    QElapsedTimer timer;
    timer.start();
    while (view->reservationCount() < spaces * ofEachSpace && timer.elapsed() < longestWait)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
}

// From the top to the end, each frame with what it takes to bring it on screen.
QList<double> scroll(TimelineView* view, QScrollBar* bar, int step)
{
    bar->setValue(0);
    view->viewport()->repaint();
    QList<double> milliseconds;
    while (bar->value() < bar->maximum()) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() + step);
        view->viewport()->repaint();
        milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
    }
    return milliseconds;
}

void printScroll(const char* what, const QList<double>& milliseconds)
{
    printFigure(QStringLiteral("calendar, %1, p99 frame").arg(QLatin1String(what)), quantile(milliseconds, 0.99),
                QStringLiteral("ms"), QStringLiteral("(bar)"), 16.7);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ThemeSwitch themes(application);
    themes.setAppearance(Appearance::Light);
    Desk desk(spaces);
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const Instant midnight = dayRange(dateAt(SystemClock().now(), zone), zone).start;
    if (!fillCalendar(desk.store(), spaces, ofEachSpace, midnight, Minutes(24 * 60 / ofEachSpace)))
        return 1;
    CalendarPage page(desk.store());
    page.resize(1244, 872);
    page.showView(ViewKind::Timeline);
    auto* view = page.findChild<TimelineView*>();
    printFigure(QStringLiteral("calendar, 1,000 spaces x 20, first paint"), firstPaint(page, view),
                QStringLiteral("ms"), QStringLiteral("(bar)"), 100);
    waitUntilLoaded(view);
    printScroll("scrolling by 60 px", scroll(view, view->verticalScrollBar(), 60));
    printScroll("scrolling by 120 px", scroll(view, view->verticalScrollBar(), 120));
    printScroll("paging by 600 px", scroll(view, view->verticalScrollBar(), 600));
    printScroll("scrolling along the day by 60 px", scroll(view, view->horizontalScrollBar(), 60));
    return 0;
}
