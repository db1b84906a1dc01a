// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/seriesplan.h"

namespace reserve {

// A long series between two transactions: what was decided of it, and how many of its rows are written.
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
    };

    std::shared_ptr<const Decided> decided;
    Trace trace; // as it will be stored in the end
    qsizetype written = 0;
};

} // namespace reserve
