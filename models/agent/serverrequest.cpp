// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/serverrequest.h"

#include "models/agent/mailcomposer.h"
#include "models/itip/eventscan.h"
#include "models/itip/recurrencereader.h"

#include <array>
#include <utility>

namespace reserve {

namespace {

constexpr std::array<Milliseconds, 4> lookIntervals{std::chrono::seconds(5), std::chrono::seconds(15),
                                                    std::chrono::seconds(60), std::chrono::seconds(120)};
static_assert(lookIntervals.size() < looksThatSayByMail);

const QString mailboxKey = QStringLiteral("mailbox");
const QString recipientKey = QStringLiteral("recipient");
const QString remoteKey = QStringLiteral("remote");

ResponseKind responseKindOf(ReservationStatus status)
{
    switch (status) {
    case ReservationStatus::Accepted:
        return ResponseKind::Accept;
    case ReservationStatus::Tentative:
    case ReservationStatus::Pending:
        return ResponseKind::Tentative;
    case ReservationStatus::Declined:
    case ReservationStatus::Cancelled:
        return ResponseKind::Decline;
    }
    Q_UNREACHABLE();
}

Result<std::optional<ItipRecurrence>> recurrenceOf(const CalendarOrder& order)
{
    if (order.recurrence.isEmpty())
        return std::nullopt;
    const ItipLimits limits;
    EventScan scan(limits);
    ContentLines lines(order.recurrence);
    while (lines.next())
        scan.take(lines.line());
    auto recurrence = readRecurrence(scan.finish(), limits);
    if (!recurrence)
        return failure(recurrence.error());
    return std::move(*recurrence);
}

Result<ServerRequest> orderRequest(const OutboxEntry& entry, const QString& mailbox)
{
    const std::optional<CalendarOrder> order = calendarOrderFromJson(entry.payload);
    if (!order)
        return failure("outbox.payload-unreadable");
    auto recurrence = recurrenceOf(*order);
    if (!recurrence)
        return failure(recurrence.error());
    OrderRequest request;
    request.action = order->action;
    request.mailbox = mailbox.isEmpty() ? order->mailbox : mailbox;
    request.occurrence = order->recurrenceId;
    request.comment = order->comment;
    request.draft.mark = order->mark;
    request.draft.subject = order->subject;
    request.draft.body = order->body;
    request.draft.location = order->location;
    request.draft.time = order->time;
    request.draft.allDay = order->allDay;
    request.draft.timeZone = order->timeZone;
    request.draft.recurrence = std::move(*recurrence);
    request.draft.privacy = order->isPrivate ? PrivacyKind::Private : PrivacyKind::Public;
    request.draft.invited = order->invited;
    return request;
}

// Of what was decided, what an item shows too. One date and all that follow are no item of Exchange.
std::optional<TimeRange> comparableTime(const Announcement& announcement)
{
    if (!announcement.isSameEverywhere || announcement.thisAndFuture)
        return std::nullopt;
    if (announcement.occurrences > 0 && announcement.recurrenceId.isEmpty())
        return announcement.begins;
    return announcement.isTimeKnown() ? std::optional(announcement.time) : std::nullopt;
}

bool wasCopyAwaited(const OutboxEntry& entry)
{
    return entry.lastFailure.code == "exchange.copy-awaited";
}

Result<ServerRequest> responseRequest(const OutboxEntry& entry, const QString& mailbox, const MailComposer& composer)
{
    const std::optional<Announcement> announcement = announcementFromJson(entry.payload);
    if (!announcement)
        return failure("outbox.payload-unreadable");
    const Result<MailToSend> mail = composer.compose(entry);
    if (!mail)
        return failure(mail.error());
    RoomResponse response;
    response.mailbox = mailbox;
    response.meeting = {announcement->uid, announcement->recurrenceId};
    response.sequence = announcement->sequence;
    if (announcement->stamp != Instant())
        response.stamp = announcement->stamp;
    response.time = comparableTime(*announcement);
    response.allDay = announcement->allDay;
    response.timeZone = announcement->timeZone;
    response.kind = responseKindOf(announcement->status);
    response.comment = composer.answerText(*announcement);
    response.organizer = announcement->organizer;
    response.earlier = entry.earlier;
    response.wasCopyAwaited = wasCopyAwaited(entry);
    response.mail = *mail;
    return response;
}

// What may have been sent is looked for before it is sent again; in vain twice, since its copy may be late.
SendingAgain againOf(const OutboxEntry& entry)
{
    if (entry.earlier == EarlierAttempt::None)
        return SendingAgain::No;
    return wasCopyAwaited(entry) ? SendingAgain::UnlessThere : SendingAgain::LookFirst;
}

Reason mailed(const OutboxEntry& entry, const QString& remoteText)
{
    return {isInPlaceOfExchange(entry) ? "answer.by-mail" : "outbox.delivered",
            {{recipientKey, entry.recipient}, {remoteKey, remoteText}}};
}

// What nobody of us tried before, and stands answered all the same, Exchange or a person at the mailbox has answered.
Reason answered(const ResponseReport& report, const RoomResponse& response, const OutboxEntry& entry)
{
    if (report.isMailed)
        return mailed(entry, report.remoteText);
    if (report.wasAnswered)
        return {entry.attempts <= 1 ? "answer.by-itself" : "answer.already", {{mailboxKey, response.mailbox}}};
    switch (report.foundIn) {
    case ItemFolder::Calendar:
        return {"answer.by-exchange", {{mailboxKey, response.mailbox}}};
    case ItemFolder::Inbox:
        return {"answer.by-exchange-inbox", {{mailboxKey, response.mailbox}}};
    case ItemFolder::DeletedItems:
        return {"answer.by-exchange-deleted", {{mailboxKey, response.mailbox}}};
    }
    Q_UNREACHABLE();
}

void askToRespond(ExchangeGateway& gateway, const RoomResponse& response, const OutboxEntry& entry, Courier& courier,
                  ServerAnswer done)
{
    courier.await(gateway.respond(response),
                  [response, entry, done = std::move(done)](const Result<ResponseReport>& report) {
                      done(report.map([&](const ResponseReport& given) { return answered(given, response, entry); }));
                  });
}

void askForOrder(ExchangeGateway& gateway, const OrderRequest& order, Courier& courier, ServerAnswer done)
{
    const Reason stands{"order.stands", {{mailboxKey, order.mailbox}}};
    if (order.action == CalendarAction::Cancel) {
        const Reason cancelled{"order.cancelled", {{mailboxKey, order.mailbox}}};
        courier.await(gateway.cancel(order.mailbox, order.draft.mark, order.occurrence, order.comment),
                      [cancelled, done = std::move(done)](const Result<void>& gone) {
                          done(gone ? Result<Reason>(cancelled) : failure(gone.error()));
                      });
        return;
    }
    const auto future = order.action == CalendarAction::Create
        ? gateway.create(order.mailbox, order.draft)
        : gateway.update(order.mailbox, order.occurrence, order.draft);
    courier.await(future, [stands, done = std::move(done)](const Result<ItemReference>& item) {
        done(item ? Result<Reason>(stands) : failure(item.error()));
    });
}

Reason sent(const MailRequest& request, const OutboxEntry& entry, const QString& remoteText)
{
    if (request.mailbox.isEmpty())
        return mailed(entry, remoteText);
    return {entry.kind == OutboxKind::Answer ? "answer.by-mail" : "outbox.sent-from-mailbox",
            {{recipientKey, request.mail.recipients.join(QStringLiteral(", "))}, {mailboxKey, request.mailbox}}};
}

void askToSend(ExchangeGateway& gateway, const MailRequest& request, const OutboxEntry& entry, Courier& courier,
               ServerAnswer done)
{
    courier.await(gateway.sendMail(request.mailbox, request.mail, request.again),
                  [request, entry, done = std::move(done)](const Result<QString>& taken) {
                      done(taken.map([&](const QString& remoteText) { return sent(request, entry, remoteText); }));
                  });
}

} // namespace

Result<ServerRequest> serverRequestFor(const OutboxEntry& entry, const QString& mailbox, bool byMail,
                                       const MailComposer& composer)
{
    if (entry.kind == OutboxKind::CalendarOrder)
        return orderRequest(entry, mailbox);
    if (entry.kind == OutboxKind::Answer && !byMail)
        return responseRequest(entry, mailbox, composer);
    Result<MailToSend> mail = composer.compose(entry);
    if (!mail)
        return failure(mail.error());
    return MailRequest{mailbox, std::move(*mail), againOf(entry)};
}

void ask(ExchangeGateway& gateway, const ServerRequest& request, const OutboxEntry& entry, Courier& courier,
         ServerAnswer answered)
{
    if (const auto* response = std::get_if<RoomResponse>(&request))
        askToRespond(gateway, *response, entry, courier, std::move(answered));
    else if (const auto* order = std::get_if<OrderRequest>(&request))
        askForOrder(gateway, *order, courier, std::move(answered));
    else
        askToSend(gateway, std::get<MailRequest>(request), entry, courier, std::move(answered));
}

std::optional<Milliseconds> nextLookAfter(int looks)
{
    return looks >= 0 && looks < mostLooks() ? std::optional(lookIntervals[std::size_t(looks)]) : std::nullopt;
}

int mostLooks()
{
    return int(lookIntervals.size());
}

} // namespace reserve
