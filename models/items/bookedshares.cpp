// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookedshares.h"

#include "models/items/openhours.h"
#include "models/items/wallaxis.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace reserve {

namespace {

constexpr int daysOfWeek = 7;
// Reservations move often on a busy morning; the bars follow a little later.
constexpr std::chrono::milliseconds settling{400};

QTimeZone zoneOf(const Space& space, const QTimeZone& siteZone)
{
    const QTimeZone zone(space.timeZone);
    return !space.timeZone.isEmpty() && zone.isValid() ? zone : siteZone;
}

WeekShares sharesOf(const Space& space, QDate firstDay, const QTimeZone& siteZone, const QList<TimeRange>& held)
{
    WeekShares shares;
    const QTimeZone zone = zoneOf(space, siteZone);
    for (int day = 0; day < daysOfWeek; ++day) {
        if (const auto open = openTime(space.hours, firstDay.addDays(day), zone))
            shares[std::size_t(day)] = bookedPercent({*open}, held);
    }
    return shares;
}

Result<QHash<SpaceId, WeekShares>> readShares(const ReadUnit& unit, const QHash<SpaceId, Space>& spaces, QDate firstDay,
                                              const QTimeZone& siteZone)
{
    ReservationFilter filter;
    filter.onlyHolding = true;
    // A day more on either side: the spaces' own zones may begin their week earlier or later.
    filter.touching = daysRange(firstDay.addDays(-1), daysOfWeek + 2, siteZone);
    filter.spaces = QSet<SpaceId>(spaces.keyBegin(), spaces.keyEnd());
    const auto rows = unit.reservations().list(filter, std::numeric_limits<int>::max());
    if (!rows)
        return failure(rows.error());
    QHash<SpaceId, QList<TimeRange>> held;
    for (const Reservation& row : *rows)
        held[row.spaceId].append(row.time);
    QHash<SpaceId, WeekShares> shares;
    for (const Space& space : spaces)
        shares.insert(space.id, sharesOf(space, firstDay, siteZone, held.value(space.id)));
    return shares;
}

} // namespace

BookedShares::BookedShares(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_siteZone(QTimeZone::systemTimeZone())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settling);
    connect(&m_settle, &QTimer::timeout, this, &BookedShares::changed);
    connect(&store.changes(), &ChangeFeed::changed, this, &BookedShares::follow, Qt::QueuedConnection);
}

void BookedShares::setWeek(QDate firstDay, const QTimeZone& siteZone)
{
    if (firstDay == m_firstDay && siteZone == m_siteZone)
        return;
    m_firstDay = firstDay;
    m_siteZone = siteZone;
    ++m_generation;
    m_known.clear();
    m_stale.clear();
    Q_EMIT changed();
}

std::optional<WeekShares> BookedShares::shares(const Space& space)
{
    const auto known = m_known.constFind(space.id);
    const bool have = known != m_known.cend();
    if (m_firstDay.isValid() && (!have || m_stale.contains(space.id))) {
        m_wanted.insert(space.id, space);
        if (!m_asked) {
            m_asked = true;
            // After the paint that asks, so that one read serves all of its rows.
            QMetaObject::invokeMethod(this, &BookedShares::ask, Qt::QueuedConnection);
        }
    }
    return have ? std::optional(*known) : std::nullopt;
}

void BookedShares::ask()
{
    m_asked = m_busy;
    if (m_busy || m_wanted.isEmpty())
        return;
    m_busy = true;
    const QHash<SpaceId, Space> spaces = std::exchange(m_wanted, {});
    for (auto space = spaces.keyBegin(); space != spaces.keyEnd(); ++space)
        m_stale.remove(*space);
    const auto answer = m_store.read([spaces, firstDay = m_firstDay, zone = m_siteZone](const ReadUnit& unit) {
        return readShares(unit, spaces, firstDay, zone);
    });
    whenAnswered(answer, this, [this, generation = m_generation](Result<QHash<SpaceId, WeekShares>> shares) {
        m_busy = false;
        if (shares && generation == m_generation) {
            m_known.insert(*shares);
            Q_EMIT changed();
        }
        ask();
    });
}

void BookedShares::follow(const QList<Change>& changes)
{
    const bool touched = std::any_of(changes.cbegin(), changes.cend(), [](const Change& change) {
        return change.subject == ChangeSubject::Reservations || change.subject == ChangeSubject::Spaces;
    });
    if (!touched)
        return;
    m_stale = QSet<SpaceId>(m_known.keyBegin(), m_known.keyEnd());
    if (!m_settle.isActive())
        m_settle.start();
}

} // namespace reserve
