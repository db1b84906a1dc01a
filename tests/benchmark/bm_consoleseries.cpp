// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// A series that is made, moved and cancelled in the console is one transaction, a preview of it too: how long that
// holds the writer, on which mail waits meanwhile, against what a part of a series that came by mail is meant to take.
// One date a day: in the default booking window, a year, and the longest window there is.
#include "models/itip/itipreader.h"
#include "models/reserving/consolebooking.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr double partOfMail = 10; // milliseconds
constexpr PersonId person{1};
constexpr int rooms = 3;

// One a day from tomorrow on, in a room of its own.
ConsoleBooking series(int room, int dates)
{
    const QDateTime tomorrow(QDateTime::currentDateTimeUtc().date().addDays(1), QTime(9, 0), Qt::UTC);
    ConsoleBooking booking;
    booking.spaceId = SpaceId{room + 1};
    booking.personId = person;
    booking.subject = QStringLiteral("Shifts");
    booking.time = {fromDateTime(tomorrow), fromDateTime(tomorrow.addSecs(1800))};
    booking.rule = "FREQ=DAILY;COUNT=" + QByteArray::number(dates);
    return booking;
}

struct Held
{
    Result<ConsoleAnswer> answer;
    double milliseconds = 0; // without the commit, which many share
};

Held carryOutOn(Store& store, const ItipReader& reader, const ConsoleWish& wish)
{
    Held held{failure("benchmark.not-run"), 0};
    const auto done = store
                          .write(WritePriority::Normal,
                                 [&](WriteUnit& unit) {
                                     QElapsedTimer timer;
                                     timer.start();
                                     auto answer = carryOut(unit, reader, wish, QStringLiteral("benchmark"));
                                     held.milliseconds = double(timer.nsecsElapsed()) / 1e6;
                                     return answer;
                                 })
                          .result();
    held.answer = done;
    return held;
}

bool print(const char* what, int dates, const Held& held)
{
    if (!held.answer) {
        std::fprintf(stderr, "%s\n", qPrintable(held.answer.error().logLine()));
        return false;
    }
    printFigure(QStringLiteral("console series of %1 dates, %2").arg(dates).arg(QLatin1String(what)), held.milliseconds,
                QStringLiteral("ms"), QStringLiteral("(a part of mail)"), partOfMail);
    return true;
}

bool measure(Store& store, const ItipReader& reader, int room, int dates)
{
    const ConsoleBooking booking = series(room, dates);
    const Held made = carryOutOn(store, reader, booking);
    if (!print("reserved", dates, made))
        return false;
    ConsoleChange change;
    change.reservation = made.answer->reservation;
    change.scope = BookingScope::Whole;
    change.time = TimeRange{made.answer->time.start, made.answer->time.end + Minutes(15)};
    const Held moved = carryOutOn(store, reader, change);
    if (!print("moved", dates, moved))
        return false;
    return print(
        "cancelled", dates,
        carryOutOn(store, reader, ConsoleCancellation{moved.answer->reservation, BookingScope::Whole, QString()}));
}

Result<void> furnish(WriteUnit& unit)
{
    const QString actor = QStringLiteral("benchmark");
    auto found = unit.people().find(person);
    if (!found || !*found)
        return failure("console.no-person");
    (*found)->timeZone = "Europe/Berlin";
    if (const auto saved = unit.people().save(**found, actor); !saved)
        return failure(saved.error());
    for (int room = 1; room <= rooms; ++room) {
        const auto set = unit.policies().set(PolicyScope::ofSpace(SpaceId{room}), QStringLiteral("BookingWindowInDays"),
                                             QStringLiteral("1080"), actor);
        if (!set)
            return set;
    }
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Desk desk(rooms);
    Store& store = desk.store();
    if (!store.write(WritePriority::Normal, &furnish).result())
        return 1;
    const ItipReader reader;
    const bool isMeasured
        = measure(store, reader, 0, 180) && measure(store, reader, 1, 365) && measure(store, reader, 2, 1080);
    return isMeasured ? 0 : 1;
}
