// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphrespond.h"

#include "models/base/logging.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/globalobjectid.h"
#include "models/exchange/graphfailure.h"
#include "models/exchange/graphlookup.h"
#include "models/exchange/graphproperties.h"
#include "models/exchange/itemorganizer.h"

#include <algorithm>

namespace reserve {

namespace {

QString actionOf(ResponseKind kind)
{
    switch (kind) {
    case ResponseKind::Accept:
        return QStringLiteral("accept");
    case ResponseKind::Tentative:
        return QStringLiteral("tentativelyAccept");
    case ResponseKind::Decline:
        return QStringLiteral("decline");
    }
    Q_UNREACHABLE();
}

// Well-known names of mail folders.
QString nameOf(ItemFolder folder)
{
    return folder == ItemFolder::Inbox ? QStringLiteral("inbox") : QStringLiteral("deleteditems");
}

GraphRequest messagesOf(const QString& mailbox, const QString& folder, const QString& meetingId)
{
    GraphRequest request = graphByProperty(mailbox, {QStringLiteral("mailFolders"), folder, QStringLiteral("messages")},
                                           meetingProperty, meetingId);
    request.query.append({QByteArray("$expand"),
                          QStringLiteral("singleValueExtendedProperties($filter=id eq %1 or id eq %2)")
                              .arg(odataText(sequenceProperty), odataText(dateProperty))});
    return request;
}

bool isRequest(const QJsonObject& message)
{
    return message.value(QLatin1String("meetingMessageType")).toString() == QLatin1String("meetingRequest")
        || message.value(QLatin1String("@odata.type")).toString().endsWith(QLatin1String(".eventMessageRequest"));
}

// Newest first: an older request for the same meeting may lie beside it.
QStringList requestsIn(QList<QJsonObject> messages)
{
    const auto arrival
        = [](const QJsonObject& message) { return message.value(QLatin1String("receivedDateTime")).toString(); };
    std::sort(messages.begin(), messages.end(),
              [&](const QJsonObject& a, const QJsonObject& b) { return arrival(a) > arrival(b); });
    QStringList ids;
    for (const QJsonObject& message : messages) {
        if (isRequest(message))
            ids.append(message.value(QLatin1String("id")).toString());
    }
    ids.removeAll(QString());
    return ids;
}

// Graph refuses a response that nobody asked for, and says so in words alone.
bool saysNobodyAsked(const Error& error)
{
    const QString remote = error.arguments().value(QStringLiteral("remote"));
    return error.arguments().value(QStringLiteral("status")) == QLatin1String("400")
        && remote.contains(QLatin1String("requested a response"), Qt::CaseInsensitive);
}

} // namespace

GraphRespond::GraphRespond(GraphSession& session, RoomResponse response)
    : m_session(session)
    , m_response(std::move(response))
{
    for (const QByteArray& id : cleanGlobalObjectIds(m_response.meeting.uid))
        m_meetingIds.append(QString::fromLatin1(id.toBase64()));
}

QFuture<Result<ResponseReport>> GraphRespond::run()
{
    findInGraphCalendar(
        m_session, m_response.mailbox, m_response.meeting,
        [self = shared_from_this()](const Result<QList<GraphEvent>>& found) { self->takeFromCalendar(found); });
    return m_answer.future();
}

void GraphRespond::takeFromCalendar(const Result<QList<GraphEvent>>& found)
{
    if (!found) {
        m_answer(failure(found.error()));
        return;
    }
    const auto own
        = std::find_if(found->begin(), found->end(), [this](const GraphEvent& event) { return isOwn(event); });
    if (own != found->end())
        judge(*own, ItemFolder::Calendar);
    else
        lookInNextFolder();
}

void GraphRespond::lookInNextFolder()
{
    if (m_folders.isEmpty() || m_meetingIds.isEmpty()) {
        lookWhetherDeclined();
        return;
    }
    const ItemFolder folder = m_folders.takeFirst();
    m_session.sendForAll(messagesOf(m_response.mailbox, nameOf(folder), m_meetingIds.first()),
                         [self = shared_from_this(), folder](const Result<QList<QJsonObject>>& messages) {
                             self->takeMessages(folder, messages);
                         });
}

void GraphRespond::takeMessages(ItemFolder folder, const Result<QList<QJsonObject>>& messages)
{
    if (messages) {
        m_messages = requestsIn(*messages);
        lookAtNextMessage(folder);
        return;
    }
    // Calendars.ReadWrite alone lets nobody read mail (Mail.Read): the calendar must do then.
    if (exchangeProblemOf(messages.error()) != ExchangeProblem::Permanent
        && messages.error().code() != "exchange.consent-missing" && messages.error().code() != "exchange.item-gone") {
        m_answer(failure(messages.error()));
        return;
    }
    qCInfo(lcDelivery) << "no look into" << nameOf(folder) << messages.error().logLine();
    lookInNextFolder();
}

void GraphRespond::lookAtNextMessage(ItemFolder folder)
{
    if (m_messages.isEmpty()) {
        lookInNextFolder();
        return;
    }
    const GraphQuery event{{"$expand", QStringLiteral("microsoft.graph.eventMessage/event")}};
    m_session.send(graphGet(m_response.mailbox, {QStringLiteral("messages"), m_messages.takeFirst()}, event),
                   [self = shared_from_this(), folder](const Result<GraphReply>& reply) {
                       self->takeEventOfMessage(folder, reply);
                   });
}

void GraphRespond::takeEventOfMessage(ItemFolder folder, const Result<GraphReply>& reply)
{
    if (!reply && exchangeProblemOf(reply.error()) != ExchangeProblem::Missing) {
        m_answer(failure(reply.error()));
        return;
    }
    const QJsonObject event = reply ? reply->body.value(QLatin1String("event")).toObject() : QJsonObject();
    const QString id = event.value(QLatin1String("id")).toString();
    if (id.isEmpty()) {
        m_folderOfLoneRequest = folder == ItemFolder::Inbox ? QStringLiteral("Inbox") : QStringLiteral("Deleted Items");
        lookAtNextMessage(folder);
        return;
    }
    m_session.send(
        graphEventById(m_response.mailbox, id),
        [self = shared_from_this(), folder](const Result<GraphReply>& found) { self->takeEvent(folder, found); });
}

void GraphRespond::takeEvent(ItemFolder folder, const Result<GraphReply>& reply)
{
    if (!reply) {
        if (exchangeProblemOf(reply.error()) == ExchangeProblem::Missing)
            lookAtNextMessage(folder);
        else
            m_answer(failure(reply.error()));
        return;
    }
    const Result<GraphEvent> event = graphEventOf(reply->body);
    if (!event) {
        m_answer(failure(event.error()));
        return;
    }
    const QString& date = m_response.meeting.recurrenceId;
    const bool isMeant = date.isEmpty() || isOccurrence(*event, date);
    if (isMeant && sameUid(event->item.uid, m_response.meeting.uid) && isOwn(*event))
        judge(*event, folder);
    else
        lookAtNextMessage(folder);
}

void GraphRespond::lookWhetherDeclined()
{
    if (m_response.kind != ResponseKind::Decline) {
        notFound();
    } else if (m_response.earlier == EarlierAttempt::Asked) {
        declinedBefore(); // it was there to be declined
    } else if (m_meetingIds.isEmpty() || !m_response.tells) {
        notFound();
    } else if (m_response.meeting.recurrenceId.isEmpty()) {
        lookIntoSentItems({});
    } else {
        findInGraphCalendar(m_session, m_response.mailbox, {m_response.meeting.uid, {}},
                            [self = shared_from_this()](const Result<QList<GraphEvent>>& series) {
                                if (!series)
                                    self->m_answer(failure(series.error()));
                                else
                                    self->lookIntoSentItems(series->isEmpty() ? std::nullopt
                                                                              : std::optional(series->first().zone));
                            });
    }
}

void GraphRespond::lookIntoSentItems(const std::optional<QTimeZone>& zone)
{
    m_session.sendForAll(messagesOf(m_response.mailbox, QStringLiteral("sentitems"), m_meetingIds.first()),
                         [self = shared_from_this(), zone](const Result<QList<QJsonObject>>& messages) {
                             self->takeSentItems(messages, zone);
                         });
}

void GraphRespond::takeSentItems(const Result<QList<QJsonObject>>& messages, const std::optional<QTimeZone>& zone)
{
    if (messages) {
        const bool isDeclined = std::any_of(messages->cbegin(), messages->cend(),
                                            [&](const QJsonObject& message) { return isThisDecline(message, zone); });
        if (isDeclined)
            declinedBefore();
        else
            notFound();
        return;
    }
    if (!keepsShut(messages.error()))
        m_answer(failure(messages.error()));
    else if (m_response.earlier == EarlierAttempt::None)
        notFound();
    else
        m_answer(failure(answerUnproven(messages.error(), mailReadPermission)));
}

// Of this version, and of the whole or of the one date that is meant. Where the series is not here, its wall clock is
// not known, and the start alone can say which date it is.
bool GraphRespond::isThisDecline(const QJsonObject& message, const std::optional<QTimeZone>& zone) const
{
    const std::optional<int> sequence = graphSequenceOf(message);
    const QString type = message.value(QLatin1String("meetingMessageType")).toString();
    if (type != QLatin1String("meetingDeclined") || !sequence || *sequence < m_response.sequence)
        return false;
    GraphEvent said;
    said.instanceDate = graphDateOf(message);
    if (m_response.meeting.recurrenceId.isEmpty())
        return !said.instanceDate;
    if (zone)
        said.zone = *zone;
    else
        said.originalStart = graphInstant(message.value(QLatin1String("startDateTime")));
    return (zone || said.originalStart) && isOccurrence(said, m_response.meeting.recurrenceId);
}

void GraphRespond::declinedBefore()
{
    m_answer(ResponseReport{ItemFolder::DeletedItems, {}, true});
}

void GraphRespond::judge(const GraphEvent& event, ItemFolder folder)
{
    const Arguments mailbox{{QStringLiteral("mailbox"), m_response.mailbox}};
    const VersionOrder order = versionOrder(event.version(), m_response);
    if (event.item.response == ItemResponse::Organizer)
        m_answer(failure("exchange.own-item", mailbox));
    else if (event.item.isCancelled)
        m_answer(failure("exchange.item-gone", mailbox));
    else if (order == VersionOrder::Older)
        notFound();
    else if (order == VersionOrder::Newer)
        m_answer(failure(newerAwaited(event.version(), m_response)));
    else if (event.item.response == itemResponseOf(m_response.kind))
        m_answer(ResponseReport{folder, event.item.reference, true});
    else
        post(event, folder, m_response.tells && event.responseRequested);
}

void GraphRespond::post(const GraphEvent& event, ItemFolder folder, bool tells)
{
    QJsonObject body{{QStringLiteral("sendResponse"), tells}};
    // A comment that nobody is sent is refused.
    if (tells)
        body.insert(QStringLiteral("comment"), m_response.comment);
    const QStringList action{QStringLiteral("events"), event.item.reference.id, actionOf(m_response.kind)};
    m_session.send(graphPost(m_response.mailbox, action, body),
                   [self = shared_from_this(), event, folder, tells](const Result<GraphReply>& reply) {
                       if (reply)
                           self->m_answer(ResponseReport{folder, event.item.reference, false});
                       else if (tells && saysNobodyAsked(reply.error()))
                           self->post(event, folder, false);
                       else if (reply.error().code() == "exchange.item-gone") // taken away since it was found
                           self->m_answer(failure("exchange.item-changed", reply.error().arguments(), true));
                       else
                           self->m_answer(failure(ofTelling(reply.error())));
                   });
}

// Another organizer may have given a meeting the same UID.
bool GraphRespond::isOwn(const GraphEvent& event)
{
    const bool isOwn = canBeOrganizer(event.item.organizer, m_response.organizer);
    if (!isOwn)
        m_otherOrganizer = event.item.organizer;
    return isOwn;
}

void GraphRespond::notFound()
{
    Arguments arguments{{QStringLiteral("mailbox"), m_response.mailbox}};
    if (!m_otherOrganizer.isEmpty())
        arguments.insert(QStringLiteral("organizer"), m_otherOrganizer);
    else if (!m_folderOfLoneRequest.isEmpty())
        arguments.insert(QStringLiteral("folder"), m_folderOfLoneRequest);
    m_answer(failure("exchange.message-not-found", arguments, true));
}

} // namespace reserve
