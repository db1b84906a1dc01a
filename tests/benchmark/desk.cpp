// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/benchmark/desk.h"

#include <cstdlib>

namespace reserve::benchmark {

namespace {

Result<void> furnish(WriteUnit& unit, int rooms)
{
    const QString actor = QStringLiteral("benchmark");
    for (int room = 0; room < rooms; ++room) {
        Space space;
        space.name = QStringLiteral("Room %1").arg(room);
        space.mailbox = Desk::mailbox(room);
        space.timeZone = "Europe/Berlin";
        if (const auto saved = unit.spaces().save(space, actor); !saved)
            return failure(saved.error());
    }
    Person person;
    person.controlNumber = ControlNumber::fromNumber(100317);
    person.firstName = QStringLiteral("Nour");
    person.email = Desk::person();
    return unit.people().save(person, actor).map([](PersonId) {});
}

} // namespace

Desk::Desk(int rooms)
{
    auto location = StoreLocation::fromText(file());
    auto store = Store::open(*location, OpenMode::CreateIfMissing, std::make_shared<SystemClock>());
    if (!store)
        std::abort();
    m_store = std::move(*store);
    const auto furnished
        = m_store->write(WritePriority::Normal, [rooms](WriteUnit& unit) { return furnish(unit, rooms); }).result();
    if (!furnished)
        std::abort();
}

QString Desk::mailbox(int room)
{
    return QStringLiteral("room%1@rooms.example.com").arg(room);
}

QString Desk::person()
{
    return QStringLiteral("nour.abbas@example.com");
}

ComposedMail Desk::meeting(int number, int rooms)
{
    static const Instant firstDay = std::chrono::time_point_cast<Milliseconds>(
        std::chrono::floor<std::chrono::days>(SystemClock().now()) + std::chrono::days(7));
    const Instant start = firstDay + std::chrono::hours(number / rooms);
    MeetingMail mail;
    mail.identity = {QStringLiteral("<benchmark-%1@example.com>").arg(number), firstDay - std::chrono::days(8)};
    mail.organizer = {person(), QStringLiteral("Nour Abbas")};
    mail.rooms = {{mailbox(number % rooms), QStringLiteral("Room")}};
    mail.uid = QStringLiteral("benchmark-%1@example.com").arg(number);
    mail.range = {start, start + std::chrono::hours(1)};
    mail.zone = "Europe/Berlin";
    mail.subject = QStringLiteral("Benchmark %1").arg(number);
    mail.text = QStringLiteral("A text of a usual length, so that the message weighs about as much as a real one. ")
                    .repeated(8);
    return composeMeeting(mail);
}

} // namespace reserve::benchmark
