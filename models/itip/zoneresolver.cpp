// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/zoneresolver.h"

#include "models/itip/vtimezone.h"
#include "models/itip/windowszones.h"

namespace reserve {

namespace {

constexpr qsizetype mostRemembered = 256;
// Longer ones are rare and would let a sender fill the memory: they are evaluated each time.
constexpr qsizetype longestRemembered = 4096;

Arguments zoneArgument(const QByteArray& tzid)
{
    return {{QStringLiteral("zone"), QString::fromUtf8(tzid.left(200))}};
}

QString offsetText(std::chrono::seconds offset)
{
    const qint64 minutes = std::abs(offset.count()) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(offset.count() < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

ZoneRulesPointer ZoneResolver::named(const QByteArray& ianaId) const
{
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_named.constFind(ianaId); known != m_named.constEnd())
            return *known;
    }
    const QTimeZone zone(ianaIdOfZoneName(ianaId));
    if (!zone.isValid())
        return nullptr;
    auto rules = std::make_shared<const NamedZone>(zone);
    const QMutexLocker lock(&m_mutex);
    if (m_named.size() >= mostRemembered)
        m_named.clear();
    m_named.insert(ianaId, rules);
    return rules;
}

ResolvedZone ZoneResolver::resolve(const QByteArray& tzid, const QByteArray& timezoneText) const
{
    const QByteArray key = tzid + '\n' + timezoneText;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_resolved.constFind(key); known != m_resolved.constEnd())
            return *known;
    }
    ResolvedZone found = find(tzid, timezoneText);
    if (key.size() > longestRemembered)
        return found;
    const QMutexLocker lock(&m_mutex);
    if (m_resolved.size() >= mostRemembered)
        m_resolved.clear();
    m_resolved.insert(key, found);
    return found;
}

ResolvedZone ZoneResolver::find(const QByteArray& tzid, const QByteArray& timezoneText) const
{
    ResolvedZone zone;
    zone.ianaId = ianaIdOfZoneName(tzid);
    if (!zone.ianaId.isEmpty())
        zone.known = named(zone.ianaId);
    if (!timezoneText.isEmpty()) {
        zone.rules = EmbeddedZone::parse(timezoneText);
        if (zone.rules)
            return zone;
    }
    zone.rules = std::exchange(zone.known, nullptr);
    Arguments arguments = zoneArgument(tzid);
    if (zone.rules) {
        arguments.insert(QStringLiteral("iana"), QString::fromLatin1(zone.ianaId));
        if (!timezoneText.isEmpty())
            zone.problem = {QByteArrayLiteral("itip.zone-rules-unreadable"), arguments};
        return zone;
    }
    if (const auto offset = literalOffset(tzid)) {
        zone.rules = std::make_shared<const FixedZone>(*offset);
        arguments.insert(QStringLiteral("offset"), offsetText(*offset));
        zone.problem = {QByteArrayLiteral("itip.zone-offset-only"), arguments};
        return zone;
    }
    zone.problem = {QByteArrayLiteral("itip.zone-unknown"), arguments};
    return zone;
}

} // namespace reserve
