// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/seriesplan.h"

#include "models/base/address.h"
#include "models/reserving/occurrencerow.h"
#include "models/reserving/plannedsiblings.h"
#include "models/reserving/serieskeys.h"
#include "models/reserving/seriesneighbours.h"
#include "models/reserving/untold.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

bool holds(const Reservation& row)
{
    return holdsSlot(row.status);
}

bool isSingle(const Reservation& row)
{
    return row.recurrenceId.isEmpty();
}

const SeriesVersion& holdingFor(const QString& key, const QList<SeriesVersion>& versions)
{
    const auto next = std::upper_bound(versions.begin() + 1, versions.end(), key,
                                       [](const QString& k, const SeriesVersion& version) { return k < version.from; });
    return *std::prev(next);
}

bool isKept(const SeriesVersion& version)
{
    return bool(version.change.id);
}

// Whether an earlier run has begun to write what this message asks for.
bool isGoneOnWith(const DecisionWork& work, const SeriesPlan& plan)
{
    return plan.series && plan.series->pendingTraceId && plan.series->pendingTraceId == work.trace.id;
}

// From the first held moment of what is wanted to the last.
TimeRange reachOf(const SeriesPlan& plan, const Space& space)
{
    TimeRange reach = heldTime(plan.wanted.first().time, space);
    for (const WantedOccurrence& wanted : plan.wanted)
        reach.end = std::max(reach.end, heldTime(wanted.time, space).end);
    return reach;
}

// Whether a later message about that date and all that follow has the word.
bool isVoid(const SeriesHistory& history, const QString& key, MeetingVersion version)
{
    // What came in one message with the series is not older than it.
    version.sequence = std::max(version.sequence, history.versions().first().version.sequence);
    return std::any_of(history.versions().begin(), history.versions().end(), [&](const SeriesVersion& part) {
        return isKept(part) && part.from <= key && wipes(part.version, version);
    });
}

// Longer series look up all that is in their way at once.
constexpr qsizetype manyOccurrences = 100;

Reason tooMany(qsizetype dates, const Space& space)
{
    return {"console.too-many-dates",
            {{QStringLiteral("space"), space.name},
             {QStringLiteral("count"), QString::number(dates)},
             {QStringLiteral("limit"), QString::number(mostDatesAtOnce)}}};
}

} // namespace

SeriesPlanner::SeriesPlanner(const Configuration& configuration, const ItipReader& reader)
    : m_configuration(configuration)
    , m_reader(reader)
{
}

// A cancellation need not say what it ends: then the series is the one that is known.
Result<SeriesHistory> SeriesPlanner::historyOf(DecisionWork& work, const ItipEvent& master,
                                               const MeetingRequest& request, const std::optional<Series>& series) const
{
    SeriesHistory history(m_configuration, m_reader, work);
    const MeetingKey& key = request.key;
    const auto changes = work.unit.seriesChanges().ofMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!changes)
        return failure(changes.error());
    if (!request.version.cancels && master.isSeries()) {
        history.setWhole(*work.prepared.meeting, master, request.version, true, work.trace.recipient,
                         work.prepared.reading->requester);
    } else if (series) {
        Series ended = *series;
        ended.version = request.version;
        history.setWhole(ended);
    } else {
        history.setEnd(request.version);
    }
    history.add(*changes);
    return history;
}

SeriesPlan SeriesPlanner::begin(const DecisionWork& work, const std::optional<Series>& series,
                                const SeriesHistory& history, bool isExternal) const
{
    SeriesPlan plan;
    plan.series = series;
    plan.versions = history.living();
    SeriesFacts& facts = plan.facts;
    facts.now = work.unit.now();
    facts.space = work.space;
    facts.policies = m_configuration.policyFacts(work.space, isExternal);
    facts.windowEnd = endOfWindow(facts.now, work.space);
    facts.comesBack = work.comesBack;
    if (series && !series->isBegun()) {
        facts.roomWasListed = series->roomListed;
        facts.isAccepted = series->status == ReservationStatus::Accepted;
    }
    return plan;
}

Result<SeriesPlan> SeriesPlanner::plan(DecisionWork& work, const ItipEvent& master, const MeetingRequest& request) const
{
    const MeetingKey& key = request.key;
    const auto series = work.unit.series().findByMeeting(key.organizerKey, key.uid, key.spaceId);
    if (!series)
        return failure(series.error());
    const auto history = historyOf(work, master, request, *series);
    if (!history)
        return failure(history.error());
    const auto external = work.isExternal(m_configuration);
    if (!external)
        return failure(external.error());
    SeriesPlan plan = begin(work, *series, *history, *external);
    auto rows = work.unit.reservations().occurrences(key.organizerKey, key.uid, key.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = std::move(*rows);
    if (*series && !(*series)->isBegun())
        plan.facts.known = (*series)->version;
    for (const Reservation& row : std::as_const(plan.rows)) {
        if (isSingle(row) && (!plan.facts.known || *plan.facts.known < row.version))
            plan.facts.known = row.version;
    }
    const bool isNewer = !plan.facts.known || *plan.facts.known < request.version;
    if (isNewer && !request.version.cancels && request.obstacle.isEmpty()) {
        if (const auto given = SeriesKeys(work.unit, *history).give(plan.rows); !given)
            return failure(given.error());
    }
    const bool takesRoomOff = listedTheRoomBefore(request, plan.facts);
    if (const auto sorted = sort(*history, takesRoomOff ? *plan.facts.known : request.version, {}, plan); !sorted)
        return failure(sorted.error());
    if (takesRoomOff)
        reachUnlisted(plan);
    if (request.version.cancels || !request.obstacle.isEmpty() || !isNewer)
        return plan;
    if (const auto freed = freeUnlisted(work, request, plan); !freed)
        return failure(freed.error());
    if (const auto expanded = expand(work, *history, plan); !expanded || !plan.obstacle.isEmpty())
        return expanded ? Result<SeriesPlan>(std::move(plan)) : failure(expanded.error());
    if (work.byConsole && plan.wanted.size() > mostDatesAtOnce) {
        plan.obstacle = tooMany(plan.wanted.size(), work.space);
        return plan;
    }
    if (const auto cut = std::find_if(plan.versions.begin(), plan.versions.end(), isKept); cut != plan.versions.end()) {
        // Later messages have cut short what this one, as it was sent, would have gone on with.
        const auto asSent = history->occurrences({plan.facts.now, plan.facts.windowEnd}, true);
        plan.facts.continues = asSent && asSent->continues;
    }
    plan.wanted.removeIf(
        [&plan](const WantedOccurrence& wanted) { return plan.versions.at(wanted.stretch + 1).change.id; });
    if (const auto taken = takeOverrides(work, *history, plan); !taken)
        return failure(taken.error());
    leaveOutKept(plan);
    const std::optional<TimeRange>& first = history->series().range;
    plan.facts.isOver = plan.wanted.isEmpty() && plan.kept.isEmpty() && !plan.facts.continues && first
        && first->end <= plan.facts.now;
    if (const auto gathered = gather(work, request, plan); !gathered)
        return failure(gathered.error());
    return plan;
}

// The room was taken off the series and off dates in messages of their own or beside it; those that were invited again
// stay.
void SeriesPlanner::reachUnlisted(SeriesPlan& plan)
{
    const auto isUnlisted = [](const Reservation& row) { return row.byItself && holds(row) && !row.roomListed; };
    std::copy_if(plan.kept.begin(), plan.kept.end(), std::back_inserter(plan.toCome), isUnlisted);
    plan.kept.removeIf(isUnlisted);
    plan.facts.stands = std::any_of(plan.toCome.begin(), plan.toCome.end(), holds);
}

// Of dates that came before the series some no longer list the room, which the older series still does.
Result<void> SeriesPlanner::freeUnlisted(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const
{
    for (Reservation& row : plan.kept) {
        if (!row.byItself || !holds(row) || row.roomListed || !request.roomListed)
            continue;
        row.status = ReservationStatus::Cancelled;
        row.reason = {"decision.room-removed", {{QStringLiteral("space"), work.space.name}}};
        row.exchangeState = untold(row.exchangeState);
        row.changedAt = work.unit.now();
        if (const auto updated = work.unit.reservations().update(row); !updated)
            return updated;
    }
    return {};
}

Result<SeriesPlan> SeriesPlanner::planPart(DecisionWork& work, const SeriesHistory& history, const Series& series,
                                           const SeriesChange& change, const SeriesVersion& before) const
{
    const auto external = work.isExternal(m_configuration);
    if (!external)
        return failure(external.error());
    SeriesPlan plan = begin(work, series, history, *external);
    plan.seriesId = series.id;
    // Of what held there before only its number counts: whether this is newer has been found out.
    plan.facts.known = MeetingVersion{std::min(before.version.sequence, change.version.sequence), {}, false, {}};
    plan.facts.roomWasListed = before.request.roomListed;
    auto rows = work.unit.reservations().occurrences(addressKey(series.organizer), series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = std::move(*rows);
    const auto own = std::find_if(plan.versions.begin(), plan.versions.end(),
                                  [&change](const SeriesVersion& version) { return version.change.id == change.id; });
    if (own == plan.versions.end())
        return plan;
    const int stretch = int(own - plan.versions.begin()) - 1;
    const MeetingRequest& request = own->request;
    if (!change.version.cancels && request.obstacle.isEmpty()) {
        if (const auto given = SeriesKeys(work.unit, history).give(plan.rows); !given)
            return failure(given.error());
    }
    if (const auto sorted = sort(history, change.version, own->from, plan); !sorted)
        return failure(sorted.error());
    if (change.version.cancels || !request.obstacle.isEmpty())
        return plan;
    if (const auto expanded = expand(work, history, plan); !expanded || !plan.obstacle.isEmpty())
        return expanded ? Result<SeriesPlan>(std::move(plan)) : failure(expanded.error());
    plan.facts.continues = plan.continues && stretch + 2 == plan.versions.size();
    plan.wanted.removeIf([stretch](const WantedOccurrence& wanted) { return wanted.stretch != stretch; });
    leaveOutKept(plan);
    plan.facts.isOver
        = plan.wanted.isEmpty() && !plan.facts.continues && request.time && request.time->end <= plan.facts.now;
    if (const auto gathered = gather(work, request, plan); !gathered)
        return failure(gathered.error());
    return plan;
}

// Which rows a version reaches: one about an occurrence alone goes before it unless it is void.
Result<void> SeriesPlanner::sort(const SeriesHistory& history, const MeetingVersion& version, const QString& from,
                                 SeriesPlan& plan) const
{
    for (const Reservation& row : std::as_const(plan.rows)) {
        const bool isOver = row.time.end <= plan.facts.now;
        if (isSingle(row) ? !from.isEmpty() || isOver : isOver && !row.byItself)
            continue;
        bool isReached = isSingle(row);
        if (!isReached && row.byItself) {
            isReached = from <= row.recurrenceId && wipes(version, row.version);
            // What was said of it before the series was known may be void by a part that came before it too.
            isReached = isReached || (from.isEmpty() && history.isWiped(row.recurrenceId, row.version));
            // Of the same version, but about a date that the series has no more.
            const auto id = SeriesKeys::nameOf(row);
            if (!isReached && from.isEmpty() && !version.cancels && row.version.sequence == version.sequence && id) {
                const auto meant = history.meant(*id);
                isReached = meant && meant->isEmpty();
            }
        } else if (!isReached) {
            const SeriesVersion& holding = holdingFor(row.recurrenceId, plan.versions);
            isReached = from.isEmpty() ? !holding.change.id : holding.version == version && holding.from == from;
        }
        if (isOver && !isReached)
            plan.past.insert(row.recurrenceId, row.version);
        else if (!isOver)
            (isReached ? plan.toCome : plan.kept).append(row);
    }
    plan.facts.stands = std::any_of(plan.toCome.begin(), plan.toCome.end(), holds);
    for (const QList<Reservation>* rows : {&plan.toCome, &plan.kept}) {
        for (const Reservation& row : *rows)
            plan.facts.standing = std::max(plan.facts.standing, standingOf(row.status));
    }
    return {};
}

Result<void> SeriesPlanner::expand(DecisionWork& work, const SeriesHistory& history, SeriesPlan& plan) const
{
    const auto expansion = history.occurrences({plan.facts.now, plan.facts.windowEnd});
    if (!expansion) {
        plan.obstacle = expansion.error().reason();
        return {};
    }
    for (const Reason& problem : expansion->problems)
        work.step("R-MEETING", problem);
    const SeriesVersion& last = plan.versions.last();
    plan.continues = expansion->continues && last.happens;
    plan.facts.continues = plan.continues;
    plan.wanted.reserve(expansion->occurrences.size());
    for (const Occurrence& occurrence : expansion->occurrences) {
        if (plan.versions.at(occurrence.stretch + 1).happens)
            plan.wanted.append({occurrence.key, occurrence.time, occurrence.day, nullptr, occurrence.stretch});
    }
    return {};
}

// Events of the same message that say otherwise for one occurrence.
Result<void> SeriesPlanner::takeOverrides(const DecisionWork& work, const SeriesHistory& history,
                                          SeriesPlan& plan) const
{
    QSet<QString> known;
    for (const WantedOccurrence& wanted : std::as_const(plan.wanted))
        known.insert(wanted.key);
    QSet<QString> overridden;
    QHash<QString, MeetingVersion> versions; // by original date
    QList<WantedOccurrence> instead;
    for (const ItipEvent& event : work.prepared.meeting->events) {
        if (!event.recurrenceId || event.recurrenceId->thisAndFuture || event.uid != history.series().uid)
            continue;
        QStringList keys{event.recurrenceId->key};
        if (!known.contains(keys.first())) {
            const auto meant = history.meant(*event.recurrenceId);
            if (meant && !meant->isEmpty())
                keys = *meant;
        }
        const MeetingVersion version{event.sequence, event.stamp, false, event.contentHash};
        if (isVoid(history, keys.first(), version))
            continue;
        overridden.unite(QSet<QString>(keys.begin(), keys.end()));
        versions.insert(keys.first(), version);
        const ItipEvent here = m_reader.resolved(event, m_configuration.zoneOf(work.space));
        const bool happens = here.range && here.range->end > plan.facts.now && here.range->start < plan.facts.windowEnd
            && event.status != "CANCELLED";
        if (happens)
            instead.append({keys.first(), *here.range, event.recurrenceId->sent.wall.date(), &event, -1});
    }
    plan.wanted.removeIf([&overridden](const WantedOccurrence& wanted) { return overridden.contains(wanted.key); });
    for (auto said = versions.cbegin(); said != versions.cend(); ++said) {
        const auto past = plan.past.constFind(said.key());
        if (past != plan.past.cend() && *past < *said)
            plan.past.erase(past);
    }
    plan.kept.removeIf([&](const Reservation& row) {
        const auto version = versions.constFind(row.recurrenceId);
        const bool replaced = version != versions.cend() && row.version < *version;
        if (replaced)
            plan.toCome.append(row);
        return replaced;
    });
    plan.wanted += instead;
    return {};
}

void SeriesPlanner::leaveOutKept(SeriesPlan& plan) const
{
    const QList<QString> past = plan.past.keys();
    QSet<QString> kept(past.begin(), past.end());
    for (const Reservation& row : std::as_const(plan.kept))
        kept.insert(row.recurrenceId);
    plan.wanted.removeIf([&kept](const WantedOccurrence& wanted) { return kept.contains(wanted.key); });
    for (const Reservation& row : std::as_const(plan.kept)) {
        if (holds(row))
            plan.facts.kept.append(row.time);
    }
    std::stable_sort(plan.wanted.begin(), plan.wanted.end(),
                     [](const WantedOccurrence& a, const WantedOccurrence& b) { return a.time.start < b.time.start; });
}

Result<void> SeriesPlanner::gather(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const
{
    if (const auto found = findConflicts(work, request, plan); !found)
        return found;
    if (isGoneOnWith(work, plan)) {
        plan.facts.stands = plan.series->pendingStood;
        plan.facts.isSame = plan.series->pendingSame;
    } else {
        plan.facts.isSame = isSame(work, request, plan);
    }
    return {};
}

Result<void> SeriesPlanner::findConflicts(DecisionWork& work, const MeetingRequest& request, SeriesPlan& plan) const
{
    MeetingKey whole = request.key;
    whole.recurrenceId.clear();
    std::optional<SeriesNeighbours> all;
    if (plan.wanted.size() >= manyOccurrences) {
        auto found = SeriesNeighbours::of(work.unit, work.space, reachOf(plan, work.space), whole);
        if (!found)
            return failure(found.error());
        all = std::move(*found);
    }
    // Where dates of one series are in each other's way it depends on their rank who has the time; from the console
    // both are seen, and a person decides.
    const bool sharing = plan.facts.policies.policy.allowConflicts;
    QList<Reservation> kept = work.byConsole ? plan.kept : QList<Reservation>();
    kept.removeIf([](const Reservation& row) { return !holds(row); });
    EarlierDates earlier(work.byConsole);
    plan.facts.occurrences.reserve(plan.wanted.size());
    for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
        const TimeRange time = plan.wanted.at(i).time;
        const TimeRange held = heldTime(time, work.space);
        auto own = all ? Result<SeriesNeighbours>(SeriesNeighbours())
                       : SeriesNeighbours::of(work.unit, work.space, held, whole);
        if (!own)
            return failure(own.error());
        SeriesNeighbours& neighbours = all ? *all : *own;
        // Where meetings may overlap all of them share the seats; else one in the way is enough.
        QList<Reservation> conflicts = neighbours.conflicts(held, sharing ? -1 : 1);
        if (!sharing)
            std::copy_if(kept.begin(), kept.end(), std::back_inserter(conflicts),
                         [&held](const Reservation& row) { return row.heldTime().overlaps(held); });
        const qsizetype before = earlier.inTheWayOf(plan.wanted.at(i), held, i);
        if (!sharing && before >= 0)
            conflicts.append(occurrenceRow(request, plan, plan.wanted.at(before), work));
        plan.facts.occurrences.append({time, std::move(conflicts), neighbours.closures(time)});
    }
    PlannedSiblings(work, request, plan).share();
    return {};
}

bool SeriesPlanner::isSame(DecisionWork& work, const MeetingRequest& request, const SeriesPlan& plan) const
{
    if (!plan.series || plan.facts.roomWasListed != request.roomListed)
        return false;
    QHash<QString, TimeRange> before;
    const bool wasDeclined = plan.series->status == ReservationStatus::Declined && request.key.recurrenceId.isEmpty();
    if (wasDeclined) {
        // Has left no rows to compare with, but one that tells of it.
        SeriesHistory old(m_configuration, m_reader, work);
        old.setWhole(*plan.series);
        const auto expansion = old.occurrences({plan.facts.now, plan.facts.windowEnd});
        for (const Occurrence& occurrence : expansion ? expansion->occurrences : QList<Occurrence>())
            before.insert(occurrence.key, occurrence.time);
    }
    for (const Reservation& row : plan.toCome) {
        const bool isGone = row.status == ReservationStatus::Cancelled || row.reason.code == "decision.series-empty";
        if (!isGone && !(wasDeclined && row.status == ReservationStatus::Declined))
            before.insert(row.recurrenceId, row.time);
    }
    const auto stood = [&before](const WantedOccurrence& wanted) { return before.value(wanted.key) == wanted.time; };
    return before.size() == plan.wanted.size() && std::all_of(plan.wanted.begin(), plan.wanted.end(), stood);
}

Result<SeriesPlan> SeriesPlanner::planFurther(DecisionWork& work, const SeriesHistory& history, const Series& series,
                                              Instant until) const
{
    SeriesPlan plan = begin(work, series, history, false);
    plan.seriesId = series.id;
    plan.personId = series.personId;
    plan.facts.now = series.filledUntil;
    plan.facts.windowEnd = until;
    auto rows = work.unit.reservations().occurrences(addressKey(series.organizer), series.uid, series.spaceId);
    if (!rows)
        return failure(rows.error());
    plan.rows = plan.kept = std::move(*rows); // whatever has come by itself stays
    if (const auto expanded = expand(work, history, plan); !expanded)
        return failure(expanded.error());
    if (history.isKnown() && work.prepared.meeting) {
        if (const auto taken = takeOverrides(work, history, plan); !taken)
            return failure(taken.error());
    }
    leaveOutKept(plan);
    if (work.mostRows > 0 && plan.wanted.size() > work.mostRows) {
        plan.facts.windowEnd = plan.wanted.at(work.mostRows).time.start;
        plan.continues = true;
        plan.wanted.resize(work.mostRows);
    }
    if (const auto gathered = gather(work, plan.versions.first().request, plan); !gathered)
        return failure(gathered.error());
    return plan;
}

Instant SeriesPlanner::endOfWindow(Instant now, const Space& space) const
{
    const int days = m_configuration.policies().policyFor(space).limits.bookingWindowInDays;
    return endOfBookingWindow(now, days, m_configuration.zoneOf(space));
}

} // namespace reserve
