// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> exchangeSentences()
{
    static constexpr Sentence table[] = {
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording", "{host} cannot be reached: {detail}. What must be told waits and is tried again.")},
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording", "{host} cannot be reached. What must be told waits and is tried again.")},
        {"exchange.unreachable",
         QT_TRANSLATE_NOOP("wording", "Exchange cannot be reached. What must be told waits and is tried again.")},
        {"exchange.time-limit",
         QT_TRANSLATE_NOOP("wording", "{host} did not answer in time. What must be told waits and is tried again.")},
        {"exchange.time-limit",
         QT_TRANSLATE_NOOP("wording", "Exchange did not answer in time. What must be told waits and is tried again.")},
        {"exchange.connection-lost",
         QT_TRANSLATE_NOOP("wording", "The connection to Exchange broke before it had answered. This is tried again; what Exchange "
                                      "did already is found and not done twice.")},
        {"exchange.server-error",
         QT_TRANSLATE_NOOP("wording", "Exchange could not do this at the moment: {remote}. It is tried again.")},
        {"exchange.server-error", QT_TRANSLATE_NOOP("wording", "Exchange could not do this at the moment. It is tried again.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording", "What the server answered is no answer of Exchange ({detail}). It is tried again. If it stays so, "
                                      "check the URL of the server and what stands between.")},
        {"exchange.response-unreadable",
         QT_TRANSLATE_NOOP("wording", "What the server answered is no answer of Exchange. It is tried again. If it stays so, check "
                                      "the URL of the server and what stands between.")},
        {"exchange.certificate",
         QT_TRANSLATE_NOOP("wording", "The certificate of {host} is not trusted: {detail}. Name its authority in the server's profile, "
                                      "or have the certificate renewed.")},
        {"exchange.certificate",
         QT_TRANSLATE_NOOP("wording", "The certificate of the server is not trusted. Name its authority in the server's profile, or "
                                      "have the certificate renewed.")},
        {"exchange.cancelled",
         QT_TRANSLATE_NOOP("wording", "The request was cut off because the server's profile changed or the agent stopped. It is "
                                      "tried again.")},
        {"exchange.throttled",
         QT_TRANSLATE_NOOP("wording", "Exchange asked for a pause until {until}. What must be told waits and goes on by itself.")},
        {"exchange.throttled",
         QT_TRANSLATE_NOOP("wording", "Exchange asked for a pause. What must be told waits and goes on by itself.")},
        {"exchange.credentials-refused",
         QT_TRANSLATE_NOOP("wording", "Exchange refused the password of {user}, so nothing more is tried on this server. Correct user or "
                                      "password in its profile, then test it.")},
        {"exchange.credentials-refused",
         QT_TRANSLATE_NOOP("wording", "Exchange refused user or password, so nothing more is tried on this server. Correct them in its "
                                      "profile, then test it.")},
        {"exchange.consent-missing",
         QT_TRANSLATE_NOOP("wording", "The application may not use calendars or mail of this tenant, so nothing more is tried. Have an "
                                      "administrator grant its permissions in Microsoft Entra, then test the server.")},
        {"exchange.secret-expired",
         QT_TRANSLATE_NOOP("wording", "The secret of the application has expired, so nothing more is tried. Make a new one in Microsoft "
                                      "Entra, set it on the agent's machine, then test the server.")},
        {"exchange.secret-missing",
         QT_TRANSLATE_NOOP("wording", "The secret of this server is missing on the agent's machine, so nothing is tried. Set it there, "
                                      "then test the server.")},
        {"exchange.message-not-found",
         QT_TRANSLATE_NOOP("wording", "No message found: the request is in neither calendar, Inbox nor Deleted Items of {mailbox}. Likely "
                                      "causes: Exchange accepted it by itself (Get-CalendarProcessing shows AutomateProcessing "
                                      "AutoAccept; set it to None), or the Exchange Mailbox of the space is not the one that was "
                                      "invited (compare it with the request).")},
        {"exchange.item-gone",
         QT_TRANSLATE_NOOP("wording", "The item is not in the calendar of {mailbox} any more: somebody removed it in Exchange. Reserve the "
                                      "time again, or give this up.")},
        {"exchange.item-gone",
         QT_TRANSLATE_NOOP("wording", "The item is not in the room's calendar any more: somebody removed it in Exchange. Reserve the time "
                                      "again, or give this up.")},
        {"exchange.item-changed",
         QT_TRANSLATE_NOOP("wording", "The item changed in Exchange at the same moment. It is looked at again and tried again.")},
        {"exchange.refused", QT_TRANSLATE_NOOP("wording", "Exchange refused this: {remote}")},
        {"exchange.refused", QT_TRANSLATE_NOOP("wording", "Exchange refused this and would refuse it again.")},
        {"exchange.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording", "Exchange knows no mailbox {mailbox}. Correct the Exchange Mailbox of the space, then try again.")},
        {"exchange.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording", "Exchange does not know this mailbox. Correct the Exchange Mailbox of the space, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording", "The account may not open {mailbox}. Grant it rights to that mailbox in Exchange, then try again.")},
        {"exchange.access-denied",
         QT_TRANSLATE_NOOP("wording", "The account may not do this in Exchange. Grant it rights to the rooms' mailboxes, then try "
                                      "again.")},
        {"exchange.ews-blocked",
         QT_TRANSLATE_NOOP("wording", "Exchange Online does not let anybody in by EWS any more (since October 2026), so nothing more is "
                                      "tried. Set the server's kind to Microsoft Graph.")},
        {"exchange.not-supported", QT_TRANSLATE_NOOP("wording", "This server cannot do that, so it is not tried.")},
        {"exchange.setup",
         QT_TRANSLATE_NOOP("wording", "The profile of the server cannot work as it is: {detail}. Correct it under Exchange Admin.")},
        {"exchange.setup",
         QT_TRANSLATE_NOOP("wording", "The profile of the server cannot work as it is. Correct it under Exchange Admin.")},
    };
    return table;
}

} // namespace reserve
