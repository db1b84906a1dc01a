// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/tracemeaning.h"

#include "models/wording/wording.h"

namespace reserve {

namespace {

// What became of what was accepted: the icon says what the word does.
Meaning standing(ReservationStatus status)
{
    switch (status) {
    case ReservationStatus::Accepted:
        return Meaning::Accepted;
    case ReservationStatus::Tentative:
        return Meaning::Tentative;
    case ReservationStatus::Pending:
        return Meaning::Pending;
    case ReservationStatus::Declined:
        return Meaning::Declined;
    case ReservationStatus::Cancelled:
        return Meaning::Cancelled;
    }
    Q_UNREACHABLE();
}

Meaning answerMeaning(const TraceRow& row)
{
    if (row.differsOnlyInCase())
        return Meaning::DiffersInCase;
    if (!row.trace.verdict)
        return row.trace.state == TraceState::Held ? Meaning::Warning
            : row.trace.state == TraceState::Done  ? (row.status ? standing(*row.status) : Meaning::Tentative)
                                                   : Meaning::Queued;
    switch (*row.trace.verdict) {
    case Verdict::Accepted:
        return row.status ? standing(*row.status) : Meaning::Accepted;
    case Verdict::Declined:
        return Meaning::Declined;
    case Verdict::Cancelled:
        return Meaning::Cancelled;
    case Verdict::Rejected:
    case Verdict::Quarantined:
        return Meaning::Failed;
    case Verdict::Held:
        return Meaning::Warning;
    case Verdict::Ignored:
        return Meaning::NotApplicable;
    }
    Q_UNREACHABLE();
}

} // namespace

StateCell answerCell(const TraceRow& row)
{
    return {answerMeaning(row), row.answerWord(), {}};
}

StateCell exchangeCell(const TraceRow& row)
{
    if (!row.exchange)
        return {std::nullopt, row.exchangeWord(), {}};
    switch (*row.exchange) {
    case ExchangeState::OnlyHere:
        return {Meaning::OnlyHere, {}, {}};
    case ExchangeState::Queued:
        return {Meaning::Queued, TraceModel::tr("Queued"), {}};
    case ExchangeState::InExchange:
        return {Meaning::InExchange, {}, {}};
    case ExchangeState::AnsweredByMail:
        return {Meaning::AnsweredByMail, {}, {}};
    case ExchangeState::Failed:
        return {Meaning::Failed, {}, {}};
    }
    Q_UNREACHABLE();
}

StateCell approvalCell(ApprovalState state)
{
    switch (state) {
    case ApprovalState::Open:
        return {Meaning::Pending, word(state), {}};
    case ApprovalState::Tentative:
        return {Meaning::Tentative, word(state), {}};
    case ApprovalState::Approved:
        return {Meaning::Accepted, word(state), {}};
    case ApprovalState::Declined:
        return {Meaning::Declined, word(state), {}};
    case ApprovalState::Withdrawn:
        return {Meaning::NotApplicable, word(state), {}};
    }
    Q_UNREACHABLE();
}

StateCell outboxCell(OutboxState state)
{
    switch (state) {
    case OutboxState::Waiting:
    case OutboxState::Delivering:
        return {Meaning::Queued, word(state), {}};
    case OutboxState::Done:
        return {Meaning::Good, word(state), {}};
    case OutboxState::Failed:
    case OutboxState::Bounced:
        return {Meaning::Failed, word(state), {}};
    case OutboxState::GivenUp:
        return {Meaning::NotApplicable, word(state), {}};
    }
    Q_UNREACHABLE();
}

} // namespace reserve
