// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"
#include "models/exchange/graphevent.h"

#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace reserve {

class GraphSession;
struct GraphReply;

// The room's answer to one request (R-ANSWER): accept, tentativelyAccept or decline of the event in the calendar, else
// of the event that belongs to the request in the Inbox, then in Deleted Items. A decline takes the event out of the
// calendar, so that a repeat finds nothing: then the response in Sent Items says that it was given; and what the
// decline was asked of, and is gone, was declined. Where an earlier attempt may have declined it and mail is closed to
// us, nobody can tell, and it is not declined again. A version older than the one that is answered counts as not there
// yet, and none that is newer is answered.
//
// Errors: exchange.message-not-found (mailbox; organizer where only somebody else's was found, folder where a request
// lies there without an event, which is all that Graph answers), exchange.newer-awaited (mailbox),
// exchange.answer-unproven (mailbox, permission), exchange.item-gone (mailbox) for a meeting that is cancelled,
// exchange.own-item (mailbox), exchange.item-changed, and those of GraphSession.
class GraphRespond final : public std::enable_shared_from_this<GraphRespond>
{
public:
    GraphRespond(GraphSession& session, RoomResponse response);

    QFuture<Result<ResponseReport>> run();

private:
    void takeFromCalendar(const Result<QList<GraphEvent>>& found);
    void lookInNextFolder();
    void takeMessages(ItemFolder folder, const Result<QList<QJsonObject>>& messages);
    void lookAtNextMessage(ItemFolder folder);
    void takeEventOfMessage(ItemFolder folder, const Result<GraphReply>& reply);
    void takeEvent(ItemFolder folder, const Result<GraphReply>& reply);
    void lookWhetherDeclined();
    // `zone`: of the series whose one date is meant.
    void lookIntoSentItems(const std::optional<QTimeZone>& zone);
    void takeSentItems(const Result<QList<QJsonObject>>& messages, const std::optional<QTimeZone>& zone);
    bool isThisDecline(const QJsonObject& message, const std::optional<QTimeZone>& zone) const;
    void declinedBefore();

    void judge(const GraphEvent& event, ItemFolder folder);
    void post(const GraphEvent& event, ItemFolder folder, bool tells);
    bool isOwn(const GraphEvent& event);
    void notFound();

    GraphSession& m_session;
    RoomResponse m_response;
    Answer<ResponseReport> m_answer;
    QStringList m_meetingIds; // CleanGlobalObjectId, base64; the first is the one asked by
    QList<ItemFolder> m_folders{ItemFolder::Inbox, ItemFolder::DeletedItems};
    QStringList m_messages;        // ids that wait to be looked at
    QString m_otherOrganizer;      // of a meeting with the same UID
    QString m_folderOfLoneRequest; // where a request lies of which there is no event
};

} // namespace reserve
