// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"
#include "ui/monitor/scrolledrows.h"

namespace reserve {

// Every step a message took: time, rule, sentence.
class StepList final : public ScrolledRows
{
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const QList<TraceStep>& steps);
};

} // namespace reserve
