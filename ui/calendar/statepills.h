// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/meaning.h"

#include <QList>
#include <QWidget>

namespace reserve {

struct StatePill
{
    Meaning meaning = Meaning::Accepted;
    QString word;
};

// States side by side, as pills; read out as one text.
class StatePills final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePills(QWidget* parent = nullptr);

    void setPills(const QList<StatePill>& pills);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<StatePill> m_pills;
};

} // namespace reserve
