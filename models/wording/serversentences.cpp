// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> serverSentences()
{
    static constexpr Sentence table[] = {
        {"profile.name-empty", QT_TRANSLATE_NOOP("wording", "A server needs a name.")},
        {"profile.name-taken",
         QT_TRANSLATE_NOOP("wording", "There is a server {name} already. Give this one another name.")},
        {"profile.word-unknown", QT_TRANSLATE_NOOP("wording", "\"{value}\" is none of: {known}.")},
        {"profile.domain-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a mail domain.")},
        {"profile.url-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is not an address that begins with https://.")},
        {"profile.url-not-https",
         QT_TRANSLATE_NOOP("wording",
                           "\"{value}\" is not encrypted, so passwords and meetings could be read on the way. "
                           "Begin the address with https://; http:// is for this machine alone.")},
        {"profile.url-credentials",
         QT_TRANSLATE_NOOP("wording",
                           "The address holds a user name or password. Give those in their own fields: the "
                           "password is a secret.")},
        {"profile.user-invalid",
         QT_TRANSLATE_NOOP("wording", "The user name holds a line break or control character.")},
        {"profile.user-empty", QT_TRANSLATE_NOOP("wording", "Signing in with a password needs a user name.")},
        {"profile.user-has-domain",
         QT_TRANSLATE_NOOP("wording",
                           "With NTLM the domain has a field of its own. Leave only the user in \"{user}\".")},
        {"profile.ntlm-domain-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is not the name of a domain: it carries no slash, @ or blank.")},
        {"profile.ntlm-domain-empty",
         QT_TRANSLATE_NOOP("wording", "NTLM needs the domain of the user, such as MYCOMPANY.")},
        {"profile.flag-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is neither true nor false.")},
        {"profile.graph-needs-oauth",
         QT_TRANSLATE_NOOP("wording",
                           "Microsoft Graph takes OAuth only: Exchange Online has no passwords for programs any "
                           "more. Choose OAuth, or another kind of server.")},
        {"profile.tenant-empty",
         QT_TRANSLATE_NOOP("wording",
                           "OAuth needs the tenant: its id, or a domain of it such as mycompany.onmicrosoft.com.")},
        {"profile.tenant-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is neither the id of a tenant nor a domain of it.")},
        {"profile.client-empty",
         QT_TRANSLATE_NOOP("wording", "OAuth needs the Application (client) ID of the app registration.")},
        {"profile.client-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not an Application (client) ID.")},
        {"profile.scope-invalid", QT_TRANSLATE_NOOP("wording", "The scope holds a line break or control character.")},
        {"profile.date-invalid", QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a date. Write 2027-05-31.")},
        {"profile.proxy-invalid",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" is not a proxy. Write proxy.mycompany.com:3128.")},
        {"profile.certificate-empty",
         QT_TRANSLATE_NOOP("wording", "Signing in with a certificate needs the certificate, as PEM text.")},
        {"profile.certificate-over",
         QT_TRANSLATE_NOOP("wording",
                           "This certificate ended on {end}, so no server takes it. Put in one that is valid.")},
        {"profile.certificate-early",
         QT_TRANSLATE_NOOP("wording", "This certificate is valid from {start} on, so no server takes it yet.")},
        {"certificate.unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "This is no certificate in PEM form. It begins with -----BEGIN CERTIFICATE----- and "
                           "ends with -----END CERTIFICATE-----.")},
        {"certificate.key-inside",
         QT_TRANSLATE_NOOP("wording",
                           "A private key stands with the certificate. It is a secret and is not written into "
                           "the store: give the certificate alone here, and the key as the secret private-key.")},
        {"certificate.key-missing",
         QT_TRANSLATE_NOOP("wording",
                           "This holds no private key in PEM form. It begins with -----BEGIN PRIVATE KEY-----.")},
        {"certificate.key-encrypted",
         QT_TRANSLATE_NOOP("wording",
                           "This private key is locked with a passphrase. Take that off first: openssl pkey -in "
                           "locked.pem -out key.pem.")},
        {"server.domain-shared",
         QT_TRANSLATE_NOOP("wording", "{domain} is handled by several servers. Its rooms go to {server}.")},
        {"server.secret-ends",
         QT_TRANSLATE_N_NOOP("wording",
                             "The client secret of {server} ends in %n day(s), on {end}. Make a new one in Microsoft "
                             "Entra before, and set it; then nothing stops."),
         "days"},
        {"server.certificate-ends",
         QT_TRANSLATE_N_NOOP("wording",
                             "The certificate of {server} ends in %n day(s), on {end}. Put in a new one and its key "
                             "before; then nothing stops."),
         "days"},
        {"server.secret-ended",
         QT_TRANSLATE_NOOP("wording",
                           "The client secret of {server} ended on {end}, so nobody is let in there. Make a new one in "
                           "Microsoft Entra, and set it.")},
        {"server.certificate-ended",
         QT_TRANSLATE_NOOP(
             "wording",
             "The certificate of {server} ended on {end}, so nobody is let in there. Put in a new one and "
             "its key.")},
        {"probe.no-agent",
         QT_TRANSLATE_NOOP("wording",
                           "No agent runs on this store, and the agent is who signs in. Start one under Reserve "
                           "SMTP Agent.")},
        {"probe.agent-silent",
         QT_TRANSLATE_NOOP("wording",
                           "The agent did not answer within two minutes. Look under Reserve SMTP Agent whether it "
                           "still works, then try again.")},
        {"servers.json-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "This is no JSON (at byte {offset}): {detail}. Take what servers export writes.")},
        {"servers.json-no-list",
         QT_TRANSLATE_NOOP("wording", "This is no list of servers. Take what servers export writes.")},
        {"servers.entry-no-object", QT_TRANSLATE_NOOP("wording", "This entry is no server.")},
        {"servers.field-unknown", QT_TRANSLATE_NOOP("wording", "A server has no field {field}.")},
        {"servers.secret-inside",
         QT_TRANSLATE_NOOP("wording",
                           "{field} is a secret and is not written into the store. Take it out of the file, and "
                           "set it with: reserve-agent settings set-secret.")},
        {"servers.value-unreadable",
         QT_TRANSLATE_NOOP("wording", "This is neither a text, a list of texts, true nor false.")},
        {"servers.twice", QT_TRANSLATE_NOOP("wording", "The server {name} stands twice in this file.")},
        {"cli.server-unknown", QT_TRANSLATE_NOOP("wording", "There is no server {name}. Known: {known}.")},
        {"cli.server-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no server {name}: none is set up yet. Set one up with: reserve-agent "
                           "servers set.")},
        {"cli.server-ambiguous",
         QT_TRANSLATE_NOOP("wording", "Several servers are called {name}. Give the number of one: {numbers}.")},
        {"cli.server-added", QT_TRANSLATE_NOOP("wording", "{server} is added.")},
        {"cli.server-changed", QT_TRANSLATE_NOOP("wording", "{server} is changed.")},
        {"cli.server-removed", QT_TRANSLATE_NOOP("wording", "{server} is removed.")},
        {"cli.server-needs-secret",
         QT_TRANSLATE_NOOP("wording",
                           "{server} needs {name}. On the agent's machine, run: reserve-agent settings set-secret "
                           "{name}.")},
        {"cli.servers-refused",
         QT_TRANSLATE_N_NOOP("wording", "Nothing was imported: %n value(s) of {path} have a problem."), "count"},
        {"cli.servers-entry", QT_TRANSLATE_NOOP("wording", "Server {number}, {field}: {problem}")},
        {"cli.servers-entry", QT_TRANSLATE_NOOP("wording", "Server {number}: {problem}")},
        {"cli.servers-entry", QT_TRANSLATE_NOOP("wording", "{problem}")},
        {"cli.route-none",
         QT_TRANSLATE_NOOP("wording", "No server handles {address}. Add its domain to the mail domains of one.")},
        {"cli.no-agent",
         QT_TRANSLATE_NOOP("wording",
                           "No agent runs on this store, and the agent is who signs in. Start one with: "
                           "reserve-agent run.")},
        {"cli.agent-silent",
         QT_TRANSLATE_NOOP("wording",
                           "The agent did not answer within {seconds} seconds. Wait longer with --seconds, or look "
                           "at what it says of itself.")},
        {"usage.server-secret",
         QT_TRANSLATE_NOOP("wording", "A server has no secret {name}, only password, client-secret and private-key.")},
        {"usage.server-field",
         QT_TRANSLATE_NOOP("wording", "\"{text}\" is not FIELD=VALUE with one of the fields: {known}.")},
    };
    return table;
}

} // namespace reserve
