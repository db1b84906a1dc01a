// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/configuration.h"
#include "models/reserving/decisionwork.h"

namespace reserve {

class SiblingDates;

// Brings the dates of one meeting in one space to what follows from all that was said of them, whatever the message was
// that has just been decided: what they have of the space depends on each other and on their series, and never on the
// order of arrival (R-MEETING). Behind every decision; of one thread, for the time of one decision. Errors: those of
// the store.
class DateSettling final
{
public:
    // `tells`: whether anybody hears of it.
    DateSettling(DecisionWork& work, const Configuration& configuration, const ItipReader& reader, bool tells);

    // Whatever date the key is about. What is made in the console a person has seen, and stays.
    Result<void> settle(const MeetingKey& meeting);

private:
    Result<QList<Reservation>> rowsOf(const MeetingKey& meeting) const;
    Result<void> withdrawOutdated(const QList<Reservation>& rows, const MeetingKey& meeting);
    Result<void> shareTime(SiblingDates& siblings, const QList<Reservation>& rows, const MeetingKey& meeting);
    Result<void> follow(const QList<Reservation>& rows, const MeetingKey& meeting);

    DecisionWork& m_work;
    const Configuration& m_configuration;
    const ItipReader& m_reader;
    bool m_tells;
};

} // namespace reserve
