// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"

namespace reserve {

// The name under which a console sets up its Practice Exchange.
QString practiceProfileName();

// A server for rehearsals, as a console sets it up on its own machine. It is there only while that console runs it:
// that it is away is no outage.
bool isPracticeExchange(const ServerProfile& profile);

} // namespace reserve
