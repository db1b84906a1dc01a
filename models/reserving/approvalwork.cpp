// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/approvalwork.h"

#include "models/base/address.h"
#include "models/booking/hindrance.h"
#include "models/entities/enumtext.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/calendarorders.h"
#include "models/reserving/datesettling.h"
#include "models/reserving/mailverdict.h"
#include "models/reserving/outdating.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace reserve {

namespace {

ApprovalState stateOf(ApprovalAnswer answer)
{
    switch (answer) {
    case ApprovalAnswer::Approve:
        return ApprovalState::Approved;
    case ApprovalAnswer::Decline:
        return ApprovalState::Declined;
    case ApprovalAnswer::Tentative:
        return ApprovalState::Tentative;
    }
    Q_UNREACHABLE();
}

ReservationStatus statusOf(ApprovalAnswer answer)
{
    switch (answer) {
    case ApprovalAnswer::Approve:
        return ReservationStatus::Accepted;
    case ApprovalAnswer::Decline:
        return ReservationStatus::Declined;
    case ApprovalAnswer::Tentative:
        return ReservationStatus::Tentative;
    }
    Q_UNREACHABLE();
}

Reason reasonOf(const ApproverWord& word, const Approval& approval)
{
    Approval decided;
    decided.state = stateOf(word.answer);
    decided.decidedBy = word.by;
    decided.why = word.why;
    decided.announcement.spaceName = approval.announcement.spaceName;
    return wordOf(decided);
}

// What requesters read: not who of the approvers it was.
Reason withoutName(Reason reason)
{
    reason.arguments.remove(QStringLiteral("by"));
    return reason;
}

QByteArray auditOf(ApprovalState state, const QString& why)
{
    QJsonObject object{{QStringLiteral("state"), QString::fromLatin1(toText(state))}};
    if (!why.isEmpty())
        object.insert(QStringLiteral("why"), why);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

MeetingKey meetingOf(const Approval& approval)
{
    return {addressKey(approval.announcement.organizer), approval.announcement.uid, {}, approval.spaceId};
}

} // namespace

ApprovalWork::ApprovalWork(WriteUnit& unit, const Configuration& configuration, const ItipReader& reader,
                           Approval approval, const ApproverWord& word)
    : m_unit(unit)
    , m_configuration(configuration)
    , m_reader(reader)
    , m_approval(std::move(approval))
    , m_word(word)
    , m_reason(reasonOf(word, m_approval))
    , m_work{unit, m_noMessage, true, {}, {}, {}}
{
}

Result<Approval> ApprovalWork::decide()
{
    if (const auto decided = decideAlone(); !decided)
        return failure(decided.error());
    // What was declined may be what other dates of the meeting wait for.
    DateSettling dates(m_work, m_configuration, m_reader, m_approval.wantsConfirmation);
    if (const auto settled = dates.settle(meetingOf(m_approval)); !settled)
        return failure(settled.error());
    return saveTrace().map([this] { return m_approval; });
}

Result<void> ApprovalWork::decideAlone()
{
    if (const auto loaded = load(); !loaded)
        return loaded;
    if (const auto looked = lookForOldTime(); !looked)
        return looked;
    if (const auto written = m_approval.seriesId ? decideDates() : decideReservation(m_approval.reservationId);
        !written)
        return written;
    if (const auto written = m_approval.seriesId ? decideSeries() : Result<void>(); !written)
        return written;
    if (const auto told = tell(); !told)
        return told;
    if (const auto settled = settle(); !settled)
        return settled;
    if (const auto kept = saveTrace(); !kept)
        return kept;
    return decideFollowing();
}

// Of the trace what retention has removed leaves enough to tell.
Result<void> ApprovalWork::load()
{
    auto trace = m_unit.traces().find(m_approval.traceId);
    if (!trace)
        return failure(trace.error());
    m_isTraced = trace->has_value();
    m_work.trace = std::move(*trace).value_or(Trace());
    m_work.trace.id = m_approval.traceId;
    m_work.trace.spaceId = m_work.space.id = m_approval.spaceId;
    m_work.byConsole = m_approval.announcement.byConsole;
    if (const Space* space = m_configuration.space(m_approval.spaceId))
        m_work.space = *space;
    if (!m_approval.seriesId)
        return {};
    const MeetingKey meeting = meetingOf(m_approval);
    auto dates = m_unit.reservations().occurrences(meeting.organizerKey, meeting.uid, meeting.spaceId);
    if (!dates)
        return failure(dates.error());
    m_dates = std::move(*dates);
    const auto approvals = MeetingApprovals::of(m_unit, meeting);
    if (!approvals)
        return failure(approvals.error());
    m_approvals.emplace(*approvals);
    auto versions = HoldingVersions::of(m_work, m_configuration, m_reader, meeting, *m_approvals);
    if (!versions)
        return failure(versions.error());
    m_versions.emplace(std::move(*versions));
    return {};
}

// Whether what waits is a move of what stands: its old time is held until now.
Result<void> ApprovalWork::lookForOldTime()
{
    QSet<ReservationId> rows{m_approval.reservationId};
    if (m_approval.seriesId)
        rows.clear();
    for (const Reservation& row : std::as_const(m_dates)) {
        if (isMeant(row))
            rows.insert(row.id);
    }
    if (rows.isEmpty())
        return {};
    const auto kept = m_unit.reservations().keptTimes({{}, {}, {}, rows});
    if (!kept)
        return failure(kept.error());
    m_freesOldTime = !kept->isEmpty() && declines();
    return {};
}

// Of the series, or of the part of it that is asked about.
bool ApprovalWork::isMeant(const Reservation& row) const
{
    return !row.recurrenceId.isEmpty() && m_versions->isAsked(m_approval, row);
}

Result<void> ApprovalWork::decideReservation(ReservationId id)
{
    auto row = m_unit.reservations().find(id);
    if (!row)
        return failure(row.error());
    return *row && awaitsApprover((*row)->status) ? write(std::move(**row)) : Result<void>();
}

Result<void> ApprovalWork::decideDates()
{
    for (const Reservation& row : std::as_const(m_dates)) {
        if (!isMeant(row) || !awaitsApprover(row.status))
            continue;
        // A date that was changed by itself waits by itself.
        if (const Approval* own = m_approvals->forDate(row.id)) {
            if (own->broken.code == seriesWaits && own->ends > m_unit.now())
                m_following.append(*own);
        } else if (const auto written = decideReservation(row.id); !written) {
            return written;
        }
    }
    return {};
}

Result<void> ApprovalWork::decideSeries()
{
    auto series = m_unit.series().find(m_approval.seriesId);
    if (!series)
        return failure(series.error());
    if (!*series)
        return failure("series.missing", {{QStringLiteral("id"), QString::number(m_approval.seriesId.value)}});
    Series decided = std::move(**series);
    if (MeetingApprovals::isAboutPart(m_approval))
        return declines() ? endPart(decided) : Result<void>(); // what became of the whole stays as it was
    decided.status = statusOf(m_word.answer);
    decided.continues = decided.continues && !declines();
    decided.changedAt = m_unit.now();
    return m_unit.series().save(decided).map([](SeriesId) {});
}

// From its date on there is nothing, as where nobody need be asked.
Result<void> ApprovalWork::endPart(Series& series)
{
    const SeriesVersion* part = m_versions->partOf(m_approval);
    if (!part)
        return {};
    SeriesChange change = part->change;
    change.state = SeriesChangeState::Ended;
    if (const auto saved = m_unit.seriesChanges().save(change); !saved)
        return failure(saved.error());
    series.continues = series.continues && !m_versions->isLast(*part);
    series.changedAt = m_unit.now();
    return m_unit.series().save(series).map([](SeriesId) {});
}

// Dates that were changed meanwhile and wait for no other reason than that their series does.
Result<void> ApprovalWork::decideFollowing()
{
    for (const Approval& date : std::as_const(m_following)) {
        if (const auto decided = ApprovalWork(m_unit, m_configuration, m_reader, date, m_word).decideAlone(); !decided)
            return decided;
    }
    return {};
}

Result<void> ApprovalWork::write(Reservation row)
{
    row.status = statusOf(m_word.answer);
    row.reason = m_reason;
    row.traceId = m_approval.traceId;
    row.exchangeState = m_approval.wantsAnswer ? ExchangeState::Queued : row.exchangeState;
    row.exchangeReason = {};
    row.changedAt = m_unit.now();
    return m_unit.reservations().update(row);
}

Result<void> ApprovalWork::tell()
{
    Announcement told = m_approval.announcement;
    told.status = statusOf(m_word.answer);
    told.reason = withoutName(m_reason);
    Decision decision;
    decision.outcome = declines() ? Outcome::Decline : Outcome::Accept;
    decision.answer = m_approval.wantsAnswer;
    decision.confirm = m_word.answer == ApprovalAnswer::Approve && m_approval.wantsConfirmation;
    m_work.step("R-POLICY", m_reason);
    if (const auto looked = m_approval.seriesId ? lookAtDates(told) : lookAtDate(told); !looked)
        return looked;
    if (declines()) {
        told.freedOldSlot = m_freesOldTime;
        told.declined.clear();
        told.until.reset();
        if (const auto found = addAlternatives(told); !found)
            return found;
    }
    return told.byConsole ? tellByConsole(told) : announceAll(told, decision);
}

// Which of its dates are told one by one: what has become of them since the approver was asked.
Result<void> ApprovalWork::lookAtDates(Announcement& told)
{
    QHash<QString, const Reservation*> rows;
    for (const Reservation& row : std::as_const(m_dates))
        rows.insert(row.recurrenceId, &row);
    told.declined.removeIf([&rows](const DeclinedOccurrence& date) {
        const Reservation* row = rows.value(date.recurrenceId);
        return row && holdsSlot(row->status);
    });
    const auto isTold = [&told](const Reservation& row) {
        return std::any_of(told.declined.begin(), told.declined.end(),
                           [&row](const DeclinedOccurrence& date) { return date.recurrenceId == row.recurrenceId; });
    };
    for (const Reservation& row : std::as_const(m_dates)) {
        const bool isOfThis = row.traceId == m_approval.traceId && isMeant(row);
        if (!isOfThis || row.status != ReservationStatus::Declined || row.time.end <= m_unit.now())
            continue;
        if (isTakenBySibling(row.reason) && !isTold(row))
            addDeclined(told, row.recurrenceId, row.time, row.reason);
        const bool isAnswered = m_approval.wantsAnswer && isTold(row);
        const auto set
            = isAnswered ? m_unit.reservations().setExchangeState(row.id, ExchangeState::Queued, {}) : Result<void>();
        if (!set)
            return set;
    }
    return {};
}

// What its message named may be another date of the series by now.
Result<void> ApprovalWork::lookAtDate(Announcement& told)
{
    const auto row = m_unit.reservations().find(m_approval.reservationId);
    if (!row)
        return failure(row.error());
    if (*row)
        told.recurrenceId = (*row)->recurrenceId;
    return {};
}

Result<void> ApprovalWork::announceAll(const Announcement& told, const Decision& decision)
{
    auto steps = endEarlier(told, decision);
    if (!steps)
        return failure(steps.error());
    m_work.trace.steps += *steps;
    steps = announce(m_unit, told, decision, m_work.trace, m_approval.reservationId);
    if (steps && decision.answer) {
        m_work.trace.steps += *steps;
        steps = announceDeclined(m_unit, told, m_work.trace);
    }
    if (!steps)
        return failure(steps.error());
    m_work.trace.steps += *steps;
    return {};
}

// What the approver has told for the time being.
Result<QList<TraceStep>> ApprovalWork::endEarlier(const Announcement& told, const Decision& decision)
{
    LastWord word;
    word.meeting = {addressKey(told.organizer), told.uid, told.recurrenceId, m_approval.spaceId};
    word.version.sequence = told.sequence;
    word.thisAndFuture = told.thisAndFuture;
    for (const QList<DeclinedOccurrence>& declined : {m_approval.announcement.declined, told.declined}) {
        for (const DeclinedOccurrence& date : declined)
            word.dates.insert(date.recurrenceId);
    }
    word.keepsConfirmation = decision.outcome == Outcome::Accept && !decision.confirm;
    return endOutdated(m_unit, word, m_work.trace);
}

// What was asked for in the console: no request is answered, but the item follows and the person is told.
Result<void> ApprovalWork::tellByConsole(const Announcement& told)
{
    const auto meeting = m_unit.consoleMeetings().find(told.uid);
    if (!meeting)
        return failure(meeting.error());
    if (!*meeting)
        return {};
    CalendarOrders orders(m_unit, m_configuration);
    if (told.recurrenceId.isEmpty()) {
        if (const auto ordered = orders.orderWhole(**meeting, {}); !ordered)
            return ordered;
    } else {
        const auto row = m_unit.reservations().find(m_approval.reservationId);
        if (!row)
            return failure(row.error());
        const auto ordered = *row ? orders.orderDate(**meeting, **row, {}) : Result<void>();
        if (!ordered)
            return ordered;
    }
    const auto now = m_unit.consoleMeetings().find(told.uid);
    return now ? orders.tell(**now, told, m_approval.reservationId) : failure(now.error());
}

Result<void> ApprovalWork::addAlternatives(Announcement& told)
{
    const Space* space = m_configuration.space(m_approval.spaceId);
    if (!space || !m_approval.wantsAnswer)
        return {};
    MeetingRequest request;
    request.key = {addressKey(told.organizer), told.uid, told.recurrenceId, space->id};
    request.organizer = told.organizer;
    request.time = told.time;
    request.allDay = told.allDay;
    auto found = findAlternatives(m_unit, m_configuration, *space, request, m_unit.now());
    if (!found)
        return failure(found.error());
    told.alternatives = std::move(*found);
    return {};
}

Result<void> ApprovalWork::saveTrace()
{
    if (!m_isTraced)
        return {};
    m_work.trace.verdict = declines() ? Verdict::Declined : Verdict::Accepted;
    m_work.trace.reason = m_reason;
    m_work.trace.decidedAt = m_unit.now();
    const auto told = tellWhole(m_unit, m_work.trace);
    return told ? m_unit.traces().update(m_work.trace) : told;
}

Result<void> ApprovalWork::settle()
{
    const QByteArray before = auditOf(m_approval.state, m_approval.why);
    m_approval.state = stateOf(m_word.answer);
    m_approval.decidedAt = m_unit.now();
    m_approval.decidedBy = m_word.by;
    m_approval.why = m_word.why;
    if (const auto settled = m_unit.approvals().settle(m_approval); !settled)
        return settled;
    const auto audited = m_unit.audit().append({{},
                                                m_unit.now(),
                                                m_word.by,
                                                "approval",
                                                QString::number(m_approval.id.value),
                                                before,
                                                auditOf(m_approval.state, m_approval.why)});
    return audited ? Result<void>() : failure(audited.error());
}

} // namespace reserve
