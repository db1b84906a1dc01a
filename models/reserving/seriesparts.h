// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serieschange.h"
#include "models/reserving/decisionwork.h"
#include "models/reserving/serieshistory.h"

namespace reserve {

// Messages about parts of a series that cannot be decided yet, because the series, or the date, is not known.
// They are kept and held until what they wait for comes, so that every order of arrival ends alike. Of one
// thread, for the time of one decision.
class SeriesParts final
{
public:
    SeriesParts(DecisionWork& work, const Configuration& configuration, const ItipReader& reader);

    // Holds the message with this reason; answers whether it was not held before.
    Result<bool> await(const ItipEvent& event, const MeetingRequest& request, const Reason& reason);
    // Dates added to a meeting that is not known: the organizer is asked for it, where `asks`.
    Result<void> awaitMeeting(const ItipEvent& event, const MeetingRequest& request, bool asks);

    // A range of a series that is not known: a change waits, an end is noted and ends what is known of those
    // dates.
    Result<void> takeRange(const ItipEvent& event, const MeetingRequest& request);

    // The dates that an ADD asks for, each as a request of its own.
    Result<QList<MeetingRequest>> added(const ItipEvent& event, const MeetingRequest& request,
                                        const std::optional<Series>& series) const;

private:
    // Whether there is nothing to keep: it is known, or too much is. Says so in the trace.
    Result<bool> isNothingToKeep(const ItipEvent& event, const MeetingRequest& request);
    Result<void> cancelFrom(const QString& key, const MeetingRequest& request);

    DecisionWork& m_work;
    const Configuration& m_configuration;
    const ItipReader& m_reader;
};

// More versions of parts of one series than a person can mean are not kept: each costs every later message
// about it.
constexpr qsizetype mostParts = 50;
void ignoreTooMany(DecisionWork& work);

// A change as it is kept.
SeriesChange changeOf(const DecisionWork& work, const ItipEvent& event, const MeetingRequest& request);

} // namespace reserve
