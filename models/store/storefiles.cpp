// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/storefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace reserve {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions withGroup = ownerOnly | QFileDevice::ReadGroup | QFileDevice::WriteGroup;

Failure folderFailure(const QString& path, const QString& detail)
{
    return failure("store.folder", {{QStringLiteral("path"), path}, {QStringLiteral("detail"), detail}});
}

bool isSharedByGroup(const QString& folder)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    return ::stat(QFile::encodeName(folder).constData(), &status) == 0 && (status.st_mode & S_ISGID)
        && (status.st_mode & S_IRWXG) == S_IRWXG;
#else
    Q_UNUSED(folder)
    return false;
#endif
}

void restrictFolder(const QString& folder, bool shared)
{
#ifdef Q_OS_UNIX
    // QFile::setPermissions would drop the setgid bit.
    ::chmod(QFile::encodeName(folder).constData(), shared ? 02770 : 0700);
#else
    Q_UNUSED(folder)
    Q_UNUSED(shared)
#endif
}

QString nearestExisting(const QString& path)
{
    QString candidate = path;
    while (!QFileInfo::exists(candidate) && candidate != QFileInfo(candidate).absolutePath())
        candidate = QFileInfo(candidate).absolutePath();
    return candidate;
}

#ifdef Q_OS_UNIX
Result<void> sync(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int reason = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return failure("store.io",
                       {{QStringLiteral("path"), path},
                        {QStringLiteral("detail"), QString::fromLocal8Bit(std::strerror(reason))}});
    return {};
}
#endif

} // namespace

QStringList storeFileSuffixes()
{
    return {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};
}

bool isNetworkFileSystem(QByteArrayView type)
{
    static constexpr std::array names{"nfs",         "nfs4",       "cifs",          "smb3",      "smbfs",
                                      "smb2",        "ncpfs",      "afs",           "coda",      "ceph",
                                      "9p",          "davfs",      "glusterfs",     "lustre",    "gfs2",
                                      "ocfs2",       "fuse.sshfs", "fuse.rclone",   "fuse.ceph", "fuse.glusterfs",
                                      "fuse.davfs2", "fuse.s3fs",  "fuse.curlftpfs"};
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return type == QByteArrayView(name); });
}

bool liesOnNetwork(const QString& file)
{
    // "//server/share" of Windows.
    if (file.startsWith(QLatin1String("//")))
        return true;
    return isNetworkFileSystem(QStorageInfo(nearestExisting(file)).fileSystemType());
}

std::optional<QString> excludingGroup(const QString& folder)
{
    const QFileInfo info(folder);
    if (!isSharedByGroup(folder) || (info.isWritable() && info.isExecutable()))
        return std::nullopt;
    return info.group();
}

Result<void> createFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    if (info.exists() || !QDir().mkpath(folder))
        return folderFailure(folder, QString::fromLocal8Bit(std::strerror(info.exists() ? ENOTDIR : errno)));
    restrictFolder(folder, false);
    return {};
}

Result<void> createSharedFolder(const QString& folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return folderFailure(folder, QString::fromLocal8Bit(std::strerror(errno)));
    restrictFolder(folder, isSharedByGroup(QFileInfo(folder).absolutePath()));
    return {};
}

QFileDevice::Permissions permissionsInside(const QString& folder)
{
    return isSharedByGroup(folder) ? withGroup : ownerOnly;
}

Result<void> createPrivateFile(const QString& file)
{
    const QFileDevice::Permissions permissions = permissionsInside(QFileInfo(file).absolutePath());
    QFile created(file);
    if (!created.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) {
        if (created.error() == QFileDevice::ResourceError || errno == ENOSPC)
            return failure("store.disk-full", {{QStringLiteral("path"), file}}, true);
        return folderFailure(file, created.errorString());
    }
    // The umask may have taken the group's bits away.
    if (!created.setPermissions(permissions))
        return folderFailure(file, created.errorString());
    return {};
}

Result<QString> setAside(const QString& file, QLatin1String word, Instant now)
{
    const QString stamp = toDateTime(now).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString wanted = file + QLatin1Char('.') + word + QLatin1Char('-') + stamp;
    QString name = wanted;
    const auto taken = [](const QString& candidate) {
        const QStringList suffixes = storeFileSuffixes();
        return std::any_of(suffixes.begin(), suffixes.end(),
                           [&](const QString& suffix) { return QFileInfo::exists(candidate + suffix); });
    };
    for (int i = 2; taken(name); ++i)
        name = wanted + QLatin1Char('-') + QString::number(i);
    const QStringList suffixes = storeFileSuffixes();
    for (const QString& suffix : suffixes) {
        QFile companion(file + suffix);
        if (companion.exists() && !companion.rename(name + suffix))
            return folderFailure(file + suffix, companion.errorString());
    }
    return name;
}

Result<void> syncFile(const QString& file)
{
#ifdef Q_OS_UNIX
    return sync(file, O_RDONLY);
#else
    Q_UNUSED(file)
    return {};
#endif
}

Result<void> syncFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    return sync(folder, O_RDONLY | O_DIRECTORY);
#else
    Q_UNUSED(folder)
    return {};
#endif
}

} // namespace reserve
