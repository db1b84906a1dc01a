// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> intakeSentences()
{
    static constexpr Sentence table[] = {
        {"smtp.connected", QT_TRANSLATE_NOOP("wording", "{peer} connected.")},
        {"smtp.hello", QT_TRANSLATE_NOOP("wording", "The sender introduced itself as {name}.")},
        {"smtp.sender", QT_TRANSLATE_NOOP("wording", "The sender's address was taken.")},
        {"smtp.sender-with-blank",
         QT_TRANSLATE_NOOP("wording", "The sender's address was taken, though written with a blank after the colon.")},
        {"smtp.data", QT_TRANSLATE_NOOP("wording", "The message's content began.")},
        {"smtp.chunk", QT_TRANSLATE_NOOP("wording", "A piece of {octets} bytes came.")},
        {"smtp.chunk", QT_TRANSLATE_NOOP("wording", "A piece of the message came.")},
        {"smtp.message-complete", QT_TRANSLATE_NOOP("wording", "The whole message is here, {octets} bytes.")},
        {"smtp.message-complete", QT_TRANSLATE_NOOP("wording", "The whole message is here.")},
        {"smtp.message-taken", QT_TRANSLATE_NOOP("wording", "The message was taken.")},
        {"smtp.message-refused", QT_TRANSLATE_NOOP("wording", "The message was refused.")},
        {"smtp.quit", QT_TRANSLATE_NOOP("wording", "The sender said goodbye.")},
        {"smtp.reset", QT_TRANSLATE_NOOP("wording", "The sender began anew.")},
        {"smtp.noop", QT_TRANSLATE_NOOP("wording", "The sender asked whether the agent is still there.")},
        {"smtp.verify",
         QT_TRANSLATE_NOOP("wording", "The sender asked about an address. The agent tells nobody who exists.")},
        {"smtp.disconnected", QT_TRANSLATE_NOOP("wording", "The sender hung up without a goodbye.")},
        {"smtp.aborted",
         QT_TRANSLATE_NOOP("wording", "The sender hung up in the middle of a message. Nothing of it was kept.")},
        {"smtp.shutdown",
         QT_TRANSLATE_NOOP("wording", "The agent stops and ended the session. The sender tries again later.")},
        {"smtp.idle", QT_TRANSLATE_NOOP("wording", "The sender said nothing for too long, so the session was ended.")},
        {"smtp.too-slow", QT_TRANSLATE_NOOP("wording", "The sender was too slow, so the session was ended.")},
        {"smtp.early-talker", QT_TRANSLATE_NOOP("wording", "The sender spoke before it was greeted.")},
        {"smtp.foreign-protocol",
         QT_TRANSLATE_NOOP("wording", "The peer speaks {protocol}, not SMTP. The connection was closed.")},
        {"smtp.command-unknown",
         QT_TRANSLATE_NOOP("wording", "The sender used a command that the agent does not know.")},
        {"smtp.command-not-offered",
         QT_TRANSLATE_NOOP("wording", "The sender used a command that the agent does not offer.")},
        {"smtp.command-too-long", QT_TRANSLATE_NOOP("wording", "A command line was too long and was refused.")},
        {"smtp.command-bare-line-feed",
         QT_TRANSLATE_NOOP("wording", "A command line ended with a bare line feed and was refused.")},
        {"smtp.content-too-early",
         QT_TRANSLATE_NOOP("wording", "The sender sent content before it was asked to. The session was ended.")},
        {"smtp.out-of-order", QT_TRANSLATE_NOOP("wording", "The sender used a command at the wrong moment.")},
        {"smtp.argument-invalid", QT_TRANSLATE_NOOP("wording", "The sender used a command with a wrong argument.")},
        {"smtp.parameter-unknown",
         QT_TRANSLATE_NOOP("wording", "The sender used a parameter that the agent does not know.")},
        {"smtp.too-many-errors",
         QT_TRANSLATE_NOOP("wording", "The sender made too many mistakes, so the session was ended.")},
        {"smtp.too-many-idle-commands",
         QT_TRANSLATE_NOOP("wording",
                           "The sender sent too many commands that lead nowhere, so the session was ended.")},
        {"smtp.too-many-recipients",
         QT_TRANSLATE_NOOP("wording",
                           "The message has more recipients than are allowed. The sender sends the rest "
                           "separately.")},
        {"smtp.too-many-sessions",
         QT_TRANSLATE_NOOP("wording",
                           "As many sessions are open as are allowed. The connection was refused, and the "
                           "sender tries again later.")},
        {"smtp.too-many-sessions-of-peer",
         QT_TRANSLATE_NOOP("wording",
                           "{peer} has as many sessions open as are allowed for one address. Its new "
                           "connection was refused.")},
        {"smtp.peer-not-accepted",
         QT_TRANSLATE_NOOP("wording",
                           "{peer} is not among the accepted peers, so its connection was refused. If it "
                           "is one of your mail servers, add it to smtp.accepted-peers.")},
        {"smtp.busy",
         QT_TRANSLATE_NOOP("wording",
                           "Too many messages wait to be decided. The sender was asked to come back later.")},
        {"smtp.disk-short",
         QT_TRANSLATE_NOOP("wording",
                           "The disk is almost full, so no mail is taken. Free some space. The sender "
                           "tries again later.")},
        {"smtp.size-exceeded",
         QT_TRANSLATE_NOOP("wording",
                           "The message has more than {limit} bytes and was refused. Raise "
                           "smtp.max-message-bytes if such mail is wanted.")},
        {"smtp.size-exceeded", QT_TRANSLATE_NOOP("wording", "The message is larger than allowed and was refused.")},
        {"smtp.mail-loop",
         QT_TRANSLATE_NOOP("wording",
                           "The message went round in a circle ({count} stations) and was refused. Check "
                           "the forwarding rules.")},
        {"smtp.mail-loop",
         QT_TRANSLATE_NOOP("wording",
                           "The message went round in a circle and was refused. Check the forwarding "
                           "rules.")},
        {"smtp.content-line-too-long",
         QT_TRANSLATE_NOOP("wording", "A line of the message is longer than allowed, so it was refused.")},
        {"smtp.address-invalid",
         QT_TRANSLATE_NOOP("wording", "An address in the envelope is malformed and was refused.")},
        {"smtp.address-too-long",
         QT_TRANSLATE_NOOP("wording", "An address in the envelope is too long and was refused.")},
        {"smtp.address-not-utf8",
         QT_TRANSLATE_NOOP("wording", "An address in the envelope is not UTF-8 and was refused.")},
        {"smtp.address-needs-smtputf8",
         QT_TRANSLATE_NOOP("wording",
                           "An address in the envelope has letters beyond ASCII, and the sender did not "
                           "announce them (SMTPUTF8). It was refused.")},
        {"smtp.control-character",
         QT_TRANSLATE_NOOP("wording", "A command holds a control character and was refused.")},
        {"smtp.bare-line-feed",
         QT_TRANSLATE_NOOP("wording", "The message has bare line feeds. It is kept as it came.")},
        {"smtp.bare-carriage-return",
         QT_TRANSLATE_NOOP("wording", "The message has bare carriage returns. It is kept as it came.")},
        {"smtp.long-line", QT_TRANSLATE_NOOP("wording", "The message has very long lines. It is kept as it came.")},
        {"smtp.nul-octet", QT_TRANSLATE_NOOP("wording", "The message has NUL bytes. It is kept as it came.")},
        {"smtp.undeclared-8bit",
         QT_TRANSLATE_NOOP("wording",
                           "The message has letters beyond ASCII that the sender did not announce. It is "
                           "kept as it came.")},
    };
    return table;
}

} // namespace reserve
