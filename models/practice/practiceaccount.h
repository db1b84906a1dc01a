// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/secretstring.h"

#include <QString>

namespace reserve {

// With what a program logs in to the Practice Exchange.
struct PracticeAccount
{
    QString user = QStringLiteral("svc-reserve");
    QString domain = QStringLiteral("PRACTICE"); // NTLM; "PRACTICE\svc-reserve" and "svc-reserve@..." are taken too
    SecretString password;

    QString tenant = QStringLiteral("practice");
    QString clientId = QStringLiteral("9f0c5a5e-0000-4000-8000-726573657276");
    SecretString clientSecret;
    QString clientCertificate; // PEM; client assertions must be signed by its key
};

} // namespace reserve
