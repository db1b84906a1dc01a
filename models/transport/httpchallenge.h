// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace reserve {

// One way of authenticating that a server offers, of WWW-Authenticate (RFC 9110 11.6.1).
struct HttpChallenge
{
    QByteArray scheme; // in lower case: "ntlm"
    QByteArray rest;   // what follows it: a token or parameters, as sent
};

// The challenges of a field whose lines may have been joined by commas, in their order. What cannot be read is left
// out.
QList<HttpChallenge> httpChallenges(const QByteArray& field);

// The names alone, "ntlm, negotiate": what a person is told.
QString offeredSchemes(const QList<HttpChallenge>& challenges);

bool offers(const QList<HttpChallenge>& challenges, const QByteArray& scheme);

} // namespace reserve
