// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/approving.h"
#include "models/reserving/holdingversions.h"

namespace reserve {

// The decision of one waiting request: reservation, answer, confirmation, trace and audit, and what follows for other
// dates of the meeting, in the caller's transaction. Of one thread, for the time of that. Errors: those of the store.
class ApprovalWork final
{
public:
    ApprovalWork(WriteUnit& unit, const Configuration& configuration, const ItipReader& reader, Approval approval,
                 const ApproverWord& word);

    // Of what awaits an approver.
    Result<Approval> decide();

private:
    Result<void> decideAlone();
    Result<void> load();
    Result<void> lookForOldTime();
    bool isMeant(const Reservation& row) const;
    Result<void> decideReservation(ReservationId id);
    Result<void> decideDates();
    Result<void> decideSeries();
    Result<void> endPart(Series& series);
    Result<void> decideFollowing();
    Result<void> write(Reservation row);
    Result<void> tell();
    Result<void> lookAtDates(Announcement& told);
    Result<void> lookAtDate(Announcement& told);
    Result<void> announceAll(const Announcement& told, const Decision& decision);
    Result<QList<TraceStep>> endEarlier(const Announcement& told, const Decision& decision);
    Result<void> tellByConsole(const Announcement& told);
    Result<void> addAlternatives(Announcement& told);
    Result<void> saveTrace();
    Result<void> settle();

    bool declines() const { return m_word.answer == ApprovalAnswer::Decline; }

    WriteUnit& m_unit;
    const Configuration& m_configuration;
    const ItipReader& m_reader;
    Approval m_approval;
    const ApproverWord& m_word;
    const Reason m_reason;
    PreparedMessage m_noMessage;
    DecisionWork m_work; // with the trace of the request
    bool m_isTraced = false;
    bool m_freesOldTime = false;
    QList<Reservation> m_dates; // of a series: all there are
    std::optional<MeetingApprovals> m_approvals;
    std::optional<HoldingVersions> m_versions;
    QList<Approval> m_following;
};

} // namespace reserve
