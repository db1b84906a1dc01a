// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> bookingSentences()
{
    static constexpr Sentence table[] = {
        {"rcpt.mailbox", QT_TRANSLATE_NOOP("wording", "The recipient is the Exchange Mailbox of this space.")},
        {"rcpt.delegate-contact", QT_TRANSLATE_NOOP("wording", "The recipient is the delegate contact of this space.")},
        {"rcpt.mailbox-ignoring-case",
         QT_TRANSLATE_NOOP("wording",
                           "The recipient is the Exchange Mailbox of this space. Upper and lower case "
                           "were ignored, as set.")},
        {"rcpt.differs-in-case",
         QT_TRANSLATE_NOOP("wording",
                           "{recipient} differs only in case from the Exchange Mailbox {here}, so the "
                           "message is held and nothing is booked. Use Exchange's spelling, or ignore "
                           "case in mailbox addresses.")},
        {"rcpt.contact-shared",
         QT_TRANSLATE_NOOP("wording",
                           "{recipient} is the delegate contact of several spaces ({spaces}), so it does not say which "
                           "one is meant: the message is held and nothing is booked. Give each space a delegate "
                           "contact of its own under Exchange Spaces.")},
        {"rcpt.postmaster", QT_TRANSLATE_NOOP("wording", "Mail to postmaster is always taken and kept.")},
        {"rcpt.return-address",
         QT_TRANSLATE_NOOP(
             "wording",
             "Our own mails go out from this address (outgoing.from), so what comes back of them is taken "
             "here. Nothing is booked.")},
        {"rcpt.unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No space has the mailbox {recipient}. Add it under Exchange Spaces, or "
                           "correct the address in Exchange.")},
        {"rcpt.no-relaying",
         QT_TRANSLATE_NOOP("wording",
                           "The domain of {recipient} is not one of ours, and mail is not passed on. Add "
                           "the space or its domain under Exchange Admin.")},
        {"gate.person",
         QT_TRANSLATE_NOOP("wording", "The requester {requester} is {person} (Control Number {control-number}).")},
        {"gate.standing-meeting",
         QT_TRANSLATE_NOOP("wording",
                           "{requester} is the organizer of a reservation that stands, and may change or "
                           "cancel it.")},
        {"gate.meeting-new",
         QT_TRANSLATE_NOOP("wording",
                           "{requester} may change and cancel what stands in {space}, and the message brings a further "
                           "meeting. That one is not booked, and nobody is answered. Add the person under People, or "
                           "set a default user; the organizer can send it again then.")},
        {"gate.new-contact",
         QT_TRANSLATE_NOOP("wording",
                           "Nobody has the e-mail {requester}. The Default Reserve User Email lets the "
                           "request in, and an external contact is created.")},
        {"gate.default-user",
         QT_TRANSLATE_NOOP("wording",
                           "Nobody has the e-mail {requester}. The request goes to the default user, "
                           "{person}.")},
        {"gate.null-sender",
         QT_TRANSLATE_NOOP("wording",
                           "The message has no sender, as bounces and receipts have. It is kept, and "
                           "nothing is booked.")},
        {"gate.postmaster", QT_TRANSLATE_NOOP("wording", "Mail to postmaster is kept, and nothing is booked.")},
        {"gate.requester-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No active person has the e-mail {requester}, and no Default Reserve User "
                           "Email is set. Add the person under People, or set a default user.")},
        {"gate.requester-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The message names no requester, and no Default Reserve User Email is set. It "
                           "is refused.")},
        {"gate.contact-needs-default-user",
         QT_TRANSLATE_NOOP("wording",
                           "No active person has the e-mail {requester}. External contacts are created "
                           "only while a Default Reserve User Email is set. Set one under Exchange Admin.")},
        {"gate.contact-needs-default-user",
         QT_TRANSLATE_NOOP("wording", "The message names no requester. It is refused.")},
        {"gate.default-user-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No active person has the e-mail {requester}, and none has the Default Reserve "
                           "User Email {default-user} either. Add one of them under People.")},
        {"gate.default-user-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No active person has the Default Reserve User Email {default-user}. Add that "
                           "person under People.")},
        {"gate.domain-not-accepted",
         QT_TRANSLATE_NOOP("wording",
                           "No active person has the e-mail {requester}, and the domain {domain} is not "
                           "accepted. Add the person, or add the domain to the accepted requester domains.")},
        {"gate.domain-not-accepted",
         QT_TRANSLATE_NOOP("wording", "The message names no requester whose domain is accepted. It is refused.")},
        {"match.sender-not-organizer",
         QT_TRANSLATE_NOOP("wording",
                           "{sender} sent this in the name of {organizer} without being named as sent-by. "
                           "It is held, and nobody is answered. Release it if that is right.")},
        {"match.sender-not-organizer",
         QT_TRANSLATE_NOOP("wording",
                           "This came in the name of {organizer}, and the mail names no sender (From). It is held, and "
                           "nobody is answered. Release it if that is right.")},
        {"match.external-contact",
         QT_TRANSLATE_NOOP("wording", "The external contact {email} has Control Number {control-number}.")},
        {"match.person", QT_TRANSLATE_NOOP("wording", "The reservation stands in the calendar of {person}.")},
        {"decision.free", QT_TRANSLATE_NOOP("wording", "{space} is free: {start..end}.")},
        {"decision.moved", QT_TRANSLATE_NOOP("wording", "The reservation moved. {space} is free: {start..end}.")},
        {"decision.conflict", QT_TRANSLATE_NOOP("wording", "{space} is taken by {holder}: {start..end}.")},
        {"decision.conflict", QT_TRANSLATE_NOOP("wording", "{space} is taken: {start..end}.")},
        {"decision.closed", QT_TRANSLATE_NOOP("wording", "{space} is closed ({why}): {start..end}.")},
        {"decision.closed", QT_TRANSLATE_NOOP("wording", "{space} is closed: {start..end}.")},
        {"decision.not-bookable",
         QT_TRANSLATE_NOOP("wording", "{space} cannot be reserved at present. It is marked as not bookable.")},
        {"decision.no-length",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting ends the moment it begins, at {start}. There is nothing to "
                           "reserve.")},
        {"decision.over",
         QT_TRANSLATE_NOOP("wording", "The meeting was over at {end}. Nothing is booked, and nobody is answered.")},
        {"decision.room-removed",
         QT_TRANSLATE_NOOP("wording", "The organizer took {space} off the meeting. The space is free again.")},
        {"decision.unchanged",
         QT_TRANSLATE_NOOP("wording",
                           "Only texts changed. The answer given before stands, and nobody is answered "
                           "again.")},
        {"decision.unchanged-waiting",
         QT_TRANSLATE_NOOP("wording",
                           "Only texts changed. The request waits for an approver as before, and nobody is answered.")},
        {"decision.several",
         QT_TRANSLATE_NOOP("wording",
                           "The message is about several meetings or dates: {accepted} accepted, {declined} declined, "
                           "{cancelled} cancelled, {others} otherwise. Its steps say why.")},
        {"decision.moved-to-past",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting was moved to a time that was over at {end}. {space} is free again at the time "
                           "it held, and nobody is answered.")},
        {"decision.series-moved-to-past",
         QT_TRANSLATE_NOOP("wording",
                           "The series was moved to dates that are all past. {space} is free again on those it held, "
                           "and nobody is answered.")},
        {"decision.series-stands",
         QT_TRANSLATE_N_NOOP("wording", "{space} is reserved already on all %n date(s) of the series: {start..end}."),
         "count"},
        {"decision.series-free",
         QT_TRANSLATE_N_NOOP("wording", "{space} is free on all %n date(s) of the series: {start..end}."), "count"},
        {"decision.series-partly",
         QT_TRANSLATE_NOOP("wording", "{space} is reserved for the series but for {conflicts} of its {count} dates.")},
        {"decision.series-conflict",
         QT_TRANSLATE_NOOP("wording",
                           "{space} cannot be had on {conflicts} of the {count} dates of the series, first "
                           "{start..end}, and the policy {policy} does not allow that. Choose another "
                           "time, or leave those dates out.")},
        {"decision.series-conflict",
         QT_TRANSLATE_NOOP("wording",
                           "{space} cannot be had on {conflicts} of the {count} dates of the series, and "
                           "the policy {policy} does not allow that.")},
        {"decision.series-conflict",
         QT_TRANSLATE_NOOP("wording",
                           "{space} cannot be had on {conflicts} of the {count} dates of the series, first "
                           "{start..end}.")},
        {"decision.series-conflict",
         QT_TRANSLATE_NOOP("wording", "{space} cannot be had on {conflicts} of the {count} dates of the series.")},
        {"decision.series-filled", QT_TRANSLATE_NOOP("wording", "{space} is free on this further date of the series.")},
        {"decision.series-not-allowed",
         QT_TRANSLATE_NOOP("wording", "{space} takes no series (policy {policy}). Reserve its dates one by one.")},
        {"decision.series-beyond-window",
         QT_TRANSLATE_NOOP("wording",
                           "The series goes on after {until}, and {space} can be reserved {days} days ahead "
                           "(policy {policy}). Let the series end before.")},
        {"decision.series-behind-window",
         QT_TRANSLATE_NOOP("wording",
                           "The series begins after {until}, and {space} can be reserved {days} days ahead (policy "
                           "{policy}). Ask again when its first date is nearer.")},
        {"decision.series-empty",
         QT_TRANSLATE_NOOP("wording",
                           "The series has no date on which {space} could be reserved. Correct its "
                           "pattern.")},
        {"decision.series-over",
         QT_TRANSLATE_NOOP("wording", "All dates of the series are past. Nothing is booked, and nobody is answered.")},
        {"decision.series-awaited",
         QT_TRANSLATE_NOOP("wording",
                           "The message changes one date of a series and all that follow, and the series itself "
                           "has not come yet. It is held, and decided as soon as the series comes.")},
        {"decision.series-parts-many",
         QT_TRANSLATE_NOOP("wording",
                           "The series has been changed in more than {limit} parts. This change is left out, and "
                           "nobody is answered. Ask the organizer for a new series.")},
        {"decision.date-awaited",
         QT_TRANSLATE_NOOP("wording",
                           "The series has no such date as far as it is known here. The message is held, and "
                           "decided as soon as a newer version of the series comes. Release it to reserve the "
                           "date all the same.")},
        {"decision.addition-awaited",
         QT_TRANSLATE_NOOP("wording",
                           "The message adds dates to a meeting that is not known here. It is held, and decided "
                           "as soon as the meeting itself comes.")},
        {"decision.occurrence-removed",
         QT_TRANSLATE_NOOP("wording", "A newer version of the series has this date no more. The space is free again.")},
        {"series.missing",
         QT_TRANSLATE_NOOP("wording",
                           "There is no series with number {id}. It may have been removed by somebody "
                           "else.")},
        {"decision.repeat",
         QT_TRANSLATE_NOOP("wording", "The same request came before and was decided then. Nothing changes.")},
        {"decision.outdated",
         QT_TRANSLATE_NOOP("wording",
                           "A newer version of this meeting is known (number {known-sequence}, this one "
                           "is {sequence}). This one changes nothing.")},
        {"decision.outdated",
         QT_TRANSLATE_NOOP("wording", "A newer version of this meeting is known. This one changes nothing.")},
        {"decision.cancelled-before-request",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting was cancelled before its request came. Older versions of it "
                           "change nothing.")},
        {"decision.already-cancelled",
         QT_TRANSLATE_NOOP("wording", "The meeting was cancelled before. Nothing changes.")},
        {"decision.cancelled-by-organizer",
         QT_TRANSLATE_NOOP("wording", "{organizer} cancelled the meeting. The space is free again.")},
        {"decision.space-zone-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting has no time zone of its own, and {space} has none either. Set the "
                           "time zone of the space, then decide again.")},
        {"decision.method-publish",
         QT_TRANSLATE_NOOP("wording",
                           "The message publishes a meeting for information (PUBLISH). It asks for no room, so "
                           "nothing is booked, and nobody is answered.")},
        {"decision.method-reply",
         QT_TRANSLATE_NOOP("wording",
                           "The message is somebody's answer to an invitation (REPLY), meant for its organizer. "
                           "Nothing changes.")},
        {"decision.method-counter",
         QT_TRANSLATE_NOOP("wording",
                           "The message proposes another time to the organizer (COUNTER). The reservation stays "
                           "as it is until the organizer sends a new request.")},
        {"decision.method-declinecounter",
         QT_TRANSLATE_NOOP("wording",
                           "The organizer keeps to the time that was asked for (DECLINECOUNTER). The reservation "
                           "stays as it is.")},
        {"decision.method-refresh",
         QT_TRANSLATE_NOOP("wording",
                           "The message asks the organizer to send the meeting again (REFRESH). It is not meant "
                           "for a room. Nothing changes.")},
        {"decision.method-not-for-rooms",
         QT_TRANSLATE_NOOP("wording", "A {method} message is not for rooms. Nothing is booked.")},
        {"decision.method-not-for-rooms",
         QT_TRANSLATE_NOOP("wording",
                           "The message does not say what it asks for, or by a word that no standard knows (METHOD). "
                           "Nothing is booked.")},
        {"decision.no-space", QT_TRANSLATE_NOOP("wording", "The message is meant for no space. It is kept.")},
        {"decision.space-removed", QT_TRANSLATE_NOOP("wording", "The space was removed meanwhile. Nothing is booked.")},
        {"reservation.overlap",
         QT_TRANSLATE_NOOP("wording",
                           "{space} is reserved already: {start..end}. Choose another time or another "
                           "space.")},
        {"reservation.overlap",
         QT_TRANSLATE_NOOP("wording",
                           "The space is reserved already at that time. Choose another time or another "
                           "space.")},
        {"reservation.meeting-exists",
         QT_TRANSLATE_NOOP("wording",
                           "This meeting has a reservation in this space already (number {id}). Change "
                           "that one.")},
        {"reservation.missing",
         QT_TRANSLATE_NOOP("wording",
                           "There is no reservation with number {id}. It may have been removed by "
                           "somebody else.")},
        {"reservation.unknown", QT_TRANSLATE_NOOP("wording", "The reservation of this message is not known any more.")},
    };
    return table;
}

} // namespace reserve
