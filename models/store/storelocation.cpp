// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storelocation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace reserve {

StoreLocation::StoreLocation(QString file)
    : m_file(std::move(file))
{
}

Result<StoreLocation> StoreLocation::fromText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure("store.location-empty");
    // Only the scheme is repeated: an address may carry a password.
    if (const qsizetype scheme = trimmed.indexOf(QLatin1String("://")); scheme >= 0)
        return failure("store.location-unsupported", {{QStringLiteral("scheme"), trimmed.left(scheme)}});
    return StoreLocation(QDir::cleanPath(QFileInfo(trimmed).absoluteFilePath()));
}

StoreLocation StoreLocation::ofThisDesk()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return StoreLocation(folder + QStringLiteral("/reserve-console/reserve.sqlite"));
}

QString StoreLocation::spoolFolder() const
{
    return m_file + QStringLiteral(".spool");
}

} // namespace reserve
