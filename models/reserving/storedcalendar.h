// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serieschange.h"
#include "models/reserving/preparedmessage.h"

#include <QHash>

namespace reserve {

// Calendars that one decision reads again, each once however many events ask for it. Of one thread.
class StoredCalendars final
{
public:
    const Result<ItipMessage>& read(const QByteArray& text, const ItipReader& reader, Instant now);

private:
    QHash<QByteArray, std::shared_ptr<const Result<ItipMessage>>> m_read; // by text
};

// What is kept of a message for as long as its series may go on.
struct StoredCalendar
{
    QByteArray text;
    QString requester;
    QString messageId; // without brackets
    ItipMethod method = ItipMethod::Request;
};

// The message again, as far as the occurrences of its series need it.
PreparedMessage readAgain(const StoredCalendar& stored, StoredCalendars& calendars, const ItipReader& reader,
                          Instant now);

// What the message asked for that a change is kept of.
ItipMethod methodOf(const SeriesChange& change);
// The event of the series in a message; null when there is none.
const ItipEvent* masterOf(const ItipMessage& message, const QString& uid);
// The event that a change is kept for; null when there is none.
const ItipEvent* eventOf(const ItipMessage& message, const SeriesChange& change);

} // namespace reserve
