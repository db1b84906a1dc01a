// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

class Label;

// A surface with a hairline round it: a title, what stands beside the title, a body.
class Card final : public QWidget
{
    Q_OBJECT
public:
    enum class Corners { Round, Square };

    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCorners(Corners corners);
    QHBoxLayout* head() const { return m_head; } // after the title
    QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    Corners m_corners = Corners::Round;
};

// A plain ground in one of the theme's surfaces, with hairlines at the sides that border on something else.
class Surface final : public QWidget
{
    Q_OBJECT
public:
    enum class Ground { Window, Surface, Alt, Sunken };

    explicit Surface(Ground ground, QWidget* parent = nullptr);

    // Logical edges: Qt::LeftEdge is the leading one.
    void setHairlines(Qt::Edges edges);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ground m_ground;
    Qt::Edges m_edges;
};

} // namespace reserve
