// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"
#include "models/entities/calendarorder.h"
#include "models/entities/outbox.h"
#include "models/exchange/exchangegateway.h"

#include <functional>
#include <variant>

namespace reserve {

class MailComposer;

// What one entry of the outbox asks of a gateway.
struct OrderRequest
{
    CalendarAction action = CalendarAction::Create;
    QString mailbox;
    QString occurrence;
    QString comment;
    ItemDraft draft;
};

struct MailRequest
{
    QString mailbox;
    MailToSend mail;
    SendingAgain again = SendingAgain::No;
};

using ServerRequest = std::variant<RoomResponse, OrderRequest, MailRequest>;

// Made from the facts of the entry. `mailbox` is the room's as it is set up now, as which a server is asked; empty for
// the gateway that mails. `byMail`: an answer that is mailed from the mailbox. Any thread. Errors: those of
// MailComposer, itip.* of an order's recurrence.
Result<ServerRequest> serverRequestFor(const OutboxEntry& entry, const QString& mailbox, bool byMail,
                                       const MailComposer& composer);

// What happened, for the trace.
using ServerAnswer = std::function<void(const Result<Reason>&)>;

// Asks for the entry that the request was made of; agent's thread, where the answer comes too, once. Codes:
// answer.by-exchange (mailbox, folder), answer.already (mailbox), answer.by-itself (mailbox), answer.by-mail
// (recipient, remote), order.stands (mailbox), order.cancelled (mailbox), outbox.sent-from-mailbox (recipient,
// mailbox), outbox.delivered (recipient, remote).
void ask(ExchangeGateway& gateway, const ServerRequest& request, const OutboxEntry& entry, Courier& courier,
         ServerAnswer answered);

// How long a request is waited for that Exchange has not put into the mailbox yet, or an item that changed under our
// hands, after `looks` in vain: 5 s, 15 s, 60 s and 120 s. Nothing: it does not come (R-ANSWER).
std::optional<Milliseconds> nextLookAfter(int looks);
// As many looks as there are.
int mostLooks();

} // namespace reserve
