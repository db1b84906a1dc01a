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

struct DateOfSeries;
struct DecisionWork;
struct SeriesInProgress;
class SeriesReserving;

// How far a decision has come. The trace is as stored when there is no rest.
struct DecisionProgress
{
    Trace trace;
    std::shared_ptr<const SeriesInProgress> rest;
};

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

    // The same in parts that take a transaction each, so that a long series holds nothing else up. Between them nothing
    // else may be decided for its space. After a crash the trace is waiting still, and is begun again.
    Result<DecisionProgress> beginTrace(WriteUnit& unit, TraceId id, const PreparedMessage& prepared,
                                        bool released) const;
    Result<DecisionProgress> goOn(WriteUnit& unit, const SeriesInProgress& progress,
                                  const PreparedMessage& prepared) const;

    // The same of a wish of the console, which has no message and no trace of its own: work.trace says how it ended,
    // and work.toTell what there is to tell.
    Result<void> decideHere(DecisionWork& work) const;

private:
    Result<DecisionProgress> decideInParts(WriteUnit& unit, TraceId id, const PreparedMessage& prepared, bool released,
                                           qsizetype mostRows) const;
    Result<DecisionProgress> progressOf(DecisionWork& work) const;
    Result<void> decideMeeting(DecisionWork& work) const;
    Result<void> decideEvent(DecisionWork& work, const ItipEvent& event) const;
    Result<void> decideRequest(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                               const SeriesReserving& whole) const;
    Result<void> decideDatesBeside(DecisionWork& work, const ItipEvent& whole) const;
    Result<void> decideOccurrences(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                   const std::optional<Series>& series, const SeriesReserving& whole) const;
    Result<void> decideWithoutSeries(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                                     const std::optional<Series>& ended) const;
    Result<void> decideAddition(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const;
    Result<void> settle(DecisionWork& work, const MeetingKey& key) const;
    Result<bool> settleOne(DecisionWork& work, const SeriesChange& change) const;
    Result<bool> leaveToConsole(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request) const;
    Result<void> decideSingle(DecisionWork& work, const ItipEvent& event, const MeetingRequest& request,
                              const DateOfSeries& date) const;

    std::shared_ptr<const Configuration> m_configuration;
    const ItipReader& m_reader;
    Telling m_telling;
};

} // namespace reserve
