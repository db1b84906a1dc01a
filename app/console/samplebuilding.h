// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFuture>

namespace reserve {

class Store;

// The building a new user may begin with: 14 spaces, 24 people and meetings of this week and the next. The meetings are
// requests like any other and are decided by `reserving`, which tells nobody: the addresses of the sample lie in a
// reserved domain. All or nothing, in one unit of work.
//
// `zone`: IANA id of the building. Errors: those of the store, of imports, sample.unreadable (file).
QFuture<Result<void>> loadSampleBuilding(Store& store, const QByteArray& zone);

} // namespace reserve
