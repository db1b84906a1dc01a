// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/entities/announcement.h"
#include "models/entities/trace.h"
#include "models/reserving/configuration.h"
#include "models/reserving/meetingreading.h"
#include "models/store/unit.h"

#include <memory>

namespace reserve {

// What one message needs before it can be decided; made outside the transaction.
struct PreparedMessage
{
    std::shared_ptr<const MessageReading> reading;
    Result<ItipMessage> meeting = ItipMessage{}; // only looked at for meeting mail
};

PreparedMessage prepare(std::shared_ptr<const MessageReading> reading, const ItipReader& reader, Instant now);

// Who hears of a decision. Nobody: for samples, whose addresses do not exist.
enum class Telling { AsDecided, Nobody };

// The one place where a reservation comes about. Everything that decides a message calls this: the live agent after
// 250, and what was held when a person releases it.
class Reserving final
{
public:
    Reserving(std::shared_ptr<const Configuration> configuration, const ItipReader& reader,
              Telling telling = Telling::AsDecided);

    // Decides one waiting (or released) trace: facts, decision, reservation, outbox and trace in the caller's one
    // transaction. A unit of work: touches only `unit`, may run again. `released`: a person has released it, so that
    // R-MATCH's sender check no longer holds it. The answer is the trace as stored. A trace that is done already is
    // left as it is.
    Result<Trace> decideTrace(WriteUnit& unit, TraceId id, const PreparedMessage& prepared, bool released) const;

private:
    struct Work;

    Result<void> decideMail(Work& work) const;
    Result<void> decideMeeting(Work& work) const;
    Result<void> decideEvent(Work& work, const ItipEvent& event) const;
    Result<PersonId> personFor(Work& work, const std::optional<Reservation>& existing) const;
    Result<DecisionFacts> gather(Work& work, const MeetingRequest& request) const;
    Result<void> carryOut(Work& work, const MeetingRequest& request, const DecisionFacts& facts,
                          const Decision& decision, const ItipEvent& event) const;

    std::shared_ptr<const Configuration> m_configuration;
    const ItipReader& m_reader;
    Telling m_telling;
};

} // namespace reserve
