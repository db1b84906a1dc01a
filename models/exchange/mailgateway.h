// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/exchangegateway.h"

#include <functional>

namespace reserve {

// Sends a message by the outgoing mail server. Called on the agent's thread; send.* where it fails.
using MailSender = std::function<QFuture<Result<void>>(const MailToSend&)>;

// A profile that is mail only: the room answers by an iMIP REPLY, and nobody sees into its mailbox. What concerns
// calendars is exchange.not-supported (profile). A response that is to tell nobody has nothing to do here. There is no
// server to be asked whether it is there: probe() is content, and the next mail will show.
//
// Errors of sending are send.*; exchangeProblemOf() knows them.
class MailGateway final : public ExchangeGateway
{
public:
    MailGateway(QString profile, MailSender send);

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
    QFuture<Result<void>> sendMail(const QString& mailbox, const MailToSend& mail) override;
    QFuture<Result<ServerFacts>> probe(const QString& mailbox) override;
    QFuture<Result<QUrl>> findAddress(const QString& mailbox) override;

private:
    Failure notSupported() const;

    QString m_profile; // its name
    MailSender m_send;
    QObject m_context;
};

} // namespace reserve
