// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPalette>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace reserve {

class SystemLook;

enum class Appearance { FollowSystem, Light, Dark };

// Brings Theme, palette and ConsoleStyle onto the application and changes them while it runs: new palette, emptied
// icon and pattern caches, one repaint. Make one, in main, before the first window; GUI thread.
class ThemeSwitch final : public QObject
{
    Q_OBJECT
public:
    explicit ThemeSwitch(QApplication& application);
    ~ThemeSwitch() override;

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();

    QApplication& m_application;
    QPalette m_systemPalette; // as the platform gave it
    SystemLook* m_system;
    Appearance m_appearance = Appearance::FollowSystem;
};

} // namespace reserve
