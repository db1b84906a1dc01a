// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/earlierorders.h"

#include "models/entities/calendarorder.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

using Creation = EarlierOrders::Creation;

// Found before Exchange is asked to make anything.
bool isFoundBeforeAsking(const QByteArray& code)
{
    static constexpr std::array codes{"exchange.recurrence-not-supported", "exchange.zone-not-supported",
                                      "exchange.mailbox-unknown"};
    return std::any_of(codes.begin(), codes.end(), [&code](const char* one) { return code == one; });
}

Creation creationBy(const OutboxEntry& entry)
{
    switch (entry.state) {
    case OutboxState::Waiting:
    case OutboxState::Delivering:
    case OutboxState::Done:
    case OutboxState::Bounced:
        return Creation::Ordered;
    case OutboxState::Failed: {
        const bool isNever = entry.earlier == EarlierAttempt::None && isFoundBeforeAsking(entry.lastFailure.code);
        return isNever ? Creation::Never : Creation::Uncertain;
    }
    case OutboxState::GivenUp:
        // Another order took its place and tells more of it.
        return entry.lastFailure.code == "order.superseded" ? Creation::Ordered : Creation::Uncertain;
    }
    Q_UNREACHABLE();
}

bool mayBeTaken(OutboxState state)
{
    return state == OutboxState::Failed || state == OutboxState::Waiting;
}

} // namespace

Result<EarlierOrders> EarlierOrders::about(WriteUnit& unit, const QString& lane, const QByteArray& mark)
{
    EarlierOrders orders;
    const auto entries = unit.outbox().notDone(lane);
    if (!entries)
        return failure(entries.error());
    bool hasFailed = false;
    for (const OutboxEntry& entry : *entries) {
        const auto order = calendarOrderFromJson(entry.payload);
        if (entry.kind != OutboxKind::CalendarOrder || !order || order->mark != mark)
            continue;
        if (order->action == CalendarAction::Create)
            orders.creation = creationBy(entry); // the newest has the word
        hasFailed = hasFailed || entry.state == OutboxState::Failed;
        if (mayBeTaken(entry.state))
            orders.stuck.append(entry.id);
    }
    if (!hasFailed)
        orders.stuck.clear();
    return orders;
}

Result<void> EarlierOrders::endStuck(WriteUnit& unit, const Reason& reason) const
{
    for (const OutboxId id : stuck) {
        if (const auto ended = unit.outbox().supersede(id, reason); !ended)
            return ended;
    }
    return {};
}

} // namespace reserve
