// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/meetingapprovals.h"
#include "models/reserving/serieshistory.h"

namespace reserve {

// Which version of a series holds for each of its dates, the whole or a part (THISANDFUTURE), and whether an approver
// has yet to decide about that one: what a date has of its series depends on nothing else. Of one thread, for the time
// of one decision.
class HoldingVersions final
{
public:
    // As stored; of a meeting that is no series nothing holds. Errors: those of the store.
    static Result<HoldingVersions> of(DecisionWork& work, const Configuration& configuration, const ItipReader& reader,
                                      const MeetingKey& meeting, const MeetingApprovals& approvals);
    static Result<HoldingVersions> of(DecisionWork& work, const Configuration& configuration, const ItipReader& reader,
                                      const MeetingKey& meeting);

    SeriesId series() const { return m_series ? m_series->id : SeriesId(); }

    // Whether the version that holds for the date waits for an approver.
    bool waitsFor(const QString& date) const;
    // What a row has because its version of the series has it; nothing where it was asked for by itself.
    std::optional<ReservationStatus> statusOf(const Reservation& row) const;

    // Whether what is asked is about the version that holds for the row.
    bool isAsked(const Approval& approval, const Reservation& row) const;
    // Whether what is asked is about a whole that does not wait, or a part that holds for no date any more or has been
    // asked about again.
    bool isOutdated(const Approval& approval) const;
    // The part that is asked about; null where that is the whole.
    const SeriesVersion* partOf(const Approval& approval) const;
    bool isLast(const SeriesVersion& part) const { return m_living.last().change.id == part.change.id; }
    // Whether it has dates behind the booking window.
    bool goesOn(const Approval& approval) const;
    // What is asked of the part that begins with that date, of whatever version.
    QList<ApprovalId> askedFrom(const QString& date) const;

private:
    explicit HoldingVersions(std::optional<Series> series);

    const SeriesVersion* holdingFor(const QString& date) const;
    const SeriesVersion* holdingFor(const Reservation& row) const;
    ReservationStatus statusOf(const SeriesVersion* part) const;
    bool isSaidWithTheWhole(const Reservation& row) const;
    bool isAbout(const Approval& approval, const SeriesVersion& part) const;

    std::optional<Series> m_series;
    QList<SeriesVersion> m_living;      // empty: the whole holds for all dates
    QList<Approval> m_parts;            // what is asked about parts
    QHash<ApprovalId, QString> m_begin; // with which date that part begins
};

} // namespace reserve
