// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/preparedmessage.h"

namespace reserve {

PreparedMessage prepare(std::shared_ptr<const MessageReading> reading, const ItipReader& reader, Instant now)
{
    PreparedMessage prepared{reading, ItipMessage{}};
    const bool meeting = reading->isRequestOrCancel() || reading->kind == MessageKind::MeetingOther;
    if (meeting)
        prepared.meeting = readMeeting(*reading, reader, now);
    return prepared;
}

} // namespace reserve
