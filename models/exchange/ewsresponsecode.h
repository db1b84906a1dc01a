// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"
#include "models/exchange/boundedxml.h"

#include <optional>

namespace reserve {

// What one refusal of EWS says: a ResponseCode (MS-OXWSCDATA 2.2.5.24), the server's words and what it adds in
// MessageXml.
struct EwsRefusal
{
    QString responseCode; // "ErrorServerBusy"
    QString text;
    QString innerCode; // the reason behind ErrorInternalServerError
    std::optional<Milliseconds> backOff;
    QString primaryAddress; // behind ErrorNonPrimarySmtpAddress
};

// In the words of exchangeproblem.h, with `remote`: "ErrorServerBusy: the server's words", and where they are there
// `hint` and `spelled` (the address as the server wants it).
Error errorOf(const EwsRefusal& refusal);

// <t:Value Name="BackOffMilliseconds">: a whole number, also behind words, as some servers write it. Nothing for a
// negative one and for what holds none; what is longer than a day counts as a day.
std::optional<Milliseconds> backOffOf(const QString& text);

// MessageXml into the refusal.
void readMessageXml(const XmlElement& messageXml, EwsRefusal& refusal);

} // namespace reserve
