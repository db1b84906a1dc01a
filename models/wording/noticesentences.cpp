// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> noticeSentences()
{
    static constexpr Sentence table[] = {
        {"notice.kind-unknown",
         QT_TRANSLATE_NOOP("wording", "There is no notice \"{kind}\". The notices are {known}.")},
        {"notice.language-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There are no notices in the language \"{language}\". The languages are {known}.")},
        {"notice.language-unknown",
         QT_TRANSLATE_NOOP("wording", "\"{language}\" is no code of a language. Use one such as en or de.")},
        {"notice.nothing-to-set",
         QT_TRANSLATE_NOOP("wording", "Nothing is said that could be set. Give --subject, --body or both.")},
        {"notice.reservation-unknown",
         QT_TRANSLATE_NOOP("wording", "There is no reservation {id} to show the notice with.")},
        {"notice.reservation-kind",
         QT_TRANSLATE_NOOP("wording", "The digest is about no reservation. Leave --reservation out.")},
        {"notice.empty",
         QT_TRANSLATE_NOOP("wording", "The text is empty. Write one, or reset it to the built-in text.")},
        {"notice.too-long", QT_TRANSLATE_NOOP("wording", "The text is longer than {limit} characters. Shorten it.")},
        {"notice.subject-lines", QT_TRANSLATE_NOOP("wording", "A subject is one line. Take the line breaks out.")},
        {"notice.brace-open",
         QT_TRANSLATE_NOOP("wording",
                           "A brace is left open at \"{near}\". Close it, or double it to have a brace in the "
                           "mail.")},
        {"notice.placeholder-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "\"{placeholder}\" is no place holder of this notice; \"{nearest}\" is. All of "
                           "them: {known}.")},
        {"notice.placeholder-unknown",
         QT_TRANSLATE_NOOP("wording", "\"{placeholder}\" is no place holder of this notice. It has {known}.")},
        {"notice.placeholder-unknown",
         QT_TRANSLATE_NOOP("wording", "A place holder without a name stands in the text. This notice has {known}.")},
        {"notice.placeholder-list",
         QT_TRANSLATE_NOOP("wording",
                           "\"{placeholder}\" stands for several lines, and a subject is one. Use it in the "
                           "text of the mail.")},
        {"notice.placeholder-missing",
         QT_TRANSLATE_NOOP("wording",
                           "Neither subject nor text has the place holder \"{placeholder}\", so the reader is "
                           "not told that.")},
    };
    return table;
}

} // namespace reserve
