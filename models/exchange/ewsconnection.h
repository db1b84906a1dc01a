// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsaccount.h"
#include "models/exchange/ewsreply.h"
#include "models/exchange/ewswriter.h"
#include "models/exchange/httpexchange.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace reserve {

// Asks one EWS server one operation after the other, or several at once, and reads the answers. An operation is a value
// that writes its XML and reads what came: write(EwsWriter&), read(const EwsReply&), Answer.
//
// Owned by the gateway, on its thread. An answer that is still open when the connection goes is never delivered;
// whoever waits for it goes too. Errors carry `mailbox`, and are those of readEwsReply(), of the operation, of
// Autodiscover and of exchangeErrorOf(). exchange.url-missing without an address and without a mailbox to find it by.
class EwsConnection final : public QObject
{
    Q_OBJECT

public:
    EwsConnection(EwsAccount account, HttpExchange exchange);

    template<typename Operation>
    void call(const QString& mailbox, const Operation& operation, Receive<typename Operation::Answer> receive)
    {
        QByteArray xml;
        EwsWriter writer(&xml);
        writer.beginEnvelope(m_account.impersonates ? mailbox : QString());
        operation.write(writer);
        writer.endEnvelope();
        post(mailbox, xml, [operation, mailbox, receive = std::move(receive)](const Result<EwsReply>& reply) {
            if (!reply) {
                receive(about(mailbox, reply.error()));
                return;
            }
            const auto answer = operation.read(*reply);
            if (answer)
                receive(answer);
            else
                receive(about(mailbox, answer.error()));
        });
    }

    // By Autodiscover, whatever address is set, but for one on this machine: that is asked itself.
    void findAddress(const QString& mailbox, Receive<QUrl> receive);

private:
    using ReceiveReply = Receive<EwsReply>;

    static Failure about(const QString& mailbox, const Error& error);

    void post(const QString& mailbox, const QByteArray& xml, ReceiveReply receive);
    void send(const QString& mailbox, const QByteArray& xml, ReceiveReply receive);
    void finishDiscovery(const Result<QUrl>& url);

    EwsAccount m_account;
    HttpExchange m_exchange;
    QList<std::function<void(const Result<QUrl>&)>> m_waiting; // for the address
};

} // namespace reserve
