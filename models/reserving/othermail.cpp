// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/othermail.h"

#include "models/reserving/announcing.h"
#include "models/reserving/approvalreply.h"
#include "models/reserving/decisionwork.h"

namespace reserve {

namespace {

// RFC 5546 3.2, as a room sees it: what is meant for organizers changes nothing here.
Reason whyNotForRooms(const QByteArray& method)
{
    switch (methodFromName(method)) {
    case ItipMethod::Publish:
        return {"decision.method-publish", {}};
    case ItipMethod::Reply:
        return {"decision.method-reply", {}};
    case ItipMethod::Counter:
        return {"decision.method-counter", {}};
    case ItipMethod::DeclineCounter:
        return {"decision.method-declinecounter", {}};
    case ItipMethod::Refresh:
        return {"decision.method-refresh", {}};
    default:
        return {"decision.method-not-for-rooms", {{QStringLiteral("method"), QString::fromLatin1(method)}}};
    }
}

Reason kept(const MessageReading& reading)
{
    return reading.mailClass.reason;
}

// R-CONFIRM: what came back marks the entry of the outbox that was sent.
Result<void> takeBounce(DecisionWork& work, const MessageReport& report)
{
    const auto entry = work.unit.outbox().findByMessageId(report.originalMessageId);
    if (!entry)
        return failure(entry.error());
    const bool final = report.action.isEmpty() || report.action == QLatin1String("failed");
    if (!*entry || !final)
        return {};
    const Reason reason{"outbox.bounced",
                        {{QStringLiteral("recipient"), report.recipient}, {QStringLiteral("status"), report.status}}};
    if (const auto marked = work.unit.outbox().markBounced((*entry)->id, reason, report.diagnostic); !marked)
        return marked;
    work.step("R-CONFIRM", reason);
    return markTold(work.unit, **entry, ExchangeState::Failed, reason);
}

} // namespace

// What is no meeting request is kept, classified and never answered. What cannot be read may be one: a person sees it.
Result<void> decideOtherMail(DecisionWork& work, const Configuration& configuration)
{
    const MessageReading& reading = *work.prepared.reading;
    const bool mayBeRequest = reading.kind == MessageKind::Unreadable && work.trace.spaceId && !work.released;
    work.end(mayBeRequest ? Verdict::Held : Verdict::Ignored, kept(reading));
    if (reading.kind == MessageKind::MeetingOther) {
        const Reason reason = whyNotForRooms(reading.method);
        work.end(Verdict::Ignored, reason);
        work.step("R-MEETING", reason);
        return {};
    }
    if (reading.kind == MessageKind::Plain) {
        const auto isReply = decideByReply(work, configuration);
        if (!isReply)
            return failure(isReply.error());
        if (*isReply)
            return {};
    }
    work.step("R-QUIET", kept(reading));
    const bool isBounce = reading.kind == MessageKind::Bounce && reading.content.report;
    return isBounce ? takeBounce(work, *reading.content.report) : Result<void>();
}

} // namespace reserve
