// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsgateway.h"

#include "models/exchange/answer.h"
#include "models/exchange/ewscalendarwriting.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsfacts.h"
#include "models/exchange/ewslisting.h"
#include "models/exchange/ewsmeetingsearch.h"
#include "models/exchange/ewsresponding.h"
#include "models/exchange/ewssending.h"
#include "models/exchange/exchangeproblem.h"

#include <memory>

namespace reserve {

namespace {

// CalendarProcessingFlags as Exchange keeps them.
QString nameOfProcessing(int flag)
{
    return flag == 2 ? QStringLiteral("AutoAccept") : flag == 1 ? QStringLiteral("AutoUpdate") : QStringLiteral("None");
}

// A room that accepts by itself may still leave the decision to its delegates: then nothing is booked "in policy".
Reason signOf(const QString& mailbox, const QString& processing, bool answersByItself)
{
    const Arguments arguments{{QStringLiteral("mailbox"), mailbox}, {QStringLiteral("processing"), processing}};
    return answersByItself ? Reason{"exchange.answers-by-itself", arguments}
                           : Reason{"exchange.leaves-answer", arguments};
}

// What the calendar's configuration says, beside the name that the directory knows. That a server keeps its
// configuration to itself is no failure: then it is not told.
Result<ProcessingFacts> factsOf(const QString& mailbox, const QString& name,
                                const Result<EwsGetProcessing::Answer>& processing)
{
    ProcessingFacts facts{name, {}, {}};
    if (!processing) {
        const ExchangeProblem problem = exchangeProblemOf(processing.error());
        const bool keepsToItself = problem == ExchangeProblem::Missing || problem == ExchangeProblem::Permanent;
        return keepsToItself ? Result<ProcessingFacts>(facts) : failure(processing.error());
    }
    if (processing->automate) {
        const QString word = nameOfProcessing(*processing->automate);
        facts.answersByItself = *processing->automate == 2 && processing->allBookInPolicy.value_or(true);
        facts.signs.append(signOf(mailbox, word, *facts.answersByItself));
    }
    return facts;
}

} // namespace

EwsGateway::EwsGateway(EwsAccount account, HttpExchange exchange)
    : m_connection(std::make_unique<EwsConnection>(std::move(account), std::move(exchange)))
{
}

EwsGateway::~EwsGateway() = default;

QFuture<Result<ResponseReport>> EwsGateway::respond(const RoomResponse& response)
{
    const Answer<ResponseReport> answer;
    std::make_shared<EwsResponding>(*m_connection, response, answer)->start();
    return answer.future();
}

QFuture<Result<ItemReference>> EwsGateway::create(const QString& mailbox, const ItemDraft& draft)
{
    const Answer<ItemReference> answer;
    EwsCalendarWriting(*m_connection, mailbox).create(draft, answer);
    return answer.future();
}

QFuture<Result<ItemReference>> EwsGateway::update(const QString& mailbox, const QString& occurrence,
                                                  const ItemDraft& draft)
{
    const Answer<ItemReference> answer;
    EwsCalendarWriting(*m_connection, mailbox).update(occurrence, draft, answer);
    return answer.future();
}

QFuture<Result<void>> EwsGateway::cancel(const QString& mailbox, const QByteArray& mark, const QString& occurrence,
                                         const QString& comment)
{
    const Answer<void> answer;
    EwsCalendarWriting(*m_connection, mailbox).cancel(mark, occurrence, comment, answer);
    return answer.future();
}

QFuture<Result<QList<CalendarItem>>> EwsGateway::find(const QString& mailbox, const MeetingIdentity& meeting)
{
    const Answer<QList<CalendarItem>> answer;
    std::make_shared<EwsMeetingSearch>(*m_connection, mailbox, meeting, answer)->next();
    return answer.future();
}

QFuture<Result<QList<CalendarItem>>> EwsGateway::list(const QString& mailbox, TimeRange range)
{
    const Answer<QList<CalendarItem>> answer;
    std::make_shared<EwsListing>(*m_connection, mailbox, range, answer)->next();
    return answer.future();
}

QFuture<Result<QList<BusyTime>>> EwsGateway::busyTimes(const QStringList& mailboxes, TimeRange range)
{
    const Answer<QList<BusyTime>> answer;
    std::make_shared<EwsBusyTimes>(*m_connection, mailboxes, range, answer)->next();
    return answer.future();
}

QFuture<Result<ProcessingFacts>> EwsGateway::processing(const QString& mailbox)
{
    const Answer<ProcessingFacts> answer;
    m_connection->call(mailbox, EwsResolveName{mailbox},
                       [connection = m_connection.get(), mailbox, answer](const Result<QString>& name) {
                           if (!name) {
                               answer(failure(name.error()));
                               return;
                           }
                           connection->call(
                               mailbox, EwsGetProcessing{mailbox},
                               [answer, mailbox, name = *name](const Result<EwsGetProcessing::Answer>& found) {
                                   answer(factsOf(mailbox, name, found));
                               });
                       });
    return answer.future();
}

QFuture<Result<QString>> EwsGateway::sendMail(const QString& mailbox, const MailToSend& mail, SendingAgain again)
{
    const Answer<QString> answer;
    std::make_shared<EwsSending>(*m_connection, mailbox, mail, answer)->start(again);
    return answer.future();
}

QFuture<Result<ServerFacts>> EwsGateway::probe(const QString& mailbox)
{
    const Answer<ServerFacts> answer;
    if (mailbox.isEmpty()) {
        m_connection->call({}, EwsAskVersion(), [answer](const Result<EwsServerVersion>& version) {
            answer(version ? Result<ServerFacts>(ServerFacts{version->text(), {}}) : failure(version.error()));
        });
        return answer.future();
    }
    m_connection->call(
        mailbox, EwsGetCalendar{mailbox}, [answer, mailbox](const Result<EwsGetCalendar::Answer>& found) {
            if (!found) {
                answer(failure(found.error()));
            } else if (!found->missingRights.isEmpty()) {
                answer(failure("exchange.access-denied",
                               {{QStringLiteral("mailbox"), mailbox},
                                {QStringLiteral("rights"), found->missingRights.join(QLatin1String(", "))}}));
            } else {
                answer(ServerFacts{found->version.text(), mailbox});
            }
        });
    return answer.future();
}

QFuture<Result<QUrl>> EwsGateway::findAddress(const QString& mailbox)
{
    const Answer<QUrl> answer;
    m_connection->findAddress(mailbox, [answer](const Result<QUrl>& url) { answer(url); });
    return answer.future();
}

} // namespace reserve
