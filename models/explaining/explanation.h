// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/understanding.h"
#include "models/mail/contentscan.h"
#include "models/reserving/rehearsal.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace reserve {

// What a message says and what would come of it, for `explain` and the monitor.
struct Explanation
{
    QString sender;
    QStringList recipients;
    Understanding understanding;
    QList<RehearsedDecision> decisions;
    Reason undecided; // why there is no decision; empty where there is one
};

// How the message is to arrive. What is not given is found in the message.
struct ExplainedEnvelope
{
    QString sender;
    QStringList recipients;
    QStringList addressees;                         // of its head, where no attendee is a space of ours
    std::optional<ContentScan> scan = std::nullopt; // where the session has yet to judge it
};

struct JudgedEnvelope
{
    QStringList recipients;
    QByteArray zone; // of the space that the first one means, else the one that holds where a space has none
    QList<RehearsedDecision> decisions;
};

// The part of an explanation that needs the store; for Store::rehearse(). Without recipients it takes the
// attendees that are spaces here, else rooms and addressees in a domain of ours.
Result<JudgedEnvelope> judgeEnvelope(WriteUnit& unit, const ItipReader& reader, const PreparedMessage& message,
                                     const ExplainedEnvelope& envelope, qint64 size);

// Puts both halves together. `judged` may be why the store could not be asked. Codes: explain.no-recipient,
// else those of the store.
Explanation explanationOf(const PreparedMessage& message, const ItipReader& reader, const ExplainedEnvelope& envelope,
                          const Result<JudgedEnvelope>& judged, qint64 size);

} // namespace reserve
