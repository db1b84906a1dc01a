// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// From starting the process until the console's window has painted reservations of its calendar, with
// 1,000,000 of them in the store and the console's own agent starting beside it. Bar: 1 s. This program
// starts itself anew for each round, so that loading the libraries, opening the store and building the window
// are all in it.
#include "app/console/consolewindow.h"
#include "app/console/embeddedagent.h"
#include "models/items/wallaxis.h"
#include "models/secrets/memorysecretstore.h"
#include "models/store/changefeed.h"
#include "models/wording/translators.h"
#include "tests/benchmark/bookings.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"
#include "tests/benchmark/firstpaint.h"
#include "ui/calendar/weekview.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr int spaces = 1000;
constexpr int ofEachSpace = 1000;
constexpr int rounds = 7;
constexpr int longestWait = 60'000;

// What reserve-console does between main() and its window.
int runWindow(int argc, char** argv, const QString& file)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("reserve-benchmark"));
    installTranslators(application);
    ThemeSwitch themes(application);
    auto store = Store::open(*StoreLocation::fromText(file), OpenMode::MustExist, std::make_shared<SystemClock>());
    if (!store)
        return 1;
    (*store)->changes().setWatched(true);
    MemorySecretStore secrets;
    EmbeddedAgent agent(**store, secrets, EmbeddedAgent::Place::Thread);
    agent.start();
    ConsoleWindow window(themes, **store, secrets);
    window.restore(PageId::Calendar, QSize(1440, 900));
    new FirstPaint(window.get()->findChild<WeekView*>(), [&agent] {
        std::puts("painted");
        std::fflush(stdout);
        QObject::connect(&agent, &EmbeddedAgent::stopped, qApp, &QCoreApplication::quit);
        agent.stop();
    });
    window.show();
    return QApplication::exec();
}

double startOnce(const QString& file)
{
    QProcess console;
    console.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    console.start(QCoreApplication::applicationFilePath(), {file});
    while (!console.canReadLine() && console.waitForReadyRead(longestWait)) {
    }
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    const bool painted = console.canReadLine();
    console.waitForFinished(longestWait);
    return painted ? milliseconds : -1;
}

QString freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? QString::number(server.serverPort()) : QString();
}

bool furnish(Desk& desk)
{
    const auto set
        = desk.store()
              .write(WritePriority::Normal,
                     [port = freePort()](WriteUnit& unit) {
                         return unit.settings().set(QStringLiteral("smtp.port"), port, QStringLiteral("benchmark"));
                     })
              .result();
    // Twenty a day of each space, as many before this week as after it.
    const Minutes step(24 * 60 / 20);
    const Instant first = SystemClock().now() - step * (ofEachSpace / 2);
    return fillCalendar(desk.store(), spaces, ofEachSpace, first, step) && set;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1)
        return runWindow(argc, argv, QString::fromLocal8Bit(argv[1]));
    QCoreApplication application(argc, argv);
    Desk desk(spaces);
    if (!furnish(desk))
        return 1;
    desk.close();
    const double first = startOnce(desk.file());
    QList<double> milliseconds;
    for (int round = 0; round < rounds; ++round)
        milliseconds.append(startOnce(desk.file()));
    if (first < 0 || milliseconds.contains(-1))
        return 1;
    printFigure(QStringLiteral("console to painted calendar, 1,000,000, first"), first, QStringLiteral("ms"),
                QStringLiteral("(bar)"), 1000);
    printFigure(QStringLiteral("console to painted calendar, 1,000,000, p50"), median(milliseconds),
                QStringLiteral("ms"), QStringLiteral("(bar)"), 1000);
    printFigure(QStringLiteral("console to painted calendar, 1,000,000, worst"), quantile(milliseconds, 1),
                QStringLiteral("ms"), QStringLiteral("(bar)"), 1000);
    return 0;
}
