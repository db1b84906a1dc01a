// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/ewsgateway.h"
#include "models/exchange/globalobjectid.h"
#include "tests/unit/fakeews.h"

#include <QTest>

namespace reserve::test {

const QString room = QStringLiteral("room1@contoso.test");
const QString uid = QStringLiteral("meeting-1@contoso.test");

inline Instant at(const char* iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

// A gateway in front of one mailbox in memory.
struct EwsDesk
{
    explicit EwsDesk(bool impersonates = true)
        : gateway({QUrl(QStringLiteral("https://mail.contoso.test/EWS/Exchange.asmx")), impersonates}, ews.exchange())
    {
    }

    FakeEws ews;
    EwsGateway gateway;
};

template<typename T>
Result<T> answerOf(const QFuture<Result<T>>& future)
{
    [&] { QTRY_VERIFY(future.isFinished()); }();
    return future.resultCount() > 0 ? future.result() : Result<T>(failure("test.no-answer"));
}

inline FakeItem invited(ItemFolder folder, const char* element, int sequence = 0)
{
    FakeItem item;
    item.folder = folder;
    item.element = QLatin1String(element);
    item.globalObjectId = cleanGlobalObjectIds(uid).first();
    item.fields = {{QStringLiteral("Subject"), QStringLiteral("Budget")},
                   {QStringLiteral("UID"), uid},
                   {QStringLiteral("Start"), QStringLiteral("2026-11-18T09:30:00Z")},
                   {QStringLiteral("End"), QStringLiteral("2026-11-18T10:00:00Z")},
                   {QStringLiteral("CalendarItemType"), QStringLiteral("Single")},
                   {QStringLiteral("MyResponseType"), QStringLiteral("NoResponseReceived")},
                   {QStringLiteral("AppointmentSequenceNumber"), QString::number(sequence)}};
    return item;
}

inline RoomResponse accept(int sequence = 0)
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = uid;
    response.sequence = sequence;
    response.comment = QStringLiteral("The room is yours.");
    return response;
}

inline ItemDraft draft()
{
    ItemDraft draft;
    draft.mark = "mark-1";
    draft.subject = QStringLiteral("Board < & \u0001 \U0001F4C5");
    draft.body = QStringLiteral("Bring\nthe figures");
    draft.location = QStringLiteral("Room 1");
    draft.time = {at("2026-11-18T09:30:00Z"), at("2026-11-18T10:00:00Z")};
    draft.timeZone = "Europe/Berlin";
    return draft;
}

inline ItemDraft series(const char* rule = "FREQ=WEEKLY;BYDAY=WE;COUNT=5")
{
    ItemDraft result = draft();
    result.recurrence = ItipRecurrence{*parseRecurrenceRule(rule), {}, {}, {}};
    return result;
}

// A date of the series with that id as the calendar shows it.
inline FakeItem dateOf(const FakeItem& master, const char* start, const char* end, const char* originalStart)
{
    FakeItem item;
    item.mark = master.mark;
    item.globalObjectId = master.globalObjectId;
    item.zone = master.zone;
    item.fields = {{QStringLiteral("Subject"), master.text("Subject")},
                   {QStringLiteral("UID"), master.text("UID")},
                   {QStringLiteral("MyResponseType"), master.text("MyResponseType")},
                   {QStringLiteral("Start"), QLatin1String(start)},
                   {QStringLiteral("End"), QLatin1String(end)},
                   {QStringLiteral("OriginalStart"), QLatin1String(originalStart)},
                   {QStringLiteral("CalendarItemType"), QStringLiteral("Occurrence")}};
    return item;
}

} // namespace reserve::test
