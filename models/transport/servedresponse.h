// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpserver.h"

namespace reserve {

// The octets of a response, with Content-Length, Date and Connection. Fields that are none (a line end in them) are
// left out, so that a handler cannot be made to write a second response.
QByteArray responseOctets(const ServedResponse& response, bool toHead, bool keepsOpen);

} // namespace reserve
