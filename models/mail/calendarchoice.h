// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/messagecontent.h"
#include "models/mail/mimeoutline.h"

#include <optional>

namespace reserve {

// Whether a part belongs to the message with this root and to none inside it.
bool belongsTo(const MimeOutline& outline, int node, int root);

// The calendar text among the parts of one message: the deepest text/calendar part with a method, else
// without one, else an attached calendar file; of equals the first. `parts` are those of the outline, with
// decoded names.
std::optional<CalendarText> chooseCalendar(const MimeOutline& outline, const QList<MessagePart>& parts, int root,
                                           const ReaderLimits& limits, QList<Reason>& problems);

} // namespace reserve
