// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> agentSentences()
{
    static constexpr Sentence table[] = {
        {"agent.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} is held by {holder} (process {process}, user {user}). The agent "
                           "cannot listen on {address}. Use port {free}, which is free, or stop {holder}.")},
        {"agent.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} is held by {holder} (process {process}). The agent cannot listen "
                           "on {address}. Use another port or stop {holder}.")},
        {"agent.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} is held by a program of the user {user}. The agent cannot listen "
                           "on {address}. Use port {free}, which is free, or stop that program.")},
        {"agent.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} is held by another program. The agent cannot listen on {address}. "
                           "Use port {free}, which is free, or stop that program.")},
        {"agent.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} is held by another program. The agent cannot listen on {address}. "
                           "Use another port or stop that program.")},
        {"agent.peers-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The agent does not listen on {address}: beyond this machine it takes mail "
                           "only from accepted peers, and none are set. Set smtp.accepted-peers to the "
                           "addresses of the Exchange servers.")},
        {"agent.cannot-listen",
         QT_TRANSLATE_NOOP("wording",
                           "The agent cannot listen on {address}, port {port}: {detail}. Choose an "
                           "address of this machine and a port above 1023.")},
        {"agent.program-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The program reserve-agent was not found, so the agent of this console cannot run as a "
                           "process of its own. Install it beside the console, or turn that setting off.")},
        {"agent.program-refused",
         QT_TRANSLATE_NOOP("wording",
                           "{program} could not be started, so the agent of this console does not run: {detail}")},
        {"agent.ended-at-once",
         QT_TRANSLATE_NOOP("wording",
                           "The agent ended right after its start and is not started again by itself. Start tries "
                           "again; what it wrote before it ended stands in the console's output.")},
        {"agent.stopped-on-command",
         QT_TRANSLATE_NOOP("wording", "The agent was told to stop listening. Start it under Exchange Admin.")},
        {"agent.command-argument",
         QT_TRANSLATE_NOOP("wording",
                           "The command lacks its argument \"{name}\", so nothing was done. Use a console "
                           "of the same version as the agent.")},
        {"agent.out-of-turn",
         QT_TRANSLATE_NOOP("wording",
                           "An earlier message for the same space comes first. This one follows by itself.")},
        {"lease.held",
         QT_TRANSLATE_NOOP("wording",
                           "Another agent works on this store: {holder}, since {since}. Only one can. "
                           "Stop that one first, or go on using it.")},
        {"lease.held",
         QT_TRANSLATE_NOOP("wording",
                           "Another agent works on this store: {holder}. Only one can. Stop that one "
                           "first, or go on using it.")},
        {"lease.lost",
         QT_TRANSLATE_NOOP("wording",
                           "Another agent took this store over: {holder}. This one decides and delivers "
                           "nothing more.")},
        {"lease.lost",
         QT_TRANSLATE_NOOP("wording",
                           "Another agent took this store over. This one decides and delivers nothing "
                           "more.")},
        {"outbox.bounced",
         QT_TRANSLATE_NOOP("wording",
                           "Our mail came back: {recipient} cannot be reached ({status}). Check the "
                           "address and tell the person another way.")},
        {"outbox.bounced",
         QT_TRANSLATE_NOOP("wording",
                           "Our mail came back: {recipient} cannot be reached. Check the address and tell "
                           "the person another way.")},
        {"outbox.no-outgoing-server",
         QT_TRANSLATE_NOOP("wording",
                           "No outgoing mail server is set, so this waits. Set the server under Exchange "
                           "Admin.")},
        {"outbox.password-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The password of {user} for the outgoing mail server is missing on the agent's "
                           "machine, so mail waits. Run there: reserve-agent settings set-secret "
                           "outgoing.password.")},
        {"outbox.password-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The password for the outgoing mail server cannot be read, so mail waits. "
                           "{cause}")},
        {"outbox.paused",
         QT_TRANSLATE_NOOP("wording",
                           "The outgoing mail server refused the password, so delivery is paused. Correct "
                           "user or password, then retry. Details: {remote}")},
        {"outbox.paused",
         QT_TRANSLATE_NOOP("wording",
                           "The outgoing mail server refused the password, so delivery is paused. Correct "
                           "user or password, then retry.")},
        {"outbox.payload-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The mail of this entry cannot be read, so it was not sent. Tell the recipient "
                           "another way and give it up.")},
        {"outbox.delivered",
         QT_TRANSLATE_NOOP("wording", "The mail server took the mail to {recipient}. Details: {remote}")},
        {"outbox.notices-to-missing",
         QT_TRANSLATE_NOOP("wording", "No address for notices is set any more, so this notice goes to nobody.")},
        {"outbox.given-up", QT_TRANSLATE_NOOP("wording", "{actor} gave this up: {why}")},
        {"outbox.given-up", QT_TRANSLATE_NOOP("wording", "{actor} gave this up.")},
        {"outbox.missing",
         QT_TRANSLATE_NOOP("wording",
                           "There is no outbox entry with number {id}. List them with: reserve-agent "
                           "outbox list.")},
        {"answer.queued", QT_TRANSLATE_NOOP("wording", "The answer to {recipient} waits in the outbox.")},
        {"refresh.queued",
         QT_TRANSLATE_NOOP("wording", "The mail that asks {recipient} for the meeting itself waits in the outbox.")},
        {"refresh.paced",
         QT_TRANSLATE_NOOP("wording",
                           "{recipient} was asked for other meetings not long ago, one mail in ten minutes, so no "
                           "further mail asks for this one. The message waits for a person.")},
        {"answer.not-wanted", QT_TRANSLATE_NOOP("wording", "The organizer asked for no answer, so none is sent.")},
        {"answer.declined-unheard",
         QT_TRANSLATE_NOOP("wording",
                           "The room declined, and nobody was told, because no answer was asked for. {cause}")},
        {"answer.declined-unheard",
         QT_TRANSLATE_NOOP("wording", "The room declined, and nobody was told, because no answer was asked for.")},
        {"confirmation.queued", QT_TRANSLATE_NOOP("wording", "The confirmation to {recipient} waits in the outbox.")},
        {"keep.stored", QT_TRANSLATE_NOOP("wording", "The message is kept as {file}.")},
        {"keep.stored-in-part",
         QT_TRANSLATE_NOOP(
             "wording",
             "The first {kept} of {octets} bytes of the message are kept as {file}. The rest was read and "
             "dropped.")},
        {"keep.failed",
         QT_TRANSLATE_NOOP("wording",
                           "The message cannot be kept at {path}: {detail}. What becomes of it does not depend on "
                           "that. Check the SMTP root folder.")},
        {"keep.folder-failed",
         QT_TRANSLATE_NOOP("wording",
                           "The message cannot be kept, because the folder {path} cannot be made: {detail}. What "
                           "becomes of it does not depend on that. Check the SMTP root folder.")},
        {"trace.put-aside",
         QT_TRANSLATE_NOOP("wording",
                           "{actor} put the message aside. Nothing is booked, and "
                           "nobody is answered.")},
        {"trace.replays",
         QT_TRANSLATE_NOOP("wording",
                           "{actor} had this kept message decided again as if it had just arrived. The first time was "
                           "number {trace}.")},
        {"trace.replayed", QT_TRANSLATE_NOOP("wording", "{actor} had this message decided again: number {trace}.")},
        {"trace.not-kept",
         QT_TRANSLATE_NOOP("wording",
                           "The message number {id} was not taken, so there is nothing to decide again. Ask the sender "
                           "to send it once more.")},
        {"trace.undecided",
         QT_TRANSLATE_NOOP("wording",
                           "The message number {id} is not decided yet. Decide it first; then it can be replayed.")},
        {"trace.released", QT_TRANSLATE_NOOP("wording", "A person released the message. It is decided now.")},
        {"trace.missing",
         QT_TRANSLATE_NOOP("wording", "There is no message with number {id}. List them with: reserve-agent trace.")},
        {"trace.gone",
         QT_TRANSLATE_NOOP("wording",
                           "The message number {id} or its space is not in the store any more. Somebody "
                           "else removed it.")},
        {"trace.quarantined",
         QT_TRANSLATE_NOOP("wording",
                           "Deciding this message ended the agent {attempts} times. It is set aside, and "
                           "nothing is booked. Report it with the stored message.")},
        {"trace.series-quarantined",
         QT_TRANSLATE_NOOP("wording",
                           "Working out further dates of this series ended the agent {attempts} times. What is "
                           "reserved stays, and no further dates follow. Report it with the stored message.")},
        {"trace.undecidable",
         QT_TRANSLATE_NOOP("wording",
                           "This message cannot be decided, so it is set aside and nothing is "
                           "booked. {cause}")},
        {"trace.spelling-matches",
         QT_TRANSLATE_NOOP("wording", "The Exchange Mailbox is now spelt as {recipient}. The message is decided.")},
        {"trace.contact-unshared",
         QT_TRANSLATE_NOOP("wording",
                           "{recipient} is the delegate contact of one space alone now. The message is decided.")},
        {"intake.durable", QT_TRANSLATE_NOOP("wording", "250 was said after {bytes} bytes were safely on disk.")},
        {"command.missing", QT_TRANSLATE_NOOP("wording", "There is no command with number {id}.")},
    };
    return table;
}

} // namespace reserve
