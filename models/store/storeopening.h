// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/store/store.h"
#include "models/store/storelocation.h"

namespace reserve {

// Everything between a path and a sound store of the newest version: folder, permissions, a look at the file, creation
// or migration. Errors as Store::open() says.
Result<void> prepareStore(const StoreLocation& location, OpenMode mode, const Clock& clock);

} // namespace reserve
