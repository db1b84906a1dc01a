// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriestopup.h"

#include "models/reserving/seriesreserving.h"

#include <QMap>

namespace reserve {

namespace {

// Some 10 ms of writing.
constexpr qsizetype rowsInOnePart = 250;

} // namespace

SeriesTopUp::SeriesTopUp(std::shared_ptr<const Configuration> configuration, const ItipReader& reader)
    : m_configuration(std::move(configuration))
    , m_reader(reader)
{
}

Result<QList<SeriesId>> SeriesTopUp::waiting(const ReadUnit& unit, Instant now, int limit) const
{
    QMap<int, QList<SpaceId>> windows; // by their length in days
    for (const Space& space : m_configuration->spaces())
        windows[m_configuration->policies().policyFor(space).limits.bookingWindowInDays].append(space.id);
    QList<SeriesId> found;
    for (auto window = windows.cbegin(); window != windows.cend() && found.size() < limit; ++window) {
        // Never later than the end of a window, which is a midnight.
        const Instant until = now + std::chrono::days(window.key());
        const auto ids = unit.series().toFill(until, window.value(), limit - int(found.size()));
        if (!ids)
            return failure(ids.error());
        found += *ids;
    }
    return found;
}

Result<void> SeriesTopUp::fill(WriteUnit& unit, SeriesId id) const
{
    const auto series = unit.series().find(id);
    if (!series)
        return failure(series.error());
    const bool waits = *series && (*series)->continues && (*series)->status == ReservationStatus::Accepted
        && !(*series)->pendingTraceId;
    return waits ? SeriesReserving(*m_configuration, m_reader, true).fill(unit, **series, rowsInOnePart)
                 : Result<void>();
}

} // namespace reserve
