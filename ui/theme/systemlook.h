// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace reserve {

// Whether the desktop is dark, and whether it asks for high contrast. Qt 6.4 has no hint for either, so the
// platform is asked: the desktop portal, the Windows registry, or else the lightness of the platform's palette as it
// was before ours was set. Never waits: an answer that comes late arrives as changed().
class SystemLook : public QObject
{
    Q_OBJECT
public:
    // Reads the application's palette: call it before a palette is set.
    static SystemLook* create(QObject* parent);

    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_highContrast; }

Q_SIGNALS:
    void changed();

protected:
    explicit SystemLook(QObject* parent);
    void set(bool dark, bool highContrast);

private:
    bool m_dark = false;
    bool m_highContrast = false;
};

} // namespace reserve
