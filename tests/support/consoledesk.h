// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/calendarorder.h"
#include "models/entities/serverprofile.h"
#include "models/itip/itipreader.h"
#include "models/reserving/consolebooking.h"
#include "tests/support/requestdesk.h"

namespace reserve::test {

// Who makes the wishes.
inline const QString maria = QStringLiteral("maria on desk-12 (console)");

// A desk at which reservations are made for Anna, whose profile says Berlin, without a window and without an agent.
class ConsoleDesk final : public RequestDesk
{
public:
    ConsoleDesk();

    PersonId anna() const { return m_anna; }
    // EWS or Graph for mycompany.com.
    void addServer(ServerKind kind = ServerKind::Ews);

    Result<ConsoleAnswer> tryDo(const ConsoleWish& wish);
    // It has to succeed. A minute goes by.
    ConsoleAnswer done(const ConsoleWish& wish);
    // Why it is refused; empty: it is done.
    QByteArray codeOf(const ConsoleWish& wish);
    Result<ConsoleAnswer> previewOf(const ConsoleWish& wish);

    // What holds a room, by start.
    QList<Reservation> standing();
    QList<OutboxEntry> entriesOf(OutboxKind kind);
    QList<CalendarOrder> orders();
    // As an agent does with all that waits.
    void deliverAll();

private:
    ItipReader m_reader;
    PersonId m_anna;
};

} // namespace reserve::test
