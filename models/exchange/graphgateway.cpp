// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphgateway.h"

#include "models/exchange/graphbusytimes.h"
#include "models/exchange/graphcancel.h"
#include "models/exchange/graphcreate.h"
#include "models/exchange/graphlist.h"
#include "models/exchange/graphlookup.h"
#include "models/exchange/graphrespond.h"
#include "models/exchange/graphsession.h"
#include "models/exchange/graphupdate.h"
#include "models/exchange/onanswer.h"

namespace reserve {

namespace {

GraphRequest calendarOf(const QString& mailbox)
{
    return graphGet(mailbox, {QStringLiteral("calendar")}, {{"$select", QStringLiteral("id,owner")}});
}

QString ownerOf(const QJsonObject& calendar)
{
    return calendar.value(QLatin1String("owner")).toObject().value(QLatin1String("address")).toString();
}

// SMTP ends lines with CRLF; what was composed may have bare line feeds.
QByteArray withLineEnds(QByteArray content)
{
    content.replace("\r\n", "\n");
    return content.replace("\n", "\r\n");
}

} // namespace

GraphGateway::GraphGateway(const ServerProfile& profile, HttpExchange exchange, const Clock& clock)
    : m_session(std::make_unique<GraphSession>(profile.url, profile.clientId, std::move(exchange), clock))
{
}

GraphGateway::~GraphGateway() = default;

QFuture<Result<ResponseReport>> GraphGateway::respond(const RoomResponse& response)
{
    return std::make_shared<GraphRespond>(*m_session, response)->run();
}

QFuture<Result<ItemReference>> GraphGateway::create(const QString& mailbox, const ItemDraft& draft)
{
    return std::make_shared<GraphCreate>(*m_session, mailbox, draft)->run();
}

QFuture<Result<ItemReference>> GraphGateway::update(const QString& mailbox, const QString& occurrence,
                                                    const ItemDraft& draft)
{
    return std::make_shared<GraphUpdate>(*m_session, mailbox, occurrence, draft)->run();
}

QFuture<Result<void>> GraphGateway::cancel(const QString& mailbox, const QByteArray& mark, const QString& occurrence,
                                           const QString& comment)
{
    return std::make_shared<GraphCancel>(*m_session, mailbox, mark, occurrence, comment)->run();
}

QFuture<Result<QList<CalendarItem>>> GraphGateway::find(const QString& mailbox, const MeetingIdentity& meeting)
{
    const Answer<QList<CalendarItem>> answer;
    findInGraphCalendar(*m_session, mailbox, meeting, [answer](const Result<QList<GraphEvent>>& found) {
        if (!found) {
            answer(failure(found.error()));
            return;
        }
        QList<CalendarItem> items;
        for (const GraphEvent& event : *found)
            items.append(event.item);
        answer(items);
    });
    return answer.future();
}

QFuture<Result<QList<CalendarItem>>> GraphGateway::list(const QString& mailbox, TimeRange range)
{
    return std::make_shared<GraphList>(*m_session, mailbox, range)->run();
}

QFuture<Result<QList<BusyTime>>> GraphGateway::busyTimes(const QStringList& mailboxes, TimeRange range)
{
    return std::make_shared<GraphBusyTimes>(*m_session, mailboxes, range)->run();
}

QFuture<Result<ProcessingFacts>> GraphGateway::processing(const QString& mailbox)
{
    const Answer<ProcessingFacts> answer;
    m_session->send(calendarOf(mailbox), [answer](const Result<GraphReply>& reply) {
        if (!reply) {
            answer(failure(reply.error()));
            return;
        }
        ProcessingFacts facts;
        facts.mailboxName = ownerOf(reply->body);
        facts.signs.append(Reason{"exchange.processing-not-told", {}});
        answer(facts);
    });
    return answer.future();
}

QFuture<Result<QString>> GraphGateway::sendMail(const QString& mailbox, const MailToSend& mail)
{
    GraphRequest request = graphGet(mailbox, {QStringLiteral("sendMail")});
    request.method = "POST";
    request.contentType = "text/plain"; // the message itself in base64, not a resource in JSON
    request.body = withLineEnds(mail.content).toBase64();
    const Answer<QString> answer;
    m_session->send(request, [answer](const Result<GraphReply>& reply) {
        answer(reply ? Result<QString>(QString()) : failure(reply.error()));
    });
    return answer.future();
}

QFuture<Result<ServerFacts>> GraphGateway::probe(const QString& mailbox)
{
    const Answer<ServerFacts> answer;
    GraphRequest request = calendarOf(mailbox);
    if (mailbox.isEmpty())
        request = {}; // the service document
    const QString version = QStringLiteral("Microsoft Graph ")
        + (m_session->root() ? m_session->root()->path().section(QLatin1Char('/'), -1) : QString());
    m_session->send(request, [answer, mailbox, version](const Result<GraphReply>& reply) {
        if (!reply) {
            answer(failure(reply.error()));
            return;
        }
        const QString owner = ownerOf(reply->body);
        answer(ServerFacts{version, owner.isEmpty() ? mailbox : owner});
    });
    return answer.future();
}

// Exchange Online is at one place for everybody.
QFuture<Result<QUrl>> GraphGateway::findAddress(const QString&)
{
    return answeredFuture(Result<QUrl>(failure("exchange.not-supported")));
}

} // namespace reserve
