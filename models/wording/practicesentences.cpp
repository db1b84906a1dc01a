// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> practiceSentences()
{
    static constexpr Sentence table[] = {
        {"practice.cancelled",
         QT_TRANSLATE_NOOP("wording", "The meeting was cancelled by its organizer, so it is not answered.")},
        {"practice.command-unknown",
         QT_TRANSLATE_NOOP("wording", "\"{command}\" is no command of the Practice Exchange. \"help\" lists them.")},
        {"practice.command-arguments", QT_TRANSLATE_NOOP("wording", "\"{command}\" is written like this: {usage}")},
        {"practice.forwarded", QT_TRANSLATE_NOOP("wording", "The request for {recipient} was forwarded to the agent.")},
        {"practice.forward-later",
         QT_TRANSLATE_NOOP("wording",
                           "The request for {recipient} waits: the agent does not take it yet ({remote}). It is "
                           "tried again by itself.")},
        {"practice.forward-refused",
         QT_TRANSLATE_NOOP("wording", "The agent refused the request for {recipient}: {remote}")},
        {"practice.mailbox-unknown",
         QT_TRANSLATE_NOOP("wording", "The Practice Exchange has no mailbox {mailbox}. \"mailboxes\" lists them.")},
        {"practice.mail-delivered", QT_TRANSLATE_NOOP("wording", "Mail for {mailbox} from {from}: {subject}")},
        {"practice.meeting-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No meeting with the UID {uid} was sent from here, so there is nothing to change. "
                           "\"send\" tells the UID of a new one.")},
        {"practice.no-item",
         QT_TRANSLATE_NOOP("wording",
                           "The calendar item of this request is not in the mailbox, so it cannot be answered.")},
        {"practice.no-rooms",
         QT_TRANSLATE_NOOP("wording",
                           "There are no rooms: name them with --room, or import spaces into the store. The Practice "
                           "Exchange has no mailboxes to rehearse with.")},
        {"practice.not-answerable",
         QT_TRANSLATE_NOOP("wording", "The item is neither a request nor in the calendar, so it is not answered.")},
        {"practice.not-attendee",
         QT_TRANSLATE_NOOP("wording", "The mailbox is the organizer of this meeting and has nothing to answer.")},
        {"practice.out-of-date",
         QT_TRANSLATE_NOOP("wording", "A later request took the place of this one, so it is not answered.")},
        {"practice.smtp-port",
         QT_TRANSLATE_NOOP("wording",
                           "The Practice Exchange cannot take mail on port {port}: {detail}. Choose another port.")},
        {"practice.switch-unknown",
         QT_TRANSLATE_NOOP("wording", "\"{switch}\" is no switch of the Practice Exchange. There are {known}.")},
        {"practice.switch-value",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit the switch \"{switch}\". It takes {expected}.")},
        {"practice.taken", QT_TRANSLATE_NOOP("wording", "Taken: the Practice Exchange takes mail for everybody.")},
        {"practice.xml", QT_TRANSLATE_NOOP("wording", "The document cannot be read at line {line}: {detail}")},
    };
    return table;
}

} // namespace reserve
