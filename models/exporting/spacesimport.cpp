// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacesimport.h"

#include "models/exporting/spacescsv.h"
#include "models/store/unit.h"

namespace reserve {

Result<ImportReport> importSpaces(WriteUnit& unit, const QByteArray& csv, const QString& actor)
{
    const auto existing = unit.spaces().all();
    if (!existing)
        return failure(existing.error());
    const SpacesPlan plan = planSpaces(csv, *existing);
    if (const auto saved = unit.spaces().saveAll(plan.toSave, actor); !saved)
        return failure(saved.error());
    return plan.report;
}

} // namespace reserve
