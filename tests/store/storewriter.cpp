// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// A second program on a store, for tests of what two processes do to each other:
//   storewriter FILE settings NAME COUNT   writes COUNT settings NAME-0, NAME-1, ... and prints each number once
//   durable storewriter FILE reserve NAME COUNT    reserves hour 0, 1, ... COUNT-1 of the first space; prints "won N"
//   or "lost N"

#include "models/store/store.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace reserve;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.logLine()));
    return 1;
}

int writeSettings(Store& store, const QString& name, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto done = store
                              .write(WritePriority::Normal,
                                     [key = QStringLiteral("%1-%2").arg(name).arg(i)](WriteUnit& unit) {
                                         return unit.settings().set(key, QStringLiteral("x"), QStringLiteral("test"));
                                     })
                              .result();
        if (!done)
            return fail(done.error());
        std::printf("%d\n", i + 1);
        std::fflush(stdout);
    }
    return 0;
}

int reserveHours(Store& store, const QString& name, int count)
{
    const auto spaces = store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).result();
    if (!spaces)
        return fail(spaces.error());
    for (int i = 0; i < count; ++i) {
        Reservation reservation;
        reservation.spaceId = spaces->first().id;
        reservation.organizer = QStringLiteral("organizer@example.com");
        reservation.uid = QStringLiteral("%1-%2").arg(name).arg(i);
        reservation.time.start = test::at("2026-12-01T00:00:00Z") + std::chrono::hours(i);
        reservation.time.end = reservation.time.start + std::chrono::minutes(90);
        const auto done = store
                              .write(WritePriority::Normal,
                                     [reservation](WriteUnit& unit) { return unit.reservations().insert(reservation); })
                              .result();
        if (!done && done.error().code() != "reservation.overlap")
            return fail(done.error());
        std::printf("%s %d\n", done ? "won" : "lost", i);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 5)
        return 2;
    const auto store = Store::open(StoreLocation::fromText(arguments.at(1)).value(), OpenMode::CreateIfMissing,
                                   std::make_shared<SystemClock>());
    if (!store)
        return fail(store.error());
    const auto run = arguments.at(2) == QLatin1String("settings") ? writeSettings : reserveHours;
    return run(**store, arguments.at(3), arguments.at(4).toInt());
}
