// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/ewsappointment.h"
#include "models/exchange/ewsreply.h"
#include "models/exchange/exchangegateway.h"

namespace reserve {

class EwsWriter;

// CreateItem is four operations of ours: what is created decides what happens.

// Puts an item into the calendar, with our mark; whoever is invited gets the invitation.
struct EwsCreateAppointment
{
    using Answer = ItemReference;

    QString mailbox;
    EwsAppointment appointment;

    void write(EwsWriter& writer) const;
    Result<ItemReference> read(const EwsReply& reply) const;
};

// Answers a calendar item or a request (AcceptItem, TentativelyAcceptItem, DeclineItem). Servers answer with no item,
// one or several: a declined item moves to Deleted Items. A null reference where they say none.
struct EwsRespond
{
    using Answer = ItemReference;

    ItemReference reference;
    ResponseKind kind = ResponseKind::Accept;
    QString comment;
    bool tells = true;

    void write(EwsWriter& writer) const;
    Result<ItemReference> read(const EwsReply& reply) const;
};

// Cancels a meeting that the mailbox organizes and tells who was invited (CancelCalendarItem).
struct EwsCancelMeeting
{
    using Answer = ItemReference;

    ItemReference reference;
    QString comment;

    void write(EwsWriter& writer) const;
    Result<ItemReference> read(const EwsReply& reply) const;
};

// Sends a whole message as it is. Recipients whom its head does not name are added as blind copies.
struct EwsSendMessage
{
    using Answer = ItemReference;

    QString mailbox;
    MailToSend mail;

    void write(EwsWriter& writer) const;
    Result<ItemReference> read(const EwsReply& reply) const;
};

// The word of the schema: "AcceptItem".
const char* responseObject(ResponseKind kind);

} // namespace reserve
