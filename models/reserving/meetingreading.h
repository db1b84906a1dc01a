// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/booking/meetingrequest.h"
#include "models/entities/inbox.h"
#include "models/entities/space.h"
#include "models/itip/itipidentity.h"
#include "models/itip/itipreader.h"
#include "models/mail/mailkind.h"
#include "models/mail/messagecontent.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace reserve {

// A message read once: before 250 its mail side and the identity of its meeting, after 250 the meeting itself. The
// same value goes the whole way, so that nothing is parsed twice.
struct MessageReading
{
    MessageContent content;
    MailClass mailClass;
    std::optional<ItipIdentity> identity; // of the calendar part
    MessageKind kind = MessageKind::Plain;
    QByteArray method;             // iTIP method in capitals, empty when there is none
    QString requester;             // R-MATCH: ORGANIZER, else From, else the reverse-path
    bool mayOmitAttendees = false; // as in ItipEvent

    // What a list calls it: the head of the mail, and where that says nothing the meeting itself.
    QString subject() const
    {
        return content.subject.trimmed().isEmpty() && identity ? identity->summary : content.subject;
    }
    // Its organizer wants others not to read what it is about.
    bool isPrivate() const { return identity && identity->isPrivate; }
    bool isRequestOrCancel() const { return kind == MessageKind::MeetingRequest || kind == MessageKind::MeetingCancel; }
    // METHOD:ADD (RFC 5546 3.2.4): further dates of a meeting that is known.
    bool isAddition() const { return kind == MessageKind::MeetingOther && methodFromName(method) == ItipMethod::Add; }
    // R-QUIET: there is nothing to decide, it is kept and classified. What answers a mail may be an approver's word,
    // unless nobody stands behind it.
    bool isOnlyKept() const
    {
        const bool answersMail = mailClass.reason.code != "mail.kind.null-sender"
            && (!content.inReplyTo.isEmpty() || !content.references.isEmpty());
        return kind == MessageKind::Receipt || kind == MessageKind::AutoReply || kind == MessageKind::OwnMail
            || (kind == MessageKind::Plain && !answersMail);
    }
};

// The first half, before 250: MIME and identity, no zones. A meeting that comes only as winmail.dat becomes the
// calendar that Exchange would else have sent; where that cannot be done, mailClass.reason says why (tnef.*). Any
// thread; cheap. Never fails: what cannot be read is MessageKind::Unreadable.
std::shared_ptr<const MessageReading> readMail(QByteArrayView raw, const QString& reversePath);
// In its place for octets that nobody may parse: unreadable, for the reason given.
std::shared_ptr<const MessageReading> unreadMail(const QString& reversePath, const Reason& why);

// The second half, after 250: the calendar. Fails with itip.* codes.
Result<ItipMessage> readMeeting(const MessageReading& reading, const ItipReader& reader, Instant now);

// R-MATCH: From or Sender is ORGANIZER or its SENT-BY. True for what has no organizer.
bool senderSpeaksForOrganizer(const MessageReading& reading, const ItipEvent& event);

// How many people an event brings: the organizer and whoever is invited, each once; no rooms and no other resources.
int seatsOf(const ItipEvent& event, const QString& organizer, const QString& roomAddress);

// One event as it concerns one space. `zone` is the space's (Configuration::zoneOf), empty when there is none.
MeetingRequest requestFor(const ItipEvent& event, ItipMethod method, const Space& space, const QString& recipient,
                          const QByteArray& zone, const QString& requester, const ItipReader& reader);

} // namespace reserve
