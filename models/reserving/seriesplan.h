// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/seriesdecision.h"
#include "models/entities/series.h"
#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"

namespace reserve {

// One occurrence as the message wants it.
struct WantedOccurrence
{
    QString key;
    TimeRange time;
    QDate day;
    const ItipEvent* override = nullptr; // of the prepared message
};

// What is there, what is wanted, and what the decision is to be made from.
struct SeriesPlan
{
    std::optional<Series> series;
    SeriesId seriesId;
    PersonId personId;
    QList<Reservation> rows;   // of this meeting in this space, over or not
    QList<Reservation> toCome; // of those, the ones that are not over and that this version reaches
    QList<Reservation> kept;   // ... and that it does not reach
    QList<WantedOccurrence> wanted; // what is left to decide, by start
    SeriesFacts facts;
    Reason obstacle;
};

// Finds out what a message wants of a recurring meeting and what stands in its way. Reads the store and changes nothing;
// of one thread, for the time of one decision. Errors: those of the store; what the message itself lacks becomes the
// plan's obstacle.
class SeriesPlanner final
{
public:
    SeriesPlanner(const Configuration& configuration, const ItipReader& reader);

    // A new or changed series; of a cancellation only what is there.
    Result<SeriesPlan> plan(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const;
    // What begins between the end of what is filled and `until` and is no row yet.
    Result<SeriesPlan> planFurther(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                   const Series& series, Instant until) const;

    // The midnight after the last day of the booking window, where the space is; UTC where it has no zone.
    Instant endOfWindow(Instant now, const Space& space) const;

private:
    Result<void> expand(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request, SeriesPlan& plan) const;
    void takeOverrides(const DecisionWork& work, const ItipEvent& master, SeriesPlan& plan) const;
    Result<void> gather(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const;
    bool isSame(const DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const;

    const Configuration& m_configuration;
    const ItipReader& m_reader;
};

// The row of one occurrence as its message has it: status, reason, person and series are the caller's.
Reservation occurrenceRow(const MeetingRequest& request, const WantedOccurrence& wanted, const DecisionWork& work);

// The message that a stored series came in, as far as its occurrences need it, and the event of the series in it; null
// when there is none.
PreparedMessage readAgain(const Series& series, const ItipReader& reader, Instant now);
const ItipEvent* masterOf(const ItipMessage& message, const QString& uid);

} // namespace reserve
