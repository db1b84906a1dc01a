// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/seriesdecision.h"
#include "models/entities/series.h"
#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/serieshistory.h"

#include <QHash>

namespace reserve {

// One occurrence as the message wants it.
struct WantedOccurrence
{
    QString key;
    TimeRange time;
    QDate day;
    const ItipEvent* override = nullptr; // of the prepared message
    int stretch = -1;                    // which version in SeriesHistory::living() it is of, less one
    bool waits = false;                  // that version waits for an approver, and the date with it
};

// A date that stays as it is and has a time that goes to one of the plan's (SiblingRank).
struct DateInTheWay
{
    Reservation row;
    qsizetype wanted = 0; // which of the plan's
};

// What is there, what is wanted, and what the decision is to be made from.
struct SeriesPlan
{
    std::optional<Series> series;
    SeriesId seriesId;
    PersonId personId;
    QList<SeriesVersion> versions; // SeriesHistory::living()
    QList<Reservation> rows;       // of this meeting in this space, over or not
    QList<Reservation> toCome;     // of those, the ones that are not over and that this version reaches
    QList<Reservation> kept;       // ... and that it does not reach
    // Keys of dates that a message of their own has moved into the past, or ended, and which version.
    QHash<QString, MeetingVersion> past;
    QList<DateInTheWay> inTheWay;   // of `kept`: they give way to what is accepted
    QList<WantedOccurrence> wanted; // what is left to decide, by start
    SeriesFacts facts;
    bool continues = false; // whether there are more behind the window, of whatever version
    Reason obstacle;
};

// Of a series that is made or changed in the console, which is one transaction: one a day in the longest window that
// Exchange has words for (1,080 days). A longer one comes by mail, in parts.
inline constexpr qsizetype mostDatesAtOnce = 1100;

// Finds out what a message wants of a recurring meeting and what stands in its way. Reads the store and changes nothing
// but the keys of occurrences that came before their series; of one thread, for the time of one decision. Errors: those
// of the store; what the message itself lacks becomes the plan's obstacle.
class SeriesPlanner final
{
public:
    SeriesPlanner(const Configuration& configuration, const ItipReader& reader);

    // A new or changed series; of a cancellation only what is there.
    Result<SeriesPlan> plan(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const;
    // A part of a series, the one of `change` in the history; `before` held for its dates. Of a cancellation only what
    // is there.
    Result<SeriesPlan> planPart(DecisionWork& work, const SeriesHistory& history, const Series& series,
                                const SeriesChange& change, const SeriesVersion& before) const;
    // What begins between the end of what is filled and `until` and is no row yet; of more than work.mostRows the
    // first, and the plan's window ends where the rest begins.
    Result<SeriesPlan> planFurther(DecisionWork& work, const SeriesHistory& history, const Series& series,
                                   Instant until) const;

    // The midnight after the last day of the booking window, where the space is; UTC where it has no zone.
    Instant endOfWindow(Instant now, const Space& space) const;

private:
    Result<SeriesHistory> historyOf(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request,
                                    const std::optional<Series>& series) const;
    SeriesPlan begin(const DecisionWork& work, const std::optional<Series>& series, const SeriesHistory& history,
                     bool isExternal) const;
    static void reachUnlisted(SeriesPlan& plan);
    Result<void> freeUnlisted(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const;
    Result<void> sort(const SeriesHistory& history, const MeetingVersion& version, const QString& from,
                      SeriesPlan& plan) const;
    Result<void> expand(DecisionWork& work, const SeriesHistory& history, SeriesPlan& plan) const;
    Result<void> takeOverrides(const DecisionWork& work, const SeriesHistory& history, SeriesPlan& plan) const;
    void leaveOutKept(SeriesPlan& plan) const;
    Result<void> gather(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const;
    Result<void> findConflicts(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const;
    bool isSame(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const;

    const Configuration& m_configuration;
    const ItipReader& m_reader;
};

} // namespace reserve
