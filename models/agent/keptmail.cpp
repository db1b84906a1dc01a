// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/keptmail.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimeZone>

#include <cerrno>
#include <cstring>

namespace reserve {

namespace {

// "20261122T203354123Z-17.1.eml": sorts by time.
const QString stampFormat = QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'");
constexpr qsizetype stampLength = 19;

Failure failed(const QString& path, const QString& detail)
{
    return failure("keep.failed", {{QStringLiteral("path"), path}, {QStringLiteral("detail"), detail}});
}

Result<void> makeFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir() || (!info.exists() && QDir().mkpath(folder)))
        return {};
    const int reason = info.exists() ? ENOTDIR : errno;
    return failure(
        "keep.folder-failed",
        {{QStringLiteral("path"), folder}, {QStringLiteral("detail"), QString::fromLocal8Bit(std::strerror(reason))}});
}

std::optional<Instant> instantOf(const QString& fileName)
{
    QDateTime stamp = QDateTime::fromString(fileName.left(stampLength), stampFormat);
    if (!stamp.isValid())
        return std::nullopt;
    stamp.setTimeSpec(Qt::UTC);
    return fromDateTime(stamp);
}

} // namespace

KeptMail::KeptMail(QString folder)
    : m_folder(std::move(folder))
{
}

QString KeptMail::folderFor(const Settings& settings, const StoreLocation& location)
{
    const QString root = settings.smtpRoot();
    return root.isEmpty() ? QFileInfo(location.file()).absoluteDir().filePath(QStringLiteral("smtp-root")) : root;
}

Result<QString> KeptMail::store(Instant at, const QByteArray& id, QByteArrayView receivedLine,
                                QByteArrayView content) const
{
    const QDir folder(m_folder);
    if (const Result<void> made = makeFolder(m_folder); !made)
        return failure(made.error());
    const QString name
        = toDateTime(at).toString(stampFormat) + QLatin1Char('-') + QString::fromLatin1(id) + QStringLiteral(".eml");
    QSaveFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.fileName(), file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(receivedLine.data(), receivedLine.size());
    file.write(content.data(), content.size());
    if (!file.commit())
        return failed(file.fileName(), file.errorString());
    return name;
}

int KeptMail::removeBefore(Instant instant, int limit) const
{
    int removed = 0;
    QDirIterator files(m_folder, {QStringLiteral("*.eml")}, QDir::Files);
    while (files.hasNext() && removed < limit) {
        files.next();
        const std::optional<Instant> kept = instantOf(files.fileName());
        if (kept && *kept < instant && QFile::remove(files.filePath()))
            ++removed;
    }
    return removed;
}

} // namespace reserve
