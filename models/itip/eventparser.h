// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipmessage.h"

namespace reserve {

// What libical makes of the text that EventScan wrote. Values only; unreadable ones are absent and named in
// `refused`.
struct ParsedEvent
{
    QDateTime start; // Qt::UTC as spec, only date and time are meant; invalid when absent or unreadable
    QDateTime end;
    QDateTime recurrenceId;
    QDateTime stamp;
    bool startIsUtc = false;
    bool endIsUtc = false;
    bool recurrenceIdIsUtc = false;
    std::optional<ItipDuration> duration;
    int sequence = 0;
    QString summary;
    QString location;
    QString description;
    QByteArray status;
    bool transparent = false;
    PrivacyKind privacy = PrivacyKind::Public;
    QStringList refused;
};

// Thread-safe. Nothing when libical makes no event of it.
std::optional<ParsedEvent> parseEvent(const QByteArray& veventText);

} // namespace reserve
