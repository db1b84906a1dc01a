// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/settingeffects.h"

#include "models/wording/languages.h"

#include <QHostAddress>

namespace reserve {

namespace {

bool isPartOfOutgoing(const QString& key)
{
    return key == QLatin1String("outgoing.port") || key == QLatin1String("outgoing.security")
        || key == QLatin1String("outgoing.user") || key == QLatin1String("outgoing.from")
        || key == QLatin1String("notices.to");
}

bool isThisMachine(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool sendsPasswordInClear(const Settings& settings)
{
    return settings.outgoingSecurity() == OutgoingSecurity::None && !settings.outgoingUser().isEmpty()
        && !settings.outgoingHost().isEmpty() && !isThisMachine(settings.outgoingHost());
}

} // namespace

QList<Reason> missingEffects(const QString& key, const Settings& settings, bool defaultUserIsThere)
{
    QList<Reason> reasons;
    if (!settings.isSet(key))
        return reasons;
    const auto add = [&](const char* code) {
        reasons.append({code, {{QStringLiteral("key"), key}, {QStringLiteral("value"), settings.text(key)}}});
    };
    if (key == QLatin1String("smtp.address") && !QHostAddress(settings.smtpAddress()).isLoopback()
        && settings.smtpAcceptedPeers().isEmpty())
        add("setting.no-accepted-peers");
    if (key == QLatin1String("reserve.default-user-email") && !defaultUserIsThere)
        add("setting.default-user-unknown");
    if (key == QLatin1String("reserve.create-external-contact") && settings.createExternalContact()
        && settings.defaultReserveUserEmail().isEmpty())
        add("setting.contact-needs-default-user");
    if (key == QLatin1String("reserve.create-external-contact") && settings.createExternalContact()
        && !settings.defaultReserveUserEmail().isEmpty() && !defaultUserIsThere)
        add("setting.contact-needs-person");
    if (key == QLatin1String("reserve.accepted-domains") && settings.defaultReserveUserEmail().isEmpty())
        add("setting.domains-need-default-user");
    if (isPartOfOutgoing(key) && settings.outgoingHost().isEmpty())
        add("setting.outgoing-host-missing");
    if (key.startsWith(QLatin1String("outgoing.")) && sendsPasswordInClear(settings))
        add("setting.password-needs-encryption");
    if (key == QLatin1String("notices.language") && !productLanguages().contains(settings.noticesLanguage())) {
        add("setting.language-unknown");
        reasons.last().arguments.insert(QStringLiteral("known"), productLanguages().join(QLatin1String(", ")));
    }
    return reasons;
}

} // namespace reserve
