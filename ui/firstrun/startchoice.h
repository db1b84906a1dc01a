// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"

namespace reserve {

// How a new store begins.
enum class StartWith { SampleBuilding, Empty };

// Two large cards, one of them chosen, by arrow keys as in a group of radio buttons, or by a click.
class StartChoice final : public PaintedWidget
{
    Q_OBJECT
public:
    explicit StartChoice(QWidget* parent = nullptr);

    StartWith choice() const { return m_choice; }

    int itemCount() const override { return 2; }
    Item item(int index) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void choiceChanged(reserve::StartWith choice);

protected:
    void itemActivated(int index) override;
    void keyPressEvent(QKeyEvent* event) override; // Enter goes on, which is the view's
    void paintEvent(QPaintEvent* event) override;

private:
    struct Card;

    static Card cardOf(int index);
    static double wordsHeight(const Card& card, double cardWidth);
    double drawingSpace() const;
    QRect cardRect(int index) const;
    void paintCard(QPainter* painter, int index) const;
    void paintDrawing(QPainter* painter, const QRectF& rect, int index) const;

    StartWith m_choice = StartWith::SampleBuilding;
};

} // namespace reserve
