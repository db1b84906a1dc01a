// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipmessage.h"

#include "models/base/address.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr std::array<std::pair<ItipMethod, const char*>, 8> methodNames{{
    {ItipMethod::Publish, "PUBLISH"},
    {ItipMethod::Request, "REQUEST"},
    {ItipMethod::Reply, "REPLY"},
    {ItipMethod::Add, "ADD"},
    {ItipMethod::Cancel, "CANCEL"},
    {ItipMethod::Refresh, "REFRESH"},
    {ItipMethod::Counter, "COUNTER"},
    {ItipMethod::DeclineCounter, "DECLINECOUNTER"},
}};

} // namespace

QByteArray methodName(ItipMethod method)
{
    for (const auto& [known, name] : methodNames) {
        if (known == method)
            return name;
    }
    return {};
}

ItipMethod methodFromName(QByteArrayView name)
{
    const QByteArrayView trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return ItipMethod::None;
    for (const auto& [known, text] : methodNames) {
        if (trimmed.compare(text, Qt::CaseInsensitive) == 0)
            return known;
    }
    return ItipMethod::Unknown;
}

const ItipAttendee* ItipEvent::attendee(QStringView address) const
{
    const auto found = std::find_if(attendees.cbegin(), attendees.cend(), [address](const ItipAttendee& candidate) {
        return sameAddress(candidate.address, address);
    });
    return found == attendees.cend() ? nullptr : &*found;
}

std::optional<ItipRecurrenceId> recurrenceIdFromKey(const QString& key)
{
    const QByteArray compact = key.toLatin1().replace("-", "").replace(":", "");
    const auto sent = parseItipTime(compact, {});
    if (!sent)
        return std::nullopt;
    ItipRecurrenceId id;
    id.key = key;
    id.sent = *sent;
    if (sent->kind == ItipTime::Kind::Utc)
        id.instant = fromDateTime(sent->wall);
    return id;
}

QString ItipRecurrenceId::name() const
{
    if (sent.kind != ItipTime::Kind::Zoned || !instant)
        return key;
    return sent.wall.toString(u"yyyy-MM-ddTHH:mm:ss") + u'/' + toIso(*instant);
}

std::optional<ItipRecurrenceId> recurrenceIdFromName(const QString& name)
{
    const qsizetype slash = name.indexOf(u'/');
    auto id = recurrenceIdFromKey(name.mid(slash + 1));
    const auto wall = slash < 0 ? std::nullopt : recurrenceIdFromKey(name.first(slash));
    if (!id || !wall)
        return id;
    id->sent = wall->sent;
    id->sent.kind = ItipTime::Kind::Zoned;
    return id;
}

} // namespace reserve
