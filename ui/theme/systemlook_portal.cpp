// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/systemlook.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace reserve {
namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colorScheme = QStringLiteral("color-scheme"); // 1 dark, 2 light, 0 no preference
const auto contrast = QStringLiteral("contrast");        // 1 high

constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;

// The portal wraps a value once or twice in a variant.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

class PortalLook final : public SystemLook
{
    Q_OBJECT
public:
    explicit PortalLook(QObject* parent)
        : SystemLook(parent)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        ask(bus, colorScheme);
        ask(bus, contrast);
    }

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
    {
        if (group == appearance)
            take(key, unwrapped(value.variant()));
    }

private:
    void ask(QDBusConnection& bus, const QString& key)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
        call << appearance << key;
        auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
            const QDBusPendingReply<QVariant> reply = *watcher;
            if (reply.isValid())
                take(key, unwrapped(reply.value()));
            watcher->deleteLater();
        });
    }

    void take(const QString& key, uint value)
    {
        if (key == colorScheme && (value == prefersDark || value == prefersLight))
            set(value == prefersDark, isHighContrast());
        else if (key == contrast)
            set(isDark(), value == 1);
    }
};

} // namespace

SystemLook* SystemLook::create(QObject* parent)
{
    return new PortalLook(parent);
}

} // namespace reserve

#include "systemlook_portal.moc"
