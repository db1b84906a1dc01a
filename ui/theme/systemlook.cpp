// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/systemlook.h"

#include <QGuiApplication>
#include <QPalette>

namespace reserve {

SystemLook::SystemLook(QObject* parent)
    : QObject(parent)
    , m_dark(QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5)
{
}

void SystemLook::set(bool dark, bool highContrast)
{
    if (dark == m_dark && highContrast == m_highContrast)
        return;
    m_dark = dark;
    m_highContrast = highContrast;
    Q_EMIT changed();
}

} // namespace reserve
