// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> commandSentences()
{
    static constexpr Sentence table[] = {
        {"usage.option-missing",
         QT_TRANSLATE_NOOP("wording", "--{option} is missing. More: reserve-agent {command} --help.")},
        {"usage.option-missing", QT_TRANSLATE_NOOP("wording", "--{option} is missing.")},
        {"cli.approval-decided", QT_TRANSLATE_NOOP("wording", "Request {id} of {requester}: {state}.")},
        {"usage.scope-both", QT_TRANSLATE_NOOP("wording", "--space and --building are given. Leave one of both out.")},
        {"usage.scope-missing",
         QT_TRANSLATE_NOOP("wording", "For which space or building? Give --space MAILBOX or --building NAME.")},
        {"usage.file-and-meeting",
         QT_TRANSLATE_NOOP("wording",
                           "{path} is sent as it is, so it takes no options that describe a meeting. "
                           "Leave one of both out.")},
        {"cli.space-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No space has the Exchange Mailbox {mailbox}. List them with: reserve-agent "
                           "spaces list.")},
        {"usage.command-missing",
         QT_TRANSLATE_NOOP("wording", "A command is missing. Commands: {known}. More: reserve-agent --help.")},
        {"usage.command-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no command \"{command}\". Commands: {known}. More: reserve-agent "
                           "--help.")},
        {"usage.action-missing",
         QT_TRANSLATE_NOOP("wording", "{command} needs one of: {known}. More: reserve-agent {command} --help.")},
        {"usage.action-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "{command} has no \"{action}\", only: {known}. More: reserve-agent {command} "
                           "--help.")},
        {"usage.option", QT_TRANSLATE_NOOP("wording", "{detail}. More: reserve-agent {command} --help.")},
        {"usage.argument-missing",
         QT_TRANSLATE_NOOP("wording", "{command} needs {argument}. More: reserve-agent {command} --help.")},
        {"usage.argument-surplus",
         QT_TRANSLATE_NOOP("wording", "{command} does not take \"{argument}\". More: reserve-agent {command} --help.")},
        {"usage.value-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit --{option}. Use {expected}.")},
        {"usage.argument-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {argument}. Use {expected}.")},
        {"usage.format-unknown", QT_TRANSLATE_NOOP("wording", "There is no format \"{value}\" here, only: {known}.")},
        {"cli.file-unreadable", QT_TRANSLATE_NOOP("wording", "{path} cannot be read: {detail}.")},
        {"cli.file-unwritable", QT_TRANSLATE_NOOP("wording", "{path} cannot be written: {detail}.")},
        {"cli.output-closed", QT_TRANSLATE_NOOP("wording", "The output cannot be written: {detail}.")},
        {"cli.import-refused",
         QT_TRANSLATE_N_NOOP("wording", "Nothing was imported: %n row(s) of {path} have a problem."), "count"},
        {"cli.import-row", QT_TRANSLATE_NOOP("wording", "Line {line}, column {column}: {problem}")},
        {"cli.import-row", QT_TRANSLATE_NOOP("wording", "Line {line}: {problem}")},
        {"cli.import-done",
         QT_TRANSLATE_NOOP("wording", "Imported {path}: {added} added, {changed} changed, {unchanged} unchanged.")},
        {"cli.secret-empty",
         QT_TRANSLATE_NOOP("wording",
                           "Nothing came on standard input, so {name} was not changed. To remove it: "
                           "reserve-agent settings set-secret {name} --remove.")},
        {"cli.secret-stored", QT_TRANSLATE_NOOP("wording", "{name} is kept in {folder}.")},
        {"cli.secret-stored", QT_TRANSLATE_NOOP("wording", "{name} is kept in the system keychain.")},
        {"cli.secret-not-needed",
         QT_TRANSLATE_NOOP("wording", "{name} is kept, but {server} does not ask for it as it is set up.")},
        {"cli.secret-removed", QT_TRANSLATE_NOOP("wording", "{name} is removed.")},
        {"cli.secret-hidden", QT_TRANSLATE_NOOP("wording", "Secrets are never shown. {name} is kept in {folder}.")},
        {"cli.secret-hidden",
         QT_TRANSLATE_NOOP("wording", "Secrets are never shown. {name} is kept in the system keychain.")},
        {"usage.secret-by-set",
         QT_TRANSLATE_NOOP("wording",
                           "{name} is a secret and is not written into the store. Use: reserve-agent "
                           "settings set-secret {name}, and give it on standard input.")},
        {"cli.backup-done", QT_TRANSLATE_NOOP("wording", "The store is copied to {path}, and the copy is verified.")},
        {"cli.restore-done",
         QT_TRANSLATE_NOOP("wording", "The backup {path} is in place. The store that was there is kept as {aside}.")},
        {"cli.restore-done", QT_TRANSLATE_NOOP("wording", "The backup {path} is in place.")},
        {"cli.meeting-uid", QT_TRANSLATE_NOOP("wording", "UID of the meeting: {uid}")},
        {"cli.sent", QT_TRANSLATE_NOOP("wording", "{server} took the message for {recipient}. Details: {remote}")},
        {"cli.sent-not",
         QT_TRANSLATE_NOOP("wording", "{server} did not take the message for {recipient}. Details: {remote}")},
        {"explain.no-recipient",
         QT_TRANSLATE_NOOP("wording",
                           "None of the people and rooms in this message is a space here, so nothing is decided. Name "
                           "the space's mailbox with --to.")},
        {"cli.outbox-retried", QT_TRANSLATE_N_NOOP("wording", "%n entry is(are) due at once."), "count"},
        {"cli.outbox-given-up", QT_TRANSLATE_NOOP("wording", "Entry {id} is given up.")},
        {"secret.unknown", QT_TRANSLATE_NOOP("wording", "There is no secret {name}. Known: {known}.")},
        {"secret.missing",
         QT_TRANSLATE_NOOP("wording",
                           "The secret {name} is not set on this machine. Set it with: reserve-agent "
                           "settings set-secret {name}.")},
        {"secret.time-limit",
         QT_TRANSLATE_NOOP("wording",
                           "The system keychain did not answer within {seconds} seconds. Unlock it, or "
                           "use a folder of secrets beside the store.")},
        {"secret.keychain",
         QT_TRANSLATE_NOOP("wording",
                           "The system keychain cannot be used: {detail}. Unlock it, or use a folder of "
                           "secrets beside the store.")},
        {"secret.keychain-denied",
         QT_TRANSLATE_NOOP("wording",
                           "The system keychain was not opened: {detail}. Allow the program to use it, "
                           "then try again.")},
        {"secret.file-open-to-others",
         QT_TRANSLATE_NOOP("wording",
                           "{path} can be read or changed by others, so it is not used. Take those rights "
                           "away: chmod 600.")},
        {"secret.file",
         QT_TRANSLATE_NOOP("wording",
                           "{path} cannot be used: {detail}. Run the command as the user whose agent it "
                           "is.")},
        {"secret.given-by-service",
         QT_TRANSLATE_NOOP("wording", "{name} is given to this service by systemd ({path}). Change it there.")},
        {"secret.cancelled", QT_TRANSLATE_NOOP("wording", "The program ended before the keychain answered.")},
    };
    return table;
}

} // namespace reserve
