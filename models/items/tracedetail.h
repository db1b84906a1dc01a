// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/inbox.h"
#include "models/entities/outbox.h"
#include "models/entities/session.h"
#include "models/items/tracemodel.h"

#include <QList>

#include <optional>

namespace reserve {

class Store;

// Everything that a look at one message and recipient tells. The bytes of the message are read apart.
struct TraceDetail
{
    TraceRow row; // with its steps
    QString spaceMailbox;
    std::optional<InboxMessage> message;
    std::optional<Reservation> reservation;
};

// Error: trace.gone (id).
Result<TraceDetail> readTraceDetail(const ReadUnit& unit, TraceId id);

// The stations of a message from what the store knows of it: which are done, which wait, and why.
struct TraceStation
{
    enum class State { NotYet, Working, Waiting, Done, Differs, Failed };

    Station station = Station::Sent;
    State state = State::NotYet;
    Instant at;     // epoch when the store does not know it
    QString detail; // one line
};
QList<TraceStation> wayOf(const TraceDetail& detail);

} // namespace reserve
