// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsavailability.h"
#include "models/exchange/ewscreateitem.h"
#include "models/exchange/ewsdeleteitem.h"
#include "models/exchange/ewsfacts.h"
#include "models/exchange/ewsfinditem.h"
#include "models/exchange/ewsgetitem.h"
#include "tests/fuzz/fuzztargets.h"

namespace reserve::fuzz {

namespace {

const TimeRange hour{Instant(), Instant() + Minutes(60)};

void requireSound(const EwsItem& item)
{
    require(!item.item.reference.isNull(), "an item can be asked for again");
    require(item.originalStart.has_value() || item.item.recurrenceId.isEmpty(), "only a date of a series has a key");
    require(!item.originalStart || item.isOccurrence(item.item.recurrenceId), "a date is the one that its key means");
}

void requireSound(const Error& error)
{
    require(error.code().startsWith("exchange."), "what cannot be read is a failure of Exchange");
}

void readItems(const EwsReply& reply)
{
    if (const auto page = EwsFindInRange{QString(), hour, EwsShape::Row}.read(reply)) {
        for (const EwsItem& item : page->items)
            requireSound(item);
    } else {
        requireSound(page.error());
    }
    const auto items = EwsGetItems{ItemFolder::Calendar, {ItemReference{QStringLiteral("a"), {}}}}.read(reply);
    if (items && items->first())
        requireSound(*items->first());
}

void readTimes(const EwsReply& reply)
{
    const auto times = EwsAvailability{{QStringLiteral("room@rooms.example")}, hour}.read(reply);
    if (!times)
        return;
    for (const BusyTime& time : *times)
        require(time.busy != BusyKind::Free && time.time.overlaps(hour), "only what is taken is told");
}

} // namespace

void ewsAnswer(QByteArrayView input)
{
    HttpResponse response;
    response.status = 200;
    response.body = input.toByteArray();
    const auto reply
        = readEwsReply(response, QUrl(QStringLiteral("https://mail.example/EWS/Exchange.asmx")), Instant());
    if (!reply) {
        requireSound(reply.error());
        return;
    }
    readItems(*reply);
    readTimes(*reply);
    (void)EwsGetCalendar{}.read(*reply);
    (void)EwsGetProcessing{}.read(*reply);
    (void)EwsResolveName{}.read(*reply);
    (void)EwsRespond{}.read(*reply);
    (void)EwsDeleteItems{{ItemReference{QStringLiteral("a"), {}}}}.read(*reply);
}

} // namespace reserve::fuzz
