// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/booking/gate.h"

#include <QString>

#include <optional>

namespace reserve {

class ReadUnit;

// "Who would get this request?": the gate's own judgement of a requester, from the store as it is now (FAQ 3 to 8).
struct RequestSimulation
{
    QString requester;
    GateFacts facts;
    GateJudgement judgement;
};

// Reader thread.
Result<RequestSimulation> simulateRequest(const ReadUnit& unit, const QString& requester);

} // namespace reserve
