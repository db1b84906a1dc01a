// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"

#include <QString>

namespace reserve {

// A time in which a space, or a whole building, cannot be reserved.
struct Closure
{
    ClosureId id;
    SpaceId spaceId;  // none: the whole building
    QString building; // used when spaceId is none; empty means everywhere
    TimeRange time;
    QString reason; // words of the person who closed it

    friend bool operator==(const Closure&, const Closure&) = default;
};

} // namespace reserve
