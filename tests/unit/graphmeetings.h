// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/unit/graphrig.h"

namespace reserve::test {

// By what requests to Graph are known in the table of a GraphRig.
inline constexpr const char* byUid = "iCalUId eq ";
inline constexpr const char* byMeetingId = "Id 0x23' and ep/value eq ";
inline constexpr const char* byMark = "ReserveConsoleMark' and ep/value eq ";
inline constexpr const char* calendarView = "/calendar/calendarView?";
inline constexpr const char* markId = "String {00020329-0000-0000-C000-000000000046} Name ReserveConsoleMark";
inline constexpr const char* sequenceId = "Integer {00062002-0000-0000-C000-000000000046} Id 0x8201";
inline constexpr const char* stampId = "SystemTime {6ed8da90-450b-101b-98da-00aa003f1305} Id 0x1a";

// The meeting "meeting-1@example.com" to which the room is invited.
RoomResponse acceptance();

// A reservation as it goes to the room's calendar, under the mark "b7a1-4711"; weekly(): ten of them.
ItemDraft draft();
ItemDraft weekly();
ItipTime dateOf(int year, int month, int day);

// Events as Graph answers them: the reservation, a series, a date of it.
QJsonObject ours(const QJsonObject& more = {});
QJsonObject master();
QJsonObject occurrence(const char* id, const char* originalStart, const char* start, const char* end);

QByteArray codeOf(const auto& result)
{
    return result ? QByteArray() : result.error().code();
}

} // namespace reserve::test
