// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/understanding.h"
#include "models/reserving/rehearsal.h"
#include "models/wording/wording.h"

#include <QList>
#include <QString>

namespace reserve {

// What is told of a message, for windows and the command line alike: sections of labelled lines in plain
// words. Text of the message itself is text, whatever it looks like.
struct AccountLine
{
    QString label; // empty: goes on with the line before
    QString text;
    bool isProblem = false;
};

struct AccountSection
{
    QString title;
    QList<AccountLine> lines;
};

// "What it says": the mail first, then each meeting in it.
QList<AccountSection> mailAccount(const Understanding& understanding, const Reader& reader);

// Whoever reads of a decision reads times where its space is, where that is known.
Reader inZoneOf(const RehearsedDecision& decision, const Reader& reader);

// What would be decided for one recipient: the answer and why, what would be booked, who would be told what.
AccountSection decisionAccount(const RehearsedDecision& decision, const Reader& reader);

// The steps it would take, without those that only a message that has really arrived goes through.
QList<TraceStep> foreseenSteps(const RehearsedDecision& decision);

} // namespace reserve
