// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace reserve {

// The dark panel beside the first question: the mark, and the few steps from here to the first decided meeting.
class FirstSteps final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstSteps(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace reserve
