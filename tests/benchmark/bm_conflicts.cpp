// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The conflict check among 1,000,000 reservations of 10,000 spaces, on the store's reader thread. Bar: 100 us p99.
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr int spaces = 10000;
constexpr int ofEachSpace = 100;
constexpr int checks = 20000;

const Instant firstStart = fromEpochMilliseconds(1'800'000'000'000);

TimeRange slot(int index)
{
    // Two hours apart, one hour long: half of all questions meet a reservation.
    const Instant start = firstStart + std::chrono::hours(2 * index);
    return {start, start + std::chrono::hours(1)};
}

Result<void> fill(WriteUnit& unit, int firstSpace, int lastSpace)
{
    for (int space = firstSpace; space < lastSpace; ++space) {
        for (int index = 0; index < ofEachSpace; ++index) {
            Reservation reservation;
            reservation.spaceId = SpaceId{space + 1};
            reservation.personId = PersonId{1};
            reservation.organizer = Desk::person();
            reservation.uid = QStringLiteral("fill-%1-%2").arg(space).arg(index);
            reservation.requesterEmail = Desk::person();
            reservation.time = slot(index);
            if (const auto inserted = unit.reservations().insert(reservation); !inserted)
                return failure(inserted.error());
        }
    }
    return {};
}

Result<QList<double>> measure(const ReadUnit& unit)
{
    QList<double> microseconds;
    QRandomGenerator random(4711);
    for (int i = 0; i < checks; ++i) {
        const SpaceId space{random.bounded(spaces) + 1};
        const Instant start = firstStart + std::chrono::minutes(random.bounded(ofEachSpace * 120));
        QElapsedTimer timer;
        timer.start();
        const auto conflicts
            = unit.reservations().conflicts(space, {start, start + std::chrono::minutes(30)}, std::nullopt, 1);
        microseconds.append(double(timer.nsecsElapsed()) / 1000);
        if (!conflicts)
            return failure(conflicts.error());
    }
    return microseconds;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Desk desk(spaces);
    constexpr int step = 100;
    for (int space = 0; space < spaces; space += step) {
        const auto filled
            = desk.store()
                  .write(WritePriority::Normal, [space](WriteUnit& unit) { return fill(unit, space, space + step); })
                  .result();
        if (!filled) {
            std::fprintf(stderr, "%s\n", qPrintable(filled.error().logLine()));
            return 1;
        }
    }
    const auto times = desk.store().read(&measure).result();
    if (!times)
        return 1;
    printFigure(QStringLiteral("conflict check among 1,000,000, p50"), quantile(*times, 0.5), QStringLiteral("us"),
                QStringLiteral("(bar, p99)"), 100);
    printFigure(QStringLiteral("conflict check among 1,000,000, p99"), quantile(*times, 0.99), QStringLiteral("us"),
                QStringLiteral("(bar)"), 100);
    return 0;
}
