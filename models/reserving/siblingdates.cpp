// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/siblingdates.h"

#include "models/base/address.h"
#include "models/booking/hindrance.h"
#include "models/reserving/announcing.h"
#include "models/reserving/approving.h"
#include "models/reserving/outdating.h"

#include <algorithm>

namespace reserve {

namespace {

bool hasGivenWay(const Reservation& row, Instant now)
{
    return row.byItself && row.status == ReservationStatus::Declined && row.time.end > now
        && isTakenBySibling(row.reason);
}

// Nobody hears of an acceptance who did not want the decline.
bool wasAnswered(const Reservation& row)
{
    return row.exchangeState != ExchangeState::OnlyHere;
}

} // namespace

SiblingDates::SiblingDates(DecisionWork& work, const Configuration& configuration, bool tells)
    : m_work(work)
    , m_configuration(configuration)
    , m_tells(tells)
{
}

Result<SiblingDates::Found> SiblingDates::find(const ReadUnit& unit, const MeetingRequest& request, TimeRange held)
{
    Found found;
    if (request.key.recurrenceId.isEmpty())
        return found;
    auto rows = unit.reservations().conflicts(request.key.spaceId, held, request.key, -1);
    if (!rows)
        return failure(rows.error());
    for (Reservation& row : *rows) {
        const MeetingKey key = row.key();
        if (key.uid != request.key.uid || key.organizerKey != request.key.organizerKey)
            continue;
        const bool goesBefore = !row.byItself || row.version <= request.version;
        (goesBefore ? found.before : found.behind).append(std::move(row));
    }
    return found;
}

Result<void> SiblingDates::giveWay(Reservation row, const Reservation& sibling)
{
    auto whole = m_work.unit.reservations().find(row.id); // with its attendees
    if (!whole || !*whole)
        return whole ? Result<void>() : failure(whole.error());
    row = std::move(**whole);
    Decision decision;
    decision.outcome = Outcome::Decline;
    decision.reason = takenBySibling(hindranceOf(row.time, m_work.space, false, {sibling}, {}), sibling);
    decision.answer = m_tells && wasAnswered(row);
    decision.freesOldSlot = true;
    row.status = ReservationStatus::Declined;
    row.reason = decision.reason;
    row.exchangeState = decision.answer ? ExchangeState::Queued : row.exchangeState;
    row.traceId = m_work.trace.id;
    row.changedAt = m_work.unit.now();
    if (const auto updated = m_work.unit.reservations().update(row); !updated)
        return updated;
    if (const auto withdrawn = withdrawApproval(m_work.unit, row.id, {}); !withdrawn)
        return withdrawn;
    m_work.step("R-NO-DOUBLE", decision.reason);
    return tell(row, decision);
}

Result<void> SiblingDates::settle(const MeetingKey& key)
{
    if (m_work.byConsole)
        return {};
    auto rows = m_work.unit.reservations().occurrences(key.organizerKey, key.uid, key.spaceId);
    if (!rows)
        return failure(rows.error());
    rows->removeIf([now = m_work.unit.now()](const Reservation& row) { return !hasGivenWay(row, now); });
    std::sort(rows->begin(), rows->end(),
              [](const Reservation& a, const Reservation& b) { return a.version < b.version; });
    for (const Reservation& row : std::as_const(*rows)) {
        const auto free = canBeHad(row);
        if (!free)
            return failure(free.error());
        if (!*free)
            continue;
        if (const auto restored = restore(row); !restored)
            return restored;
    }
    return {};
}

// At once and without an approver: the policies have let the message pass before it lost its time.
Result<bool> SiblingDates::canBeHad(const Reservation& row)
{
    if (!m_work.space.bookable)
        return false;
    const auto conflicts = m_work.unit.reservations().conflicts(row.spaceId, row.heldTime(), row.key(), 1);
    if (!conflicts)
        return failure(conflicts.error());
    const auto closures = m_work.unit.closures().touching(row.spaceId, row.time);
    if (!closures)
        return failure(closures.error());
    const auto external = m_work.isExternal(m_configuration);
    if (!external)
        return failure(external.error());
    const PolicyFacts policies = m_configuration.policyFacts(m_work.space, *external);
    const Reason broken = brokenLimit({row.time, row.allDay, row.seats}, m_work.space, policies, m_work.unit.now());
    const bool books = judgeAdmission(broken, row.organizer, m_work.space, policies).admission == Admission::Book;
    return books && conflicts->isEmpty() && closures->isEmpty();
}

Result<void> SiblingDates::restore(Reservation row)
{
    auto whole = m_work.unit.reservations().find(row.id);
    if (!whole || !*whole)
        return whole ? Result<void>() : failure(whole.error());
    row = std::move(**whole);
    Decision decision;
    decision.outcome = Outcome::Accept;
    decision.answer = decision.confirm = m_tells && wasAnswered(row);
    decision.exclusive = !m_configuration.policies().policyFor(m_work.space).allowConflicts;
    decision.reason = {"decision.free",
                       {{QStringLiteral("space"), m_work.space.name},
                        {QStringLiteral("start"), toIso(row.time.start)},
                        {QStringLiteral("end"), toIso(row.time.end)}}};
    row.status = ReservationStatus::Accepted;
    row.reason = decision.reason;
    row.exclusive = decision.exclusive;
    row.exchangeState = decision.answer ? ExchangeState::Queued : row.exchangeState;
    row.exchangeReason = {};
    row.traceId = m_work.trace.id;
    row.changedAt = m_work.unit.now();
    if (const auto updated = m_work.unit.reservations().update(row); !updated)
        return updated;
    m_work.step("R-NO-DOUBLE", decision.reason);
    return tell(row, decision);
}

Result<void> SiblingDates::tell(const Reservation& row, const Decision& decision)
{
    if (m_work.byConsole || !decision.answer)
        return {};
    Announcement announcement = announcementOf(row, m_work.space, m_configuration.zoneOf(m_work.space));
    announcement.status = row.status;
    announcement.freedOldSlot = decision.freesOldSlot;
    announcement.reason = decision.reason;
    announcement.recurrenceId = row.recurrenceId;
    const auto person = m_work.unit.people().find(row.personId);
    if (!person)
        return failure(person.error());
    if (*person) {
        announcement.personName = (*person)->displayName();
        announcement.requesterIsExternal = (*person)->kind == PersonKind::ExternalContact;
    }
    LastWord word;
    word.meeting = row.key();
    word.version = row.version;
    if (const auto ended = endOutdated(m_work, word); !ended)
        return ended;
    auto steps = announce(m_work.unit, announcement, decision, m_work.trace, row.id);
    if (!steps)
        return failure(steps.error());
    m_work.trace.steps += *steps;
    return {};
}

} // namespace reserve
