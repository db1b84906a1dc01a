// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/focusring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTimer>

namespace reserve {
namespace {

bool isField(const QWidget* widget)
{
    if (qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
        || qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget))
        return true;
    // The edit inside a combo or spin box hands its focus to the box.
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    return edit && edit->hasFrame();
}

bool isKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing() = default;

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget* widget)
{
    if (isField(widget) || qobject_cast<QAbstractButton*>(widget))
        widget->installEventFilter(this);
}

void FocusRing::unwatch(QWidget* widget)
{
    widget->removeEventFilter(this);
    if (m_frame && m_frame->widget() == widget)
        hide();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        auto* widget = static_cast<QWidget*>(watched);
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (isKeyboard(reason))
            m_keyboard = true;
        else if (reason == Qt::MouseFocusReason)
            m_keyboard = false;
        if (m_keyboard || isField(widget))
            show(widget);
        else
            hide();
    } else if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::KeyPress && !m_keyboard) {
        // An arrow key inside a switch: the focus comes without a Tab, and must be seen.
        m_keyboard = true;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::show(QWidget* widget)
{
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(widget);
    // The frame hides itself where its widget is out of sight, as before it is laid out or scrolled in, and stays so.
    QTimer::singleShot(0, m_frame.data(), [frame = m_frame.data()] {
        if (QWidget* const there = frame->isHidden() ? frame->widget() : nullptr) {
            frame->setWidget(nullptr);
            frame->setWidget(there);
        }
    });
}

void FocusRing::hide()
{
    if (m_frame)
        m_frame->setWidget(nullptr);
}

} // namespace reserve
