// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

// Every step a message took: time, rule, sentence.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget* parent = nullptr);

    void setSteps(const QList<TraceStep>& steps);

private:
    QVBoxLayout* m_layout;
    QWidget* m_rows = nullptr;
};

} // namespace reserve
