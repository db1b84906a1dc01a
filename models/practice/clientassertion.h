// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve::practice {

// What an assertion must be for: by this client, for the token end point of this tenant, now.
struct AssertionCheck
{
    QString tenant;
    QString clientId;
    QByteArray certificate; // PEM
    Instant now;
};

// The id (jti) of a client assertion (RFC 7523) that holds: signed by the certificate's key (RS256), naming the
// certificate by its thumbprint, in its time. Nothing for any other. Hides OpenSSL: Qt has no signatures by RSA.
std::optional<QString> checkAssertion(const QByteArray& assertion, const AssertionCheck& check);

} // namespace reserve::practice
