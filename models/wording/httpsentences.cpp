// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> httpSentences()
{
    static constexpr Sentence table[] = {
        {"http.host-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} is not found. Check its name, and the name server of this "
                           "machine.")},
        {"http.no-connection",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} takes no connection. Check address, port and firewall. "
                           "Details: {detail}")},
        {"http.time-limit", QT_TRANSLATE_NOOP("wording", "The server {host} does not answer in time.")},
        {"http.connection-lost",
         QT_TRANSLATE_NOOP("wording", "The connection to the server {host} broke off. Details: {detail}")},
        {"http.certificate",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} cannot prove who it is, so nothing is sent to it. Check its "
                           "certificate, or name its authority in the server profile. Details: {detail}")},
        {"http.certificate",
         QT_TRANSLATE_NOOP("wording",
                           "The authorities that are to be trusted hold no certificate. Paste them as PEM, "
                           "with the lines BEGIN and END CERTIFICATE.")},
        {"http.credentials-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} refused user {user} or the password. It is not tried again, so "
                           "that the account is not locked. Correct them in the server profile.")},
        {"http.credentials-refused",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} refused the account that this program runs under. Let it have "
                           "a Kerberos ticket and rights on the server.")},
        {"http.scheme-not-offered",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} does not take the authentication that is set ({scheme}); it "
                           "offers: {offered}. Choose one of these in the server profile.")},
        {"http.too-large",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} sends more than the {limit} bytes that are read of an answer.")},
        {"http.in-clear",
         QT_TRANSLATE_NOOP("wording",
                           "No password is sent to {host} without encryption. Enter an address that begins "
                           "with https.")},
        {"http.url-invalid",
         QT_TRANSLATE_NOOP("wording",
                           "\"{url}\" is no address of a server. Enter one that begins with https and names "
                           "the server, without user and password.")},
        {"http.proxy",
         QT_TRANSLATE_NOOP("wording",
                           "The proxy on the way to {host} does not let this through. Check the proxy in the "
                           "server profile. Details: {detail}")},
        {"http.proxy",
         QT_TRANSLATE_NOOP("wording", "\"{proxy}\" is no address of a proxy. Enter its name and port: host:port.")},
        {"http.protocol",
         QT_TRANSLATE_NOOP("wording",
                           "The server {host} does not answer as a web server does. Check its address and "
                           "port. Details: {detail}")},
        {"http.cancelled",
         QT_TRANSLATE_NOOP("wording",
                           "The request to {host} was stopped because the program ends or the profile changes. It "
                           "is tried again.")},
        {"http.port-taken",
         QT_TRANSLATE_NOOP("wording",
                           "Port {port} of {address} cannot be used. Choose another one. Details: {detail}")},
        {"http.not-loopback",
         QT_TRANSLATE_NOOP("wording",
                           "{address} is not an address of this machine alone (127.0.0.1 or ::1), so nothing "
                           "listens there.")},
    };
    return table;
}

} // namespace reserve
