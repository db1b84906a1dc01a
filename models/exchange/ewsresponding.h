// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsitem.h"
#include "models/exchange/exchangegateway.h"

#include <QList>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace reserve {

// Gives one answer of a room (R-ANSWER): looks for what can be answered in the calendar, the Inbox and Deleted Items,
// and answers it. Exchange itself moves a request: its attendants make the calendar item of it and put the request
// away.
//
// What already says what is to be said is not said again, so that a repeat after a crash makes no second answer; before
// a request of the Inbox is declined, Deleted Items is looked into for what was declined already, and where an earlier
// attempt may have declined it, Sent Items for the response, twice, because copies come late. What the decline was
// asked of, and is gone, was declined. Where nobody can tell, it is not declined again. What is older than the request
// is passed over: the update is still on its way. What is newer is not answered: nobody has decided it; nor is what was
// cancelled since, nor another organizer's meeting with the same UID. What changed between reading and answering is
// looked for once more.
//
// Lives as long as a request of its is under way. Errors: exchange.message-not-found (mailbox, uid; organizer where
// only somebody else's was found), exchange.newer-awaited, .item-gone, .answer-unproven, .copy-awaited (mailbox).
class EwsResponding final : public std::enable_shared_from_this<EwsResponding>
{
public:
    EwsResponding(EwsConnection& connection, RoomResponse response, Receive<ResponseReport> receive);

    void start();

private:
    void lookInNextFolder();
    void lookWhetherDeclined();
    void answerRequest();
    void judge(const Result<QList<EwsItem>>& items);
    QList<EwsItem> ownAmong(QList<EwsItem> items);
    void judgeOwn(const QList<EwsItem>& items);
    void lookForDate(const QList<EwsItem>& items);
    void judgeDate(const EwsItem& item);
    bool mayBeDeclined() const;
    bool isMeant(const EwsItem& item) const;
    bool isTakenBack(const EwsItem& item) const;
    bool isCurrent(const EwsItem& item) const;
    bool isNewer(const EwsItem& item) const;
    bool saysSo(const EwsItem& item) const;
    bool canBeAnswered(const EwsItem& item) const;
    void answer(const EwsItem& item);
    void take(const EwsItem& item, const Result<ItemReference>& answered);

    EwsConnection& m_connection;
    const RoomResponse m_response;
    const Receive<ResponseReport> m_receive;
    QList<ItemFolder> m_folders; // not looked into yet
    ItemFolder m_folder = ItemFolder::Calendar;
    std::optional<EwsItem> m_request;      // of the Inbox, to be answered unless Deleted Items says that it was
    std::optional<QTimeZone> m_seriesZone; // of the series in the calendar whose date is meant
    QString m_otherOrganizer;              // of a meeting with the same UID
    bool m_isSecondTime = false;
};

} // namespace reserve
