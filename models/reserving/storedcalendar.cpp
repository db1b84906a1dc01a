// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/storedcalendar.h"

#include <algorithm>

namespace reserve {

namespace {

MessageKind kindOf(ItipMethod method)
{
    if (method == ItipMethod::Cancel)
        return MessageKind::MeetingCancel;
    return method == ItipMethod::Request ? MessageKind::MeetingRequest : MessageKind::MeetingOther;
}

} // namespace

ItipMethod methodOf(const SeriesChange& change)
{
    if (change.recurrenceId.isEmpty())
        return ItipMethod::Add;
    return change.version.cancels ? ItipMethod::Cancel : ItipMethod::Request;
}

const Result<ItipMessage>& StoredCalendars::read(const QByteArray& text, const ItipReader& reader, Instant now)
{
    std::shared_ptr<const Result<ItipMessage>>& known = m_read[text];
    if (!known)
        known = std::make_shared<const Result<ItipMessage>>(reader.read(text, {QByteArray(), now, {}}));
    return *known;
}

PreparedMessage readAgain(const StoredCalendar& stored, StoredCalendars& calendars, const ItipReader& reader,
                          Instant now)
{
    auto reading = std::make_shared<MessageReading>();
    reading->content.calendar.emplace();
    reading->content.calendar->text = stored.text;
    reading->content.messageId = stored.messageId;
    reading->kind = kindOf(stored.method);
    reading->method = methodName(stored.method);
    reading->requester = stored.requester;
    PreparedMessage prepared;
    prepared.meeting = calendars.read(stored.text, reader, now);
    prepared.reading = std::move(reading);
    return prepared;
}

const ItipEvent* masterOf(const ItipMessage& message, const QString& uid)
{
    const auto found = std::find_if(message.events.begin(), message.events.end(),
                                    [&uid](const ItipEvent& event) { return event.isSeries() && event.uid == uid; });
    return found == message.events.end() ? nullptr : &*found;
}

const ItipEvent* eventOf(const ItipMessage& message, const SeriesChange& change)
{
    const ItipEvent* alike = nullptr;
    for (const ItipEvent& event : message.events) {
        const QString key = event.recurrenceId ? event.recurrenceId->key : QString();
        if (event.uid != change.uid || key != change.recurrenceId)
            continue;
        if (event.contentHash == change.version.contentHash)
            return &event;
        // Text that was not UTF-8 is not kept to the letter.
        alike = alike ? alike : &event;
    }
    return alike;
}

} // namespace reserve
