// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> outboxSentences()
{
    static constexpr Sentence table[] = {
        {"outbox.settled",
         QT_TRANSLATE_NOOP("wording", "Entry {id} is told or given up already, so nothing is changed.")},
        {"outbox.recipient-fixed",
         QT_TRANSLATE_NOOP("wording",
                           "Entry {id} goes to the organizer or to a room's mailbox, which is not chosen here. Correct "
                           "the Exchange Mailbox of the space, then try again.")},
        {"outbox.recipient-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{recipient}\" is no e-mail address. Write one, and copies after commas.")},
        {"outbox.no-calendar-server",
         QT_TRANSLATE_NOOP(
             "wording",
             "No server with calendars handles {mailbox}, so this waits. Add a server for its mail domain "
             "under Exchange Admin.")},
        {"outbox.server-secret-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The secret {name} of {server} is missing on the agent's machine, so this waits. Run there: "
                           "reserve-agent settings set-secret {name}.")},
        {"outbox.server-secret-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The secret of {server} cannot be read on the agent's machine, so this waits. {cause}")},
        {"outbox.behind-earlier", QT_TRANSLATE_NOOP("wording", "Entry {id} about the same meeting goes before it.")},
        {"outbox.behind-failed",
         QT_TRANSLATE_NOOP("wording",
                           "Entry {id} about the same meeting goes before it, and has failed. Try that one again or "
                           "give it up; then this one goes on.")},
        {"outbox.interrupted",
         QT_TRANSLATE_NOOP("wording",
                           "The agent ended while this was being told. It is looked first what is told already.")},
        {"outbox.outdated",
         QT_TRANSLATE_NOOP("wording",
                           "A newer decision about this meeting was made before this could be told, so it is not told "
                           "any more. It had failed. {cause}")},
        {"outbox.outdated",
         QT_TRANSLATE_NOOP("wording",
                           "A newer decision about this meeting was made before this could be told, so it is not told "
                           "any more.")},
        {"outbox.outdated-perhaps-told",
         QT_TRANSLATE_NOOP("wording",
                           "A newer decision about this meeting was made, so this is not tried again. An earlier "
                           "attempt may have arrived: its confirmation was lost.")},
        {"outbox.outdated-while-told",
         QT_TRANSLATE_NOOP("wording",
                           "A newer decision about this meeting was made while this is being told, so it is not tried "
                           "again.")},
        {"outbox.sent-from-mailbox",
         QT_TRANSLATE_NOOP("wording", "Exchange sent the mail to {recipient} from {mailbox}.")},
        {"answer.by-exchange",
         QT_TRANSLATE_NOOP("wording", "Exchange answered for {mailbox}; the meeting was found in its calendar.")},
        {"answer.by-exchange-inbox",
         QT_TRANSLATE_NOOP("wording", "Exchange answered for {mailbox}; the request was found in its Inbox.")},
        {"answer.by-exchange-deleted",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange answered for {mailbox}; the request was found in its Deleted Items. Somebody or a "
                           "rule moves requests there: look at the rules of that mailbox.")},
        {"answer.already",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in {mailbox} was answered like this already, so it is not answered again.")},
        {"answer.by-itself",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting in {mailbox} stood answered like this before the room's answer "
                           "came, so it is not answered again. Likely cause: Exchange answers by itself "
                           "(Get-CalendarProcessing shows AutomateProcessing AutoAccept; run "
                           "Set-CalendarProcessing -Identity \"{mailbox}\" -AutomateProcessing AutoUpdate). "
                           "Otherwise somebody answered in the mailbox.")},
        {"answer.by-mail",
         QT_TRANSLATE_NOOP("wording",
                           "The answer went to {recipient} by mail in place of Exchange. Details: {remote}")},
        {"answer.by-mail",
         QT_TRANSLATE_NOOP("wording", "The answer went to {recipient} by mail in place of Exchange.")},
        {"answer.awaited",
         QT_TRANSLATE_NOOP("wording", "The request is not in {mailbox} yet. It is looked for again for some minutes.")},
        {"answer.newer-awaited",
         QT_TRANSLATE_NOOP(
             "wording",
             "The mailbox {mailbox} already holds a newer version of this meeting. The answer to the older "
             "one is not given and waits for the newer request.")},
        {"answer.not-in-exchange",
         QT_TRANSLATE_NOOP(
             "wording",
             "No message found: the request is in neither calendar, Inbox nor Deleted Items of {mailbox}, so "
             "the answer goes by mail. Likely causes: Exchange answered it first by itself (Get-CalendarProcessing "
             "shows AutomateProcessing AutoAccept; run Set-CalendarProcessing -Identity \"{mailbox}\" "
             "-AutomateProcessing AutoUpdate), or the Exchange Mailbox of the space is not the one that was invited "
             "(compare it with the request).")},
        {"order.stands", QT_TRANSLATE_NOOP("wording", "The calendar of {mailbox} in Exchange holds the reservation.")},
        {"order.cancelled",
         QT_TRANSLATE_NOOP("wording", "The reservation is taken out of the calendar of {mailbox} in Exchange.")},
        {"order.superseded",
         QT_TRANSLATE_NOOP("wording", "A newer change of the same reservation took the place of this one.")},
        {"order.never-made",
         QT_TRANSLATE_NOOP("wording",
                           "The reservation was cancelled before Exchange held it, so there is nothing to tell it.")},
        {"server.reached", QT_TRANSLATE_NOOP("wording", "{profile} answers and opens {mailbox}: {version}.")},
        {"server.reached", QT_TRANSLATE_NOOP("wording", "{profile} answers: {version}.")},
        {"server.answers-by-itself",
         QT_TRANSLATE_NOOP("wording",
                           "{profile} answers and opens {mailbox}: {version}. But Exchange answers requests for this "
                           "mailbox by itself (AutoAccept), before the room's answer can be given here. Run "
                           "Set-CalendarProcessing -Identity \"{mailbox}\" -AutomateProcessing AutoUpdate.")},
        {"server.processing-unknown",
         QT_TRANSLATE_NOOP(
             "wording",
             "{profile} answers and opens {mailbox}: {version}. It does not tell whether Exchange answers "
             "requests for this mailbox by itself. Look with Get-CalendarProcessing; where "
             "AutomateProcessing is AutoAccept, run Set-CalendarProcessing -Identity \"{mailbox}\" "
             "-AutomateProcessing AutoUpdate.")},
        {"server.found",
         QT_TRANSLATE_NOOP("wording", "Autodiscover leads {mailbox} to {url}. Nothing is changed yet.")},
        {"server.not-found",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover found no Exchange Server for {mailbox}. Asked: {tried}. Check that "
                           "autodiscover.{domain} is known in the network of the agent and leads to the server by "
                           "https, or enter the address yourself; it ends in /EWS/Exchange.asmx.")},
        {"server.no-mailbox",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover asks by the mailbox of a room, and no room belongs to {profile} yet. "
                           "Name a mailbox, or set up a space with one in its mail domains.")},
        {"server.not-by-autodiscover",
         QT_TRANSLATE_NOOP("wording",
                           "Autodiscover finds Exchange Servers on premises, and {profile} is none. Exchange Online "
                           "needs no address, mail only has none.")},
        {"server.mail-only",
         QT_TRANSLATE_NOOP(
             "wording",
             "{profile} handles mail only: there is no server to reach. The outgoing mail server sends its "
             "answers.")},
        {"outbox.server-unknown", QT_TRANSLATE_NOOP("wording", "There is no server {server}. Known: {known}.")},
        {"cli.outbox-server-retried", QT_TRANSLATE_NOOP("wording", "The agent tries what goes to {server}.")},
        {"cli.outbox-edited", QT_TRANSLATE_NOOP("wording", "Entry {id} goes to {recipient}.")},
    };
    return table;
}

} // namespace reserve
