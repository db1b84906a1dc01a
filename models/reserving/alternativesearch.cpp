// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/alternativesearch.h"

#include "models/booking/alternatives.h"
#include "models/booking/decision.h"
#include "models/booking/openinghours.h"

#include <algorithm>
#include <tuple>

namespace reserve {

namespace {

// How much is offered, and from when on.
struct Offer
{
    int times = 2;
    int rooms = 2;
    Instant earliest;
};

constexpr qsizetype datesOffered = 12;
constexpr int roomsAsked = 16;
constexpr auto searched = std::chrono::days(7);

// Whether the policies of a space let the requester book it at that time, at once.
bool mayBook(const Configuration& configuration, const Space& space, const MeetingRequest& request, TimeRange time,
             Instant now)
{
    const PolicyFacts facts = configuration.policyFacts(space, false);
    const Reason broken = brokenLimit({time, request.allDay, request.seats}, space, facts, now);
    return judgeAdmission(broken, request.organizer, space, facts).admission == Admission::Book;
}

Result<QList<Alternative>> otherTimes(const ReadUnit& unit, const Configuration& configuration, const Space& space,
                                      const MeetingRequest& request, Instant now, const Offer& offer)
{
    // What is longer than a day fits nowhere, and may last thousands of years: nothing is looked up for it.
    if (!space.bookable || request.time->end - request.time->start > longestOpening)
        return QList<Alternative>();
    const TimeRange around{request.time->start - searched, request.time->end + searched};
    const auto holding = unit.reservations().holding(space.id, around);
    if (!holding)
        return failure(holding.error());
    const auto closures = unit.closures().touching(space.id, around);
    if (!closures)
        return failure(closures.error());
    QList<TimeRange> busy;
    for (const Reservation& reservation : *holding) {
        if (reservation.key() != request.key)
            busy.append(reservation.heldTime());
    }
    for (const Closure& closure : *closures)
        busy.append(closure.time);
    const QList<TimeRange> open = openingTimes(space.hours, configuration.zoneOf(space), around);
    QList<Alternative> found;
    for (const TimeRange& time :
         nearestFreeTimes(*request.time, {Minutes(space.setupMinutes), Minutes(space.clearupMinutes)}, busy, open,
                          offer.earliest, offer.times + 1)) {
        // What was asked for itself is no other time: another date, or a policy, was in the way.
        if (found.size() < offer.times && time != *request.time && mayBook(configuration, space, request, time, now))
            found.append({space.id, space.name, time});
    }
    return found;
}

// Rooms that seat as many as are invited (or as this room does), nearest in kind first.
QList<Space> candidates(const Configuration& configuration, const Space& space, const MeetingRequest& request)
{
    QList<Space> spaces;
    for (const Space& other : configuration.spaces()) {
        if (other.id != space.id && other.bookable && (other.capacity == 0 || other.capacity >= request.seats))
            spaces.append(other);
    }
    std::stable_sort(spaces.begin(), spaces.end(), [&](const Space& a, const Space& b) {
        const auto rank = [&](const Space& s) {
            return std::tuple(s.building != space.building, s.floor != space.floor,
                              std::abs(s.capacity - space.capacity));
        };
        return rank(a) < rank(b);
    });
    return spaces.mid(0, roomsAsked);
}

Result<bool> isFree(const ReadUnit& unit, const Space& space, TimeRange time)
{
    const TimeRange held = heldTime(time, space);
    const auto conflicts = unit.reservations().conflicts(space.id, held, std::nullopt, 1);
    if (!conflicts)
        return failure(conflicts.error());
    const auto closures = unit.closures().touching(space.id, time);
    if (!closures)
        return failure(closures.error());
    return conflicts->isEmpty() && closures->isEmpty();
}

Result<QList<Alternative>> search(const ReadUnit& unit, const Configuration& configuration, const Space& space,
                                  const MeetingRequest& request, Instant now, const Offer& offer)
{
    if (!request.time || request.time->isEmpty())
        return QList<Alternative>();
    auto found = otherTimes(unit, configuration, space, request, now, offer);
    if (!found)
        return found;
    int rooms = 0;
    for (const Space& other : candidates(configuration, space, request)) {
        if (!mayBook(configuration, other, request, *request.time, now))
            continue;
        const auto free = isFree(unit, other, *request.time);
        if (!free)
            return failure(free.error());
        if (*free) {
            found->append({other.id, other.name, *request.time});
            if (++rooms == offer.rooms)
                break;
        }
    }
    return found;
}

} // namespace

Result<QList<Alternative>> findAlternatives(const ReadUnit& unit, const Configuration& configuration,
                                            const Space& space, const MeetingRequest& request, Instant now)
{
    return search(unit, configuration, space, request, now, {.earliest = now});
}

Result<void> offerForDates(const ReadUnit& unit, const Configuration& configuration, const Space& space,
                           const MeetingRequest& request, Instant now, Announcement& announcement)
{
    const qsizetype dates = std::min(announcement.declined.size(), datesOffered);
    for (qsizetype i = 0; i < dates; ++i) {
        DeclinedOccurrence& declined = announcement.declined[i];
        MeetingRequest date = request;
        date.time = declined.time;
        auto found = search(unit, configuration, space, date, now, {1, 1, std::max(now, declined.time.start)});
        if (!found)
            return failure(found.error());
        declined.alternatives = std::move(*found);
    }
    return {};
}

} // namespace reserve
