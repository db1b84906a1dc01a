// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/entities/person.h"
#include "models/entities/trace.h"
#include "models/reserving/preparedmessage.h"
#include "models/store/unit.h"

#include <optional>

namespace reserve {

// One trace on its way through one transaction.
struct DecisionWork
{
    WriteUnit& unit;
    const PreparedMessage& prepared;
    bool released;
    Trace trace;
    Space space;
    std::optional<Person> person;

    void step(const QByteArray& rule, Reason reason) { trace.steps.append({unit.now(), rule, std::move(reason)}); }
    void end(Verdict verdict, const Reason& reason);
    // Who the reservation belongs to, and the step that says so: what the gate found holds; an update keeps its person
    // (`kept`, none for what is new) where nobody better is known. Creates the external contact of R-EXTERNAL.
    Result<PersonId> findPerson(PersonId kept);
};

// How the whole ends in the trace. `held`: an earlier version of the meeting holds the slot still.
Verdict verdictOf(Outcome outcome, bool held);

} // namespace reserve
