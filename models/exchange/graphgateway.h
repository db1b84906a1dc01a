// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/entities/serverprofile.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/httpexchange.h"

#include <memory>

namespace reserve {

class GraphSession;

// Exchange Online by Microsoft Graph v1.0, as an application (Calendars.ReadWrite; Mail.Read to find requests that are
// no longer in the calendar; Mail.Send to send). A national cloud, or a rehearsal on this machine, is meant by the
// profile's address. The errors of each call stand with its operation, graph*.h.
//
// Graph does not tell a mailbox's calendar processing: processing() says how it spells the address, and that the rest
// must be asked of an administrator.
class GraphGateway final : public ExchangeGateway
{
public:
    // `exchange` puts the tokens in front (BearerExchange). The clock outlives the gateway.
    GraphGateway(const ServerProfile& profile, HttpExchange exchange, const Clock& clock);
    ~GraphGateway() override;

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
    std::unique_ptr<GraphSession> m_session;
};

} // namespace reserve
