// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/mail/smtpenvelope.h"

#include <QByteArray>
#include <QByteArrayView>

namespace reserve {

// The one header field the agent adds on top of a message (RFC 5321 4.4), folded, with its CRLF. What the
// peer said about itself is cut down to the letters of a host name first: it can neither end the field nor
// start another.
QByteArray receivedLine(const SmtpEnvelope& envelope, QByteArrayView hostName, QByteArrayView id, Instant at);

} // namespace reserve
