// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/statedelegate.h"

#include <QList>
#include <QWidget>

namespace reserve {

// States as pills, one after another; the accessible name says their words.
class PillRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PillRow(QWidget* parent = nullptr);

    void setStates(const QList<StateCell>& states);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<StateCell> m_states;
};

} // namespace reserve
