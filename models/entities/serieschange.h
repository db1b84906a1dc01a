// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/reservation.h"

namespace reserve {

// Waiting: the series, or the date, is not known yet. Holding: its dates are reservations. Ended: from its
// date on there are none, because it was cancelled or declined.
enum class SeriesChangeState { Waiting, Holding, Ended };

// What a message said of a part of a series, as far as it has to be known when more comes.
struct SeriesChange
{
    SeriesChangeId id;
    SpaceId spaceId;
    QString organizer; // address as sent
    QString uid;
    QString recurrenceId; // ItipRecurrenceId::key of its event; empty: dates that are added
    MeetingVersion version;
    SeriesChangeState state = SeriesChangeState::Waiting;
    QString requesterEmail;
    QString recipient;   // the address that the message came to
    QByteArray calendar; // text/calendar as sent
    TraceId traceId;
    Instant createdAt;

    friend bool operator==(const SeriesChange&, const SeriesChange&) = default;
};

} // namespace reserve
