// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/approving.h"

#include "models/base/address.h"
#include "models/booking/decision.h"
#include "models/entities/enumtext.h"
#include "models/reserving/alternativesearch.h"
#include "models/reserving/announcing.h"
#include "models/reserving/calendarorders.h"
#include "models/reserving/mailverdict.h"
#include "models/reserving/outdating.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUuid>

namespace reserve {

namespace {

constexpr qsizetype tokenLength = 12;

QString newToken()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(tokenLength).toUpper();
}

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

bool waits(const Reservation& row)
{
    return row.status == ReservationStatus::Pending || row.status == ReservationStatus::Tentative;
}

QByteArray auditOf(ApprovalState state, const QString& why)
{
    QJsonObject object{{QStringLiteral("state"), QString::fromLatin1(toText(state))}};
    if (!why.isEmpty())
        object.insert(QStringLiteral("why"), why);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The decision of one waiting request, in one transaction.
class ApprovalWork final
{
public:
    ApprovalWork(WriteUnit& unit, const Configuration& configuration, Approval approval, const ApproverWord& word)
        : m_unit(unit)
        , m_configuration(configuration)
        , m_approval(std::move(approval))
        , m_word(word)
        , m_reason(reasonOf(word, m_approval))
    {
    }

    Result<Approval> decide()
    {
        if (const auto loaded = loadTrace(); !loaded)
            return failure(loaded.error());
        if (const auto looked = lookForOldTime(); !looked)
            return failure(looked.error());
        if (const auto written = m_approval.seriesId ? decideSeries() : decideReservation(m_approval.reservationId);
            !written)
            return failure(written.error());
        if (const auto told = tell(); !told)
            return failure(told.error());
        auto settled = settle();
        if (!settled)
            return settled;
        if (const auto kept = saveTrace(); !kept)
            return failure(kept.error());
        const auto followed = decideFollowing();
        return followed ? std::move(settled) : failure(followed.error());
    }

private:
    // What retention has removed leaves enough to tell.
    Result<void> loadTrace()
    {
        auto found = m_unit.traces().find(m_approval.traceId);
        if (!found)
            return failure(found.error());
        m_isTraced = found->has_value();
        m_trace = std::move(*found).value_or(Trace());
        m_trace.id = m_approval.traceId;
        m_trace.spaceId = m_approval.spaceId;
        return {};
    }

    // Whether what waits is a move of what stands: its old time is held until now.
    Result<void> lookForOldTime()
    {
        QSet<ReservationId> rows{m_approval.reservationId};
        if (m_approval.seriesId) {
            const auto occurrences = occurrencesOfSeries();
            if (!occurrences)
                return failure(occurrences.error());
            rows.clear();
            for (const Reservation& row : *occurrences) {
                if (isMeant(row))
                    rows.insert(row.id);
            }
        }
        if (rows.isEmpty())
            return {};
        const auto kept = m_unit.reservations().keptTimes({{}, {}, {}, rows});
        if (!kept)
            return failure(kept.error());
        m_freesOldTime = !kept->isEmpty() && m_word.answer == ApprovalAnswer::Decline;
        return {};
    }

    Result<QList<Reservation>> occurrencesOfSeries() const
    {
        return m_unit.reservations().occurrences(addressKey(m_approval.announcement.organizer),
                                                 m_approval.announcement.uid, m_approval.spaceId);
    }

    // Of the series, or of the part of it that is asked about.
    bool isMeant(const Reservation& row) const
    {
        const Announcement& asked = m_approval.announcement;
        return row.seriesId == m_approval.seriesId && (!asked.thisAndFuture || asked.recurrenceId <= row.recurrenceId);
    }

    Result<void> decideReservation(ReservationId id)
    {
        auto row = m_unit.reservations().find(id);
        if (!row)
            return failure(row.error());
        return *row && waits(**row) ? write(std::move(**row)) : Result<void>();
    }

    Result<void> decideSeries()
    {
        auto series = m_unit.series().find(m_approval.seriesId);
        if (!series)
            return failure(series.error());
        if (!*series)
            return failure("series.missing", {{QStringLiteral("id"), QString::number(m_approval.seriesId.value)}});
        auto rows
            = m_unit.reservations().occurrences(addressKey((*series)->organizer), (*series)->uid, (*series)->spaceId);
        if (!rows)
            return failure(rows.error());
        for (const Reservation& row : std::as_const(*rows)) {
            if (row.seriesId != m_approval.seriesId || !waits(row))
                continue;
            // A date that was changed by itself waits by itself.
            const auto own = m_unit.approvals().waitingFor(row.id, {});
            if (!own)
                return failure(own.error());
            if (*own) {
                const bool follows = (*own)->broken.code == seriesWaits && (*own)->ends > m_unit.now();
                if (follows && isMeant(row))
                    m_following.append(std::move(**own));
                continue;
            }
            if (const auto written = decideReservation(row.id); !written)
                return written;
        }
        if (m_approval.announcement.thisAndFuture) // what became of the whole stays as it was
            return {};
        Series decided = std::move(**series);
        decided.status = statusOf(m_word.answer);
        decided.continues = decided.continues && m_word.answer != ApprovalAnswer::Decline;
        decided.changedAt = m_unit.now();
        return m_unit.series().save(decided).map([](SeriesId) {});
    }

    // Dates that were changed meanwhile and wait for no other reason than that their series does.
    Result<void> decideFollowing()
    {
        for (const Approval& date : std::as_const(m_following)) {
            if (const auto decided = ApprovalWork(m_unit, m_configuration, date, m_word).decide(); !decided)
                return failure(decided.error());
        }
        return {};
    }

    Result<void> write(Reservation row)
    {
        row.status = statusOf(m_word.answer);
        row.reason = m_reason;
        row.traceId = m_approval.traceId;
        row.exchangeState = m_approval.wantsAnswer ? ExchangeState::Queued : row.exchangeState;
        row.exchangeReason = {};
        row.changedAt = m_unit.now();
        return m_unit.reservations().update(row);
    }

    Result<void> tell()
    {
        Announcement told = m_approval.announcement;
        told.status = statusOf(m_word.answer);
        told.reason = withoutName(m_reason);
        Decision decision;
        decision.outcome = m_word.answer == ApprovalAnswer::Decline ? Outcome::Decline : Outcome::Accept;
        decision.answer = m_approval.wantsAnswer;
        decision.confirm = m_word.answer == ApprovalAnswer::Approve && m_approval.wantsConfirmation;
        m_trace.steps.append({m_unit.now(), "R-POLICY", m_reason});
        if (m_word.answer == ApprovalAnswer::Decline) {
            told.freedOldSlot = m_freesOldTime;
            told.declined.clear();
            told.until.reset();
            if (const auto found = addAlternatives(told); !found)
                return found;
        }
        if (told.byConsole)
            return tellByConsole(told);
        auto steps = endEarlier(told, decision);
        if (!steps)
            return failure(steps.error());
        m_trace.steps += *steps;
        steps = announce(m_unit, told, decision, m_trace, m_approval.reservationId);
        if (steps && decision.answer) {
            m_trace.steps += *steps;
            steps = announceDeclined(m_unit, told, m_trace);
        }
        if (!steps)
            return failure(steps.error());
        m_trace.steps += *steps;
        return {};
    }

    // What the approver has told for the time being.
    Result<QList<TraceStep>> endEarlier(const Announcement& told, const Decision& decision)
    {
        LastWord word;
        word.meeting = {addressKey(told.organizer), told.uid, told.recurrenceId, m_approval.spaceId};
        word.version.sequence = told.sequence;
        word.thisAndFuture = told.thisAndFuture;
        for (const DeclinedOccurrence& declined : m_approval.announcement.declined)
            word.dates.insert(declined.recurrenceId);
        word.keepsConfirmation = decision.outcome == Outcome::Accept && !decision.confirm;
        return endOutdated(m_unit, word, m_trace);
    }

    // What was asked for in the console: no request is answered, but the item follows and the person is told.
    Result<void> tellByConsole(const Announcement& told)
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

    Result<void> addAlternatives(Announcement& told)
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

    Result<void> saveTrace()
    {
        if (!m_isTraced)
            return {};
        m_trace.verdict = m_word.answer == ApprovalAnswer::Decline ? Verdict::Declined : Verdict::Accepted;
        m_trace.reason = m_reason;
        m_trace.decidedAt = m_unit.now();
        const auto told = tellWhole(m_unit, m_trace);
        return told ? m_unit.traces().update(m_trace) : told;
    }

    Result<Approval> settle()
    {
        const QByteArray before = auditOf(m_approval.state, m_approval.why);
        m_approval.state = stateOf(m_word.answer);
        m_approval.decidedAt = m_unit.now();
        m_approval.decidedBy = m_word.by;
        m_approval.why = m_word.why;
        if (const auto settled = m_unit.approvals().settle(m_approval); !settled)
            return failure(settled.error());
        const auto audited = m_unit.audit().append({{},
                                                    m_unit.now(),
                                                    m_word.by,
                                                    "approval",
                                                    QString::number(m_approval.id.value),
                                                    before,
                                                    auditOf(m_approval.state, m_approval.why)});
        return audited.map([this] { return m_approval; });
    }

    WriteUnit& m_unit;
    const Configuration& m_configuration;
    Approval m_approval;
    const ApproverWord& m_word;
    const Reason m_reason;
    Trace m_trace;
    bool m_isTraced = false;
    bool m_freesOldTime = false;
    QList<Approval> m_following;
};

OutboxEntry mailFor(const Approval& approval, const Space& space, const QStringList& approvers, Instant now)
{
    OutboxEntry entry;
    entry.kind = OutboxKind::ApprovalRequest;
    // Of its own: a wrong address of an approver does not hold back what the requester is told.
    entry.lane = QStringLiteral("approval/") + approval.messageId;
    entry.reservationId = approval.reservationId;
    entry.spaceId = approval.spaceId;
    entry.traceId = approval.traceId;
    entry.recipient = approvers.join(QLatin1Char(','));
    entry.messageId = approval.messageId;
    entry.payload = toJson(ApprovalRequest{approval.announcement, approval.broken, approval.token,
                                           space.delegateContact.isEmpty() ? space.mailbox : space.delegateContact});
    entry.createdAt = now;
    entry.nextAttempt = now;
    return entry;
}

} // namespace

Result<void> askApprovers(DecisionWork& work, const Configuration& configuration, const AskedFor& asked)
{
    const QStringList approvers = configuration.policies().policyFor(work.space).admission.resourceDelegates;
    const bool mails = asked.byMail && !approvers.isEmpty();
    Approval approval;
    approval.spaceId = work.space.id;
    approval.reservationId = asked.reservationId;
    approval.seriesId = asked.seriesId;
    approval.traceId = work.trace.id;
    approval.reason = asked.decision.reason;
    approval.broken = asked.decision.policy;
    approval.announcement = asked.announcement;
    approval.announcement.status = ReservationStatus::Accepted;
    approval.announcement.reason = {};
    approval.wantsAnswer = asked.wantsAnswer && asked.byMail;
    approval.wantsConfirmation = asked.byMail;
    approval.messageId = mails ? newMailId(asked.announcement.roomAddress) : QString();
    approval.token = newToken();
    approval.askedAt = work.unit.now();
    approval.ends = asked.ends;
    if (const auto id = work.unit.approvals().append(approval); !id)
        return failure(id.error());
    if (!mails) {
        work.step("R-POLICY", {"approval.nobody-to-ask", {{QStringLiteral("space"), work.space.name}}});
        return {};
    }
    work.step("R-POLICY", {"approval.asked", {{QStringLiteral("approvers"), approvers.join(QLatin1String(", "))}}});
    return work.unit.outbox().append(mailFor(approval, work.space, approvers, work.unit.now())).map([](OutboxId) {});
}

Result<void> withdrawApproval(WriteUnit& unit, ReservationId reservation, SeriesId series)
{
    auto waiting = unit.approvals().waitingFor(reservation, series);
    if (!waiting)
        return failure(waiting.error());
    if (!*waiting)
        return {};
    Approval& approval = **waiting;
    const bool wasOpen = approval.state == ApprovalState::Open;
    approval.state = ApprovalState::Withdrawn;
    approval.decidedAt = unit.now();
    if (const auto settled = unit.approvals().settle(approval); !settled)
        return settled;
    auto trace = unit.traces().find(approval.traceId);
    if (!trace)
        return failure(trace.error());
    if (!*trace || !wasOpen)
        return {};
    const Reason reason{"approval.withdrawn", {}};
    (*trace)->steps.append({unit.now(), "R-MEETING", reason});
    (*trace)->verdict = Verdict::Ignored;
    (*trace)->reason = reason;
    (*trace)->decidedAt = unit.now();
    const auto told = tellWhole(unit, **trace);
    return told ? unit.traces().update(**trace) : told;
}

Result<Approval> decideApproval(WriteUnit& unit, const Configuration& configuration, ApprovalId id,
                                const ApproverWord& word)
{
    auto found = unit.approvals().find(id);
    if (!found)
        return failure(found.error());
    const QString number = QString::number(id.value);
    if (!*found)
        return failure("approval.missing", {{QStringLiteral("id"), number}});
    const Approval& approval = **found;
    const bool isAgain = approval.state == ApprovalState::Tentative && word.answer == ApprovalAnswer::Tentative;
    if (!awaitsApprover(approval.state) || isAgain)
        return failure("approval.settled",
                       {{QStringLiteral("id"), number}, {QStringLiteral("by"), approval.decidedBy}});
    if (approval.ends <= unit.now())
        return failure("approval.over", {{QStringLiteral("id"), number}});
    return ApprovalWork(unit, configuration, approval, word).decide();
}

} // namespace reserve
