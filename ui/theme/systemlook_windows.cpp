// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/systemlook.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QSettings>

#include <windows.h>

namespace reserve {
namespace {

bool appsAreDark()
{
    const QSettings personalize(
        QStringLiteral(R"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"),
        QSettings::NativeFormat);
    return personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
}

bool contrastIsHigh()
{
    HIGHCONTRASTW contrast = {};
    contrast.cbSize = sizeof(contrast);
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0)
        && (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
}

class WindowsLook final : public SystemLook, public QAbstractNativeEventFilter
{
public:
    explicit WindowsLook(QObject* parent)
        : SystemLook(parent)
    {
        set(appsAreDark(), contrastIsHigh());
        QCoreApplication::instance()->installNativeEventFilter(this);
    }

    ~WindowsLook() override
    {
        if (QCoreApplication::instance())
            QCoreApplication::instance()->removeNativeEventFilter(this);
    }

    bool nativeEventFilter(const QByteArray& type, void* message, qintptr*) override
    {
        if (type == "windows_generic_MSG" && static_cast<MSG*>(message)->message == WM_SETTINGCHANGE)
            set(appsAreDark(), contrastIsHigh());
        return false;
    }
};

} // namespace

SystemLook* SystemLook::create(QObject* parent)
{
    return new WindowsLook(parent);
}

} // namespace reserve
