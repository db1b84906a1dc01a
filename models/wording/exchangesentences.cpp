// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> exchangeSentences()
{
    static constexpr Sentence table[] = {
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording",
                           "{host} cannot be reached: {detail}. Nothing is lost: what must be "
                           "told waits and is tried again.")},
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording",
                           "{host} cannot be reached. Nothing is lost: what must be told waits "
                           "and is tried again.")},
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange cannot be reached. Nothing is lost: what must be told "
                           "waits and is tried again.")},
        {"exchange.time-limit",
         QT_TRANSLATE_NOOP("wording",
                           "{host} did not answer in time. What must be told waits and is tried "
                           "again.")},
        {"exchange.time-limit",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange did not answer in time. What must be told waits and is "
                           "tried again.")},
        {"exchange.connection-lost",
         QT_TRANSLATE_NOOP("wording",
                           "The connection to {host} broke before the answer was there. This is "
                           "tried again; what Exchange did already is found and not done twice.")},
        {"exchange.connection-lost",
         QT_TRANSLATE_NOOP("wording",
                           "The connection to Exchange broke before the answer was there. This "
                           "is tried again; what Exchange did already is found and not done "
                           "twice.")},
        {"exchange.server-error",
         QT_TRANSLATE_NOOP("wording", "Exchange cannot do this at the moment: {remote}. It is tried again.")},
        {"exchange.server-error",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange cannot do this at the moment (status {status}). It is "
                           "tried again.")},
        {"exchange.server-error",
         QT_TRANSLATE_NOOP("wording", "Exchange cannot do this at the moment. It is tried again.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "{url} answers with status {status}, which is not what Exchange "
                           "says. It is tried again. If it stays so, check the URL in the "
                           "server profile: for EWS it ends in /EWS/Exchange.asmx.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "{host} sends more than the {limit} bytes that are read of an answer. It is tried again. If "
                           "it stays so, check the URL in the server profile and whether a proxy stands in between.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The server's answer cannot be read ({detail}). It is tried again. "
                           "If it stays so, check the URL in the server profile and whether a "
                           "proxy or a log-in page stands in between.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The server's answer cannot be read. It is tried again. If it stays "
                           "so, check the URL in the server profile and whether a proxy or a "
                           "log-in page stands in between.")},
        {"exchange.redirected",
         QT_TRANSLATE_NOOP("wording",
                           "{url} sends us elsewhere (status {status}), to {location}. That is not followed: "
                           "password and mail go to the address of the server profile alone. It is tried "
                           "again. If {location} is the right address, enter it as the URL of the server "
                           "profile; if it is a log-in page, the URL is not that of a service: for EWS it "
                           "ends in /EWS/Exchange.asmx.")},
        {"exchange.redirected",
         QT_TRANSLATE_NOOP("wording",
                           "{url} sends us elsewhere (status {status}) and does not say where. It is tried "
                           "again. If it stays so, check the URL in the server profile: for EWS it ends in "
                           "/EWS/Exchange.asmx.")},
        {"exchange.certificate",
         QT_TRANSLATE_NOOP("wording",
                           "The certificate of {host} is not trusted: {detail}. Nothing is sent "
                           "to it. Have the certificate renewed, or name its authority in the "
                           "server profile.")},
        {"exchange.certificate",
         QT_TRANSLATE_NOOP("wording",
                           "The certificate of the server is not trusted. Nothing is sent to "
                           "it. Have the certificate renewed, or name its authority in the "
                           "server profile.")},
        {"exchange.cancelled",
         QT_TRANSLATE_NOOP("wording",
                           "The request was cut off because the server profile changed or the "
                           "agent stopped. It is tried again.")},
        {"exchange.throttled",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange asks for a pause until {until}. What must be told waits "
                           "and goes on by itself.")},
        {"exchange.throttled",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange asks for a pause: {remote}. What must be told waits and "
                           "goes on by itself.")},
        {"exchange.throttled",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange asks for a pause. What must be told waits and goes on by "
                           "itself.")},
        {"exchange.credentials-refused",
         QT_TRANSLATE_NOOP("wording",
                           "{host} does not offer the way of authentication that is set "
                           "({scheme}), only {offered}. Nothing more is tried on this server. "
                           "Change the authentication in its profile or on the server, then "
                           "test it.")},
        {"exchange.credentials-refused",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange refused the password of {user}. To keep the account from "
                           "being locked nothing more is tried on this server. Correct user or "
                           "password in its profile, then test it.")},
        {"exchange.credentials-refused",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange refused user or password. To keep the account from being "
                           "locked nothing more is tried on this server. Correct them in its "
                           "profile, then test it.")},
        {"exchange.secret-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The secret of this server is missing on the agent's machine, so "
                           "nothing is tried. Set it there, then test the server.")},
        {"exchange.message-not-found",
         QT_TRANSLATE_NOOP("wording",
                           "No message found: the item in {mailbox} that has the UID of the request is of another "
                           "organizer, {organizer}, so it is not answered in its place. If {organizer} is the same "
                           "person, have the request sent by that address.")},
        {"exchange.message-not-found",
         QT_TRANSLATE_NOOP("wording",
                           "No message found: the request lies in {folder} of {mailbox}, but Exchange has made no "
                           "calendar item of it, and Microsoft Graph answers calendar items alone. Likely cause: the "
                           "mailbox does not process requests (Get-CalendarProcessing shows AutomateProcessing None; "
                           "run Set-CalendarProcessing -Identity \"{mailbox}\" -AutomateProcessing AutoUpdate).")},
        {"exchange.message-not-found",
         QT_TRANSLATE_NOOP("wording",
                           "No message found: the request is in neither calendar, Inbox nor "
                           "Deleted Items of {mailbox}, so Exchange gave no answer for it. "
                           "Likely causes: Exchange answered it first by itself "
                           "(Get-CalendarProcessing shows AutomateProcessing AutoAccept; run "
                           "Set-CalendarProcessing -Identity \"{mailbox}\" -AutomateProcessing "
                           "AutoUpdate), or the room that was invited has "
                           "another address (Get-Mailbox {mailbox} shows its EmailAddresses; "
                           "enter the address of the request as the Exchange Mailbox of the "
                           "space).")},
        {"exchange.message-not-found",
         QT_TRANSLATE_NOOP(
             "wording",
             "No message found: the request is in neither calendar, Inbox nor "
             "Deleted Items of the room, so Exchange gave no answer for it. "
             "Likely causes: Exchange answered it first by itself (AutoAccept; set "
             "AutomateProcessing to AutoUpdate with Set-CalendarProcessing), or the room that was invited has another "
             "address than the Exchange Mailbox of the space.")},
        {"exchange.newer-awaited",
         QT_TRANSLATE_NOOP(
             "wording",
             "The mailbox {mailbox} already holds a newer version of this meeting, at another time "
             "({start..end}), so this answer to the older one is not given. Since {since} it waits for the "
             "newer request. If that does not come: Exchange does not forward it to the agent (look at the "
             "mail flow rule and the connector), or it was refused or is held here (look into the "
             "monitor).")},
        {"exchange.newer-awaited",
         QT_TRANSLATE_NOOP(
             "wording",
             "The mailbox {mailbox} already holds a newer version of this meeting, so this answer to the "
             "older one is not given. Since {since} it waits for the newer request. If that does not come: "
             "Exchange does not forward it to the agent (look at the mail flow rule and the connector), or "
             "it was refused or is held here (look into the monitor).")},
        {"exchange.newer-awaited",
         QT_TRANSLATE_NOOP("wording",
                           "The mailbox {mailbox} already holds a newer version of this meeting, so the answer to the "
                           "older one is not given.")},
        {"exchange.newer-missing",
         QT_TRANSLATE_NOOP(
             "wording",
             "Since {since} the mailbox {mailbox} holds a newer version of this meeting that was not decided "
             "here, so the answer to the older one is not given. Likely causes: Exchange does not forward "
             "the newer request to the agent (look at the mail flow rule and the connector), or it was "
             "refused or is held here (look into the monitor). Have the organizer send it again, then give "
             "this up.")},
        {"exchange.copy-awaited",
         QT_TRANSLATE_NOOP("wording",
                           "This mail may have been sent already, and it is not in Sent Items of {mailbox} "
                           "yet. It is looked for there once more before it is sent again.")},
        {"exchange.sent-unproven",
         QT_TRANSLATE_NOOP("wording",
                           "This mail may have been sent already: the answer to an earlier try was lost, and "
                           "the app may not look into Sent Items of {mailbox}. So that nobody gets it twice, "
                           "it is not sent again. Grant the app the permission {permission} for this mailbox, "
                           "with admin consent, and choose Try now; or look there yourself, and give it up "
                           "when it was sent.")},
        {"exchange.sent-unproven",
         QT_TRANSLATE_NOOP("wording",
                           "This mail may have been sent already: the answer to an earlier try was lost, and "
                           "the account may not look into Sent Items of {mailbox}. So that nobody gets it "
                           "twice, it is not sent again. Grant the account the role ApplicationImpersonation "
                           "for the rooms, or full access to the mailbox, and choose Try now; or look there "
                           "yourself, and give it up when it was sent.")},
        {"exchange.answer-unproven",
         QT_TRANSLATE_NOOP("wording",
                           "This meeting may have been declined already: an earlier try was cut off, the "
                           "meeting is not in the calendar of {mailbox}, and the app may not look into its "
                           "Sent Items. So that the organizer does not hear it twice, it is not declined "
                           "again. Grant the app the permission {permission} for this mailbox, with admin "
                           "consent, and choose Try now; or look there yourself, and give it up when it was "
                           "declined.")},
        {"exchange.answer-unproven",
         QT_TRANSLATE_NOOP("wording",
                           "This meeting may have been declined already: an earlier try was cut off, and "
                           "{mailbox} does not show whether the answer was given. So that the organizer does "
                           "not hear it twice, it is not declined again. Look into Sent Items and Deleted "
                           "Items of that mailbox: give this up when the answer is there, else decline the "
                           "meeting in Outlook.")},
        {"exchange.item-gone",
         QT_TRANSLATE_NOOP("wording",
                           "The item is not in the calendar of {mailbox} any more: somebody "
                           "removed or cancelled it in Exchange. Reserve the time again, or "
                           "give this up.")},
        {"exchange.item-gone",
         QT_TRANSLATE_NOOP("wording",
                           "The item is not in the room's calendar any more: somebody removed "
                           "or cancelled it in Exchange. Reserve the time again, or give this "
                           "up.")},
        {"exchange.item-changed",
         QT_TRANSLATE_NOOP("wording",
                           "The item changed in Exchange at the same moment, so nothing was "
                           "overwritten. It is looked at again and tried again.")},
        {"exchange.refused", QT_TRANSLATE_NOOP("wording", "Exchange refuses this and would refuse it again: {remote}")},
        {"exchange.refused", QT_TRANSLATE_NOOP("wording", "Exchange refuses this and would refuse it again.")},
        {"exchange.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange calls the mailbox {mailbox} otherwise: {spelled}. Enter "
                           "that as the Exchange Mailbox of the space, then try again.")},
        {"exchange.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange knows no mailbox {mailbox}. Correct the Exchange Mailbox "
                           "of the space, or the server profile that handles its domain, then "
                           "try again.")},
        {"exchange.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange does not know this mailbox. Correct the Exchange Mailbox "
                           "of the space, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording",
                           "The account lacks rights in the calendar of {mailbox}: {rights}. "
                           "Grant it full access to the mailbox, or the role "
                           "ApplicationImpersonation for the rooms, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording",
                           "The account may not work in {mailbox}: {remote}. Grant it the role "
                           "ApplicationImpersonation for the rooms, or full access to the "
                           "mailbox, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording",
                           "The account may not work in {mailbox}. Grant it the role "
                           "ApplicationImpersonation for the rooms, or full access to the "
                           "mailbox, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording",
                           "The account may not do this in Exchange. Grant it rights to the "
                           "mailboxes of the rooms, then try again.")},
        {"exchange.ews-blocked",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange Online lets nobody in by EWS any more: Microsoft blocks it "
                           "since October 2026 and removes it in April 2027. Nothing more is "
                           "tried. Set the kind of this server to Microsoft Graph.")},
        {"exchange.not-supported",
         QT_TRANSLATE_NOOP("wording",
                           "This server cannot do that ({remote}), so it is not tried again. "
                           "EWS needs Exchange 2013 SP1 or later.")},
        {"exchange.not-supported",
         QT_TRANSLATE_NOOP("wording", "This server cannot do that, so it is not tried again.")},
        {"exchange.setup", QT_TRANSLATE_NOOP("wording", "The server profile cannot work as it is. {cause}")},
        {"exchange.setup",
         QT_TRANSLATE_NOOP("wording",
                           "The server profile cannot work as it is: its URL is not usable, or the password "
                           "would go there in clear. Correct it under Exchange Admin.")},
        {"exchange.url-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The server profile has no URL, and there is no mailbox by whose "
                           "address Autodiscover could find one. Enter the URL of EWS, or name "
                           "a mailbox to test with.")},
        {"exchange.recurrence-not-supported",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange has no way to say this recurrence ({rule}), so the series "
                           "is not in the room's calendar there. Reserve its dates singly, or "
                           "choose a plainer recurrence.")},
        {"exchange.zone-not-supported",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange has no name for the time zone {zone}, so the series or "
                           "whole day is not in the room's calendar there. Choose another time "
                           "zone in the profile of the person.")},
        {"exchange.too-many-items",
         QT_TRANSLATE_NOOP("wording",
                           "From {start} on more items begin within a minute in the calendar of "
                           "{mailbox} than Exchange tells at once, so the calendar cannot be "
                           "listed. Clear that time in Outlook.")},
        {"exchange.autodiscover-nothing",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover found no EWS for {domain} ({detail}). It is tried again. If it "
                           "stays so, enter the URL in the server profile: https://mail.{domain}/EWS/"
                           "Exchange.asmx or the like.")},
        {"exchange.autodiscover-nothing",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover found no EWS for {domain}. It is tried again. If it stays so, "
                           "enter the URL in the server profile.")},
        {"exchange.autodiscover-elsewhere",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover of {domain} leads to {url}, which is not in that "
                           "domain. The password is not sent there. If it is the right server, "
                           "enter that URL in the server profile yourself.")},
        {"exchange.autodiscover-in-clear",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover of {domain} leads to {url}, which is not encrypted. It "
                           "is not followed. Have the server offer https, or enter its https "
                           "URL in the server profile.")},
        {"exchange.answers-by-itself",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange answers requests for this mailbox by itself "
                           "(AutomateProcessing {processing}), before the room's answer can be "
                           "given here. Run Set-CalendarProcessing -Identity \"{mailbox}\" "
                           "-AutomateProcessing AutoUpdate.")},
        {"exchange.leaves-answer",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange leaves the answer to others (AutomateProcessing "
                           "{processing}), as it should.")},
    };
    return table;
}

} // namespace reserve
