// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/exchangegateway.h"

#include <functional>

namespace reserve {

// Sends a message by the outgoing mail server. Called on the agent's thread; the answer may come on any. send.*, or why
// there is no server.
using MailSender = std::function<QFuture<Result<SendReport>>(const MailToSend&)>;

// The way to people without a server that sees into mailboxes: the room answers by an iMIP REPLY (RFC 6047). What
// concerns calendars is exchange.not-supported (mailbox). A response that is to tell nobody has nothing to do here.
// There is no server to be asked whether it is there: probe() is content, and the next mail will show.
//
// Who stands first among the recipients is the one that is told: what they were refused is refused, and what they have
// is not sent again for the sake of a copy.
//
// Writing may not be repeated as with calendars: nobody can look whether a mail was taken. Sent again it bears the same
// Message-ID. Errors of sending are the sender's; exchangeProblemOf() knows send.*.
class MailGateway final : public ExchangeGateway
{
public:
    explicit MailGateway(MailSender send);

    QFuture<Result<ResponseReport>> respond(const RoomResponse& response) override;
    QFuture<Result<ItemReference>> create(const QString& mailbox, const ItemDraft& draft) override;
    QFuture<Result<ItemReference>> update(const QString& mailbox, const QString& occurrence,
                                          const ItemDraft& draft) override;
    QFuture<Result<void>> cancel(const QString& mailbox, const QByteArray& mark, const QString& occurrence,
                                 const QString& comment) override;
    QFuture<Result<QList<CalendarItem>>> find(const QString& mailbox, const MeetingIdentity& meeting) override;
    QFuture<Result<QList<CalendarItem>>> list(const QString& mailbox, TimeRange range) override;
    QFuture<Result<QList<BusyTime>>> busyTimes(const QStringList& mailboxes, TimeRange range) override;
    QFuture<Result<ProcessingFacts>> processing(const QString& mailbox) override;
    QFuture<Result<QString>> sendMail(const QString& mailbox, const MailToSend& mail, SendingAgain again) override;
    QFuture<Result<ServerFacts>> probe(const QString& mailbox) override;
    QFuture<Result<QUrl>> findAddress(const QString& mailbox) override;

private:
    MailSender m_send;
    QObject m_context;
};

} // namespace reserve
