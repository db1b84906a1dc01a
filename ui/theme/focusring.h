// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QFocusFrame;
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// The ring outside the control that has the focus: always round fields, round buttons only when the keyboard brought
// the focus there. One frame for the whole program, above its neighbours, so that no layout cuts it. Painted things
// (tables, calendars, rail) draw their own ring and are left alone. Owned by ConsoleStyle.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    FocusRing();
    ~FocusRing() override;

    // Fields and buttons are watched from the moment the style polishes them.
    void watch(QWidget* widget);
    void unwatch(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(QWidget* widget);
    void hide();

    QPointer<QFocusFrame> m_frame; // a window that closes takes it along
    bool m_keyboard = false;
};

} // namespace reserve
