// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// From the commit of one store to the change feed of another on the same file, as between two processes. Bar: what
// another process changes is on screen within 200 ms.
#include "models/store/changefeed.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <atomic>

using namespace reserve;
using namespace reserve::benchmark;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    constexpr int rounds = 100;
    Desk desk(1);
    auto other
        = Store::open(*StoreLocation::fromText(desk.file()), OpenMode::MustExist, std::make_shared<SystemClock>());
    if (!other)
        return 1;
    std::atomic<bool> told{false};
    QObject context;
    QObject::connect(
        &desk.store().changes(), &ChangeFeed::changed, &context, [&told](const QList<Change>&) { told = true; },
        Qt::DirectConnection);
    desk.store().changes().setWatched(true);
    QList<double> milliseconds;
    for (int round = 0; round < rounds; ++round) {
        // Not in step with the feed's own rhythm.
        QThread::msleep(50 + unsigned(round) % 50);
        told = false;
        const auto set
            = (*other)
                  ->write(WritePriority::Normal,
                          [round](WriteUnit& unit) {
                              return unit.settings().set(QStringLiteral("console.site-name"), QString::number(round),
                                                         QStringLiteral("benchmark"));
                          })
                  .result();
        QElapsedTimer timer;
        timer.start();
        while (set && !told && timer.elapsed() < 5000)
            QThread::usleep(200);
        milliseconds.append(double(timer.nsecsElapsed()) / 1e6);
    }
    printFigure(QStringLiteral("change of another process in the feed, p50"), quantile(milliseconds, 0.5),
                QStringLiteral("ms"), QStringLiteral("(bar, on screen)"), 200);
    printFigure(QStringLiteral("change of another process in the feed, worst"), quantile(milliseconds, 1),
                QStringLiteral("ms"), QStringLiteral("(bar, on screen)"), 200);
    return 0;
}
