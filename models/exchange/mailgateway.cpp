// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/mailgateway.h"

#include "models/exchange/answer.h"
#include "models/exchange/onanswer.h"

namespace reserve {

MailGateway::MailGateway(QString profile, MailSender send)
    : m_profile(std::move(profile))
    , m_send(std::move(send))
{
}

Failure MailGateway::notSupported() const
{
    return failure("exchange.not-supported", {{QStringLiteral("profile"), m_profile}});
}

QFuture<Result<ResponseReport>> MailGateway::respond(const RoomResponse& response)
{
    if (!response.tells)
        return answeredFuture(Result<ResponseReport>(ResponseReport{}));
    if (!response.mail)
        return answeredFuture(Result<ResponseReport>(notSupported()));
    const Answer<ResponseReport> answer;
    onAnswer(m_send(*response.mail), &m_context, [answer](const Result<void>& sent) {
        answer(sent ? Result<ResponseReport>(ResponseReport{}) : failure(sent.error()));
    });
    return answer.future();
}

QFuture<Result<ItemReference>> MailGateway::create(const QString&, const ItemDraft&)
{
    return answeredFuture(Result<ItemReference>(notSupported()));
}

QFuture<Result<ItemReference>> MailGateway::update(const QString&, const QString&, const ItemDraft&)
{
    return answeredFuture(Result<ItemReference>(notSupported()));
}

QFuture<Result<void>> MailGateway::cancel(const QString&, const QByteArray&, const QString&, const QString&)
{
    return answeredFuture(Result<void>(notSupported()));
}

QFuture<Result<QList<CalendarItem>>> MailGateway::find(const QString&, const MeetingIdentity&)
{
    return answeredFuture(Result<QList<CalendarItem>>(notSupported()));
}

QFuture<Result<QList<CalendarItem>>> MailGateway::list(const QString&, TimeRange)
{
    return answeredFuture(Result<QList<CalendarItem>>(notSupported()));
}

QFuture<Result<QList<BusyTime>>> MailGateway::busyTimes(const QStringList&, TimeRange)
{
    return answeredFuture(Result<QList<BusyTime>>(notSupported()));
}

QFuture<Result<ProcessingFacts>> MailGateway::processing(const QString&)
{
    return answeredFuture(Result<ProcessingFacts>(notSupported()));
}

QFuture<Result<void>> MailGateway::sendMail(const QString&, const MailToSend& mail)
{
    return m_send(mail);
}

QFuture<Result<ServerFacts>> MailGateway::probe(const QString&)
{
    return answeredFuture(Result<ServerFacts>(ServerFacts{}));
}

QFuture<Result<QUrl>> MailGateway::findAddress(const QString&)
{
    return answeredFuture(Result<QUrl>(notSupported()));
}

} // namespace reserve
