// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> mailSentences()
{
    static constexpr Sentence table[] = {
        {"mail.empty", QT_TRANSLATE_NOOP("wording", "The message is empty.")},
        {"mail.header-malformed",
         QT_TRANSLATE_NOOP("wording", "The head of the message is malformed. It is read as far as it goes.")},
        {"mail.headers-too-large",
         QT_TRANSLATE_NOOP("wording", "The head of the message is larger than {limit} bytes. The rest is not read.")},
        {"mail.headers-too-large",
         QT_TRANSLATE_NOOP("wording", "The head of the message is too large. The rest is not read.")},
        {"mail.field-too-long",
         QT_TRANSLATE_NOOP("wording", "A field in the head of the message is longer than {limit} bytes and was cut.")},
        {"mail.second-from", QT_TRANSLATE_NOOP("wording", "The message has more than one From. The first one counts.")},
        {"mail.too-deep",
         QT_TRANSLATE_NOOP("wording",
                           "The message nests more than {limit} levels deep. What lies deeper is not read.")},
        {"mail.too-deep", QT_TRANSLATE_NOOP("wording", "The message nests too deep. What lies deeper is not read.")},
        {"mail.too-many-parts",
         QT_TRANSLATE_NOOP("wording", "The message has more than {limit} parts. The rest is not read.")},
        {"mail.too-many-parts", QT_TRANSLATE_NOOP("wording", "The message has too many parts. The rest is not read.")},
        {"mail.too-many-boundary-lines",
         QT_TRANSLATE_NOOP("wording",
                           "The message has too many lines that might divide its parts. The rest is not "
                           "read.")},
        {"mail.calendar-too-large",
         QT_TRANSLATE_NOOP("wording", "The calendar part is too large ({octets} bytes) and is not read.")},
        {"mail.calendar-too-large", QT_TRANSLATE_NOOP("wording", "The calendar part is too large and is not read.")},
        {"mail.tnef-too-large",
         QT_TRANSLATE_NOOP("wording", "The winmail.dat attachment is too large ({octets} bytes) and is not read.")},
        {"mail.charset-guessed",
         QT_TRANSLATE_NOOP("wording", "The calendar part names no character set. It was recognised.")},
        {"mail.charset-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar part names a character set that is not known. Its letters may be "
                           "wrong.")},
        {"mail.charset-broken",
         QT_TRANSLATE_NOOP("wording", "The calendar part breaks its character set. Its letters may be wrong.")},
        {"mail.kind.meeting", QT_TRANSLATE_NOOP("wording", "The message carries a calendar part ({method}).")},
        {"mail.kind.meeting", QT_TRANSLATE_NOOP("wording", "The message carries a calendar part.")},
        {"mail.kind.bounce",
         QT_TRANSLATE_NOOP("wording",
                           "The message reports that a mail could not be delivered ({status}). It is kept "
                           "and never answered.")},
        {"mail.kind.bounce",
         QT_TRANSLATE_NOOP("wording", "The message is a delivery report. It is kept and never answered.")},
        {"mail.kind.bounce-unstructured",
         QT_TRANSLATE_NOOP("wording",
                           "The message reports, in words only, that a mail could not be delivered. It is "
                           "kept and never answered.")},
        {"mail.kind.receipt", QT_TRANSLATE_NOOP("wording", "The message is a receipt. It is kept and never answered.")},
        {"mail.kind.auto-reply",
         QT_TRANSLATE_NOOP("wording", "The message is an automatic reply. It is kept and never answered.")},
        {"mail.kind.own",
         QT_TRANSLATE_NOOP("wording", "The message is one of our own that came back. It is kept and never answered.")},
        {"mail.kind.plain",
         QT_TRANSLATE_NOOP("wording", "The message carries no meeting request. It is kept and never answered.")},
        {"mail.kind.calendar-without-method",
         QT_TRANSLATE_NOOP("wording",
                           "The message carries a calendar that asks for nothing. It is kept and never "
                           "answered.")},
        {"mail.kind.tnef",
         QT_TRANSLATE_NOOP("wording",
                           "The winmail.dat attachment is too large to be read. It may be a meeting, so it "
                           "is held. Let Exchange send iCalendar: Set-RemoteDomain -TNEFEnabled $false.")},
        {"mail.kind.encrypted",
         QT_TRANSLATE_NOOP("wording",
                           "The message is encrypted and cannot be read. It is kept. Ask the requester to "
                           "send the invitation without encryption.")},
        {"mail.kind.beyond-limits",
         QT_TRANSLATE_NOOP("wording",
                           "The message goes beyond what is read, so no meeting request was found. It is "
                           "kept.")},
        {"mail.refresh.subject", QT_TRANSLATE_NOOP("wording", "Send the meeting again: {subject}")},
        {"mail.refresh.subject", QT_TRANSLATE_NOOP("wording", "Send the meeting again")},
        {"mail.refresh.text",
         QT_TRANSLATE_NOOP(
             "wording",
             "Dates were added to this meeting, but the meeting itself is not known here. Send it once more "
             "with {space} invited. Until then nothing is reserved for the dates that were added.")},
        {"mail.answer.subject-accepted", QT_TRANSLATE_NOOP("wording", "Accepted: {subject}")},
        {"mail.answer.subject-accepted", QT_TRANSLATE_NOOP("wording", "Accepted")},
        {"mail.answer.subject-tentative", QT_TRANSLATE_NOOP("wording", "Tentative: {subject}")},
        {"mail.answer.subject-tentative", QT_TRANSLATE_NOOP("wording", "Tentative")},
        {"mail.answer.accepted", QT_TRANSLATE_NOOP("wording", "{space} is reserved. {when}")},
        {"mail.answer.moved", QT_TRANSLATE_NOOP("wording", "The reservation of {space} moved. {when}")},
        {"mail.answer.tentative", QT_TRANSLATE_NOOP("wording", "{space} is held, but not yet confirmed. {when}")},
        {"mail.answer.series-dates", QT_TRANSLATE_N_NOOP("wording", "The series has %n date(s)."), "count"},
        {"mail.answer.series-until",
         QT_TRANSLATE_NOOP("wording", "It is reserved until {until}. Later dates follow when they can be booked.")},
        {"mail.answer.series-declined", QT_TRANSLATE_NOOP("wording", "Not reserved:")},
        {"mail.answer.series-declined-date", QT_TRANSLATE_NOOP("wording", "{when}: {why}")},
        {"mail.answer.series-alternative", QT_TRANSLATE_NOOP("wording", "Free instead: {space}, {when}")},
        {"mail.answer.freed-old-slot",
         QT_TRANSLATE_NOOP("wording", "The time that was held in {space} before is free again.")},
        {"mail.answer.alternative", QT_TRANSLATE_NOOP("wording", "{space}: {when}")},
        {"mail.private-subject", QT_TRANSLATE_NOOP("wording", "Private")},
        {"mail.change.by-meeting",
         QT_TRANSLATE_NOOP("wording", "To change or cancel it, change or cancel the meeting in your calendar.")},
        {"mail.change.in-console",
         QT_TRANSLATE_NOOP("wording",
                           "The attached file puts it into your calendar. To change or cancel it, turn to those "
                           "who look after the room.")},
        {"mail.change.cancelled-in-console",
         QT_TRANSLATE_NOOP("wording", "The attached file marks it as cancelled in your calendar.")},
        {"mail.notice.item-message",
         QT_TRANSLATE_NOOP("wording", "Message \"{subject}\" from {requester} to {recipient}")},
        {"mail.notice.item-message", QT_TRANSLATE_NOOP("wording", "Message from {requester} to {recipient}")},
        {"mail.notice.item-message", QT_TRANSLATE_NOOP("wording", "Message to {recipient}")},
        {"mail.notice.item-outbox", QT_TRANSLATE_NOOP("wording", "Mail to {recipient}")},
        {"mail.notice.item-delivery", QT_TRANSLATE_NOOP("wording", "Delivery of mail")},
        {"mail.notice.item-server", QT_TRANSLATE_NOOP("wording", "Server {server}")},
        {"mail.notice.more", QT_TRANSLATE_N_NOOP("wording", "and %n more"), "count"},
        {"send.host-unknown",
         QT_TRANSLATE_NOOP("wording", "The mail server {host} is not found. Check the name under Exchange Admin.")},
        {"send.no-connection",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} does not take a connection on port {port}. Check "
                           "server, port and firewall. Details: {detail}")},
        {"send.time-limit",
         QT_TRANSLATE_NOOP("wording", "The mail server {host} does not answer in time. Details: {detail}")},
        {"send.connection-lost",
         QT_TRANSLATE_NOOP("wording", "The connection to the mail server {host} broke off. Details: {detail}")},
        {"send.deferred",
         QT_TRANSLATE_NOOP("wording", "The mail server {host} asks to try again later. Details: {remote}")},
        {"send.not-served",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} does not take mail from here at present. Details: "
                           "{remote}")},
        {"send.recipient-deferred",
         QT_TRANSLATE_NOOP("wording", "The mail server cannot take mail for {recipient} now. Details: {remote}")},
        {"send.recipient-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server does not take mail for {recipient}. Check the address. "
                           "Details: {remote}")},
        {"send.certificate",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} cannot prove who it is, so nothing is sent to it. "
                           "Check its certificate or the server's name. Details: {detail}")},
        {"send.starttls-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} offers no encryption on port {port} (STARTTLS), so "
                           "nothing is sent to it. Choose TLS and its port, or no encryption if the line "
                           "is safe.")},
        {"send.protocol",
         QT_TRANSLATE_NOOP("wording", "The talk with the mail server {host} failed. Details: {detail}")},
        {"send.cancelled",
         QT_TRANSLATE_NOOP("wording", "Sending was stopped because the program ends. It is tried again.")},
        {"send.refused", QT_TRANSLATE_NOOP("wording", "The mail server {host} refused the mail. Details: {remote}")},
        {"send.sender-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} does not take mail from {sender}. Check outgoing.from "
                           "and what the server allows this user. Details: {remote}")},
        {"send.sender-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} does not take mail without a sender. Set "
                           "outgoing.from. Details: {remote}")},
        {"send.credentials-refused",
         QT_TRANSLATE_NOOP("wording", "The mail server {host} refused user {user} or the password. Details: {remote}")},
        {"send.credentials-needed",
         QT_TRANSLATE_NOOP("wording",
                           "The mail server {host} wants a user name and password. Set them under "
                           "Exchange Admin. Details: {remote}")},
        {"send.password-in-clear",
         QT_TRANSLATE_NOOP("wording",
                           "The password is not sent to {host} without encryption. Choose STARTTLS or "
                           "TLS, or clear the user name.")},
        {"send.no-server",
         QT_TRANSLATE_NOOP("wording",
                           "No outgoing mail server is set, so nothing is sent. Set one under Exchange "
                           "Admin.")},
        {"send.no-recipient", QT_TRANSLATE_NOOP("wording", "The mail has no recipient, so it is not sent.")},
        {"send.address-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{address}\" is not an e-mail address, so the mail is not sent.")},
    };
    return table;
}

} // namespace reserve
