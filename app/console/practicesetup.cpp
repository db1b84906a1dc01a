// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/practicesetup.h"

#include "models/base/address.h"
#include "models/entities/practiceprofile.h"
#include "models/settings/settings.h"
#include "models/store/unit.h"

#include <QHostAddress>

namespace reserve {

namespace {

const QString actor = QStringLiteral("Practice Exchange");
const QString outgoingHost = QStringLiteral("outgoing.host");
const QString outgoingPort = QStringLiteral("outgoing.port");
constexpr quint16 usualHttpPort = 8026;
constexpr quint16 usualSmtpPort = 8027;

bool isOnThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Result<ServerProfile> practiceProfile(const ReadUnit& unit)
{
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    for (const ServerProfile& profile : *profiles) {
        if (isPracticeExchange(profile))
            return profile;
    }
    return ServerProfile();
}

Result<Settings> settingsOf(const ReadUnit& unit)
{
    auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    return Settings(std::move(*stored));
}

// The rooms' domains without those of other profiles.
Result<QStringList> freeDomains(const ReadUnit& unit)
{
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    QStringList domains;
    for (const Space& space : *spaces) {
        const QString domain = domainOf(space.mailbox).toString().toLower();
        const bool taken = std::any_of(profiles->begin(), profiles->end(), [&domain](const ServerProfile& profile) {
            return !isPracticeExchange(profile)
                && std::any_of(profile.mailDomains.begin(), profile.mailDomains.end(),
                               [&domain](const QString& handled) { return domainMatches(domain, handled); });
        });
        if (!domain.isEmpty() && !taken && !domains.contains(domain))
            domains.append(domain);
    }
    return domains;
}

Result<void> setUpOutgoing(WriteUnit& unit, const PracticePlace& place)
{
    if (const auto given = unit.settings().giveBack(actor); !given)
        return given;
    const auto settings = settingsOf(unit);
    if (!settings)
        return failure(settings.error());
    if (!settings->outgoingHost().isEmpty() && !isOnThisMachine(settings->outgoingHost()))
        return {};
    return unit.settings().replace({{outgoingHost, QStringLiteral("127.0.0.1")},
                                    {outgoingPort, QString::number(place.smtpPort)},
                                    {QStringLiteral("outgoing.security"), QStringLiteral("none")},
                                    {QStringLiteral("outgoing.user"), QString()}},
                                   actor);
}

} // namespace

Result<PracticeOptions> readPracticeOptions(const ReadUnit& unit)
{
    const auto settings = settingsOf(unit);
    if (!settings)
        return failure(settings.error());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    const auto profile = practiceProfile(unit);
    if (!profile)
        return failure(profile.error());
    const auto left = practiceSmtpPort(unit);
    if (!left)
        return failure(left.error());
    PracticeOptions options;
    const QHostAddress agent(settings->smtpAddress());
    options.agentHost = agent == QHostAddress::Any || agent == QHostAddress::AnyIPv6 || agent.isNull()
        ? QStringLiteral("127.0.0.1")
        : agent.toString();
    options.agentPort = settings->smtpPort();
    if (!settings->timeZone().isEmpty())
        options.zone = settings->timeZone();
    options.httpPort = quint16(QUrl(profile->url).port(usualHttpPort));
    options.smtpPort = left->value_or(usualSmtpPort);
    for (const Space& space : *spaces)
        options.rooms.append({space.mailbox, space.name, space.delegateContact});
    options.account.password = SecretString("practice");
    options.account.clientSecret = options.account.password;
    return options;
}

Result<ServerProfileId> setUpPractice(WriteUnit& unit, const PracticePlace& place)
{
    auto profile = practiceProfile(unit);
    if (!profile)
        return failure(profile.error());
    const auto domains = freeDomains(unit);
    if (!domains)
        return failure(domains.error());
    profile->name = practiceProfileName();
    profile->kind = ServerKind::Ews;
    profile->url = place.ews.toString();
    profile->mailDomains = *domains;
    profile->authentication = ServerAuthentication::Basic;
    profile->userName = place.user;
    if (const auto outgoing = setUpOutgoing(unit, place); !outgoing)
        return failure(outgoing.error());
    return unit.serverProfiles().save(*profile, actor);
}

Result<std::optional<quint16>> practiceSmtpPort(const ReadUnit& unit)
{
    const auto replaced = unit.settings().replaced();
    if (!replaced)
        return failure(replaced.error());
    const auto port = replaced->constFind(outgoingPort);
    return port == replaced->constEnd() ? std::nullopt : std::optional(quint16(port->during.toUShort()));
}

Result<void> takeDownPractice(WriteUnit& unit, quint16 smtpPort)
{
    const auto port = practiceSmtpPort(unit);
    if (!port)
        return failure(port.error());
    return *port == smtpPort ? unit.settings().giveBack(actor) : Result<void>();
}

} // namespace reserve
