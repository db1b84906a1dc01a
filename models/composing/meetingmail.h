// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/composedmail.h"
#include "models/itip/itipwriter.h"

namespace reserve {

// Exchange: Windows zone with its own VTIMEZONE, X-MICROSOFT lines, text, HTML and calendar in base64,
// Exchange's headers. Plain: UTC and 8-bit, as small clients send it.
enum class MeetingDialect { Exchange, Plain };

// A meeting request or cancellation as a person's mail program would send it: for `reserve-agent send`,
// rehearsals and tests. Not marked as ours, since it stands for somebody else's mail.
struct MeetingMail
{
    MailIdentity identity;
    ItipMethod method = ItipMethod::Request; // Request or Cancel
    MeetingDialect dialect = MeetingDialect::Exchange;
    MailPerson organizer;
    QString sentBy; // a delegate: then From is the delegate (RFC 6047)
    QList<MailPerson> rooms;
    QList<MailPerson> attendees;
    QString uid; // newMeetingUid() makes one as Exchange does
    int sequence = 0;
    TimeRange range;
    QByteArray zone;  // IANA id
    QDate allDayFrom; // all-day when valid; allDayTo is exclusive
    QDate allDayTo;
    QString subject;
    QString location;
    QString text;
    PrivacyKind privacy = PrivacyKind::Public;
};

ComposedMail composeMeeting(const MeetingMail& meeting);

// A UID in the form of an Exchange GlobalObjectId in hexadecimal (MS-OXCICAL 2.1.3.1.1.20.26).
QString newMeetingUid(Instant now);

} // namespace reserve
