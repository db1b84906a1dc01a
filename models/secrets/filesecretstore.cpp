// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/filesecretstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace reserve {

namespace {

constexpr qint64 largestSecret = 64 * 1024;

Failure fileFailure(const QString& path, const QString& detail)
{
    return failure("secret.file", {{QStringLiteral("path"), path}, {QStringLiteral("detail"), detail}});
}

bool isOpenToOthers(const QFileInfo& file)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    return (file.permissions() & others) != 0;
}

QByteArray withoutFinalLineBreak(QByteArray bytes)
{
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

Result<SecretString> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(path, file.errorString());
    QByteArray bytes = withoutFinalLineBreak(file.read(largestSecret));
    SecretString secret{QByteArrayView(bytes)};
    bytes.fill('\0');
    return secret;
}

// A secret made by root for a service must be readable by the service: it belongs to whom the folder belongs.
void giveToOwnerOf(const QFileInfo& folder, const QString& path)
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0 && folder.ownerId() != 0
        && ::chown(QFile::encodeName(path).constData(), folder.ownerId(), folder.groupId()) != 0) {
        qWarning("Cannot give %s to the owner of its folder", qUtf8Printable(path));
    }
#else
    Q_UNUSED(folder)
    Q_UNUSED(path)
#endif
}

Result<void> writeDurably(QTemporaryFile& file, const SecretString& secret)
{
    const QByteArrayView bytes = secret.reveal();
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush())
        return fileFailure(file.fileName(), file.errorString());
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return fileFailure(file.fileName(), qt_error_string());
#endif
    return {};
}

} // namespace

FileSecretStore::FileSecretStore(QString folder, QString credentialsFolder)
    : m_folder(std::move(folder))
    , m_credentialsFolder(std::move(credentialsFolder))
{
}

QFuture<Result<SecretString>> FileSecretStore::read(const QString& name)
{
    return QtFuture::makeReadyFuture(readNow(name));
}

QFuture<Result<void>> FileSecretStore::write(const QString& name, const SecretString& secret)
{
    return QtFuture::makeReadyFuture(writeNow(name, secret));
}

QFuture<Result<void>> FileSecretStore::remove(const QString& name)
{
    return QtFuture::makeReadyFuture(removeNow(name));
}

QString FileSecretStore::credentialFile(const QString& name) const
{
    if (m_credentialsFolder.isEmpty())
        return {};
    const QString path = QDir(m_credentialsFolder).filePath(name);
    return QFileInfo::exists(path) ? path : QString();
}

Result<SecretString> FileSecretStore::readNow(const QString& name) const
{
    if (const auto known = checkSecretName(name); !known)
        return failure(known.error());
    // systemd made that file for this service alone; its mode shows an access list, not others' rights.
    if (const QString given = credentialFile(name); !given.isEmpty())
        return readFile(given);
    const QString path = QDir(m_folder).filePath(name);
    const QFileInfo file(path);
    if (!file.exists())
        return missingSecret(name);
    if (isOpenToOthers(file))
        return failure("secret.file-open-to-others", {{QStringLiteral("path"), path}});
    return readFile(path);
}

Result<void> FileSecretStore::prepareFolder() const
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QFileInfo(m_folder).isDir())
        return {};
    const QFileInfo parent(QFileInfo(m_folder).absolutePath());
    if (!QDir().mkpath(parent.absoluteFilePath()) || !QDir().mkdir(m_folder, ownerOnly))
        return fileFailure(m_folder, qt_error_string());
    giveToOwnerOf(parent, m_folder);
    return {};
}

Result<void> FileSecretStore::writeNow(const QString& name, const SecretString& secret) const
{
    if (const auto known = checkSecretName(name); !known)
        return known;
    if (const QString given = credentialFile(name); !given.isEmpty())
        return failure("secret.given-by-service", {{QStringLiteral("name"), name}, {QStringLiteral("path"), given}});
    if (const auto ready = prepareFolder(); !ready)
        return ready;
    const QString path = QDir(m_folder).filePath(name);
    QTemporaryFile file(path + QLatin1String(".XXXXXX"));
    // QTemporaryFile makes the file for its owner alone from the first moment on.
    if (!file.open())
        return fileFailure(path, file.errorString());
    if (const auto written = writeDurably(file, secret); !written)
        return written;
    giveToOwnerOf(QFileInfo(m_folder), file.fileName());
    std::error_code problem;
    std::filesystem::rename(std::filesystem::path(file.fileName().toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), problem);
    if (problem)
        return fileFailure(path, QString::fromLocal8Bit(problem.message().c_str()));
    file.setAutoRemove(false);
    return {};
}

Result<void> FileSecretStore::removeNow(const QString& name) const
{
    if (const auto known = checkSecretName(name); !known)
        return known;
    if (const QString given = credentialFile(name); !given.isEmpty())
        return failure("secret.given-by-service", {{QStringLiteral("name"), name}, {QStringLiteral("path"), given}});
    QFile file(QDir(m_folder).filePath(name));
    if (file.exists() && !file.remove())
        return fileFailure(file.fileName(), file.errorString());
    return {};
}

} // namespace reserve
