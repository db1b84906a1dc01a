// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/zoneoffsets.h"

#include <QList>

#include <algorithm>

namespace reserve {

ZoneOffsets ZoneOffsets::of(const QTimeZone& zone, TimeRange years)
{
    ZoneOffsets offsets;
    offsets.m_years = years;
    offsets.m_changes.push_back({years.start, zone.offsetFromUtc(toDateTime(years.start))});
    for (const QTimeZone::OffsetData& change :
         zone.transitions(toDateTime(years.start).addMSecs(1), toDateTime(years.end))) {
        if (change.offsetFromUtc != offsets.m_changes.back().offset)
            offsets.m_changes.push_back({fromDateTime(change.atUtc), change.offsetFromUtc});
    }
    return offsets;
}

// "end start:offset at:offset ...", moments in milliseconds since 1970.
std::optional<ZoneOffsets> ZoneOffsets::fromText(const QByteArray& text)
{
    const QList<QByteArray> words = text.split(' ');
    bool isNumber = false;
    ZoneOffsets offsets;
    offsets.m_years.end = fromEpochMilliseconds(words.first().toLongLong(&isNumber));
    if (!isNumber)
        return std::nullopt;
    for (const QByteArray& word : words.mid(1)) {
        const qsizetype colon = word.indexOf(':');
        bool isOffset = false;
        const qint64 at = word.left(std::max<qsizetype>(0, colon)).toLongLong(&isNumber);
        const int offset = word.mid(colon + 1).toInt(&isOffset);
        if (colon < 0 || !isNumber || !isOffset)
            return std::nullopt;
        offsets.m_changes.push_back({fromEpochMilliseconds(at), offset});
    }
    if (offsets.m_changes.empty())
        return std::nullopt;
    offsets.m_years.start = offsets.m_changes.front().at;
    return offsets;
}

QByteArray ZoneOffsets::toText() const
{
    QByteArray text = QByteArray::number(toEpochMilliseconds(m_years.end));
    for (const Change& change : m_changes)
        text += ' ' + QByteArray::number(toEpochMilliseconds(change.at)) + ':' + QByteArray::number(change.offset);
    return text;
}

std::optional<int> ZoneOffsets::offsetAt(Instant moment) const
{
    if (moment < m_years.start || moment >= m_years.end)
        return std::nullopt;
    const auto later = std::find_if(m_changes.begin(), m_changes.end(),
                                    [moment](const Change& change) { return change.at > moment; });
    return std::prev(later)->offset;
}

} // namespace reserve
