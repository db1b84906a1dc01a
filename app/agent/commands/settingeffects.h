// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/settings/settings.h"

#include <QList>

namespace reserve {

// Why a well-formed value that was just stored does nothing as things are: for warnings (design section 4). `settings`
// are those after the change; `defaultUserIsThere` says whether an active person has reserve.default-user-email.
QList<Reason> missingEffects(const QString& key, const Settings& settings, bool defaultUserIsThere);

} // namespace reserve
