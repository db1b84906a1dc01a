// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serieschange.h"
#include "models/reserving/seriesplan.h"

namespace reserve {

// A long series, or a long part of one, between two transactions: what was decided of it, and how many of its rows are
// written.
// Immutable, so that a unit of work may run again; goes with the prepared message that it was made from.
struct SeriesInProgress
{
    struct Decided
    {
        const ItipEvent* event = nullptr; // of the prepared message
        MeetingRequest request;
        SeriesPlan plan;
        SeriesDecision decision;
        Space space;
        std::optional<Person> person;
        bool released = false;
        std::optional<SeriesChange> part = {}; // of which part, as it is named in the plan; none: the whole
    };

    std::shared_ptr<const Decided> decided;
    Trace trace; // as it will be stored in the end
    qsizetype written = 0;
};

} // namespace reserve
