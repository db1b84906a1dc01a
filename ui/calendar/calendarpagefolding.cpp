// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/monthpicker.h"
#include "ui/calendar/reservationpopup.h"
#include "ui/common/label.h"
#include "ui/theme/metrics.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

// The page in narrow windows.

namespace reserve {

void CalendarPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    foldSide(window()->width() < px(design::sideListsFoldUnder));
    m_popup->hide();
}

void CalendarPage::foldSide(bool folded)
{
    m_folded = folded;
    const bool timeline = m_kind == ViewKind::Timeline;
    const bool beside = !folded && !timeline;
    m_whose->setVisible(folded && !timeline);
    if (beside && m_side->parentWidget() == m_sidePopup) {
        m_sidePopup->hide();
        auto* row = qobject_cast<QHBoxLayout*>(body()->itemAt(0)->layout());
        row->insertWidget(0, m_side);
    } else if (!beside && m_side->parentWidget() != m_sidePopup) {
        m_sidePopup->layout()->addWidget(m_side);
    }
    m_side->setVisible(true);
}

void CalendarPage::openSide()
{
    const QWidget* below = m_whose->isVisible() ? static_cast<const QWidget*>(m_whose) : m_range;
    m_sidePopup->resize(m_sidePopup->sizeHint().width(), std::min(height() - px(design::pageHead), px(560)));
    QPoint corner = below->mapToGlobal(QPoint(0, below->height()));
    if (layoutDirection() == Qt::RightToLeft)
        corner.setX(below->mapToGlobal(QPoint(below->width(), 0)).x() - m_sidePopup->width());
    m_sidePopup->move(corner);
    m_sidePopup->show();
    m_month->setFocus();
}

void CalendarPage::goToDate()
{
    if (m_side->isVisible())
        m_month->setFocus(Qt::TabFocusReason);
    else
        openSide();
}

} // namespace reserve
