// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/actor.h"

#include <QSysInfo>

namespace reserve {

QString consoleActor()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("USERNAME", QStringLiteral("somebody"));
    return QStringLiteral("%1 on %2 (console)").arg(user, QSysInfo::machineHostName());
}

} // namespace reserve
