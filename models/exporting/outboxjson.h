// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/outbox.h"

#include <QJsonObject>

namespace reserve {

// One object of `outbox list`: the names of design section 4. `next_attempt` is null unless it waits.
QJsonObject toJsonObject(const OutboxEntry& entry);

} // namespace reserve
