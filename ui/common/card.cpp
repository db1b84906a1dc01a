// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/card.h"

#include "ui/common/label.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace reserve {

Card::Card(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(title, Type::Section))
    , m_head(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->setSpacing(u(2));
    m_head->setSpacing(u(2));
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_body->setSpacing(u(2));
    layout->addLayout(m_head);
    layout->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setCorners(Corners corners)
{
    m_corners = corners;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    paintPanel(&painter, rect(), m_corners == Corners::Round ? px(design::cardRadius) : 0, theme.surface, theme.line);
}

Surface::Surface(Ground ground, QWidget* parent)
    : QWidget(parent)
    , m_ground(ground)
{
}

void Surface::setHairlines(Qt::Edges edges)
{
    m_edges = edges;
    update();
}

void Surface::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const QColor grounds[] = {theme.window, theme.surface, theme.alt, theme.sunken};
    QPainter painter(this);
    const QRectF area(rect());
    painter.fillRect(area, grounds[int(m_ground)]);
    if (m_edges & Qt::TopEdge)
        paintHairline(&painter, area.topLeft(), area.topRight(), theme.line);
    if (m_edges & Qt::BottomEdge)
        paintHairline(&painter, area.bottomLeft() - QPointF(0, 1), area.bottomRight() - QPointF(0, 1), theme.line);
    if (m_edges & Qt::LeftEdge)
        painter.fillRect(leadingSlice(area, 1, layoutDirection()), theme.line);
    if (m_edges & Qt::RightEdge)
        painter.fillRect(trailingSlice(area, 1, layoutDirection()), theme.line);
}

} // namespace reserve
