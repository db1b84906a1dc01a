// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/themeswitch.h"

#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"
#include "ui/theme/systemlook.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>

namespace reserve {

ThemeSwitch::ThemeSwitch(QApplication& application)
    : QObject(&application)
    , m_application(application)
    , m_systemPalette(QApplication::palette())
    , m_system(SystemLook::create(this))
{
    QApplication::setStyle(new ConsoleStyle);
    connect(m_system, &SystemLook::changed, this, &ThemeSwitch::apply);
    m_application.installEventFilter(this);
    apply();
}

ThemeSwitch::~ThemeSwitch() = default;

void ThemeSwitch::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    apply();
}

void ThemeSwitch::apply()
{
    const bool followsSystem = m_appearance == Appearance::FollowSystem;
    const bool contrast = followsSystem && m_system->isHighContrast();
    const bool dark = m_appearance == Appearance::Dark || (followsSystem && m_system->isDark());
    const Theme theme = contrast ? Theme::highContrast(m_systemPalette) : dark ? Theme::dark() : Theme::light();

    Theme::setCurrent(theme);
    clearIconCache();
    clearPatternCache();
    QApplication::setPalette(contrast ? m_systemPalette : theme.palette());
    QPalette tips = QToolTip::palette();
    tips.setColor(QPalette::ToolTipBase, theme.tip);
    tips.setColor(QPalette::ToolTipText, theme.onTip);
    QToolTip::setPalette(tips);
    Q_EMIT changed();
}

bool ThemeSwitch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationFontChange && watched == &m_application)
        metricsChanged();
    return QObject::eventFilter(watched, event);
}

} // namespace reserve
