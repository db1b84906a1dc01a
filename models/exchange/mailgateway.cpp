// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/mailgateway.h"

#include "models/exchange/answer.h"
#include "models/exchange/onanswer.h"

namespace reserve {

namespace {

template<typename T>
QFuture<Result<T>> notSupported(const QString& mailbox)
{
    return answeredFuture(Result<T>(failure("exchange.not-supported", {{QStringLiteral("mailbox"), mailbox}})));
}

// What the server said to the mail, or why the first recipient does not have it.
Result<QString> outcomeOf(const Result<SendReport>& report)
{
    if (!report)
        return failure(report.error());
    if (!report->recipients.isEmpty() && report->recipients.first().refusal)
        return failure(*report->recipients.first().refusal);
    return report->remoteText;
}

} // namespace

MailGateway::MailGateway(MailSender send)
    : m_send(std::move(send))
{
}

QFuture<Result<ResponseReport>> MailGateway::respond(const RoomResponse& response)
{
    if (!response.tells)
        return answeredFuture(Result<ResponseReport>(ResponseReport{}));
    if (!response.mail)
        return notSupported<ResponseReport>(response.mailbox);
    const Answer<ResponseReport> answer;
    onAnswer(m_send(*response.mail), &m_context, [answer](const Result<SendReport>& report) {
        answer(outcomeOf(report).map([](const QString& remoteText) {
            ResponseReport mailed;
            mailed.isMailed = true;
            mailed.remoteText = remoteText;
            return mailed;
        }));
    });
    return answer.future();
}

QFuture<Result<ItemReference>> MailGateway::create(const QString& mailbox, const ItemDraft&)
{
    return notSupported<ItemReference>(mailbox);
}

QFuture<Result<ItemReference>> MailGateway::update(const QString& mailbox, const QString&, const ItemDraft&)
{
    return notSupported<ItemReference>(mailbox);
}

QFuture<Result<void>> MailGateway::cancel(const QString& mailbox, const QByteArray&, const QString&, const QString&)
{
    return notSupported<void>(mailbox);
}

QFuture<Result<QList<CalendarItem>>> MailGateway::find(const QString& mailbox, const MeetingIdentity&)
{
    return notSupported<QList<CalendarItem>>(mailbox);
}

QFuture<Result<QList<CalendarItem>>> MailGateway::list(const QString& mailbox, TimeRange)
{
    return notSupported<QList<CalendarItem>>(mailbox);
}

QFuture<Result<QList<BusyTime>>> MailGateway::busyTimes(const QStringList& mailboxes, TimeRange)
{
    return notSupported<QList<BusyTime>>(mailboxes.value(0));
}

QFuture<Result<ProcessingFacts>> MailGateway::processing(const QString& mailbox)
{
    return notSupported<ProcessingFacts>(mailbox);
}

QFuture<Result<QString>> MailGateway::sendMail(const QString&, const MailToSend& mail)
{
    const Answer<QString> answer;
    onAnswer(m_send(mail), &m_context, [answer](const Result<SendReport>& report) { answer(outcomeOf(report)); });
    return answer.future();
}

QFuture<Result<ServerFacts>> MailGateway::probe(const QString&)
{
    return answeredFuture(Result<ServerFacts>(ServerFacts{}));
}

QFuture<Result<QUrl>> MailGateway::findAddress(const QString& mailbox)
{
    return notSupported<QUrl>(mailbox);
}

} // namespace reserve
