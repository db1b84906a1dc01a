// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/smtpreply.h"
#include "models/reserving/meetingintake.h"

namespace reserve {

// What the sender is told about a message: 250 with the id under which it waits, 550 5.7.1 with what a person can do
// about it (R-GATE), 452 while the disk is full, 451 while the store cannot take it.
SmtpReply intakeReply(const Result<IntakeOutcome>& outcome);

// A sentence for a line of SMTP: typographic marks and accents become plain letters, the rest a question mark.
QByteArray printableAscii(const QString& text);

} // namespace reserve
