// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/messagecontent.h"
#include "models/mail/mimeoutline.h"

#include <optional>

namespace reserve {

// The report in a multipart/report message, none in any other.
std::optional<MessageReport> readReport(const MimeOutline& outline);

// The id in the first brackets of a Message-ID field, without them; the bare text where nobody wrote
// brackets.
QString messageIdIn(QByteArrayView field);

} // namespace reserve
