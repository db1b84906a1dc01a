// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> oauthSentences()
{
    static constexpr Sentence table[] = {
        {"exchange.client-secret-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant does not accept the client secret of the application {user}, so nothing more "
                           "is tried. Set the secret again: its value, not its ID. The tenant says: {remote}")},
        {"exchange.application-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant gives the application {user} no token, so nothing more is tried. The tenant "
                           "says: {remote}")},
        {"exchange.application-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant gives the application {user} no token, so nothing more is tried. Compare "
                           "authority, tenant and client ID with Microsoft Entra.")},
        {"exchange.token-not-accepted",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange does not accept the token of the application {user}, so nothing more is tried. "
                           "Check scope and permissions. Exchange says: {remote}")},
        {"exchange.token-not-accepted",
         QT_TRANSLATE_NOOP("wording",
                           "Exchange does not accept the token of the application, so nothing more is tried. Check "
                           "scope and permissions of the server profile.")},
        {"exchange.mailbox-out-of-scope",
         QT_TRANSLATE_NOOP("wording",
                           "The application may not work in {mailbox}: {remote}. Grant it Calendars.ReadWrite in "
                           "Microsoft Entra, and let its access policy or role include the mailbox.")},
        {"exchange.mailbox-out-of-scope",
         QT_TRANSLATE_NOOP("wording",
                           "The application may not work in {mailbox}. Grant it Calendars.ReadWrite in Microsoft "
                           "Entra, and let its access policy or role include the mailbox.")},
        {"exchange.secret-expired",
         QT_TRANSLATE_NOOP("wording",
                           "The client secret of the application {user} has expired, so Exchange is not asked any "
                           "more. Make a new one in Microsoft Entra and set it in the server profile. The tenant "
                           "says: {remote}")},
        {"exchange.consent-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The application {user} lacks permissions, so Exchange does nothing for it. Have an "
                           "administrator grant consent in Microsoft Entra (Calendars.ReadWrite, Mail.Read, "
                           "Mail.Send). The tenant says: {remote}")},
        {"exchange.consent-missing",
         QT_TRANSLATE_NOOP("wording",
                           "The application lacks permissions, so Exchange does nothing for it. Have an "
                           "administrator grant consent in Microsoft Entra (Calendars.ReadWrite, Mail.Read, "
                           "Mail.Send).")},
        {"exchange.application-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant {tenant} does not know the application {user}, or it is disabled there. "
                           "Compare tenant and client ID with Microsoft Entra. The tenant says: {remote}")},
        {"exchange.tenant-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no tenant {tenant}. Correct the tenant of the server profile. The sign-in "
                           "service says: {remote}")},
        {"exchange.scope-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant gives no token for {scope}. Leave the scope of the server profile empty, or "
                           "enter one that ends in /.default. The tenant says: {remote}")},
        {"exchange.certificate-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant does not accept the certificate of the application {user}: it is not "
                           "registered there, or has ended. Upload the certificate in Microsoft Entra. The tenant "
                           "says: {remote}")},
        {"exchange.clock-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The tenant does not accept the time of this machine. Set its clock. The tenant says: "
                           "{remote}")},
        {"exchange.no-tokens-there",
         QT_TRANSLATE_NOOP("wording",
                           "{url} gives no tokens (status {status}). It is tried again. If it stays so, correct "
                           "authority and tenant of the server profile.")},
        {"exchange.authority-invalid",
         QT_TRANSLATE_NOOP("wording",
                           "The authority \"{url}\" is not used, because secrets go by https alone. Enter an address "
                           "like https://login.microsoftonline.com.")},
        {"exchange.oauth-incomplete",
         QT_TRANSLATE_NOOP("wording", "The server profile is not complete, so no token can be asked for. {cause}")},
        {"exchange.certificate-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The certificate of the server profile cannot be read. Paste it as PEM, from \"BEGIN "
                           "CERTIFICATE\" to \"END CERTIFICATE\".")},
        {"exchange.certificate-ended",
         QT_TRANSLATE_NOOP(
             "wording",
             "The certificate of the server profile ended on {end}, so nobody is let in with it. Make a new "
             "one, upload it in Microsoft Entra, and put it and its key into the server profile.")},
        {"exchange.key-unreadable",
         QT_TRANSLATE_NOOP("wording",
                           "The private key of the server profile cannot be read. Set it as PEM, from \"BEGIN PRIVATE "
                           "KEY\" to \"END PRIVATE KEY\".")},
        {"exchange.key-encrypted",
         QT_TRANSLATE_NOOP("wording",
                           "The private key of the server profile is encrypted, and nobody is there to type its "
                           "password. Set the key without one: openssl pkey -in key.pem.")},
        {"exchange.key-kind",
         QT_TRANSLATE_NOOP("wording",
                           "The private key of the server profile is of a kind that tenants do not take. Make an RSA "
                           "key of {bits} bits or more.")},
        {"exchange.key-mismatch",
         QT_TRANSLATE_NOOP(
             "wording",
             "Certificate and private key of the server profile do not belong together, so nobody is let in "
             "with them. Set the key with which the certificate was made.")},
        {"exchange.signing-failed",
         QT_TRANSLATE_NOOP("wording", "The private key of the server profile does not sign. Set it again.")},
        {"exchange.graph-address",
         QT_TRANSLATE_NOOP("wording",
                           "The address \"{url}\" is not used, because tokens go by https alone. Leave the URL of the "
                           "server profile empty for Microsoft Graph, or enter that of your national cloud.")},
        {"exchange.graph-without-oauth",
         QT_TRANSLATE_NOOP(
             "wording",
             "Microsoft Graph lets programs in by OAuth alone. Set the authentication of the server profile "
             "\"{profile}\" to OAuth.")},
        {"exchange.own-item",
         QT_TRANSLATE_NOOP("wording",
                           "The mailbox {mailbox} is itself the organizer of this meeting, so there is nobody to "
                           "answer.")},
        {"exchange.processing-not-told",
         QT_TRANSLATE_NOOP("wording",
                           "Microsoft Graph does not tell whether Exchange answers for this mailbox by itself. Look "
                           "with Get-CalendarProcessing: AutomateProcessing is to be AutoUpdate.")},
    };
    return table;
}

} // namespace reserve
