// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipmessage.h"
#include "models/itip/recurrenceexpansion.h"

#include <QByteArrayView>

#include <memory>

namespace reserve {

class ZoneResolver;

// Checked by a scan of our own before libical sees a byte.
struct ItipLimits
{
    qsizetype textBytes = 4 * 1024 * 1024;
    int components = 4000;
    int events = 500;
    int timezones = 64;
    int lines = 20000;
    int attendees = 2000;    // of one event; further ones are dropped with a problem
    int furtherDates = 1000; // RDATE values of one event; no client is known to send more than a few
    int exceptions = 5000;   // EXDATE values of one event
    int depth = 8;
    qsizetype descriptionLength = 16 * 1024;
};

struct ItipContext
{
    QByteArray defaultZone; // IANA id of the space, else reserve.time-zone; may be empty: then floating times
                            // stay open
    Instant now;            // stands in for a missing DTSTAMP
    ItipLimits limits;
};

// Reads text/calendar into ItipMessage (RFC 5545, 5546; protocols as Exchange writes them). It tolerates what
// is met in mail: bare LF, a byte order mark, folds by TAB and inside UTF-8, empty lines, bytes that are no
// UTF-8 (taken for Latin-1), unquoted TZIDs with spaces and colons, missing END lines. It never evaluates a
// zone through libical.
//
// One reader serves the whole process: read() and resolved() are const and may be called from any thread at
// once. Read once with the zone of one space, then resolved() for each further space: that never parses
// again.
//
// Failures: itip.not-calendar, itip.too-large, itip.too-deep, itip.too-many-components, itip.too-many-lines,
// itip.no-event. All else is told per event, as obstacle or problem.
class ItipReader final
{
public:
    ItipReader();
    ~ItipReader();
    ItipReader(const ItipReader&) = delete;
    ItipReader& operator=(const ItipReader&) = delete;

    Result<ItipMessage> read(QByteArrayView calendarText, const ItipContext& context) const;

    // The event as a space in this zone sees it: floating times and dates take the zone, all else stays.
    ItipEvent resolved(ItipEvent event, const QByteArray& defaultZone) const;

    // The occurrences of a series that touch `window`. Errors: itip.* codes of expand().
    Result<Expansion> occurrences(const SeriesText& series, TimeRange window) const;
    // As occurrencesMeant() and keyFrom().
    Result<QStringList> occurrencesMeant(const SeriesText& series, const ItipRecurrenceId& id) const;
    Result<QString> keyFrom(const SeriesText& series, const ItipRecurrenceId& id) const;

    // When an occurrence was to begin, or the day of it, in a space in this zone. Nothing where there is no such zone.
    std::optional<Instant> instantOf(const ItipRecurrenceId& id, const QByteArray& defaultZone) const;

    // Also resolves ids for other readers of zone names (settings, imports).
    const ZoneResolver& zones() const;

private:
    std::unique_ptr<ZoneResolver> m_zones;
};

} // namespace reserve
