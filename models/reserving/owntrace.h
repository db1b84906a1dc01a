// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/decisionwork.h"

namespace reserve {

// The trace of the message that asked for a reservation: what becomes of that later, because of another message, stands
// there too. Of one thread, for the time of one decision.
class OwnTrace final
{
public:
    // The trace of `work` where that message is on its way, else as stored; what retention has removed leaves enough to
    // tell. Errors: those of the store.
    static Result<OwnTrace> of(DecisionWork& work, const Reservation& row);

    Trace& trace() { return m_isOfWork ? m_work.trace : m_stored; }
    // How the message ends now, unless it is about a series: that has one verdict whatever becomes of its dates.
    // Without a verdict: an approver has the word.
    Result<void> end(std::optional<Verdict> verdict, const Reason& reason);
    Result<void> save();

private:
    OwnTrace(DecisionWork& work, const Reservation& row);

    Result<bool> isAboutMore();
    Result<void> endOne(std::optional<Verdict> verdict, const Reason& reason);

    DecisionWork& m_work;
    const Reservation& m_row;
    bool m_isOfWork;
    bool m_isStored = false;
    Trace m_stored;
};

} // namespace reserve
