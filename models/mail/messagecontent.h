// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// A mailbox of a header: plain address ("local@domain", without brackets) and display name, both decoded.
struct MailAddress
{
    QString address;
    QString name;

    bool isEmpty() const { return address.isEmpty(); }
    friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

// The calendar text of a message: UTF-8 without byte order mark.
struct CalendarText
{
    // text/calendar; application/ics and files named *.ics; made of a winmail.dat by those who can read that.
    enum class Source { TextCalendar, Attachment, Tnef };

    QByteArray text;
    QByteArray mimeMethod; // upper case; the method parameter of the part, empty without one
    QByteArray bodyMethod; // upper case; the METHOD property, empty without one
    QByteArray where;      // path of the part, "1.2"
    Source source = Source::TextCalendar;

    const QByteArray& method() const { return mimeMethod.isEmpty() ? bodyMethod : mimeMethod; }
};

struct MessagePart
{
    QByteArray where;    // path in the tree of parts: "1" is the message, "1.2" its second part
    QByteArray type;     // lower case, "text/plain"
    QString name;        // file name as the sender wrote it: never a path to write to
    QByteArray encoding; // lower case, "base64"
    QByteArray charset;  // as the part names it, empty where it names none
    qint64 size = 0;     // octets as they came
    int depth = 0;
};

// What a multipart/report says (RFC 3464, RFC 8098).
struct MessageReport
{
    enum class Kind { DeliveryStatus, Disposition, Other };

    Kind kind = Kind::Other;
    QString originalMessageId; // without brackets; of the mail reported on
    QString action;     // lower case: failed, delayed, delivered, relayed, expanded; a disposition: displayed, ...
    QString status;     // "5.1.1"
    QString diagnostic; // the remote server's words
    QString recipient;  // the address reported on
};

// What the agent needs to know of a message. Read once (MessageReader), then handed along. Text is decoded;
// ids are without brackets. Header fields are those of the message inside where a journal wrapped one
// (unwrapped).
struct MessageContent
{
    MailAddress from;
    MailAddress sender;
    QString subject;
    QString messageId;
    std::optional<Instant> date;
    QString inReplyTo;
    QList<QString> references;
    std::optional<QString> returnPath; // of the newest Return-Path field; empty text is the null path
    QByteArray autoSubmitted;          // lower case, without comments and parameters
    QByteArray precedence;             // lower case
    QByteArray xAutoResponseSuppress;
    QByteArray ownMark; // value of ownMailHeader, empty on everybody else's mail
    QByteArray contentType;
    int receivedCount = 0;

    std::optional<CalendarText> calendar;
    std::optional<MessageReport> report;
    // Of mail without a calendar: the beginning of its first text/plain part.
    QString openingText;
    QByteArray tnef;      // the first application/ms-tnef part, decoded
    QByteArray tnefWhere; // path of that part
    bool hasTnef = false;
    // Only beside a winmail.dat, which leaves them to the head of the mail.
    QList<MailAddress> to;
    QList<MailAddress> cc;
    bool isOpaqueSmime = false; // signed or encrypted so that nothing inside can be read
    bool unwrapped = false;

    QList<MessagePart> parts;
    QList<Reason> problems; // mail.* codes: what could not be read as it stands, and what was done instead

    bool hasProblem(QByteArrayView code) const;
};

} // namespace reserve
