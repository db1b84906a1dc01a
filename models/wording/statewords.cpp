// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace reserve {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("states", text);
}

} // namespace

QString word(ReservationStatus value)
{
    switch (value) {
    case ReservationStatus::Accepted:
        return translated(QT_TRANSLATE_NOOP("states", "Accepted"));
    case ReservationStatus::Tentative:
        return translated(QT_TRANSLATE_NOOP("states", "Tentative"));
    case ReservationStatus::Pending:
        return translated(QT_TRANSLATE_NOOP("states", "Waiting for approval"));
    case ReservationStatus::Declined:
        return translated(QT_TRANSLATE_NOOP("states", "Declined"));
    case ReservationStatus::Cancelled:
        return translated(QT_TRANSLATE_NOOP("states", "Cancelled"));
    }
    Q_UNREACHABLE();
}

QString word(ReservationOrigin value)
{
    switch (value) {
    case ReservationOrigin::Mail:
        return translated(QT_TRANSLATE_NOOP("states", "By mail"));
    case ReservationOrigin::Console:
        return translated(QT_TRANSLATE_NOOP("states", "In the console"));
    case ReservationOrigin::Exchange:
        return translated(QT_TRANSLATE_NOOP("states", "Read from Exchange"));
    }
    Q_UNREACHABLE();
}

QString word(ExchangeState value)
{
    switch (value) {
    case ExchangeState::OnlyHere:
        return translated(QT_TRANSLATE_NOOP("states", "Only here"));
    case ExchangeState::Queued:
        return translated(QT_TRANSLATE_NOOP("states", "Queued for Exchange"));
    case ExchangeState::InExchange:
        return translated(QT_TRANSLATE_NOOP("states", "In Exchange"));
    case ExchangeState::AnsweredByMail:
        return translated(QT_TRANSLATE_NOOP("states", "Answered by mail"));
    case ExchangeState::Failed:
        return translated(QT_TRANSLATE_NOOP("states", "Failed"));
    }
    Q_UNREACHABLE();
}

QString word(PersonKind value)
{
    switch (value) {
    case PersonKind::Employee:
        return translated(QT_TRANSLATE_NOOP("states", "Employee"));
    case PersonKind::ExternalContact:
        return translated(QT_TRANSLATE_NOOP("states", "External contact"));
    }
    Q_UNREACHABLE();
}

QString word(PolicySource value)
{
    switch (value) {
    case PolicySource::Default:
        return translated(QT_TRANSLATE_NOOP("states", "Default"));
    case PolicySource::Building:
        return translated(QT_TRANSLATE_NOOP("states", "Building"));
    case PolicySource::Space:
        return translated(QT_TRANSLATE_NOOP("states", "Space"));
    }
    Q_UNREACHABLE();
}

QString word(PersonStatus value)
{
    switch (value) {
    case PersonStatus::Active:
        return translated(QT_TRANSLATE_NOOP("states", "Active"));
    case PersonStatus::Retired:
        return translated(QT_TRANSLATE_NOOP("states", "Retired"));
    }
    Q_UNREACHABLE();
}

QString word(Verdict value)
{
    switch (value) {
    case Verdict::Accepted:
        return translated(QT_TRANSLATE_NOOP("states", "Accepted"));
    case Verdict::Declined:
        return translated(QT_TRANSLATE_NOOP("states", "Declined"));
    case Verdict::Rejected:
        return translated(QT_TRANSLATE_NOOP("states", "Rejected"));
    case Verdict::Cancelled:
        return translated(QT_TRANSLATE_NOOP("states", "Cancelled"));
    case Verdict::Held:
        return translated(QT_TRANSLATE_NOOP("states", "Held"));
    case Verdict::Ignored:
        return translated(QT_TRANSLATE_NOOP("states", "Ignored"));
    case Verdict::Quarantined:
        return translated(QT_TRANSLATE_NOOP("states", "Quarantined"));
    }
    Q_UNREACHABLE();
}

QString word(TraceState value)
{
    switch (value) {
    case TraceState::Waiting:
        return translated(QT_TRANSLATE_NOOP("states", "Waiting"));
    case TraceState::Held:
        return translated(QT_TRANSLATE_NOOP("states", "Held"));
    case TraceState::Done:
        return translated(QT_TRANSLATE_NOOP("states", "Done"));
    }
    Q_UNREACHABLE();
}

QString word(MessageKind value)
{
    switch (value) {
    case MessageKind::MeetingRequest:
        return translated(QT_TRANSLATE_NOOP("states", "Meeting request"));
    case MessageKind::MeetingCancel:
        return translated(QT_TRANSLATE_NOOP("states", "Meeting cancellation"));
    case MessageKind::MeetingOther:
        return translated(QT_TRANSLATE_NOOP("states", "Other calendar message"));
    case MessageKind::Bounce:
        return translated(QT_TRANSLATE_NOOP("states", "Delivery report"));
    case MessageKind::Receipt:
        return translated(QT_TRANSLATE_NOOP("states", "Receipt"));
    case MessageKind::AutoReply:
        return translated(QT_TRANSLATE_NOOP("states", "Automatic reply"));
    case MessageKind::OwnMail:
        return translated(QT_TRANSLATE_NOOP("states", "Mail of our own"));
    case MessageKind::Unreadable:
        return translated(QT_TRANSLATE_NOOP("states", "Unreadable mail"));
    case MessageKind::Plain:
        return translated(QT_TRANSLATE_NOOP("states", "Other mail"));
    }
    Q_UNREACHABLE();
}

QString word(OutboxKind value)
{
    switch (value) {
    case OutboxKind::Answer:
        return translated(QT_TRANSLATE_NOOP("states", "Answer"));
    case OutboxKind::Confirmation:
        return translated(QT_TRANSLATE_NOOP("states", "Confirmation"));
    case OutboxKind::Notice:
        return translated(QT_TRANSLATE_NOOP("states", "Notice"));
    case OutboxKind::ApprovalRequest:
        return translated(QT_TRANSLATE_NOOP("states", "Approval"));
    case OutboxKind::Refresh:
        return translated(QT_TRANSLATE_NOOP("states", "Query"));
    case OutboxKind::CalendarOrder:
        return translated(QT_TRANSLATE_NOOP("states", "Calendar entry"));
    }
    Q_UNREACHABLE();
}

QString word(OutboxState value)
{
    switch (value) {
    case OutboxState::Waiting:
        return translated(QT_TRANSLATE_NOOP("states", "Waiting"));
    case OutboxState::Delivering:
        return translated(QT_TRANSLATE_NOOP("states", "Being sent"));
    case OutboxState::Done:
        return translated(QT_TRANSLATE_NOOP("states", "Sent"));
    case OutboxState::Failed:
        return translated(QT_TRANSLATE_NOOP("states", "Failed"));
    case OutboxState::GivenUp:
        return translated(QT_TRANSLATE_NOOP("states", "Given up"));
    case OutboxState::Bounced:
        return translated(QT_TRANSLATE_NOOP("states", "Came back"));
    }
    Q_UNREACHABLE();
}

QString word(ApprovalState value)
{
    switch (value) {
    case ApprovalState::Open:
        return translated(QT_TRANSLATE_NOOP("states", "Waits for an approver"));
    case ApprovalState::Tentative:
        return translated(QT_TRANSLATE_NOOP("states", "Answered tentatively"));
    case ApprovalState::Approved:
        return translated(QT_TRANSLATE_NOOP("states", "Approved"));
    case ApprovalState::Declined:
        return translated(QT_TRANSLATE_NOOP("states", "Declined by an approver"));
    case ApprovalState::Withdrawn:
        return translated(QT_TRANSLATE_NOOP("states", "Withdrawn"));
    }
    Q_UNREACHABLE();
}

QString word(AgentState value)
{
    switch (value) {
    case AgentState::Stopped:
        return translated(QT_TRANSLATE_NOOP("states", "Agent stopped"));
    case AgentState::Starting:
        return translated(QT_TRANSLATE_NOOP("states", "Agent starting"));
    case AgentState::Listening:
        return translated(QT_TRANSLATE_NOOP("states", "Agent listening"));
    case AgentState::CannotListen:
        return translated(QT_TRANSLATE_NOOP("states", "Agent cannot listen"));
    }
    Q_UNREACHABLE();
}

QString word(Station value)
{
    switch (value) {
    case Station::Sent:
        return translated(QT_TRANSLATE_NOOP("states", "Sent"));
    case Station::Session:
        return translated(QT_TRANSLATE_NOOP("states", "Session"));
    case Station::Durable:
        return translated(QT_TRANSLATE_NOOP("states", "Durable"));
    case Station::Understood:
        return translated(QT_TRANSLATE_NOOP("states", "Understood"));
    case Station::Matched:
        return translated(QT_TRANSLATE_NOOP("states", "Matched"));
    case Station::Decided:
        return translated(QT_TRANSLATE_NOOP("states", "Decided"));
    case Station::Queued:
        return translated(QT_TRANSLATE_NOOP("states", "Queued"));
    case Station::Told:
        return translated(QT_TRANSLATE_NOOP("states", "Told to Exchange"));
    case Station::Informed:
        return translated(QT_TRANSLATE_NOOP("states", "Requester informed"));
    }
    Q_UNREACHABLE();
}

} // namespace reserve
