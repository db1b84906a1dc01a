// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/practiceprofile.h"

#include <QUrl>

namespace reserve {

QString practiceProfileName()
{
    return QStringLiteral("Practice Exchange");
}

bool isPracticeExchange(const ServerProfile& profile)
{
    if (profile.name != practiceProfileName() || profile.kind != ServerKind::Ews)
        return false;
    const QString host = QUrl(profile.url).host();
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

} // namespace reserve
