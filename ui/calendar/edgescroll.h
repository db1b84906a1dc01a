// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QAbstractScrollArea;
QT_END_NAMESPACE

namespace reserve {

// Scrolls a view while something is held at the edge of what it shows: a little at the edge, faster beyond it. It
// begins after a moment, so that a pointer that only passes the edge moves nothing, and ends at the end of the content.
//
// Positions are the viewport's, left to right (before mirroring). Owned by the view. GUI thread.
class EdgeScroll final : public QObject
{
    Q_OBJECT
public:
    explicit EdgeScroll(QAbstractScrollArea* view);

    // What is held is here, `shown` is what scrolls.
    void pull(QPoint position, const QRect& shown);
    void stop();
    bool isScrolling() const { return m_timer.isActive(); }

Q_SIGNALS:
    void scrolled();

private:
    void step();

    QAbstractScrollArea* const m_view;
    QTimer m_timer;
    QPoint m_speed; // pixels a step
};

} // namespace reserve
