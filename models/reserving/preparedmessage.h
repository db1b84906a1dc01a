// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/meetingreading.h"

#include <memory>

namespace reserve {

// What one message needs before it can be decided; made outside the transaction.
struct PreparedMessage
{
    std::shared_ptr<const MessageReading> reading;
    Result<ItipMessage> meeting = ItipMessage{}; // only looked at for meeting mail
};

PreparedMessage prepare(std::shared_ptr<const MessageReading> reading, const ItipReader& reader, Instant now);

} // namespace reserve
