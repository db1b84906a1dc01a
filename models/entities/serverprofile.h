// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace reserve {

enum class ServerKind { Ews, Graph, MailOnly };

// R-CREDENTIALS [FAQ 11]. Kerberos uses the ticket of the machine's user and takes no password.
enum class ServerAuthentication { Anonymous, Basic, Ntlm, Kerberos, OAuth };

// How an OAuth client proves who it is (RFC 6749 4.4, RFC 7523).
enum class ClientProof { Secret, Certificate };

// One Exchange server or tenant and the mail domains it handles (R-SERVERS). Its secrets are not here: they are named
// after it (serverSecretName) and held by the SecretStore of the machine that uses them.
struct ServerProfile
{
    ServerProfileId id;
    QString name;
    ServerKind kind = ServerKind::MailOnly;
    QString url; // EWS: the address of Exchange.asmx, empty to be found by Autodiscover. Graph: empty for the usual one
    QStringList mailDomains;

    ServerAuthentication authentication = ServerAuthentication::Anonymous;
    QString userName;
    QString ntlmDomain;
    bool impersonates = true; // EWS: acts as the room (ApplicationImpersonation), else in the room's folders

    QString tenant; // OAuth: tenant id or domain
    QString clientId;
    QString authority; // empty: https://login.microsoftonline.com
    QString scope;     // empty: the usual one of the kind
    ClientProof proof = ClientProof::Secret;
    QString certificate;     // PEM of the client's certificate; its key is a secret
    QDate credentialsExpire; // when secret or certificate ends; invalid: not known

    QString proxy;              // host:port; empty: as the system says
    QString trustedAuthorities; // PEM; they alone are trusted in place of the system's where given
    bool answersByMail = true;  // R-ANSWER: by iMIP where the room's mailbox does not have the request

    friend bool operator==(const ServerProfile&, const ServerProfile&) = default;
};

} // namespace reserve
