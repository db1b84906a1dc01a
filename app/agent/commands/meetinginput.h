// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"
#include "models/composing/meetingmail.h"

namespace reserve {

// The options of `send` that describe a meeting, and the mail they make.
QList<QCommandLineOption> meetingOptions();

// Whether any option that only a composed meeting needs was given.
bool describesMeeting(const Invocation& invocation);

// Errors: usage.value-invalid (option, value, expected), usage.option-missing (option).
Result<MeetingMail> meetingFromInput(const Invocation& invocation, Instant now);

} // namespace reserve
