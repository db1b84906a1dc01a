// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> settingSentences()
{
    static constexpr Sentence table[] = {
        {"setting.unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no setting {key}. The nearest is {nearest}. List them with: "
                           "reserve-agent settings list.")},
        {"setting.unknown",
         QT_TRANSLATE_NOOP("wording", "There is no setting {key}. List them with: reserve-agent settings list.")},
        {"setting.not-boolean", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use true or false.")},
        {"setting.not-integer", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use a whole number.")},
        {"setting.out-of-range",
         QT_TRANSLATE_NOOP("wording", "{value} does not fit {key}. Use a number from {minimum} to {maximum}.")},
        {"setting.not-email", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use an e-mail address.")},
        {"setting.not-domain",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use a domain such as mycompany.com.")},
        {"setting.not-peer",
         QT_TRANSLATE_NOOP("wording",
                           "\"{value}\" does not fit {key}. Use an IP address or a range such as "
                           "192.0.2.0/24.")},
        {"setting.not-address",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use an IP address of this machine.")},
        {"setting.not-host-name", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use a host name.")},
        {"setting.not-zone",
         QT_TRANSLATE_NOOP("wording",
                           "There is no time zone \"{value}\" on this machine. Use a name such as "
                           "Europe/Berlin.")},
        {"setting.not-language",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is no code of a language. Use one such as en or de.")},
        {"setting.language-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There are no notices in the language \"{value}\". They are written in that of the "
                           "agent's machine. Use one of {known}.")},
        {"setting.not-security",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {key}. Use none, starttls or tls.")},
        {"setting.no-accepted-peers",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but the agent does not listen on {value} while "
                           "smtp.accepted-peers is empty. Set the addresses of the Exchange servers there.")},
        {"setting.default-user-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but it has no effect: no active person has the e-mail "
                           "{value}. Add that person.")},
        {"setting.contact-needs-default-user",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but it has no effect while reserve.default-user-email is "
                           "empty. Set a default user.")},
        {"setting.contact-needs-person",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but it has no effect: no active person has the Default "
                           "Reserve User Email. Add that person.")},
        {"setting.domains-need-default-user",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but it has no effect while reserve.default-user-email is "
                           "empty. Set a default user.")},
        {"setting.password-needs-encryption",
         QT_TRANSLATE_NOOP("wording",
                           "{key} is stored, but the password is not sent while outgoing.security is "
                           "none. Set it to starttls or tls.")},
        {"setting.outgoing-host-missing",
         QT_TRANSLATE_NOOP("wording", "{key} is stored, but it has no effect while outgoing.host is empty.")},
    };
    return table;
}

} // namespace reserve
