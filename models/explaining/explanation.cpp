// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/explanation.h"

#include "models/reserving/configuration.h"

#include <algorithm>

namespace reserve {

namespace {

using Kind = RecipientJudgement::Kind;

QStringList attendeesOf(const PreparedMessage& message)
{
    QStringList addresses;
    if (!message.meeting)
        return addresses;
    for (const ItipEvent& event : message.meeting->events) {
        for (const ItipAttendee& attendee : event.attendees)
            addresses.append(attendee.address);
    }
    return addresses;
}

QStringList among(QStringList addresses, const RecipientDirectory& directory, std::initializer_list<Kind> kinds)
{
    addresses.removeDuplicates();
    addresses.removeIf([&](const QString& address) {
        return std::find(kinds.begin(), kinds.end(), directory.judge(address).kind) == kinds.end();
    });
    return addresses;
}

QStringList recipientsIn(const RecipientDirectory& directory, const PreparedMessage& message,
                         const QStringList& addressees)
{
    const QStringList attendees = attendeesOf(message);
    const auto spaces = {Kind::Space, Kind::DiffersInCase, Kind::SharedContact};
    for (const QStringList& addresses : {attendees, addressees}) {
        if (const QStringList found = among(addresses, directory, spaces); !found.isEmpty())
            return found;
    }
    return among(attendees + addressees, directory, {Kind::Postmaster, Kind::ReturnAddress, Kind::Unknown});
}

} // namespace

Result<JudgedEnvelope> judgeEnvelope(WriteUnit& unit, const ItipReader& reader, const PreparedMessage& message,
                                     const ExplainedEnvelope& envelope, qint64 size)
{
    const auto loaded = Configuration::load(unit);
    if (!loaded)
        return failure(loaded.error());
    const Configuration& configuration = **loaded;
    JudgedEnvelope judged;
    judged.recipients = envelope.recipients.isEmpty()
        ? recipientsIn(configuration.directory(), message, envelope.addressees)
        : envelope.recipients;
    judged.zone = configuration.settings().timeZone();
    if (judged.recipients.isEmpty())
        return judged;
    auto decisions = rehearse(unit, reader, {envelope.sender, judged.recipients, message, size, envelope.scan});
    if (!decisions)
        return failure(decisions.error());
    judged.decisions = std::move(*decisions);
    for (const RehearsedDecision& decision : std::as_const(judged.decisions)) {
        if (!decision.space)
            continue;
        judged.zone = configuration.zoneOf(*decision.space);
        break;
    }
    return judged;
}

Explanation explanationOf(const PreparedMessage& message, const ItipReader& reader, const ExplainedEnvelope& envelope,
                          const Result<JudgedEnvelope>& judged, qint64 size)
{
    Explanation explanation;
    explanation.sender = envelope.sender;
    explanation.recipients = judged ? judged->recipients : envelope.recipients;
    explanation.understanding = understand(message, reader, judged ? judged->zone : QByteArray(), size);
    if (!judged)
        explanation.undecided = judged.error().reason();
    else if (judged->recipients.isEmpty())
        explanation.undecided = {"explain.no-recipient", {}};
    else
        explanation.decisions = judged->decisions;
    return explanation;
}

} // namespace reserve
