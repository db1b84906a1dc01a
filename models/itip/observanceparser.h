// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/vtimezone.h"

namespace reserve {

// The observances of a VTIMEZONE. Nothing when one cannot be understood whole: half a zone would be a guess.
std::optional<std::vector<Observance>> parseObservances(QByteArrayView timezoneText);

} // namespace reserve
