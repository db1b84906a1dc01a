// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/consoledesk.h"

#include "models/reserving/announcing.h"

#include <algorithm>

namespace reserve::test {

ConsoleDesk::ConsoleDesk()
{
    Person anna;
    anna.controlNumber = ControlNumber::fromNumber(100400);
    anna.firstName = QStringLiteral("Anna");
    anna.lastName = QStringLiteral("Schmidt");
    anna.email = QStringLiteral("anna.schmidt@mycompany.com");
    anna.timeZone = "Europe/Berlin";
    m_anna = addPerson(anna);
}

void ConsoleDesk::addServer(ServerKind kind)
{
    store().write([kind](WriteUnit& unit) {
        ServerProfile profile;
        profile.name = QStringLiteral("Exchange");
        profile.kind = kind;
        profile.url
            = kind == ServerKind::Ews ? QStringLiteral("https://mail.mycompany.com/EWS/Exchange.asmx") : QString();
        profile.mailDomains = {QStringLiteral("mycompany.com")};
        return unit.serverProfiles().save(profile, QStringLiteral("test"));
    });
}

Result<ConsoleAnswer> ConsoleDesk::tryDo(const ConsoleWish& wish)
{
    return store().tryWrite([this, wish](WriteUnit& unit) { return carryOut(unit, m_reader, wish, maria); });
}

ConsoleAnswer ConsoleDesk::done(const ConsoleWish& wish)
{
    const auto answer = tryDo(wish);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().logLine()));
    clock().advance(std::chrono::minutes(1));
    return *answer;
}

QByteArray ConsoleDesk::codeOf(const ConsoleWish& wish)
{
    const auto answer = tryDo(wish);
    return answer ? QByteArray() : answer.error().code();
}

Result<ConsoleAnswer> ConsoleDesk::previewOf(const ConsoleWish& wish)
{
    return store()
        .store()
        .rehearse(clock().now(), [this, wish](WriteUnit& unit) { return reserve::preview(unit, m_reader, wish); })
        .result();
}

QList<Reservation> ConsoleDesk::standing()
{
    QList<Reservation> found = reservations();
    found.removeIf([](const Reservation& one) { return !holdsSlot(one.status); });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.time.start < b.time.start; });
    return found;
}

QList<OutboxEntry> ConsoleDesk::entriesOf(OutboxKind kind)
{
    QList<OutboxEntry> entries = outbox();
    entries.removeIf([kind](const OutboxEntry& entry) { return entry.kind != kind; });
    return entries;
}

QList<CalendarOrder> ConsoleDesk::orders()
{
    QList<CalendarOrder> found;
    for (const OutboxEntry& entry : entriesOf(OutboxKind::CalendarOrder))
        found.append(calendarOrderFromJson(entry.payload).value());
    return found;
}

void ConsoleDesk::deliverAll()
{
    store().write([entries = outbox()](WriteUnit& unit) -> Result<int> {
        for (const OutboxEntry& entry : entries) {
            if (entry.state != OutboxState::Waiting)
                continue;
            if (const auto marked = markTold(unit, entry, ExchangeState::InExchange, {}); !marked)
                return failure(marked.error());
            if (const auto finished = unit.outbox().markDone(entry.id); !finished)
                return failure(finished.error());
        }
        return int(entries.size());
    });
}

} // namespace reserve::test
