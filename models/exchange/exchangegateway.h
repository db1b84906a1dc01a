// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/earlierattempt.h"
#include "models/exchange/calendaritem.h"
#include "models/transport/mailtransport.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace reserve {

enum class ResponseKind { Accept, Tentative, Decline };

// What an item says once it is answered so.
ItemResponse itemResponseOf(ResponseKind kind);

// The room's answer to one request (R-ANSWER).
struct RoomResponse
{
    QString mailbox;
    MeetingIdentity meeting;
    QString organizer; // of the request that is answered: an item with its UID may be somebody else's
    int sequence = 0;  // of that request
    // What else tells its version from others with the same sequence; nothing where the request does not say it so that
    // every calendar shows the same.
    std::optional<Instant> stamp;  // DTSTAMP
    std::optional<TimeRange> time; // of a series its first date
    bool allDay = false;
    QByteArray timeZone; // IANA id of the zone whose midnights `time` has where it is of whole days
    ResponseKind kind = ResponseKind::Accept;
    QString comment;                               // plain text for the organizer
    bool tells = true;                             // the organizer is sent the response, else only the item changes
    EarlierAttempt earlier = EarlierAttempt::None; // what may have been answered before
    bool wasCopyAwaited = false;                   // Sent Items were looked into in vain, and time has passed since
    std::optional<MailToSend> mail; // the same answer as an iMIP REPLY: what a way without mailboxes sends
};

// Whether a mail may have been sent by an earlier attempt whose answer was lost, and what then. LookFirst: it is looked
// for in Sent Items, and when it is not there that is said (exchange.copy-awaited), because copies come late.
// UnlessThere: it is looked for once more, and sent when it is still not there.
enum class SendingAgain { No, LookFirst, UnlessThere };

// Where the request was found and what was done.
struct ResponseReport
{
    ItemFolder foundIn = ItemFolder::Calendar;
    ItemReference item;       // empty when the server did not say
    bool wasAnswered = false; // it stood so already: by an earlier try of ours, or by Exchange itself
    bool isMailed = false;    // looked for nowhere: the answer went as a mail
    QString remoteText = {};  // what the server said to that mail
};

struct BusyTime
{
    QString mailbox;
    TimeRange time;
    BusyKind busy = BusyKind::Busy;
};

// What the protocol tells about how Exchange itself treats a room's requests; absent: not told.
struct ProcessingFacts
{
    QString mailboxName;                 // as the server spells the address
    std::optional<bool> answersByItself; // AutomateProcessing AutoAccept, as far as it can be seen
    QList<Reason> signs;                 // what was seen that says so
};

struct ServerFacts
{
    QString version; // "Exchange 2019, build 15.2.1258.12"; "Microsoft Graph v1.0"
    QString mailbox; // the one that could be opened; empty when none was asked for
};

// One Exchange server or tenant as one profile describes it: EWS or Graph; or mail alone (MailGateway), where a profile
// is mail only, where nobody handles a mailbox, and where Exchange does not have the request. Owned by the agent and
// used on its thread, where the answers come too; several calls may be under way. Every call answers exactly once,
// within its time limit.
//
// Writing may be repeated: respond() looks at what the item says already, create() looks for the mark first, update()
// and cancel() of what is as asked succeed; sendMail() is told that it is a repeat. Where it cannot be seen whether
// somebody was told already, nobody is told a second time: exchange.answer-unproven, exchange.sent-unproven (mailbox,
// permission or remote). A failure after which somebody may be told all the same says so: mayBeDone().
//
// Errors carry a code "exchange.*", and `remote` where the server spoke; what they mean for a repeat says
// exchangeProblemOf(); exchangeproblem.h has the codes.
class ExchangeGateway
{
public:
    virtual ~ExchangeGateway() = default;

    // Looks in the calendar, the Inbox and Deleted Items, in this order. exchange.message-not-found (mailbox) when it
    // is in none of them, or there in an older version alone; exchange.newer-awaited (mailbox) where a version lies
    // there that is newer than the answer. The caller decides how long to wait.
    virtual QFuture<Result<ResponseReport>> respond(const RoomResponse& response) = 0;

    virtual QFuture<Result<ItemReference>> create(const QString& mailbox, const ItemDraft& draft) = 0;
    // `occurrence` is the key of one date of the series that the mark means; empty: the whole. exchange.item-gone when
    // it is not there.
    virtual QFuture<Result<ItemReference>> update(const QString& mailbox, const QString& occurrence,
                                                  const ItemDraft& draft)
        = 0;
    // Removes it and tells who was invited, with the comment. What is not there is cancelled.
    virtual QFuture<Result<void>> cancel(const QString& mailbox, const QByteArray& mark, const QString& occurrence,
                                         const QString& comment)
        = 0;

    virtual QFuture<Result<QList<CalendarItem>>> find(const QString& mailbox, const MeetingIdentity& meeting) = 0;
    // All items that touch the range, series as their occurrences, in order of time; asked for in pages, and in pieces
    // where the range is longer than the server allows (two years).
    virtual QFuture<Result<QList<CalendarItem>>> list(const QString& mailbox, TimeRange range) = 0;
    virtual QFuture<Result<QList<BusyTime>>> busyTimes(const QStringList& mailboxes, TimeRange range) = 0;
    virtual QFuture<Result<ProcessingFacts>> processing(const QString& mailbox) = 0;
    // Sends a whole message (RFC 5322) from the mailbox and keeps a copy in its Sent Items, by whose Message-ID a
    // repeat knows it. Answers what the server said to it; empty where it says nothing, and where it was sent before.
    virtual QFuture<Result<QString>> sendMail(const QString& mailbox, const MailToSend& mail, SendingAgain again) = 0;
    // Whether the server is there and lets us in; into `mailbox` too, where one is named.
    virtual QFuture<Result<ServerFacts>> probe(const QString& mailbox) = 0;
    // Where the server of this mailbox is, found anew and not remembered. exchange.not-supported where there is nothing
    // to find.
    virtual QFuture<Result<QUrl>> findAddress(const QString& mailbox) = 0;
};

} // namespace reserve
