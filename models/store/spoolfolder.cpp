// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/spoolfolder.h"

#include "models/store/storefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace reserve {

namespace {

const QString suffix = QStringLiteral(".eml");

Failure writeFailure(const QFile& file)
{
    if (file.error() == QFileDevice::ResourceError)
        return failure("store.disk-full", {{QStringLiteral("path"), file.fileName()}}, true);
    return failure("store.io",
                   {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("detail"), file.errorString()}});
}

Result<void> writeDurably(const QString& path, const QByteArray& bytes)
{
    if (const Result<void> created = createPrivateFile(path); !created)
        return created;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(bytes) != bytes.size())
        return writeFailure(file);
    file.close();
    return syncFile(path);
}

} // namespace

SpoolFolder::SpoolFolder(QString folder)
    : m_folder(std::move(folder))
{
}

QString SpoolFolder::pathOf(const QString& name) const
{
    if (name.isEmpty() || name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('\\'))
        || name.startsWith(QLatin1Char('.')))
        return {};
    return m_folder + QLatin1Char('/') + name;
}

Result<QString> SpoolFolder::write(const QByteArray& bytes) const
{
    if (const Result<void> created = createSharedFolder(m_folder); !created)
        return failure(created.error());
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + suffix;
    Result<void> written = writeDurably(pathOf(name), bytes);
    if (written)
        written = syncFolder(m_folder);
    if (!written) {
        remove(name);
        return failure(written.error());
    }
    return name;
}

Result<QByteArray> SpoolFolder::read(const QString& name) const
{
    const QString path = pathOf(name);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return failure("spool.missing", {{QStringLiteral("name"), name}});
    return file.readAll();
}

void SpoolFolder::remove(const QString& name) const
{
    if (const QString path = pathOf(name); !path.isEmpty())
        QFile::remove(path);
}

int SpoolFolder::removeOrphans(const QSet<QString>& known, Instant olderThan) const
{
    int removed = 0;
    const QFileInfoList files = QDir(m_folder).entryInfoList({QLatin1Char('*') + suffix}, QDir::Files);
    for (const QFileInfo& file : files) {
        const bool orphan = !known.contains(file.fileName()) && fromDateTime(file.lastModified()) < olderThan;
        if (orphan && QFile::remove(file.filePath()))
            ++removed;
    }
    return removed;
}

} // namespace reserve
