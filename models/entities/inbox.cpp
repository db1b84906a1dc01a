// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/inbox.h"

namespace reserve {

namespace {

// Where the reason is stored this is, too; a UID is one line.
const QString meetings = QStringLiteral("meetings");
constexpr QLatin1Char between('\n');

} // namespace

void GateFinding::setStanding(const QStringList& uids)
{
    if (uids.isEmpty())
        reason.arguments.remove(meetings);
    else
        reason.arguments.insert(meetings, uids.join(between));
}

bool GateFinding::isStanding(const QString& uid) const
{
    return !uid.isEmpty() && reason.arguments.value(meetings).split(between).contains(uid);
}

} // namespace reserve
