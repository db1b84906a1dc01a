// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> peopleSentences()
{
    static constexpr Sentence table[] = {
        {"person.control-number-taken",
         QT_TRANSLATE_NOOP("wording", "Control Number {number} belongs to {person}. Choose another one.")},
        {"person.control-number-taken",
         QT_TRANSLATE_NOOP("wording", "Control Number {number} is taken. Choose another one.")},
        {"person.control-number-invalid",
         QT_TRANSLATE_NOOP("wording",
                           "The Control Number of {email} is missing or has other characters than digits. "
                           "Use 1 to 18 digits.")},
        {"person.control-number-invalid",
         QT_TRANSLATE_NOOP("wording", "A Control Number has 1 to 18 digits and nothing else.")},
        {"person.email-invalid", QT_TRANSLATE_NOOP("wording", "\"{email}\" is not an e-mail address. Correct it.")},
        {"person.email-invalid", QT_TRANSLATE_NOOP("wording", "The person needs an e-mail address.")},
        {"person.time-zone-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no time zone \"{zone}\" on this machine. Use a name such as "
                           "Europe/Berlin.")},
        {"person.missing",
         QT_TRANSLATE_NOOP("wording",
                           "This person (number {id}) is not in the store any more. Somebody else removed "
                           "it.")},
        {"space.name-empty", QT_TRANSLATE_NOOP("wording", "The space with the mailbox {mailbox} needs a name.")},
        {"space.name-empty", QT_TRANSLATE_NOOP("wording", "A space needs a name.")},
        {"space.mailbox-empty",
         QT_TRANSLATE_NOOP("wording", "{space} needs an Exchange Mailbox. Without one no request finds it.")},
        {"space.mailbox-empty",
         QT_TRANSLATE_NOOP("wording", "A space needs an Exchange Mailbox. Without one no request finds it.")},
        {"space.mailbox-taken",
         QT_TRANSLATE_NOOP("wording", "{mailbox} is the Exchange Mailbox of {space} already. Each space has its own.")},
        {"space.contact-taken",
         QT_TRANSLATE_NOOP("wording",
                           "{contact} is the delegate contact of {space} already. A request to it would not say which "
                           "of the two is meant: give each space a contact of its own.")},
        {"space.contact-is-mailbox",
         QT_TRANSLATE_NOOP("wording",
                           "{contact} is the Exchange Mailbox of {space}. A request to it means that space: give this "
                           "one another delegate contact.")},
        {"space.mailbox-is-contact",
         QT_TRANSLATE_NOOP("wording",
                           "{mailbox} is the delegate contact of {space}. A request to it would not say which of the "
                           "two is meant: give {space} another delegate contact first.")},
        {"space.has-reservations",
         QT_TRANSLATE_N_NOOP("wording",
                             "{space} has %n reservation(s) and cannot be removed. Mark it as not "
                             "bookable instead."),
         "count"},
        {"space.missing",
         QT_TRANSLATE_NOOP("wording",
                           "This space (number {id}) is not in the store any more. Somebody else removed "
                           "it.")},
        {"space.address-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not an e-mail address.")},
        {"space.capacity-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a number of seats.")},
        {"space.zone-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no time zone \"{value}\" on this machine. Use a name such as "
                           "Europe/Berlin.")},
        {"space.days-unknown",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a list of week days. Write Mon,Tue,Wed.")},
        {"space.time-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a time of day. Write 08:00.")},
        {"space.flag-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is neither true nor false.")},
        {"space.minutes-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a number of minutes of a day.")},
        {"space.hours-empty",
         QT_TRANSLATE_NOOP("wording",
                           "The working hours begin and end at {start}. Write 00:00 and 24:00 for a space that is open "
                           "day and night; an end before the start is one of the next day.")},
        {"closure.missing",
         QT_TRANSLATE_NOOP("wording",
                           "This closure (number {id}) is not in the store any more. Somebody else "
                           "removed it.")},
        {"closure.time-empty", QT_TRANSLATE_NOOP("wording", "A closure ends after it starts. Correct its times.")},
        {"draft.gone", QT_TRANSLATE_NOOP("wording", "Somebody else removed this meanwhile. Revert the change to it.")},
        {"file.unreadable",
         QT_TRANSLATE_NOOP("wording", "{path} cannot be read: {detail}. Check the file and its rights.")},
        {"file.too-large",
         QT_TRANSLATE_NOOP("wording",
                           "{path} is larger than {megabytes} MB, more than any list of people or spaces. "
                           "Choose another file.")},
        {"export.file", QT_TRANSLATE_NOOP("wording", "{path} cannot be written: {detail}. Choose another folder.")},
        {"csv.empty",
         QT_TRANSLATE_NOOP("wording",
                           "The file has no head line, so its columns are not known. Write the column "
                           "names into the first line.")},
        {"csv.not-utf8",
         QT_TRANSLATE_NOOP("wording", "The file is not UTF-8 text. Save it as CSV UTF-8 and import it again.")},
        {"csv.unclosed-quote",
         QT_TRANSLATE_NOOP("wording",
                           "A quoted field that begins in line {line} never ends. Close the quotation "
                           "mark.")},
        {"csv.text-after-quote",
         QT_TRANSLATE_NOOP("wording",
                           "In line {line} text follows a closing quotation mark. Put the whole field in "
                           "quotation marks.")},
        {"csv.column-twice",
         QT_TRANSLATE_NOOP("wording", "The column {column} stands twice in the head line. Remove one.")},
        {"csv.wrong-field-count",
         QT_TRANSLATE_NOOP("wording", "Line {line} has {fields} fields, but the head line has {columns}.")},
        {"csv.column-missing", QT_TRANSLATE_NOOP("wording", "The head line has no column {column}. Add it.")},
        {"csv.column-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The column {column} is not known and was left out. If {nearest} is meant, correct the head "
                           "line and import the file again.")},
        {"csv.column-unknown", QT_TRANSLATE_NOOP("wording", "The column {column} is not known and was left out.")},
        {"import.mailbox-twice", QT_TRANSLATE_NOOP("wording", "The mailbox {mailbox} stands in line {line} already.")},
        {"import.number-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a Control Number. It has 1 to 18 digits and nothing else.")},
        {"import.number-twice",
         QT_TRANSLATE_NOOP("wording", "The Control Number {number} stands in line {line} already.")},
        {"import.email-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not an e-mail address.")},
        {"import.status-unknown", QT_TRANSLATE_NOOP("wording", "\"{value}\" is neither active nor retired.")},
        {"import.zone-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no time zone \"{value}\" on this machine. Use a name such as "
                           "Europe/Berlin.")},
        {"sample.unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The file {file} of the sample building cannot be read. The program is not "
                           "installed whole. Install it again.")},
        {"console.argument",
         QT_TRANSLATE_NOOP("wording", "The command line is not understood: {detail}. More: reserve-console --help.")},
        {"console.no-display",
         QT_TRANSLATE_NOOP("wording",
                           "There is no display, so no window can open. Start it on a desktop, or run the "
                           "agent alone: reserve-agent run.")},
        {"console.screenshot", QT_TRANSLATE_NOOP("wording", "The picture {file} cannot be written. Check the folder.")},
        {"console.page-unknown", QT_TRANSLATE_NOOP("wording", "There is no page \"{page}\". Pages: {known}.")},
    };
    return table;
}

} // namespace reserve
