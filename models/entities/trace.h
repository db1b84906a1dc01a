// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/ids.h"
#include "models/entities/inbox.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// How one message ended for one recipient.
enum class Verdict { Accepted, Declined, Rejected, Cancelled, Held, Ignored, Quarantined };

// Where the work on it stands. Waiting ones are the inbox; Held ones wait for a person.
enum class TraceState { Waiting, Held, Done };

// The stations of a request, in their order (VISUAL section 1: "The way is visible").
enum class Station { Sent, Session, Durable, Understood, Matched, Decided, Queued, Told, Informed };

// One thing that happened: which rule spoke ("R-MATCH"), why, when.
struct TraceStep
{
    Instant at;
    QByteArray rule;
    Reason reason;

    friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

// How one of several meetings, or dates, that a message is about has ended.
struct MeetingEnding
{
    QString meeting;                // which one, among those of the message
    std::optional<Verdict> verdict; // none: an approver has the word
    Reason reason;
    ReservationId reservationId;
    Instant decidedAt;

    friend bool operator==(const MeetingEnding&, const MeetingEnding&) = default;
};

// Everything that happened to one message for one recipient. A recipient refused at RCPT leaves one too, without an
// inbox message.
struct Trace
{
    TraceId id;
    InboxId inboxId;
    Instant receivedAt;
    QString messageId;
    QString sender;
    QString recipient; // as given in RCPT
    SpaceId spaceId;
    QString requester;
    QString subject;
    bool isPrivate = false; // its own message or its reservation says so: lists show "Private" and not the subject
    QByteArray method;
    MessageKind kind = MessageKind::Plain;
    GateFinding gate;
    TraceState state = TraceState::Waiting;
    std::optional<Verdict> verdict; // none until decided
    Reason reason;                  // of the verdict
    ReservationId reservationId;    // what it made or changed
    int attempts = 0;               // crashes of the agent while it was read or decided, for quarantine
    Instant decidedAt;              // epoch while undecided
    QList<TraceStep> steps;
    // Of a message about several, when it was decided; where a person or an approver had a word on one of them, which
    // makes the verdict another one later. Else empty.
    QList<MeetingEnding> endings;

    friend bool operator==(const Trace&, const Trace&) = default;
};

// Steps as they are stored: a compact JSON array. Reading skips what it does not know.
QByteArray toJson(const QList<TraceStep>& steps);
QList<TraceStep> stepsFromJson(const QByteArray& json);
// The same of endings; of none an empty text.
QByteArray toJson(const QList<MeetingEnding>& endings);
QList<MeetingEnding> endingsFromJson(const QByteArray& json);

} // namespace reserve
