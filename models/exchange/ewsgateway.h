// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/ewsaccount.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/httpexchange.h"

#include <memory>

namespace reserve {

class EwsConnection;

// Exchange Web Services: Exchange 2013 SP1 and later on premises (MS-OXWS*). Exchange Online blocks it since October
// 2026, which is recognised: exchange.ews-blocked.
//
// Only what Exchange can say is written: beyond the codes of exchangeproblem.h there are exchange.recurrence-not-
// supported (rule), exchange.zone-not-supported (zone), exchange.too-many-items (mailbox, start), exchange.url-
// missing, and those of Autodiscover, all of them permanent.
class EwsGateway final : public ExchangeGateway
{
public:
    EwsGateway(EwsAccount account, HttpExchange exchange);
    // The client must live longer.
    EwsGateway(EwsAccount account, HttpClient& client)
        : EwsGateway(std::move(account), exchangeThrough(client))
    {
    }
    ~EwsGateway() override;

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
    std::unique_ptr<EwsConnection> m_connection;
};

} // namespace reserve
