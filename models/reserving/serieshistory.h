// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/series.h"
#include "models/entities/serieschange.h"
#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/meetingreading.h"

namespace reserve {

// A version of a series that holds from one of its dates on: the whole, or a part (RANGE=THISANDFUTURE).
struct SeriesVersion
{
    QString from; // key of the first date; empty: the whole
    MeetingVersion version;
    bool happens = true;
    SeriesChange change; // where it is kept; without id what came in the message of the whole, and the whole itself
    SeriesStretch stretch;
    MeetingRequest request;
};

// Which version of a series holds for which of its dates. It depends on what was said and never on the order
// in which it came: a version wipes out all older ones from its date on (those of a lower SEQUENCE; a CANCEL
// those that are not newer), and of what is left the one with the latest date before an occurrence holds for
// it. Of one thread, for the time of one decision.
class SeriesHistory final
{
public:
    SeriesHistory(const Configuration& configuration, const ItipReader& reader, DecisionWork& work);

    // First: the series, where it is known. `message` and what it holds must outlive this.
    void setWhole(const ItipMessage& message, const ItipEvent& series, const MeetingVersion& version, bool happens,
                  const QString& recipient, const QString& requester);
    // The series as stored; false when its calendar cannot be read.
    bool setWhole(const Series& series);
    // An end of the whole of which no more is known than when it was said.
    void setEnd(const MeetingVersion& version);

    // What is kept of its parts; what still waits is no part of the history.
    void add(const QList<SeriesChange>& changes);
    // A part that is being decided. Its place in versions().
    void add(const ItipEvent& event, const Timezones& timezones, const SeriesChange& change, bool happens);

    // Those that hold for something, the whole first, then by date.
    QList<SeriesVersion> living() const;
    // Every version, also those that hold for nothing.
    const QList<SeriesVersion>& versions() const { return m_versions; }
    // The version that holds for a date; one without an event where the series is not known.
    SeriesVersion holdingFor(const QString& key) const;
    // The newest version that speaks of the dates from `from` on and leaves nothing to say for this one; null when it
    // is news. At the same date the newer one counts, before it whatever wipes it out.
    const SeriesVersion* newerThan(const QString& from, const MeetingVersion& version) const;
    // Whether a message about one date alone says less than what is known of it.
    bool isWiped(const QString& key, const MeetingVersion& version) const;

    // What the message of the whole says of one date alone, whether that happens or not.
    std::optional<MeetingVersion> saidWithTheWhole(const QString& key) const;

    // From which key on a message with a range speaks.
    QString placeOf(const ItipRecurrenceId& id) const;
    // The dates that a message means; none when the series has no such date, or is not known.
    Result<QStringList> meant(const ItipRecurrenceId& id) const;
    // The occurrences that touch `window`; their stretch counts in living(), -1 for the whole. Overlooks what
    // is kept of parts when `asSent`.
    Result<Expansion> occurrences(TimeRange window, bool asSent = false) const;
    bool isKnown() const { return m_series.has_value(); }
    const ItipEvent& series() const { return *m_series; }

private:
    struct Date
    {
        ItipRecurrenceId id;
        MeetingVersion version;
    };

    bool isLiving(const SeriesVersion& version) const;
    MeetingRequest requestOf(const ItipEvent& event, bool cancels, const QString& recipient,
                             const QString& requester) const;
    SeriesText text() const;

    const Configuration& m_configuration;
    const ItipReader& m_reader;
    Space m_space;
    std::shared_ptr<StoredCalendars> m_calendars;
    Instant m_now;
    std::optional<ItipEvent> m_series; // with times that are resolved
    Timezones m_timezones;
    QList<SeriesVersion> m_versions; // the whole first
    QList<Date> m_dates;             // of which the message of the whole speaks
};

// Whether a date comes at or behind the one from which a message speaks, as far as can be told before the series is
// known: a day may begin anywhere. Both are keys.
bool isSurelyBehind(const QString& from, const QString& key);
// Whether what `by` says makes what `other` says void, where both speak of the same date.
bool wipes(const MeetingVersion& by, const MeetingVersion& other);

} // namespace reserve
