// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/entities/announcement.h"
#include "models/entities/trace.h"
#include "models/reserving/configuration.h"
#include "models/reserving/preparedmessage.h"
#include "models/store/unit.h"

#include <memory>

namespace reserve {

struct DecisionWork;

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

    // Reserves what has come into the booking window of at most `limit` series since they were decided; answers of how
    // many. Fewer than `limit`: all is there.
    Result<int> fillSeries(WriteUnit& unit, int limit) const;
    // The same in two steps, for who has to know which series is being worked on.
    Result<QList<Series>> seriesToFill(WriteUnit& unit, int limit) const;
    Result<void> fill(WriteUnit& unit, const Series& series) const;

private:
    Result<void> decideMail(DecisionWork& work) const;
    Result<void> decideMeeting(DecisionWork& work) const;
    Result<void> decideEvent(DecisionWork& work, const ItipEvent& event) const;
    Result<void> decideWithoutSeries(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const;
    Result<void> decideSingle(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                              SeriesId series) const;
    Result<DecisionFacts> gather(DecisionWork& work, const MeetingRequest& request) const;
    Result<void> carryOut(DecisionWork& work, const MeetingRequest& request, const DecisionFacts& facts,
                          const Decision& decision, const ItipEvent& event, SeriesId series) const;

    std::shared_ptr<const Configuration> m_configuration;
    const ItipReader& m_reader;
    Telling m_telling;
};

} // namespace reserve
