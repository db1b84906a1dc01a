// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/oldnews.h"

#include "models/base/address.h"
#include "models/entities/announcement.h"
#include "models/reserving/announcing.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

// What is known now of that which was told.
struct Known
{
    ReservationStatus status = ReservationStatus::Accepted;
    int sequence = 0;
    TraceId decidedBy;
    QString requester;
};

bool isOfSeries(const Announcement& told)
{
    return told.occurrences > 0 && told.recurrenceId.isEmpty();
}

// A date that was decided by itself says nothing of the whole, and texts that changed leave the dates to the message
// that gave them their times.
TraceId decisionOf(const Series& series, QList<Reservation> rows, TraceId told)
{
    rows.removeIf([](const Reservation& row) { return row.byItself; });
    if (std::any_of(rows.begin(), rows.end(), [told](const Reservation& row) { return row.traceId == told; }))
        return told;
    const auto newest
        = std::max_element(rows.begin(), rows.end(), [](const Reservation& left, const Reservation& right) {
              return left.version < right.version;
          });
    return newest == rows.end() ? series.traceId : newest->traceId;
}

Result<std::optional<Known>> knownOfSeries(const ReadUnit& unit, const OutboxEntry& entry, const Announcement& told)
{
    const QString organizer = addressKey(told.organizer);
    const auto series = unit.series().findByMeeting(organizer, told.uid, entry.spaceId);
    if (!series)
        return failure(series.error());
    if (!*series)
        return std::nullopt;
    const auto rows = unit.reservations().occurrences(organizer, told.uid, entry.spaceId);
    if (!rows)
        return failure(rows.error());
    return Known{(*series)->status, (*series)->version.sequence, decisionOf(**series, *rows, entry.traceId),
                 (*series)->requesterEmail};
}

Result<std::optional<Known>> knownOf(const ReadUnit& unit, const OutboxEntry& entry, const Announcement& told)
{
    if (isOfSeries(told))
        return knownOfSeries(unit, entry, told);
    const MeetingKey key{addressKey(told.organizer), told.uid, told.recurrenceId, entry.spaceId};
    const auto row
        = entry.reservationId ? unit.reservations().find(entry.reservationId) : unit.reservations().findByMeeting(key);
    if (!row)
        return failure(row.error());
    if (!*row)
        return std::nullopt;
    return Known{(*row)->status, (*row)->version.sequence, (*row)->traceId, (*row)->requesterEmail};
}

// Whether the decision of that message said to its people what this entry says, or that it says nothing. One whose
// trace is gone is old.
Result<bool> hasTold(const ReadUnit& unit, TraceId decision, OutboxKind kind)
{
    static constexpr std::array answered{"answer.queued", "answer.not-wanted", declinedUnheard};
    static constexpr std::array confirmed{"confirmation.queued"};
    const auto trace = unit.traces().find(decision);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return true;
    const auto isAmong = [](const auto& codes, const TraceStep& step) {
        return std::any_of(codes.begin(), codes.end(), [&](const char* code) { return step.reason.code == code; });
    };
    const QList<TraceStep>& steps = (*trace)->steps;
    return std::any_of(steps.begin(), steps.end(), [&](const TraceStep& step) {
        return kind == OutboxKind::Answer ? isAmong(answered, step) : isAmong(confirmed, step);
    });
}

// Of one date and all that follow.
Result<bool> isOvertakenFrom(const ReadUnit& unit, const OutboxEntry& entry, const Announcement& told)
{
    const QString organizer = addressKey(told.organizer);
    const auto changes = unit.seriesChanges().ofMeeting(organizer, told.uid, entry.spaceId);
    if (!changes)
        return failure(changes.error());
    const auto series = unit.series().findByMeeting(organizer, told.uid, entry.spaceId);
    if (!series)
        return failure(series.error());
    const bool wasDeclined = told.status == ReservationStatus::Declined;
    const bool stands = std::any_of(changes->begin(), changes->end(), [&](const SeriesChange& change) {
        return change.traceId == entry.traceId && (change.state == SeriesChangeState::Ended) == wasDeclined;
    });
    const bool isFollowed = std::any_of(changes->begin(), changes->end(), [&](const SeriesChange& change) {
        return change.recurrenceId <= told.recurrenceId && change.version.sequence > told.sequence;
    });
    return !stands || isFollowed || (*series && (*series)->version.sequence > told.sequence);
}

} // namespace

Result<bool> isOldNews(const ReadUnit& unit, const OutboxEntry& entry)
{
    const auto told = announcementFromJson(entry.payload);
    if (!told || (entry.kind != OutboxKind::Answer && entry.kind != OutboxKind::Confirmation))
        return false;
    if (told->thisAndFuture && !told->byConsole)
        return isOvertakenFrom(unit, entry, *told);
    const auto found = knownOf(unit, entry, *told);
    if (!found)
        return failure(found.error());
    if (!*found)
        return false;
    const Known& now = **found;
    // Whoever it was taken from still has to hear of it.
    if (told->byConsole && !sameAddress(now.requester, told->requester))
        return false;
    if (now.status != told->status)
        return true;
    if (told->byConsole)
        return now.sequence > told->sequence;
    if (entry.kind == OutboxKind::Answer && now.sequence > told->sequence)
        return true;
    return now.decidedBy == entry.traceId ? Result<bool>(false) : hasTold(unit, now.decidedBy, entry.kind);
}

} // namespace reserve
